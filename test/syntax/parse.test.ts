import { describe, expect, it } from '@jest/globals';
import { SourceFile } from '#source/file';
import type { DataNode } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

function parse(text: string, path = 'template.yaml') {
  return parseDocument(new SourceFile(path, text));
}

/** Plain data of a node, tags as `{ '!Tag': value }`. */
function plain(node: DataNode | undefined): unknown {
  if (node === undefined) return undefined;
  const value =
    node.kind === 'scalar'
      ? node.value
      : node.kind === 'list'
        ? node.items.map(plain)
        : Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
  return node.tag === undefined ? value : { [node.tag]: value };
}

describe('parseDocument: format', () => {
  it.each([
    ['a.json', '{"a": 1}', 'json'],
    ['a.template', '{"a": 1}', 'json'],
    ['a.yaml', '\n  {"a": 1}', 'json'],
    ['a.template', 'a: 1', 'yaml'],
    ['a.yaml', '{a: 1}', 'yaml'],
    ['a.template', '{a: !Ref b}', 'yaml'],
    ['a.json', '\uFEFF{"a": 1}', 'json'],
  ])('%s with %j is %s', (path, text, format) => {
    const document = parse(text, path);
    expect(document.format).toBe(format);
    expect(document.problems).toEqual([]);
    expect(document.root?.kind).toBe('map');
  });
});

describe('parseDocument: YAML values', () => {
  it.each([
    ['2012-10-17', '2012-10-17'],
    ['yes', 'yes'],
    ['on', 'on'],
    ['true', true],
    ['012', '012'],
    ['0o14', '0o14'],
    ['0x1F', 31],
    ['12', 12],
    ['-3.5', -3.5],
    ['1e3', 1000],
    ['.inf', '.inf'],
    ['~', null],
    ['', null],
    ['"a\\tb"', 'a\tb'],
    ["'it''s'", "it's"],
    ['!!str 12', '12'],
    ['12:30', '12:30'],
    ['1_000', '1_000'],
  ])('%s reads as %j', (source, value) => {
    const document = parse(`a: ${source}\n`);
    expect(document.problems).toEqual([]);
    expect(plain(document.locate(['a']))).toEqual(value);
  });

  it('keeps local tags on scalars, lists and maps', () => {
    const document = parse('a: !Sub "x y"\nb: !Join ["", [x]]\nc: !Foo\n  d: 1\ne: !Ref\n');
    expect(plain(document.root)).toEqual({
      a: { '!Sub': 'x y' },
      b: { '!Join': ['', ['x']] },
      c: { '!Foo': { d: 1 } },
      e: { '!Ref': '' },
    });
  });

  it('reads keys as text, as typed', () => {
    expect(plain(parse('200: a\n012: b\ntrue: c\n"q": d\n').root)).toEqual({ 200: 'a', '012': 'b', true: 'c', q: 'd' });
  });

  it('reports a duplicate key at its line and lets the last one count', () => {
    const document = parse('a: 1\nb: 2\na: 3\n');
    expect(document.problems).toMatchObject([{ kind: 'partial', line: 3 }]);
    expect(document.locate(['a'])).toMatchObject({ value: 3 });
  });

  it('reads the first document only and says so', () => {
    const document = parse('---\na: 1\n---\nb: 2\n');
    expect(plain(document.root)).toEqual({ a: 1 });
    expect(document.problems).toMatchObject([{ kind: 'partial', line: 4 }]);
  });

  it('reads nothing from nothing', () => {
    for (const text of ['', '\n', '# only\n', '---\n', '\uFEFF'])
      expect(parse(text)).toMatchObject({ root: undefined, problems: [] });
  });
});

describe('parseDocument: positions', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('every value slices to its text (%s)', (_, eol) => {
    const text = [
      '# head',
      '',
      'A: !Sub "x" # tail',
      'E:   # nothing',
      '  # inside',
      '',
      'L:',
      '  - one',
      '  -',
      '  # between',
      '',
      '  # more',
      '  - {k: v, w: [1, 2]}',
      'T: |',
      '  abc',
      '',
      '  def',
      '',
      'Z: end',
    ].join(eol);
    const document = parse(text);
    expect(document.problems).toEqual([]);
    const at = (...path: (string | number)[]) => {
      const node = document.locate(path);
      return node && document.file.slice(node.span);
    };
    expect(at('A')).toBe('"x"');
    expect(document.locate(['E'])?.span).toEqual({ start: text.indexOf('E:') + 2, end: text.indexOf('E:') + 2 });
    expect(at('L', 0)).toBe('one');
    expect(document.locate(['L', 1])?.span.start).toBe(text.indexOf(`-${eol}`) + 1);
    expect(at('L', 2)).toBe('{k: v, w: [1, 2]}');
    expect(at('L', 2, 'w', 1)).toBe('2');
    expect(at('T')).toBe(['|', '  abc', '', '  def'].join(eol));
    expect(at('Z')).toBe('end');
    expect(document.locate(['T'])).toMatchObject({ value: 'abc\n\ndef\n' });
  });

  it('counts from after a byte order mark', () => {
    const yaml = parse('\uFEFFa: x\n');
    expect(yaml.file.slice(yaml.locate(['a'])?.span ?? { start: 0, end: 0 })).toBe('x');
    const json = parse('\uFEFF{"a": "x"}', 'a.json');
    expect(json.file.slice(json.locate(['a'])?.span ?? { start: 0, end: 0 })).toBe('"x"');
  });
});

describe('parseDocument: anchors', () => {
  const text = 'x: &a\n  k: 1\n  z: 2\ny: *a\nw:\n  <<: *a\n  k: 3\nm:\n  <<: [*a, {z: 4, q: 5}]\n';

  it('resolves aliases and merge keys', () => {
    expect(plain(parse(text).root)).toEqual({
      x: { k: 1, z: 2 },
      y: { k: 1, z: 2 },
      w: { z: 2, k: 3 },
      m: { k: 1, z: 2, q: 5 },
    });
  });

  it('marks what several places share, at the place where it is written', () => {
    const document = parse(text);
    for (const path of [
      ['x', 'k'],
      ['y', 'k'],
      ['w', 'z'],
      ['m', 'q'],
    ])
      expect(document.locate(path)?.shared).toBe(true);
    for (const path of [['w', 'k'], ['w'], ['m'], []]) expect(document.locate(path)?.shared).toBeUndefined();
    expect(document.locate(['w', 'z'])?.span.start).toBe(text.indexOf('2'));
  });

  it('takes an alias to itself or to nothing for a syntax error', () => {
    expect(parse('a: &x [*x]\nb: *nope\n').problems).toMatchObject([{ line: 1 }, { line: 2 }]);
  });
});

describe('parseDocument: half-written files', () => {
  it('reads around errors and tells their lines', () => {
    const document = parse('a:\n  b: 1\n  c: "x"\n  Proper\nd: [1, 2\ne: 3\n');
    expect(document.problems.map((problem) => problem.line)).toEqual([4, 5]);
    expect(plain(document.root)).toMatchObject({ a: { b: 1, c: 'x' }, d: [1, 2], e: 3 });
  });

  it('reads JSON around errors', () => {
    const document = parse('{"a": [1, 2,],\n "b" 3,\n "c": {"d": "x"}\n', 'a.json');
    expect(document.problems.map((problem) => problem.line)).toEqual([1, 2, 4]);
    expect(plain(document.root)).toMatchObject({ a: [1, 2], c: { d: 'x' } });
  });

  it('speaks of tabs', () => {
    expect(parse('a:\n\tb: 1\n').problems).toMatchObject([
      { line: 2, message: 'A tab cannot indent YAML; use spaces.' },
    ]);
  });
});

describe('parseDocument: limits', () => {
  it.each([
    ['flow lists', '['.repeat(3000) + ']'.repeat(3000)],
    ['flow maps', 'x: '.concat('{a: '.repeat(3000), '}'.repeat(3000))],
    ['dashes on one line', '- '.repeat(3000)],
    ['question marks', '? '.repeat(3000)],
    ['indented maps', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['brackets behind a quote', `a: "'"\nb: ${'['.repeat(3000)}`],
    ['brackets behind a block text', `a: |\n  "\nb: ${'['.repeat(3000)}`],
    [
      'aliases within aliases',
      Array.from({ length: 300 }, (_, i) => `k${i}: &a${i} [${i ? `*a${i - 1}` : 'x'}]`).join('\n'),
    ],
  ])('nesting: %s', (_, text) => {
    expect(parse(text)).toMatchObject({
      root: undefined,
      problems: [{ kind: 'unreadable', message: expect.stringMatching(/nests over 200 levels/) }],
    });
  });

  it('nesting of JSON, however deep', () => {
    const document = parse('[{"a":'.repeat(1_000_000), 'a.json');
    expect(document).toMatchObject({ root: undefined, problems: [{ kind: 'unreadable', line: 1 }] });
  });

  it('reads 190 levels', () => {
    expect(parse('['.repeat(190) + ']'.repeat(190), 'a.json').problems).toEqual([]);
    expect(parse(`a: ${'['.repeat(190)}${']'.repeat(190)}`).problems).toEqual([]);
  });

  it('an alias bomb', () => {
    const nine = (name: string) => `[${Array(9).fill(name).join(', ')}]`;
    const bomb = Array.from({ length: 12 }, (_, i) => `k${i}: &a${i} ${nine(i ? `*a${i - 1}` : 'x')}`).join('\n');
    expect(parse(bomb)).toMatchObject({
      root: undefined,
      problems: [{ kind: 'unreadable', message: expect.stringMatching(/over 1,000,000 values/) }],
    });
  });

  it('a bomb of merge keys', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `k${i}: &a${i}\n  ${i ? `<<: *a${i - 1}\n  ` : ''}p${i}: 1`);
    expect(parse(lines.join('\n'))).toMatchObject({
      root: undefined,
      problems: [{ message: expect.stringMatching(/over 1,000,000 values/) }],
    });
  });

  it('a heap of tags', () => {
    expect(parse(`a: ${'!x '.repeat(100)}`).problems).toMatchObject([
      { message: expect.stringMatching(/tags and anchors/) },
    ]);
  });

  it('a file over 10 MB', () => {
    expect(parse(' '.repeat(11 * 1024 * 1024)).problems).toMatchObject([
      { message: expect.stringMatching(/over 10 MB/) },
    ]);
  });

  it('tells at most fifty problems', () => {
    expect(parse('- :\n"x\n'.repeat(2000)).problems.length).toBeLessThanOrEqual(50);
    expect(parse('a\n :\n'.repeat(2000)).problems.length).toBeLessThanOrEqual(50);
    expect(parse(`{${'"a" 1 '.repeat(2000)}`, 'a.json').problems.length).toBeLessThanOrEqual(50);
  });
});

describe('parseDocument: recovery', () => {
  it.each(['\nb: [\n', '\n a: "x\n: y\n', '\n\n- ]\n\ta', '\n}'])(
    'ends on %j, which starts with a line break',
    (text) => {
      expect(parse(text).problems.length).toBeGreaterThan(0);
    },
  );

  it('keeps what an unclosed quote would swallow', () => {
    const document = parse('a: "x\nb: [1, 2]\nc: 3\n');
    expect(document.problems).toMatchObject([{ line: 1 }]);
    expect(plain(document.root)).toEqual({ b: [1, 2], c: 3 });
  });

  it('keeps the sibling of a word that is still being typed', () => {
    const document = parse('R:\n  A:\n    Proper\n    Type: X\n  B:\n    Type: Y\n');
    expect(document.problems).toMatchObject([{ line: 3 }]);
    expect(plain(document.root)).toEqual({ R: { A: { Type: 'X' }, B: { Type: 'Y' } } });
  });

  it('reads brackets and quotes that continue at any indentation, as CloudFormation does', () => {
    const document = parse("a:\n  b: [{\n  x: 1\n}]\n  c: '{\n}'\n  d: 1\n");
    expect(document.problems).toEqual([]);
    expect(plain(document.root)).toEqual({ a: { b: [{ x: 1 }], c: '{ }', d: 1 } });
  });
});
