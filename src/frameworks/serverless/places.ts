import type { Span } from '#source/span';
import type { DataNode, Document } from '#syntax/document';

const DOCUMENTS = new WeakMap<Span, Document>();
const PARENTS = new WeakMap<DataNode, DataNode>();
const MAX_NODES = 2_000_000;

/**
 * Remembers of every span of a document that it is one of it: nodes of several documents become one tree, and what is made of
 * them is placed at their spans.
 */
export function placeDocument(document: Document): void {
  const { root } = document;
  if (!root || DOCUMENTS.has(root.span)) return;
  const stack: DataNode[] = [root];
  let budget = MAX_NODES;
  for (let node = stack.pop(); node && budget > 0; node = stack.pop(), budget -= 1) {
    DOCUMENTS.set(node.span, document);
    const inner =
      node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map((entry) => entry.value) : [];
    if (node.kind === 'map') for (const entry of node.entries) DOCUMENTS.set(entry.keySpan, document);
    for (const one of inner) {
      if (PARENTS.has(one)) continue;
      PARENTS.set(one, node);
      stack.push(one);
    }
  }
}

/** The document that a span is of; undefined for a span that no document has. */
export function documentOf(span: Span): Document | undefined {
  return DOCUMENTS.get(span);
}

/** The list or map that a node of a placed document stands in. */
export function parentOf(node: DataNode): DataNode | undefined {
  return PARENTS.get(node);
}

/** What is known of a node that variables gave, or that was made while they were resolved. */
export interface Note {
  /** The node as it stands in its document. */
  readonly original?: DataNode;
  /** The variable whose value a deployment can choose otherwise: `opt:stage`, `env:TABLE`. */
  readonly parameter?: string;
  /** Why nobody can know the value: a short phrase. */
  readonly unknown?: string;
}

const NOTES = new WeakMap<DataNode, Note>();

/** Remembers something of a node; gives the same node back. */
export function withNote<T extends DataNode>(node: T, note: Note): T {
  NOTES.set(node, { ...NOTES.get(node), ...note });
  return node;
}

export function noteOf(node: DataNode): Note {
  return NOTES.get(node) ?? {};
}

/** The node as it stands in its document. */
export function originalOf(node: DataNode): DataNode {
  return NOTES.get(node)?.original ?? node;
}
