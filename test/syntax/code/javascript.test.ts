import { beforeAll, describe, expect, test } from '@jest/globals';
import { grammarFiles } from '#cli/grammar-files';
import { SourceFile } from '#source/file';
import { readCode } from '#syntax/code/code';
import type { CodeModule } from '#syntax/code/form';
import { Grammars } from '#syntax/code/grammars';
import { print } from '#test/syntax/code/print';

const grammars = new Grammars(grammarFiles);

beforeAll(() => grammars.load(['javascript', 'typescript', 'tsx']));

function read(text: string, path = 'a.js'): CodeModule {
  const module = readCode(new SourceFile(path, text), grammars);
  if (!module) throw new Error('not read');
  return module;
}

const js = (text: string) => print(read(text));
const ts = (text: string) => print(read(text, 'a.ts'));
const tsx = (text: string) => print(read(text, 'a.tsx'));

describe('expressions', () => {
  test.each([
    ['a.b["c"][0][d]', 'a.b["c"]["0"][d]'],
    ['a?.b?.[c]?.(d)', 'a?.b?.[c]?.(d)'],
    ['new A(1, ...b)', 'new A(1, ...b)'],
    ['a + b * -c', '(a + (b * (- c)))'],
  ])('%s', (text, expected) => expect(js(text)).toBe(expected));

  test.each([['a!.b as C', 'a.b']])('%s', (text, expected) => expect(ts(text)).toBe(expected));
  test.each([['<a b="c">d</a>', '<a b: "c">("d")']])('%s', (text, expected) => expect(tsx(text)).toBe(expected));
});
