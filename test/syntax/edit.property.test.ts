import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { commentsOf } from '#syntax/comments';
import { type Datum, nodeAt, type Operation, type Path, type Plain, toPlain } from '#syntax/document';
import { planEdits } from '#syntax/edit';
import { parseDocument } from '#syntax/parse';

/** Texts that YAML readers are easily wrong about, and ordinary ones. */
const texts = fc.oneof(
  fc.constantFrom(
    '*',
    'yes',
    'No',
    '012',
    '0o7',
    '1e3',
    '2012-10-17',
    '12:30',
    'a: b',
    'a #b',
    '#a',
    '@a',
    '`a',
    '',
    ' a',
    'a ',
    '-',
    '- a',
  ),
  fc.constantFrom(
    '?',
    ': a',
    'a:',
    '{a}',
    '[a',
    "it's",
    '"q"',
    '%a',
    '!a',
    '&a',
    '~',
    'null',
    '=',
    '<<',
    '.inf',
    'a\tb',
    '\u0085',
    '\uFEFF',
    'é',
  ),
  fc.constantFrom(
    'two\nlines',
    'two\nlines\n',
    '\nx',
    'x\n\n',
    'a\n  b\n',
    '---',
    '...',
    's3:GetObject',
    'arn:aws:s3:::x/*',
    '1_000',
    ',',
    'a, b',
  ),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const scalars = fc.oneof(
  texts,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const keys = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Z][a-z]{0,4}$/) },
  { weight: 1, arbitrary: texts },
);

type Tree = string | number | boolean | null | Tree[] | Map<string, Tree>;

const { tree: trees } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalars,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie('tree')), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
}));
const roots = fc.array(fc.tuple(keys, trees), { minLength: 1, maxLength: 5 }).map((entries) => new Map(entries));
const data: fc.Arbitrary<Datum> = trees.map(datumOf);

function datumOf(tree: Tree): Plain {
  if (tree instanceof Map) return Object.fromEntries([...tree].map(([key, value]) => [key, datumOf(value)]));
  return Array.isArray(tree) ? tree.map(datumOf) : tree;
}

/** Choices of style, drawn as the text is written, in an order that a seed fixes. */
class Writer {
  readonly #choices: readonly number[];
  #at = 0;
  constructor(
    choices: readonly number[],
    readonly step: number,
    readonly listStep: number,
    readonly eol: string,
  ) {
    this.#choices = choices;
  }

  #pick(bound: number): number {
    this.#at += 1;
    return (this.#choices[this.#at % this.#choices.length] ?? 0) % bound;
  }

  document(root: Map<string, Tree>): string {
    const end = this.#pick(3) === 0 ? '' : '\n';
    return (this.#map(root, 0).join('\n') + end).replaceAll('\n', this.eol);
  }

  #map(map: Map<string, Tree>, column: number): string[] {
    return [...map].flatMap(([key, value]) => [
      ...this.#around(column),
      ...this.#headed(
        `${' '.repeat(column)}${this.#text(key, true)}:`,
        value,
        column,
        column + this.listStep,
        column + this.step,
      ),
    ]);
  }

  #list(list: Tree[], column: number): string[] {
    return list.flatMap((item) => {
      const dash = `${' '.repeat(column)}-`;
      if (item instanceof Map && item.size > 0 && this.#pick(4) > 0) {
        const lines = this.#map(item, column + 2);
        const first = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
        // Deeper than its dash, a comment would be the last line of a block scalar above.
        const notes = lines.slice(0, first).map((line) => (line === '' ? '' : ' '.repeat(column) + line.trimStart()));
        return [...notes, `${dash} ${lines[first]?.trimStart() ?? ''}`, ...lines.slice(first + 1)];
      }
      return [...this.#around(column), ...this.#headed(dash, item, column + 2, column + 2, column + 2)];
    });
  }

  #headed(head: string, value: Tree, _column: number, listColumn: number, mapColumn: number): string[] {
    if (value instanceof Map && value.size > 0 && this.#pick(4) > 0)
      return [head + this.#comment(), ...this.#map(value, mapColumn)];
    if (Array.isArray(value) && value.length > 0 && this.#pick(4) > 0)
      return [head + this.#comment(), ...this.#list(value, listColumn)];
    if (value === null && this.#pick(2) === 0) return [head + this.#comment()];
    if (typeof value === 'string' && /^[a-z]+\n[a-z]+\n$/.test(value)) {
      return [
        `${head} |${this.#comment()}`,
        ...value
          .trimEnd()
          .split('\n')
          .map((line) => ' '.repeat(mapColumn) + line),
      ];
    }
    return [`${head} ${this.#flow(value)}${this.#comment()}`];
  }

  #flow(tree: Tree): string {
    if (tree instanceof Map)
      return `{${this.#pad()}${[...tree].map(([k, v]) => `${this.#text(k, true)}: ${this.#flow(v)}`).join(', ')}${this.#pad()}}`;
    if (Array.isArray(tree)) return `[${tree.map((item) => this.#flow(item)).join(this.#pick(2) ? ', ' : ',')}]`;
    return typeof tree === 'string' ? this.#text(tree, false) : JSON.stringify(tree);
  }

  #pad(): string {
    return this.#pick(3) === 0 ? ' ' : '';
  }

  #text(text: string, isKey: boolean): string {
    if (/^[A-Za-z]{3,}$/.test(text) && !/^(?:yes|off|null|true|false)$/i.test(text) && this.#pick(3) > 0) return text;
    if (/^[ -&(-~]*$/.test(text) && this.#pick(2) === 0) return `'${text}'`;
    return (
      JSON.stringify(text).replace(
        /[\u007f-\uffff]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ) + (isKey ? '' : '')
    );
  }

  #around(column: number): string[] {
    const kind = this.#pick(6);
    if (kind === 0) return [''];
    if (kind === 1) return [`${' '.repeat(column)}# note ${this.#at}`];
    return [];
  }

  #comment(): string {
    return this.#pick(4) === 0 ? ` # tail ${this.#at}` : '';
  }
}

const yamlTexts = fc
  .record({
    root: roots,
    choices: fc.array(fc.nat(1000), { minLength: 7, maxLength: 40 }),
    step: fc.constantFrom(2, 4),
    listStep: fc.constantFrom(0, 2),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ root, choices, step, listStep, eol }) => ({
    root,
    path: 'a.yaml',
    text: new Writer(choices, step, listStep, eol).document(root),
  }));

const jsonTexts = fc
  .record({
    root: roots,
    indent: fc.constantFrom<string | number>(0, 1, 2, 4, '\t'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ root, indent, eol }) => ({
    root,
    path: 'a.json',
    text: JSON.stringify(datumOf(root), null, indent).replaceAll('\n', eol),
  }));

/** An operation at a place that exists, or one key below a map, chosen by numbers. */
function operationAt(root: Plain, picks: readonly number[], value: Datum): Operation {
  const path: (string | number)[] = [];
  let at: Plain = root;
  for (const pick of picks) {
    const steps = Array.isArray(at) ? [...at.keys()] : at !== null && typeof at === 'object' ? Object.keys(at) : [];
    const step = steps[pick % (steps.length || 1)];
    if (step === undefined) break;
    path.push(step);
    at = plainAt(at, [step]) ?? null;
  }
  const kind = (picks[0] ?? 0) % 3;
  if (kind === 0) return { op: 'remove', path };
  if (Array.isArray(at) && kind === 1) return { op: 'append', path, value };
  if (at !== null && typeof at === 'object' && !Array.isArray(at) && kind === 1)
    return { op: 'set', path: [...path, 'Zz', 'New'], value };
  return { op: 'set', path, value };
}

function plainAt(plain: Plain | undefined, path: Path): Plain | undefined {
  let at: Plain | undefined = plain;
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)];
    else if (at !== null && typeof at === 'object') at = Object.hasOwn(at, step) ? at[step] : undefined;
    else return undefined;
  }
  return at;
}

/** What the operation makes of plain data: the meaning that edits are held against. */
function carriedOut(plain: Plain, operation: Operation): Plain {
  const copy: Plain = structuredClone(plain);
  const last = operation.path.at(-1);
  let at: Plain = copy;
  for (const step of operation.path.slice(0, -1)) {
    const holder = at as { [key: string]: Plain };
    holder[step] ??= {};
    at = holder[step] ?? null;
  }
  if (last === undefined) return copy;
  const holder = at as { [key: string]: Plain };
  if (operation.op === 'remove') {
    if (Array.isArray(at)) at.splice(Number(last), 1);
    else delete holder[last];
  } else if (operation.op === 'set') holder[last] = structuredClone(operation.value) as Plain;
  else (holder[last] as Plain[]).push(structuredClone(operation.value) as Plain);
  return copy;
}

function normal(plain: Plain): unknown {
  return JSON.parse(JSON.stringify(plain, (_, value) => (Object.is(value, -0) ? 0 : value)));
}

const picked = fc.array(fc.nat(60), { minLength: 1, maxLength: 5 });

describe.each([
  ['YAML', yamlTexts],
  ['JSON', jsonTexts],
])('edits of any %s document', (_, texts) => {
  it('are read as their author wrote them', () => {
    fc.assert(
      fc.property(texts, ({ root, path, text }) => {
        const document = parseDocument(new SourceFile(path, text));
        expect(document.problems).toEqual([]);
        expect(document.root && normal(toPlain(document.root))).toEqual(normal(datumOf(root)));
      }),
      { numRuns: 100 },
    );
  });

  it('give back what was set and change nothing else', () => {
    let declined = 0;
    let tried = 0;
    fc.assert(
      fc.property(texts, picked, data, ({ root, path, text }, picks, value) => {
        const file = new SourceFile(path, text);
        const document = parseDocument(file);
        const plain = datumOf(root);
        const operation = operationAt(plain, picks, value);
        if (document.root === undefined || operation.path.length === 0) return;
        tried += 1;
        const plan = planEdits(file, document.format, document.root, [operation]);
        if (plan === undefined) {
          declined += 1;
          return;
        }
        const after = applyEdits(file, plan.edits);
        const result = parseDocument(after);
        expect(result.problems).toEqual([]);
        expect(result.root && normal(toPlain(result.root))).toEqual(normal(carriedOut(plain, operation)));
        if (text.includes('\r\n')) expect(after.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        else expect(after.text).not.toContain('\r\n');
        if (operation.op !== 'remove' && nodeAt(document.root, operation.path) === undefined) {
          const comments = commentsOf(after, result.format).map((comment) => comment.text);
          expect(comments).toEqual(commentsOf(file, document.format).map((comment) => comment.text));
        }
        // What is verified in its section alone holds in the whole file.
        const verified = document.edit([operation]);
        if (verified !== undefined) {
          const { root: whole } = parseDocument(applyEdits(file, verified));
          expect(whole && normal(toPlain(whole))).toEqual(normal(carriedOut(plain, operation)));
        }
        // What was edited once is edited again to the same text.
        if (operation.op === 'set') expect(result.edit([operation])).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(declined).toBeLessThan(tried / 10);
  });

  it('compose', () => {
    fc.assert(
      fc.property(texts, picked, picked, data, data, ({ root, path, text }, picks, others, value, other) => {
        const file = new SourceFile(path, text);
        const document = parseDocument(file);
        const plain = datumOf(root);
        const one = operationAt(
          plain,
          [...picks.slice(0, 1).map((pick) => pick - (pick % 3) + 1), ...picks.slice(1)],
          value,
        );
        const two = operationAt(
          plain,
          [...others.slice(0, 1).map((pick) => pick - (pick % 3) + 1), ...others.slice(1)],
          other,
        );
        if (
          one.path.length === 0 ||
          two.path.length === 0 ||
          isWithin(one.path, two.path) ||
          isWithin(two.path, one.path)
        )
          return;
        const edits = document.edit([one, two]);
        if (edits === undefined) return;
        const result = parseDocument(applyEdits(file, edits));
        expect(result.root && normal(toPlain(result.root))).toEqual(normal(carriedOut(carriedOut(plain, one), two)));
      }),
      { numRuns: 150 },
    );
  });
});

function isWithin(inner: Path, outer: Path): boolean {
  return outer.every((step, i) => inner[i] === step);
}

describe('any text', () => {
  it('is read without an exception, with spans that slice to their source', () => {
    const bits = fc.constantFrom(
      'a',
      ': ',
      ':',
      '- ',
      '-',
      '\n',
      '\n  ',
      '\r\n ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      ' #',
      '|',
      '>',
      '&a ',
      '*a',
      '!t ',
      '<<: ',
      '? ',
      '\t',
      '\uFEFF',
      '---\n',
      '%',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), fc.constantFrom('a.yaml', 'a.json'), (parts, path) => {
        const file = new SourceFile(path, parts.join(''));
        const document = parseDocument(file);
        for (const comment of commentsOf(file, document.format)) expect(file.slice(comment.span)).toMatch(/^#/);
        const pending = document.root ? [document.root] : [];
        for (let node = pending.pop(); node; node = pending.pop()) {
          if (node.kind === 'scalar') expect(file.slice(node.span)).toBe(node.source);
          expect(node.span.end).toBeGreaterThanOrEqual(node.span.start);
          if (node.kind === 'map') pending.push(...node.entries.map((entry) => entry.value));
          if (node.kind === 'list') pending.push(...node.items);
        }
        const first = document.root?.kind === 'map' ? document.root.entries[0]?.key : 0;
        document.edit([{ op: 'set', path: [first ?? 'x'], value: { k: ['v'] } }]);
        document.edit([{ op: 'remove', path: [first ?? 'x'] }]);
      }),
      { numRuns: 800 },
    );
  });
});
