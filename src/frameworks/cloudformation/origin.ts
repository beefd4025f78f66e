import type { Document, Path } from '#syntax/document';

/** Where the text behind a value or a resource stands, so that a patch finds the place to edit. */
export type Origin =
  /** The node at the path of the document, replaceable as it stands. */
  | { readonly kind: 'written'; readonly document: Document; readonly path: Path }
  /** Another place gives the value: a parameter's default or a mapping's entry, named `shared` for the reader of a refusal. */
  | {
      readonly kind: 'parameter' | 'mapping';
      readonly name: string;
      /** Where the value itself stands: the parameter's `Default`, the mapping's entry. */
      readonly document: Document;
      readonly path: Path;
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
