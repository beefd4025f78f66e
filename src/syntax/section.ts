import type { Edit } from '#source/edit';
import { contains, type Span } from '#source/span';
import type { DataEntry, DataNode } from '#syntax/document';
import type { Wanted } from '#syntax/draft';
import { Layout } from '#syntax/layout';

/** The lines of one entry of a YAML document, and what is wanted of a document that has these lines alone. */
export interface Section {
  readonly span: Span;
  readonly wanted: Wanted;
}

/** Two steps lead to a resource: what is deeper is small. */
const MAX_DEPTH = 2;

/**
 * The smallest section that holds all edits; undefined when they are not of one entry. From the line of a key up to the line
 * of the next key beside it, block style reads the same alone as in its place: nothing above or below can open or close
 * anything in it. Aliases of what stands elsewhere, and directives, are what a section does not have.
 */
export function sectionOf(text: string, wanted: Wanted, edits: readonly Edit[]): Section | undefined {
  // A directive changes how tags are read.
  if (/^%/m.test(text)) return undefined;
  const layout = new Layout(text, 'yaml');
  let found: Section | undefined;
  let at = wanted;
  let end = text.length;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const [only] = at.below;
    if (only === undefined || at.below.size > 1 || at.added.size > 0 || at.replaced !== undefined) break;
    const [key, below] = only;
    const lines = linesOf(layout, at.node, key, end);
    if (lines === undefined || below.removed === true) break;
    const { entry, span } = lines;
    if (!edits.every((edit) => contains(span, edit.span))) break;
    const node: DataNode = { kind: 'map', span, entries: [entry] };
    found = { span, wanted: { ...at, node, below: new Map([[key, below]]) } };
    at = below;
    end = span.end;
  }
  return found;
}

/** An entry of a block map with its lines, where no other line has a part of it. */
function linesOf(
  layout: Layout,
  node: DataNode,
  key: string | number,
  end: number,
): { readonly entry: DataEntry; readonly span: Span } | undefined {
  if (node.kind !== 'map' || node.merges === true || node.shared === true || layout.isFlow(node)) return undefined;
  const index = node.entries.findIndex((entry) => entry.key === key);
  const entry = node.entries[index];
  if (!entry || node.entries.some((other) => other !== entry && other.key === key)) return undefined;
  const next = node.entries[index + 1];
  const starts = [entry, ...(next ? [next] : [])].map(({ keySpan }) => keySpan.start);
  if (!starts.every((start) => layout.startsLine(start))) return undefined;
  const span = {
    start: layout.lineStart(entry.keySpan.start),
    end: next ? layout.lineStart(next.keySpan.start) : end,
  };
  return span.end > entry.keySpan.end ? { entry, span } : undefined;
}
