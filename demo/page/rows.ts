import type { StructuredPatchHunk } from 'diff';

/** One line of a diff as it is shown: with its number on each side that has it. */
export interface Row {
  readonly kind: 'same' | 'added' | 'deleted';
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly text: string;
}

/** The rows of a hunk. */
export function rowsOf(hunk: Pick<StructuredPatchHunk, 'oldStart' | 'newStart' | 'lines'>): Row[] {
  let [left, right] = [hunk.oldStart, hunk.newStart];
  return hunk.lines.flatMap((line): Row[] => {
    const text = line.slice(1);
    if (line.startsWith('+')) return [{ kind: 'added', left: undefined, right: right++, text }];
    if (line.startsWith('-')) return [{ kind: 'deleted', left: left++, right: undefined, text }];
    // "\ No newline at end of file" is no line of either side.
    return line.startsWith('\\') ? [] : [{ kind: 'same', left: left++, right: right++, text }];
  });
}

/** The rows of `diff_hunk`, the text that GitHub keeps with a comment. */
export function rowsOfText(hunk: string): Row[] {
  const [head = '', ...lines] = hunk.split('\n');
  const start = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(head);
  return rowsOf({ oldStart: Number(start?.[1] ?? 1), newStart: Number(start?.[2] ?? 1), lines });
}
