import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';

/** The edit without the whole lines that it leaves as they are: a script of twenty lines is changed where it changes. */
export function narrowed(edit: Edit, file: SourceFile): Edit {
  const before = file.slice(edit.span);
  const { text } = edit;
  if (!before.includes('\n') || !text.includes('\n')) return edit;
  let same = 0;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) {
    if (before.slice(same, at + 1) !== text.slice(same, at + 1)) break;
    same = at + 1;
  }
  const least = Math.min(before.length, text.length) - same;
  let tail = 0;
  for (let length = 1; length <= least; length += 1) {
    if (before[before.length - length] !== text[text.length - length]) break;
    if (before[before.length - length] === '\n') tail = length;
  }
  return {
    ...edit,
    span: { start: edit.span.start + same, end: edit.span.end - tail },
    text: text.slice(same, text.length - tail),
  };
}
