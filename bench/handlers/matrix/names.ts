import type { Random } from '../../random.js';

const NOUNS = [
  'label',
  'topic',
  'entry',
  'choice',
  'subject',
  'term',
  'field',
  'mark',
  'piece',
  'detail',
  'given',
  'word',
  'part',
  'chosen',
  'asked',
  'note',
  'phrase',
  'tag',
  'token',
  'hint',
  'segment',
  'slug',
  'query',
  'clue',
];
const VERBS = ['take', 'make', 'turn', 'shape', 'bring', 'pass', 'carry', 'prepare', 'apply', 'build', 'read', 'hold'];
const THINGS = ['Basket', 'Inquiry', 'Search', 'Visit', 'Order', 'Letter', 'Page', 'Message', 'Report', 'Lookup'];
const MODULES = ['inner', 'steps', 'support', 'parts', 'flow', 'source', 'service', 'shared', 'domain', 'internal'];

/** Names that differ from case to case, and are used once within one: no scanner is to know a case by its names. */
export class Names {
  readonly #taken = new Set<string>();

  constructor(
    private readonly random: Random,
    private readonly snake: boolean,
  ) {}

  variable(): string {
    return this.#fresh(() => this.random.pick(NOUNS));
  }

  function(): string {
    return this.#fresh(() => this.#joined(this.random.pick(VERBS), this.random.pick(NOUNS)));
  }

  class(): string {
    return this.#fresh(() => this.random.pick(THINGS));
  }

  module(): string {
    return this.#fresh(() => this.random.pick(MODULES));
  }

  #joined(verb: string, noun: string): string {
    return this.snake ? `${verb}_${noun}` : `${verb}${noun[0]?.toUpperCase()}${noun.slice(1)}`;
  }

  #fresh(draw: () => string): string {
    for (let attempt = 0; ; attempt++) {
      const drawn = draw();
      const name = attempt < 20 ? drawn : `${drawn}${attempt}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}
