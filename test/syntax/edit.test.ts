import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { type Datum, type Operation, type Path, spanOfEntry, Tagged, toPlain } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

const set = (path: Path, value: Datum): Operation => ({ op: 'set', path, value });
const setAfter = (after: string, path: Path, value: Datum): Operation => ({ op: 'set', path, value, after });
const append = (path: Path, value: Datum): Operation => ({ op: 'append', path, value });
const remove = (path: Path): Operation => ({ op: 'remove', path });

/** The text after the operations, or undefined when they are declined. */
function edited(text: string, operations: readonly Operation[], path = 'a.yaml', editable = true): string | undefined {
  const file = new SourceFile(path, text, editable);
  const edits = parseDocument(file).edit(operations);
  return edits && applyEdits(file, edits).text;
}

describe('edit: YAML', () => {
  it.each<[string, string, Operation[], string]>([
    ['keeps quotes and the comment behind', 'a: "x" # c\n', [set(['a'], 'y')], 'a: "y" # c\n'],
    ['fills a key without a value', 'a: # c\nb: 1\n', [set(['a'], 2)], 'a: 2 # c\nb: 1\n'],
    [
      'adds a key at the end of its map',
      'a:\n  b: 1 # c\nd: 2\n',
      [set(['a', 'e'], 'x')],
      'a:\n  b: 1 # c\n  e: x\nd: 2\n',
    ],
    ['adds after a last line without line break', 'a: 1', [set(['b'], 2)], 'a: 1\nb: 2'],
    [
      'makes the maps on the way',
      'a:\n    b: 1\n',
      [set(['c', 'd', 'e'], 1)],
      'a:\n    b: 1\nc:\n    d:\n        e: 1\n',
    ],
    [
      'two keys below one missing map come together',
      'a: 1\n',
      [set(['b', 'c'], 1), set(['b', 'd'], 2)],
      'a: 1\nb:\n  c: 1\n  d: 2\n',
    ],
    ['turns nothing into a block', 'a:\n  p:\n  q: 1\n', [set(['a', 'p', 'x'], 1)], 'a:\n  p:\n    x: 1\n  q: 1\n'],
    ['turns {} into a block', 'a:\n  p: {} # c\n', [set(['a', 'p', 'x'], 1)], 'a:\n  p: # c\n    x: 1\n'],
    ['adds to brackets', 'a: {b: 1}\n', [set(['a', 'c'], ['x', 1])], 'a: {b: 1, c: [x, 1]}\n'],
    [
      'follows the spaces within brackets',
      'a: { b: [x] }\nf: [{ g: 1 }, {}]\n',
      [set(['a', 'c'], { d: ['e'] }), set(['f', 1, 'h'], 2)],
      'a: { b: [x], c: { d: [e] } }\nf: [{ g: 1 }, { h: 2 }]\n',
    ],
    [
      'adds lines after a line, without the blank line that follows it',
      'a:\n  b: 1 # c\n\n  d: 2\n',
      [setAfter('b', ['a', 'v'], 1), setAfter('b', ['a', 'w'], 2)],
      'a:\n  b: 1 # c\n  v: 1\n  w: 2\n\n  d: 2\n',
    ],
    [
      'adds after an entry in brackets',
      'a: {b: 1, d: 2}\n',
      [setAfter('b', ['a', 'v'], 1), setAfter('b', ['a', 'w'], 2), setAfter('d', ['a', 'z'], 3)],
      'a: {b: 1, v: 1, w: 2, d: 2, z: 3}\n',
    ],
    [
      'adds at the end of brackets where a comment follows the entry',
      'a: {\n  b: 1, # c\n  d: 2\n}\n',
      [setAfter('b', ['a', 'x'], 1)],
      'a: {\n  b: 1, # c\n  d: 2,\n  x: 1\n}\n',
    ],
    [
      'adds to brackets over several lines',
      'a: [\n  x, # one\n  y # two\n]\n',
      [append(['a'], 'z')],
      'a: [\n  x, # one\n  y, # two\n  z\n]\n',
    ],
    ['follows dashes below their key', 'a:\n- x\nb:\n  - c: 1\n', [append(['a'], 'w')], 'a:\n- x\n- w\nb:\n  - c: 1\n'],
    [
      'follows indented dashes',
      'a:\n  - x\n',
      [append(['a'], { b: 1, c: ['d'] })],
      'a:\n  - x\n  - b: 1\n    c:\n      - d\n',
    ],
    ['keeps CRLF', 'a:\r\n  b: 1\r\n', [set(['a', 'c'], { d: 'x' })], 'a:\r\n  b: 1\r\n  c:\r\n    d: x\r\n'],
    ['writes tags', 'a: 1\n', [set(['b'], new Tagged('!GetAtt', 'A.Arn'))], 'a: 1\nb: !GetAtt A.Arn\n'],
    [
      'writes a tagged list',
      'a: 1\n',
      [set(['b'], new Tagged('!Join', ['', [new Tagged('!Ref', 'X'), 'y']]))],
      "a: 1\nb: !Join\n  - ''\n  - - !Ref X\n    - 'y'\n",
    ],
    ['replaces a tagged value with its tag', 'a: !Ref B # c\n', [set(['a'], 'x')], 'a: x # c\n'],
    ['replaces a block by a word', 'a: # c\n  b: 1\n  d: 2\ne: 1\n', [set(['a'], 'x')], 'a: x # c\ne: 1\n'],
    ['replaces a text block', 'a: |\n  b\n  c\nd: 1\n', [set(['a'], 'x')], 'a: x\nd: 1\n'],
    ['writes a text block', 'a: 1\n', [set(['b'], 'x\ny\n')], 'a: 1\nb: |\n  x\n  y\n'],
    [
      'changes of a map only what differs',
      'a:\n  # why\n  b: 1\n  c: "2"\n',
      [set(['a'], { b: 1, c: '3' })],
      'a:\n  # why\n  b: 1\n  c: "3"\n',
    ],
    [
      'removes lines with their comment',
      'a: 1\n# of b\nb:\n  c: 1\n  # in b\n\n# of d\nd: 1\n',
      [remove(['b'])],
      'a: 1\n\n# of d\nd: 1\n',
    ],
    ['leaves a comment that stands apart', '# apart\n\nb: 1\nd: 1\n', [remove(['b'])], '# apart\n\nd: 1\n'],
    ['removes the last line of a file', 'a: 1\nb: 2', [remove(['b'])], 'a: 1'],
    ['leaves {} of a map that loses all', 'a:\n  b: 1\nc: 2\n', [remove(['a', 'b'])], 'a: {}\nc: 2\n'],
    ['leaves [] of a list that loses all', 'a:\n  - b\nc: 2\n', [remove(['a', 0])], 'a: []\nc: 2\n'],
    [
      'removes the key that shares its line with the dash',
      'a:\n  - b: 1\n    c: 2\n',
      [remove(['a', 0, 'b'])],
      'a:\n  - c: 2\n',
    ],
    ['removes from brackets', 'a: [x, y, z]\n', [remove(['a', 0]), remove(['a', 2])], 'a: [y]\n'],
    ['removes every entry of a key that stands twice', 'a: 1\nb: 2\na: 3\n', [remove(['a'])], 'b: 2\n'],
    [
      'puts a replacement in place of what it removes',
      'a:\n  b: 1\n  c: 2\n',
      [remove(['a', 'c']), set(['a', 'd'], 3)],
      'a:\n  b: 1\n  d: 3\n',
    ],
  ])('%s', (_, text, operations, expected) => {
    expect(edited(text, operations)).toBe(expected);
  });

  it.each<[Datum, string]>([
    ['*', "'*'"],
    ['yes', "'yes'"],
    ['012', "'012'"],
    ['12', "'12'"],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ['@a', "'@a'"],
    ['', "''"],
    ['2012-10-17', "'2012-10-17'"],
    ["it's", "it's"],
    ["'", `"'"`],
    ['a\tb', '"a\\tb"'],
    ['s3:GetObject', 's3:GetObject'],
    ['arn:aws:s3:::a/*', 'arn:aws:s3:::a/*'],
    ['nodejs22.x', 'nodejs22.x'],
    [true, 'true'],
    [null, 'null'],
    [1.5, '1.5'],
    [{}, '{}'],
    [[], '[]'],
  ])('writes %j as %s', (value, text) => {
    expect(edited('a: b\n', [set(['a'], value)])).toBe(`a: ${text}\n`);
  });

  it.each<[string, string, Operation[]]>([
    ['what an alias shares', 'a: &x\n  b: 1\nc: *x\n', [set(['c', 'b'], 2)]],
    ['what an anchor shares', 'a: &x\n  b: 1\nc: *x\n', [set(['a', 'b'], 2)]],
    ['what a merge key brings', 'a: &x\n  b: 1\nc:\n  <<: *x\n', [set(['c', 'b'], 2)]],
    ['an anchor that is used elsewhere', 'a:\n  b: &x 1\nc: *x\n', [remove(['a'])]],
    ['a file with syntax errors', 'a: "x\nb: 1\n', [set(['b'], 2)]],
    ['a complex key', '? [a]\n: 1\nb: 2\n', [set(['c'], 2)]],
    ['a key below a word', 'a: x\n', [set(['a', 'b'], 1)]],
    ['an index past the end', 'a: [x]\n', [set(['a', 3], 1)]],
    ['an infinite number', 'a: 1\n', [set(['a'], Number.POSITIVE_INFINITY)]],
    ['a tag that would break out', 'a: 1\n', [set(['a'], new Tagged('!x\nb:', 'c'))]],
    ['the whole document', 'a: 1\n', [remove([])]],
  ])('declines %s', (_, text, operations) => {
    expect(edited(text, operations)).toBeUndefined();
  });

  it('declines a file that is not UTF-8', () => {
    expect(edited('a: 1\n', [set(['a'], 2)], 'a.yaml', false)).toBeUndefined();
  });

  it('removing what is not there changes nothing', () => {
    expect(edited('a: 1\n', [remove(['b', 'c'])])).toBe('a: 1\n');
  });
});

describe('edit: JSON', () => {
  const text = '{\n    "a": 1,\n    "b": {\n        "c": ["x", "y"],\n        "d": {}\n    }\n}\n';

  it.each<[string, Operation[], string]>([
    ['replaces', [set(['a'], 'x')], text.replace('1', '"x"')],
    [
      'adds with comma and indentation',
      [set(['b', 'e'], { f: [1] })],
      text.replace('{}\n', '{},\n        "e": {\n            "f": [\n                1\n            ]\n        }\n'),
    ],
    ['adds to a list on one line', [append(['b', 'c'], 'z')], text.replace('"y"]', '"y", "z"]')],
    ['adds after an entry', [setAfter('a', ['k'], [])], text.replace('1,', '1,\n    "k": [],')],
    ['fills {}', [set(['b', 'd', 'k'], 1)], text.replace('{}', '{\n            "k": 1\n        }')],
    ['removes the first', [remove(['a'])], text.replace('"a": 1,\n    ', '')],
    ['removes the last', [remove(['b', 'd'])], text.replace(',\n        "d": {}', '')],
    ['removes all', [remove(['b', 'c', 0]), remove(['b', 'c', 1])], text.replace('["x", "y"]', '[]')],
  ])('%s', (_, operations, expected) => {
    expect(edited(text, operations, 'a.json')).toBe(expected);
  });

  it('stays on one line', () => {
    expect(edited('{"a":1,"b":[1]}', [set(['c'], { d: [1, 2] }), append(['b'], 2)], 'a.json')).toBe(
      '{"a":1,"b":[1,2],"c":{"d":[1,2]}}',
    );
  });

  it('indents with tabs and CRLF', () => {
    expect(edited('{\r\n\t"a": 1\r\n}', [set(['b', 'c'], 1)], 'a.json')).toBe(
      '{\r\n\t"a": 1,\r\n\t"b": {\r\n\t\t"c": 1\r\n\t}\r\n}',
    );
  });

  it('declines tags', () => {
    expect(edited(text, [set(['a'], new Tagged('!Ref', 'X'))], 'a.json')).toBeUndefined();
  });
});

describe('nodes', () => {
  it('toPlain writes the short forms of intrinsics long', () => {
    const document = parseDocument(
      new SourceFile('a.yaml', 'a: !Ref X\nb: !GetAtt A.B.C\nc: !Join ["", [!Sub x]]\nd: !Condition C\n'),
    );
    expect(JSON.stringify(document.root && toPlain(document.root))).toBe(
      '{"a":{"Ref":"X"},"b":{"Fn::GetAtt":["A","B.C"]},"c":{"Fn::Join":["",[{"Fn::Sub":"x"}]]},"d":{"Condition":"C"}}',
    );
  });

  it('spanOfEntry covers key and value', () => {
    const document = parseDocument(new SourceFile('a.yaml', 'a: &x 1\nb: *x\n'));
    const entries = document.root?.kind === 'map' ? document.root.entries : [];
    expect(entries.map((entry) => document.file.slice(spanOfEntry(entry)))).toEqual(['a: &x 1', 'b']);
  });
});
