import { Random } from '../../random.js';
import { Draft } from './draft.js';
import { PROPAGATIONS as ECMASCRIPT_PROPAGATIONS } from './ecmascript/propagation.js';
import { SANITISERS as ECMASCRIPT_SANITISERS } from './ecmascript/sanitisers.js';
import { SINKS as ECMASCRIPT_SINKS } from './ecmascript/sinks.js';
import { type Dialect, write as writeEcmascript } from './ecmascript/write.js';
import { hostOf } from './hosts.js';
import { Instance } from './instance.js';
import { Names } from './names.js';
import type { Family, Language, Propagation, Sanitiser, SanitiserKind, Sink } from './part.js';
import { PROPAGATIONS as PYTHON_PROPAGATIONS } from './python/propagation.js';
import { SANITISERS as PYTHON_SANITISERS } from './python/sanitisers.js';
import { SINKS as PYTHON_SINKS } from './python/sinks.js';
import { write as writePython } from './python/write.js';
import { SOURCES, type Source } from './sources.js';
import { hasServerless, TRIGGERS, templateOf } from './triggers.js';

/** A small application, and what is to be found in it. */
export interface Case {
  readonly id: string;
  readonly language: Language;
  readonly files: Readonly<Record<string, string>>;
  /** The class of the sink, whether or not it is to be reported. */
  readonly rule: string;
  /** Absent when nothing is wrong with it. */
  readonly expected: Expectation | undefined;
  readonly ingredients: Ingredients;
}

export interface Expectation {
  /** The class, and others under which a report is right too. */
  readonly rules: readonly string[];
  readonly file: string;
  readonly lines: readonly number[];
}

export interface Ingredients {
  readonly trigger: string;
  readonly source: string;
  readonly trusted: boolean;
  readonly propagations: readonly string[];
  readonly sink: string;
  readonly sanitiser: { readonly kind: SanitiserKind; readonly id: string; readonly placement: Placement };
}

type Placement = 'none' | 'inline' | 'function' | 'module' | 'sink';
type Flavour = Dialect | 'python';

/** The tables of one family of languages. */
export const TABLES: Readonly<
  Record<Family, { propagations: readonly Propagation[]; sanitisers: readonly Sanitiser[]; sinks: readonly Sink[] }>
> = {
  ecmascript: { propagations: ECMASCRIPT_PROPAGATIONS, sanitisers: ECMASCRIPT_SANITISERS, sinks: ECMASCRIPT_SINKS },
  python: { propagations: PYTHON_PROPAGATIONS, sanitisers: PYTHON_SANITISERS, sinks: PYTHON_SINKS },
};

/** What is to become of the value; as often as it stands here. */
const OUTCOMES = ['none', 'none', 'none', 'right', 'right', 'right', 'wrong', 'partial', 'trusted', 'cut'] as const;
const FLAVOURS: readonly Flavour[] = ['commonjs', 'module', 'typescript', 'python', 'python', 'python'];
/** Names that promise what the function does not do. */
const PROMISING = {
  ecmascript: ['sanitize', 'validate', 'clean', 'escapeAll'],
  python: ['sanitize', 'validate', 'clean', 'escape_all'],
};

/** Cases that the seed alone decides. Every sink and every way of a value gets its turn before any comes again. */
export function generate({ seed, count }: { seed: number; count: number }): Case[] {
  const random = new Random(seed);
  const flavours = new Deck(FLAVOURS, random);
  const decks = {
    ecmascript: new Decks('ecmascript', random),
    python: new Decks('python', random),
  };
  return Array.from({ length: count }, (_, at) => {
    const flavour = flavours.draw();
    const family = flavour === 'python' ? 'python' : 'ecmascript';
    return caseOf(`${seed}-${String(at + 1).padStart(4, '0')}`, flavour, decks[family], random);
  });
}

/** Everything once in a drawn order, then everything once more in another one. */
class Deck<T> {
  #left: T[] = [];

  constructor(
    private readonly all: readonly T[],
    private readonly random: Random,
  ) {}

  /** The next one that will do. @throws when none does */
  draw(willDo: (item: T) => boolean = () => true): T {
    let at = this.#left.findIndex(willDo);
    if (at < 0) {
      this.#left.push(...this.random.shuffled(this.all));
      at = this.#left.findIndex(willDo);
    }
    const [item] = this.#left.splice(at < 0 ? this.#left.length : at, 1);
    if (item === undefined) throw new RangeError('Nothing of this deck will do.');
    return item;
  }
}

class Decks {
  readonly sinks: Deck<Sink>;
  readonly propagations: Deck<Propagation>;
  readonly sources: Deck<Source>;
  readonly outcomes: Deck<(typeof OUTCOMES)[number]>;

  constructor(
    readonly family: Family,
    random: Random,
  ) {
    this.sinks = new Deck(TABLES[family].sinks, random);
    this.propagations = new Deck(TABLES[family].propagations, random);
    this.sources = new Deck(SOURCES, random);
    this.outcomes = new Deck(OUTCOMES, random);
  }
}

function caseOf(id: string, flavour: Flavour, decks: Decks, random: Random): Case {
  const { family } = decks;
  const names = new Names(random, family === 'python');
  const sink = decks.sinks.draw();
  const outcome = decks.outcomes.draw((one) => suits(one, sink));
  const source = decks.sources.draw((one) => canFeed(one, sink, outcome === 'trusted'));
  const trigger = TRIGGERS[source.trigger];
  const propagations = waysOf(sink, outcome === 'cut', decks, random);
  const kind = outcome === 'trusted' || outcome === 'cut' ? 'none' : outcome;

  const draft = new Draft();
  let value = names.variable();
  draft.add({ lines: [declared(value, source.expression[family], family)] });
  for (const propagation of propagations) value = carry(draft, propagation, value, names);
  const chosen = sanitiserOf(kind, sink, family, random);
  const placement = chosen === undefined ? 'none' : chosen === 'bound' ? 'sink' : placementOf(chosen, random);
  if (chosen !== undefined && chosen !== 'bound') {
    value = sanitise(draft, chosen, value, { names, family, placement, random, http: trigger.answers === 'http' });
  }
  const bound = chosen === 'bound' ? random.pick(sink.bound ?? []) : undefined;
  const instance = new Instance(names, { V: value });
  draft.add({
    imports: instance.imports(bound?.imports ?? sink.imports ?? []),
    top: instance.lines(bound?.top ?? sink.top ?? []),
    lines: instance.lines(bound?.lines ?? sink.lines),
  });

  const host = hostOf(source.trigger);
  const written =
    flavour === 'python'
      ? writePython(draft, { trigger, host, random })
      : writeEcmascript(draft, { dialect: flavour, trigger, host, random });
  const language = flavour === 'commonjs' || flavour === 'module' ? 'javascript' : flavour;
  const framework = hasServerless(source.trigger) && random.next() < 0.3 ? 'serverless' : 'sam';
  const flawed = outcome === 'none' || outcome === 'wrong' || outcome === 'partial';
  return {
    id,
    language,
    files: { ...templateOf(source.trigger, framework, { language, stem: written.stem }), ...written.files },
    rule: sink.rule,
    expected: flawed
      ? { rules: [sink.rule, ...(sink.also ?? [])], file: written.handler, lines: written.marked }
      : undefined,
    ingredients: {
      trigger: source.trigger,
      source: source.id,
      trusted: source.trusted === true,
      propagations: propagations.map((one) => one.id),
      sink: sink.id,
      sanitiser: { kind, id: chosen === undefined ? 'none' : chosen === 'bound' ? 'bound' : chosen.id, placement },
    },
  };
}

function suits(outcome: (typeof OUTCOMES)[number], sink: Sink): boolean {
  if (outcome === 'wrong') return sink.wrong.length > 0;
  if (outcome === 'partial') return sink.partial.length > 0;
  // What the provider vouches for is text, and so is what stands in for a value that was cut off.
  if (outcome === 'trusted' || outcome === 'cut') return sink.needs === 'text';
  return true;
}

function canFeed(source: Source, sink: Sink, trusted: boolean): boolean {
  if ((source.trusted === true) !== trusted) return false;
  if (sink.needs === 'structure' && source.structured !== true) return false;
  if (sink.breaks === true && source.oneLine === true) return false;
  // The answer of a socket's route is no page.
  return sink.answers !== true || (TRIGGERS[source.trigger].answers === 'http' && source.trigger !== 'websocket');
}

function waysOf(sink: Sink, cut: boolean, decks: Decks, random: Random): Propagation[] {
  const carries = (one: Propagation) =>
    (one.keeps === 'carried' || (one.keeps === 'text' && sink.needs === 'text')) &&
    // A number with text around is none.
    !(sink.rule === 'dos-input' && one.id.includes('text around'));
  const ways = [decks.propagations.draw(carries)];
  if (random.next() < 0.35) ways.push(decks.propagations.draw(carries));
  if (cut) ways.push(decks.propagations.draw((one) => one.keeps === 'cut'));
  return ways;
}

function carry(draft: Draft, propagation: Propagation, value: string, names: Names): string {
  const instance = new Instance(names, { V: value });
  draft.add({
    imports: instance.imports(propagation.imports ?? []),
    top: instance.lines(propagation.top ?? []),
    modules: instance.modules(propagation.modules ?? []),
    lines: instance.lines(propagation.lines),
  });
  return instance.text(propagation.out ?? '$O');
}

function sanitiserOf(kind: SanitiserKind, sink: Sink, family: Family, random: Random): Sanitiser | 'bound' | undefined {
  if (kind === 'none') return undefined;
  const ids = kind === 'right' ? [...sink.right, ...(sink.bound ? ['bound', 'bound', 'bound'] : [])] : sink[kind];
  const id = random.pick(ids);
  if (id === 'bound') return 'bound';
  const found = TABLES[family].sanitisers.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`${sink.id} speaks of "${id}", which is no sanitiser.`);
  return found;
}

function placementOf(sanitiser: Sanitiser, random: Random): Placement {
  return random.pick(
    sanitiser.id === 'name only' ? (['function', 'module'] as const) : (['inline', 'function', 'module'] as const),
  );
}

interface Placing {
  readonly names: Names;
  readonly family: Family;
  readonly placement: Placement;
  readonly random: Random;
  readonly http: boolean;
}

/** Puts the sanitiser into the handler, into a function beside it or into another module. Gives the variable that is left. */
function sanitise(draft: Draft, sanitiser: Sanitiser, value: string, placing: Placing): string {
  const { names, family, placement, random, http } = placing;
  const out = names.variable();
  const refuse = refusal(family, http && random.next() < 0.5);
  if (placement === 'inline') {
    const instance = new Instance(names, { V: value });
    const check = sanitiser.check === undefined ? [] : when(instance.text(sanitiser.check), refuse, family);
    const map = sanitiser.map === undefined ? [] : [declared(out, instance.text(sanitiser.map), family)];
    draft.add({
      imports: sanitiser.imports ?? [],
      top: instance.lines(sanitiser.top ?? []),
      lines: [...check, ...map],
    });
    return sanitiser.map === undefined ? value : out;
  }
  const parameter = names.variable();
  const name = sanitiser.id === 'name only' ? random.pick(PROMISING[family]) : names.function();
  const instance = new Instance(names, { V: parameter });
  const check = sanitiser.check === undefined ? undefined : instance.text(sanitiser.check);
  const map = sanitiser.map === undefined ? undefined : instance.text(sanitiser.map);
  const asks = check !== undefined && map === undefined && random.next() < 0.5;
  const constants = instance.lines(sanitiser.top ?? []);
  const lines = asks ? predicate(name, parameter, check, family) : passing(name, parameter, check, map, family);
  const calls = asks
    ? when(family === 'python' ? `not ${name}(${value})` : `!${name}(${value})`, refuse, family)
    : [declared(out, `${name}(${value})`, family)];
  if (placement === 'module') {
    const path = names.module();
    const blank = family === 'python' ? ['', ''] : [''];
    draft.add({
      imports: [{ from: `./${path}`, names: [name] }],
      modules: [
        {
          path,
          imports: sanitiser.imports ?? [],
          exports: [name],
          lines: [...constants, ...(constants.length > 0 ? blank : []), ...lines],
        },
      ],
      lines: calls,
    });
  } else {
    draft.add({ imports: sanitiser.imports ?? [], top: constants });
    draft.add({ top: lines, lines: calls });
  }
  return asks ? value : out;
}

function declared(name: string, expression: string, family: Family): string {
  return family === 'python' ? `${name} = ${expression}` : `const ${name} = ${expression};`;
}

function refusal(family: Family, answers: boolean): string {
  if (family === 'python')
    return answers ? 'return {"statusCode": 400, "body": ""}' : 'raise ValueError("not allowed")';
  return answers ? "return { statusCode: 400, body: '' };" : "throw new RangeError('not allowed');";
}

function when(condition: string, then: string, family: Family): string[] {
  return family === 'python' ? [`if ${condition}:`, `    ${then}`] : [`if (${condition}) ${then}`];
}

/** A function that says whether the value may pass. */
function predicate(name: string, parameter: string, check: string, family: Family): string[] {
  return family === 'python'
    ? [`def ${name}(${parameter}):`, `    return not (${check})`]
    : [`function ${name}(${parameter}«: any») {`, `  return !(${check});`, '}'];
}

/** A function that gives the value on, or another one for it. */
function passing(
  name: string,
  parameter: string,
  check: string | undefined,
  map: string | undefined,
  family: Family,
): string[] {
  const refuse = refusal(family, false);
  if (family === 'python') {
    return [
      `def ${name}(${parameter}):`,
      ...(check === undefined ? [] : [`    if ${check}:`, `        ${refuse}`]),
      `    return ${map ?? parameter}`,
    ];
  }
  return [
    `function ${name}(${parameter}«: any») {`,
    ...(check === undefined ? [] : [`  if (${check}) ${refuse}`]),
    `  return ${map ?? parameter};`,
    '}',
  ];
}
