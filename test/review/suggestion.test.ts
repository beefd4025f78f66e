import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DiffLines } from '#review/anchor';
import { applySuggestion, collide, compose, patchOf, suggestionBlock, suggestionFor } from '#review/suggestion';
import { diffFile, parsePatch } from '#source/diff';
import { applyEdits, type Edit } from '#source/edit';
import { SourceFile } from '#source/file';
import { aFix, fileOf, numbered } from '#test/review/builder';

const NONE: ReadonlySet<number> = new Set();

/** The commentable lines when the change made only these lines of a file new. */
function changed(file: SourceFile, ...lines: number[]): DiffLines {
  const base = file.text
    .split('\n')
    .map((line, index) => (lines.includes(index + 1) ? `old ${line}` : line))
    .join('\n');
  return new DiffLines(diffFile(file.path, base, file.text));
}

function edit(file: SourceFile, from: string, to: string): Edit {
  const start = file.text.indexOf(from);
  return { path: file.path, span: { start, end: start + from.length }, text: to };
}

describe('suggestionFor', () => {
  const file = fileOf(numbered(20));

  it('replaces whole lines, though the edit changes a part of one', () => {
    const made = suggestionFor(file, [edit(file, '8', 'eight')], changed(file, 8), NONE);
    expect(made).toEqual({ path: 'template.yaml', startLine: 8, line: 8, lines: ['line eight'] });
  });

  it('takes the line before with an insertion, the line after where that is not in the hunk', () => {
    const inserted = aFix(file, 9, 0, ['new']).edits;
    expect(suggestionFor(file, inserted, changed(file, 8), NONE)).toMatchObject({
      startLine: 8,
      line: 8,
      lines: ['line 8', 'new'],
    });
    const first = aFix(file, 1, 0, ['new']).edits;
    expect(suggestionFor(file, first, changed(file, 1), NONE)).toMatchObject({
      startLine: 1,
      line: 1,
      lines: ['new', 'line 1'],
    });
    const atHunkStart = aFix(file, 12, 0, ['new']).edits;
    expect(suggestionFor(file, atHunkStart, changed(file, 15), NONE)).toMatchObject({
      line: 12,
      lines: ['new', 'line 12'],
    });
  });

  it('takes a neighbor with a deletion', () => {
    const deleted = aFix(file, 8, 2, []).edits;
    expect(suggestionFor(file, deleted, changed(file, 8), NONE)).toMatchObject({
      startLine: 7,
      line: 9,
      lines: ['line 7'],
    });
    const first = aFix(file, 1, 1, []).edits;
    expect(suggestionFor(file, first, changed(file, 2), NONE)).toMatchObject({
      startLine: 1,
      line: 2,
      lines: ['line 2'],
    });
  });

  it('includes the lines between two edits of one hunk, and declines two hunks', () => {
    const both = [edit(file, '5', 'five'), edit(file, '7', 'seven')];
    expect(suggestionFor(file, both, changed(file, 6), NONE)?.lines).toEqual(['line five', 'line 6', 'line seven']);
    expect(
      suggestionFor(file, [edit(file, '2', 'two'), edit(file, '17', 'x')], changed(file, 2, 17), NONE),
    ).toBeUndefined();
  });

  it('is not made where nothing would change', () => {
    expect(suggestionFor(file, [edit(file, '5', '5')], changed(file, 5), NONE)).toBeUndefined();
    expect(suggestionFor(file, [], changed(file, 5), NONE)).toBeUndefined();
  });

  it('is not made for lines outside of the diff or a fix that touches another file', () => {
    expect(suggestionFor(file, [edit(file, '15', 'x')], changed(file, 5), NONE)).toBeUndefined();
    const elsewhere = { path: 'other.yaml', span: { start: 0, end: 1 }, text: 'x' };
    expect(suggestionFor(file, [edit(file, '5', 'x'), elsewhere], changed(file, 5), NONE)).toBeUndefined();
  });

  it('is not made where GitHub might not write the line ends that are there', () => {
    const crlf = fileOf(numbered(5).replaceAll('\n', '\r\n'));
    expect(suggestionFor(crlf, [edit(crlf, '3', 'x')], changed(crlf, 3), NONE)).toBeUndefined();
    expect(suggestionFor(file, [edit(file, '5', 'x\r\ny')], changed(file, 5), NONE)).toBeUndefined();
    const open = fileOf('a\nb');
    expect(suggestionFor(open, [edit(open, 'b', 'c')], changed(open, 2), NONE)).toBeUndefined();
    expect(suggestionFor(open, [edit(open, 'a', 'c')], changed(open, 2), NONE)).toMatchObject({
      line: 1,
      lines: ['c'],
    });
    const marked = fileOf('\ufeffa\nb\n');
    expect(suggestionFor(marked, [edit(marked, 'a', 'c')], changed(marked, 1), NONE)).toBeUndefined();
    const foreign = new SourceFile('t.yaml', numbered(3), false);
    expect(suggestionFor(foreign, [edit(foreign, '2', 'x')], changed(foreign, 2), NONE)).toBeUndefined();
  });

  it('does not repeat a line with a secret, but replaces it', () => {
    const both = [edit(file, '5', 'five'), edit(file, '7', 'seven')];
    expect(suggestionFor(file, both, changed(file, 6), new Set([6]))).toBeUndefined();
    expect(suggestionFor(file, both, changed(file, 6), new Set([5]))).toBeDefined();
  });

  it('is not made so long that nobody reads it, nor of blank lines alone', () => {
    const long = aFix(
      file,
      5,
      1,
      Array.from({ length: 61 }, (_, n) => `n${n}`),
    ).edits;
    expect(suggestionFor(file, long, changed(file, 5), NONE)).toBeUndefined();
    expect(suggestionFor(file, aFix(file, 5, 1, ['']).edits, changed(file, 5), NONE)).toBeUndefined();
  });

  it('writes exactly what the edits write, whatever they are', () => {
    const lines = fc.array(fc.constantFrom('a', 'b: 1', '  c', '```', '````suggestion', '', '<!-- x -->', '~~~', ' '), {
      maxLength: 25,
    });
    const text = lines.map((all) => all.map((line) => `${line}\n`).join(''));
    const cuts = fc.array(fc.tuple(fc.nat(200), fc.nat(200), fc.constantFrom('', 'x', '\n', 'y\nz\n', '`````')), {
      minLength: 1,
      maxLength: 3,
    });
    let made = 0;
    fc.assert(
      fc.property(text, text, cuts, (base, head, wanted) => {
        const here = fileOf(head);
        const edits: Edit[] = [];
        let from = 0;
        for (const [skip, length, put] of [...wanted].sort((a, b) => a[0] - b[0])) {
          const start = Math.min(head.length, Math.max(from, skip));
          const end = Math.min(head.length, start + (length % 8));
          if (start < from) continue;
          edits.push({ path: here.path, span: { start, end }, text: put });
          from = end + 1;
        }
        const diff = diffFile(here.path, base, head);
        const suggestion = suggestionFor(here, edits, new DiffLines(diff), NONE);
        if (!suggestion) return;
        made++;
        const inOneHunk = diff.hunks.filter((hunk) => {
          const heads = hunk.lines.flatMap((line) => line.head ?? []);
          return heads.includes(suggestion.startLine) && heads.includes(suggestion.line);
        });
        expect(inOneHunk).toHaveLength(1);
        const { startLine, line } = suggestion;
        expect(startLine).toBeLessThanOrEqual(line);
        const body = `text\n\n\`\`\`diff\n-x\n\`\`\`\n\n${suggestionBlock(suggestion)}\n\nmore`;
        const after = applyEdits(here, edits).text;
        expect(applySuggestion(head, { startLine: startLine < line ? startLine : undefined, line, body })).toBe(after);
        expect(after).not.toBe(head);
      }),
      { numRuns: 2000 },
    );
    expect(made).toBeGreaterThan(300);
  });
});

describe('compose', () => {
  const file = fileOf(numbered(9));

  it('joins fixes that keep apart, and takes identical ones once', () => {
    const a = aFix(file, 2, 1, ['two']);
    const b = aFix(file, 5, 1, ['five']);
    expect(compose([b, a, a])).toEqual([...a.edits, ...b.edits]);
  });

  it('declines fixes that touch: nobody verified what they are together', () => {
    expect(compose([aFix(file, 2, 1, ['two']), aFix(file, 2, 1, ['zwei'])])).toBeUndefined();
    expect(compose([aFix(file, 2, 0, ['x']), aFix(file, 2, 0, ['y'])])).toBeUndefined();
    expect(compose([aFix(file, 2, 1, ['two']), aFix(file, 3, 1, ['three'])])).toBeUndefined();
  });

  it('knows which suggestions replace a line in common', () => {
    const one = { path: 'a', startLine: 3, line: 5, lines: ['x'] };
    expect(collide(one, { ...one, startLine: 5, line: 7 })).toBe(true);
    expect(collide(one, { ...one, startLine: 6, line: 7 })).toBe(false);
    expect(collide(one, { ...one, path: 'b' })).toBe(false);
  });
});

describe('patchOf', () => {
  const file = fileOf(numbered(9));
  const at = (path: string) => (path === file.path ? file : undefined);

  it('is a unified diff', () => {
    const patch = patchOf(aFix(file, 5, 1, ['five']).edits, at, () => NONE);
    if (!('diff' in patch)) throw new Error(patch.withheld);
    const [first, second, ...rest] = patch.diff.split('\n');
    expect([first, second]).toEqual(['--- a/template.yaml', '+++ b/template.yaml']);
    expect(parsePatch(rest.join('\n'))[0]?.lines.filter((line) => line.kind !== 'context')).toEqual([
      { kind: 'deleted', base: 5, text: 'line 5' },
      { kind: 'added', head: 5, text: 'five' },
    ]);
  });

  it('is withheld with its reason', () => {
    expect(patchOf(aFix(file, 5, 1, ['five']).edits, at, () => new Set([4]))).toEqual({ withheld: 'secret' });
    expect(
      patchOf(
        aFix(file, 5, 1, ['five']).edits,
        () => undefined,
        () => NONE,
      ),
    ).toEqual({ withheld: 'unknown' });
    expect(patchOf(aFix(file, 5, 1, ['x'.repeat(20_000)]).edits, at, () => NONE)).toEqual({ withheld: 'long' });
  });
});
