import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffFile, diffTexts, formatPatch, type Hunk, hunkAt, parsePatch } from '#source/diff';

/** Applies hunks as `patch` does, checking that context and deleted lines are what the base has. */
function apply(base: string, hunks: readonly Hunk[]): string {
  const lines = base.split('\n');
  const last = lines.pop() ?? '';
  const old = [...lines.map((line) => `${line}\n`), ...(last === '' ? [] : [last])];
  const out: string[] = [];
  let at = 1;
  for (const hunk of hunks) {
    const first = hunk.base.count === 0 ? hunk.base.start + 1 : hunk.base.start;
    while (at < first) out.push(old[at++ - 1] ?? '');
    if (hunk.head.count > 0) expect(out.length + 1).toBe(hunk.head.start);
    for (const line of hunk.lines) {
      const text = line.text + (line.unterminated ? '' : '\n');
      if (line.kind !== 'added') {
        expect(line.base).toBe(at);
        expect(old[at - 1]).toBe(text);
        at++;
      }
      if (line.kind !== 'deleted') {
        out.push(text);
        expect(line.head).toBe(out.length);
      }
    }
  }
  return out.join('') + old.slice(at - 1).join('');
}

const line = fc.constantFrom('a', 'b', 'c', '', '  d', '@@ -1 +1 @@', '\\ no', '+x', '-y', 'e\r');
const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.boolean())
  .map(([lines, terminated]) => lines.join('\n') + (terminated && lines.length > 0 ? '\n' : ''));

describe('diffTexts', () => {
  it('gives hunks that turn the base into the head', () => {
    fc.assert(
      fc.property(text, text, (base, head) => {
        expect(apply(base, diffTexts(base, head))).toBe(head);
      }),
      { numRuns: 500 },
    );
  });

  it('gives hunks that a patch carries unchanged', () => {
    fc.assert(
      fc.property(text, text, (base, head) => {
        const hunks = diffTexts(base, head);
        expect(parsePatch(formatPatch(hunks))).toEqual(hunks);
      }),
    );
  });

  it('shows three lines around a change and joins changes that are near', () => {
    const base = Array.from({ length: 30 }, (_, n) => `line ${n + 1}\n`).join('');
    const far = diffTexts(base, base.replace('line 5\n', 'five\n').replace('line 20\n', 'twenty\n'));
    expect(far.map((hunk) => [hunk.head.start, hunk.head.count])).toEqual([
      [2, 7],
      [17, 7],
    ]);
    const near = diffTexts(base, base.replace('line 5\n', 'five\n').replace('line 12\n', 'twelve\n'));
    expect(near.map((hunk) => [hunk.head.start, hunk.head.count])).toEqual([[2, 14]]);
  });

  it('counts new, emptied and deleted files as git does', () => {
    expect(formatPatch(diffTexts(undefined, 'a\nb\n'))).toBe('@@ -0,0 +1,2 @@\n+a\n+b');
    expect(formatPatch(diffTexts('a\n', ''))).toBe('@@ -1,1 +0,0 @@\n-a');
    expect(diffTexts('', undefined)).toEqual([]);
    expect(formatPatch(diffTexts('a', 'a\n'))).toBe('@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a');
  });

  it('takes carriage returns as part of the line', () => {
    expect(formatPatch(diffTexts('a\r\nb\r\n', 'a\r\nb\n'))).toBe('@@ -1,2 +1,2 @@\n a\r\n-b\r\n+b');
  });

  it('replaces everything between the first and the last difference when there are too many', () => {
    const base = Array.from({ length: 5000 }, (_, n) => `old ${n}\n`).join('');
    const head = Array.from({ length: 5000 }, (_, n) => `new ${n}\n`).join('');
    const hunks = diffTexts(`same\n${base}`, `same\n${head}`);
    expect(hunks).toHaveLength(1);
    expect(apply(`same\n${base}`, hunks)).toBe(`same\n${head}`);
  });

  it('tells what became of the file', () => {
    expect(diffFile('a', undefined, 'x\n').status).toBe('added');
    expect(diffFile('a', 'x\n', undefined).status).toBe('removed');
    expect(diffFile('a', 'x\n', 'y\n').status).toBe('modified');
    expect(diffFile('a', 'x\n', 'x\n', 'b')).toEqual({
      path: 'a',
      previousPath: 'b',
      status: 'renamed',
      hunks: [],
      complete: true,
    });
  });
});

describe('parsePatch', () => {
  it('does not count the marker of a missing line break as a line', () => {
    const [hunk] = parsePatch(
      '@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file',
    );
    expect(hunk?.lines).toEqual([
      { kind: 'context', base: 1, head: 1, text: 'a' },
      { kind: 'deleted', base: 2, text: 'b', unterminated: true },
      { kind: 'added', head: 2, text: 'c', unterminated: true },
    ]);
  });

  it('takes an empty line within a hunk as an empty context line, and none after its end', () => {
    const [hunk] = parsePatch('@@ -1,2 +1,2 @@\n a\n\n\n');
    expect(hunk?.lines.map((one) => one.text)).toEqual(['a', '']);
  });

  it('covers only the lines that are there when the patch ends early', () => {
    const [hunk] = parsePatch('@@ -1,9 +1,9 @@\n a\n+b');
    expect(hunk?.base).toEqual({ start: 1, count: 1 });
    expect(hunk?.head).toEqual({ start: 1, count: 2 });
  });

  it('leaves out what the header does not count and what follows a malformed header', () => {
    const hunks = parsePatch('@@ -1 +1 @@\n-a\n+b\n+c\n-d\n@@ nonsense @@\n+e\n@@ -8,0 +9 @@\n+f');
    expect(hunks.map((hunk) => hunk.lines.map((one) => one.text))).toEqual([['a', 'b'], ['f']]);
  });

  it('reads a million lines of a lying header', () => {
    const [hunk] = parsePatch(`@@ -1,999999999 +1,999999999 @@\n${'\n'.repeat(1_000_000)}`);
    expect(hunk?.lines).toHaveLength(1_000_001);
  });

  it('finds the hunk of a line', () => {
    const file = diffFile('a', 'a\nb\n', 'a\nc\n');
    expect(hunkAt(file, 2)).toBe(file.hunks[0]);
    expect(hunkAt(file, 3)).toBeUndefined();
  });
});
