import type { DataNode, Document, Path } from '#syntax/document';

/** Where the text behind a value or a resource stands, so that a patch finds the place to edit. */
export type Origin =
  /** The node of the document, replaceable as it stands; or what is missing below it, at the path from it. */
  | { readonly kind: 'written'; readonly document: Document; readonly node: DataNode; readonly below?: Path }
  /** Another place gives the value: a parameter's default or a mapping's entry, named `shared` for the reader of a refusal. */
  | {
      readonly kind: 'parameter' | 'mapping';
      readonly name: string;
      /** Where the value itself stands: the parameter's `Default`, the mapping's entry. */
      readonly document: Document;
      readonly node: DataNode;
    }
  /** Text that must not be touched, and why: a short phrase. */
  | { readonly kind: 'fixed'; readonly why: string };

const ORIGINS = new WeakMap<object, Origin>();

/** Remembers where a value, or a resource, was written; gives the same object back. */
export function withOrigin<T extends object>(what: T, origin: Origin): T {
  ORIGINS.set(what, origin);
  return what;
}

/** Where a value or a resource was written; undefined for what a lens made up. */
export function originOf(what: object): Origin | undefined {
  return ORIGINS.get(what);
}

const PATHS = new WeakMap<Document, Map<DataNode, Path>>();
const MAX_INDEXED = 4_000_000;

/** The path of a node in its document; undefined for a node that is not of it. The first asking indexes the document. */
export function pathOf(document: Document, node: DataNode): Path | undefined {
  let paths = PATHS.get(document);
  if (!paths) {
    paths = new Map();
    if (document.root) index(document.root, [], paths);
    PATHS.set(document, paths);
  }
  return paths.get(node);
}

function index(node: DataNode, path: Path, into: Map<DataNode, Path>): void {
  if (into.has(node) || into.size > MAX_INDEXED) return;
  into.set(node, path);
  if (node.kind === 'list')
    node.items.forEach((item, at) => {
      index(item, [...path, at], into);
    });
  else if (node.kind === 'map') for (const { key, value } of node.entries) index(value, [...path, key], into);
}
