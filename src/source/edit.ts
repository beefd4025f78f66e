import { SourceFile } from '#source/file';
import { overlaps, type Span } from '#source/span';

/** A replacement of one span of one file. */
export interface Edit {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
}

/** Two of the edits given touch the same text, so that their order would decide the outcome. */
export class OverlappingEdits extends Error {
  constructor(readonly path: string) {
    super(`Two edits of ${path} overlap.`);
    this.name = 'OverlappingEdits';
  }
}

/**
 * The file with the edits made, all at once: spans are of the file as given. Identical edits are made once.
 * @throws OverlappingEdits when two different edits touch the same text
 */
export function applyEdits(file: SourceFile, edits: readonly Edit[]): SourceFile {
  const own = edits
    .filter((edit) => edit.path === file.path)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let text = '';
  let done = 0;
  let previous: Edit | undefined;
  for (const edit of own) {
    if (previous && sameEdit(previous, edit)) continue;
    if (previous && overlaps(previous.span, edit.span)) throw new OverlappingEdits(file.path);
    text += file.text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
    previous = edit;
  }
  return new SourceFile(file.path, text + file.text.slice(done), file.editable);
}

function sameEdit(a: Edit, b: Edit): boolean {
  return a.path === b.path && a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}
