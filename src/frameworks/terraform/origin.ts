import type { MaskedJson } from '#frameworks/terraform/heredoc-json';
import type { BlockRow, MadeRow, Row } from '#frameworks/terraform/types/table';
import type { Datum } from '#model/patch';
import type { Value } from '#model/value';
import type { DataNode } from '#syntax/document';
import type { Attribute, Block, Body, Expression, HclDocument, ObjectItem } from '#syntax/hcl/ast';

/** Where the text behind a value stands, so that a patch finds the place to edit. */
export type Origin =
  /** The expression is the value; `holder` is what goes when the value is removed. */
  | {
      readonly kind: 'expression';
      readonly document: HclDocument;
      readonly expression: Expression;
      readonly holder?: Attribute | ObjectItem;
      /** The block whose argument it is, where it is one: all instances of the block read it. */
      readonly block?: Block;
    }
  /** A value of the JSON that stands in a heredoc. */
  | { readonly kind: 'json'; readonly masked: MaskedJson; readonly node: DataNode }
  /** A map that is the body of a block. */
  | {
      readonly kind: 'body';
      readonly document: HclDocument;
      readonly body: Body;
      /** The resource's, data source's or module's block that the body is of or within. */
      readonly block: Block;
      /** The nested block that it is, for removing it. */
      readonly nested?: Block;
    }
  /** The list of all nested blocks of a type in a body. */
  | {
      readonly kind: 'blocks';
      readonly document: HclDocument;
      readonly body: Body;
      readonly block: Block;
      readonly type: string;
    }
  /** Something that others may read as well gives the value: a variable's default, an entry of a variables file, a local value. */
  | {
      readonly kind: 'shared';
      readonly by: Sharer;
      readonly of: Origin;
      /** The expression that names it, for the value as a whole: what is taken out is taken out there. */
      readonly use?: Origin;
    }
  /** A map that rows make of a body; several, where companions belong to a resource. */
  | { readonly kind: 'lowered'; readonly sources: readonly LoweredSource[] }
  /** A list or map that a row makes of blocks. */
  | { readonly kind: 'items'; readonly row: BlockRow; readonly body: Value }
  /** What a conversion makes of a value. */
  | { readonly kind: 'converted'; readonly from: Value; readonly back?: (datum: Datum) => Datum | undefined }
  /** What a function makes of a body. */
  | { readonly kind: 'made'; readonly row: MadeRow; readonly body: Value }
  /** Text that must not be touched, and why: a short phrase. */
  | { readonly kind: 'fixed'; readonly why: string };

/** What gives a value by a name. */
export interface Sharer {
  /** `var.memory`, `local.tags`: for the reader of a refusal. */
  readonly name: string;
  /** Whether only one place of what is deployed reads it. */
  serves(): boolean;
}

/** One body that a lowered map was made of. */
export interface LoweredSource {
  readonly rows: readonly Row[];
  readonly body: Value;
}

const ORIGINS = new WeakMap<object, Origin>();

/** Remembers where a value was written; gives the same object back. */
export function withOrigin<T extends object>(what: T, origin: Origin): T {
  ORIGINS.set(what, origin);
  return what;
}

/** Where a value was written; undefined for what the lens made up. */
export function originOf(what: object): Origin | undefined {
  return ORIGINS.get(what);
}
