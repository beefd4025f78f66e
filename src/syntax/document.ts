import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import type { Span } from '#source/span';

/** Where a node stands in a document: keys of maps and indexes of lists, from the root. */
export type Path = readonly (string | number)[];

interface NodeBase {
  /** The node as written, without its tag, anchor and trailing comment; for block collections, from the first key or dash. */
  readonly span: Span;
  /** The local YAML tag as written (`!Sub`, `!GetAtt`), where there is one. */
  readonly tag?: string;
  /** True when the node is reached through a YAML alias or merge key, so that editing it changes other places as well. */
  readonly shared?: boolean;
}

/** One `key: value` of a map. */
export interface DataEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DataNode;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  /** In the order written; of a duplicate key all are kept, and the last one counts. YAML merge keys (`<<`) are merged in. */
  readonly entries: readonly DataEntry[];
  /** True when some entries come from YAML merge keys (`<<`). */
  readonly merges?: boolean;
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
}

/** A plain value. YAML 1.1 booleans (`yes`, `on`) are strings here, as CloudFormation reads them. */
export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The text as written, quotes included: what tells `012` from `12`. */
  readonly source: string;
}

export type DataNode = MapNode | ListNode | ScalarNode;

/** A value to be written: plain data, and tagged values (`{ tag: '!Ref', value: 'Table' }`) where the format has tags. */
export type Datum = string | number | boolean | null | readonly Datum[] | { readonly [key: string]: Datum } | Tagged;

/** A value under a YAML tag, written in the short form; formats without tags refuse it. */
export class Tagged {
  constructor(
    readonly tag: string,
    readonly value: Datum,
  ) {}
}

/** A change wanted of a document. In one call of `edit`, indexes of lists are those before any of its operations. */
export type Operation =
  /** Replace the node at the path, or add the last key of the path to the map that holds it, making missing maps on the way. */
  | {
      readonly op: 'set';
      readonly path: Path;
      readonly value: Datum;
      /** The key of the same block map after whose entry a new key is put; without it, and in brackets, at the end. */
      readonly after?: string;
    }
  /** Add an item at the end of the list at the path; the list is made when missing. */
  | { readonly op: 'append'; readonly path: Path; readonly value: Datum }
  /** Remove the entry or item at the path, with its comment and line. */
  | { readonly op: 'remove'; readonly path: Path };

/**
 * One parsed data file. `edit` keeps every byte outside of what it replaces: comments, line breaks, quotes, indentation,
 * flow style and anchors survive; what it writes follows the style of its neighbors. It returns undefined when it cannot
 * promise that (the place is shared through an alias, the file is not editable, a tag in JSON).
 */
export interface Document {
  readonly file: SourceFile;
  readonly format: 'yaml' | 'json';
  /** Undefined when nothing could be read. */
  readonly root: DataNode | undefined;
  /** Syntax errors with their lines. What could be read around them is in `root`. */
  readonly problems: readonly Problem[];
  locate(path: Path): DataNode | undefined;
  edit(operations: readonly Operation[]): readonly Edit[] | undefined;
}

/** The last entry of a key in a map: the one that counts. */
export function entryOf(node: DataNode | undefined, key: string): DataEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.findLast((entry) => entry.key === key);
}

/** The node at a path below a node. */
export function nodeAt(node: DataNode | undefined, path: Path): DataNode | undefined {
  let current = node;
  for (const step of path) {
    if (current?.kind === 'list' && typeof step === 'number') current = current.items[step];
    else if (current?.kind === 'map') current = entryOf(current, String(step))?.value;
    else return undefined;
  }
  return current;
}

/** The entry of a key with its value: from the key's first character to the value's last. */
export function spanOfEntry(entry: DataEntry): Span {
  // An alias leads to a value elsewhere; then the key is all that stands here for certain.
  const isHere = entry.value.span.start >= entry.keySpan.end;
  return { start: entry.keySpan.start, end: isHere ? entry.value.span.end : entry.keySpan.end };
}

/** Plain data, as JSON has it: `JSON.stringify` of it is valid, whatever the document held. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/**
 * The plain data of a node. A tag becomes what `ofTag` makes of its name and value; without `ofTag`, the long form of
 * CloudFormation's intrinsics: `!Ref x` is `{ Ref: x }`, `!Sub x` is `{ 'Fn::Sub': x }`, `!GetAtt a.b` is `{ 'Fn::GetAtt': ['a', 'b'] }`.
 */
export function toPlain(node: DataNode, ofTag: (tag: string, value: Plain) => Plain = longForm): Plain {
  const value = plainValue(node, ofTag);
  return node.tag === undefined ? value : ofTag(node.tag, value);
}

function plainValue(node: DataNode, ofTag: (tag: string, value: Plain) => Plain): Plain {
  if (node.kind === 'scalar') return typeof node.value === 'number' && !Number.isFinite(node.value) ? null : node.value;
  if (node.kind === 'list') return node.items.map((item) => toPlain(item, ofTag));
  const plain: { [key: string]: Plain } = Object.create(null);
  for (const entry of node.entries) plain[entry.key] = toPlain(entry.value, ofTag);
  return plain;
}

function longForm(tag: string, value: Plain): Plain {
  const name = tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  if (name !== 'GetAtt' || typeof value !== 'string') return { [`Fn::${name}`]: value };
  const dot = value.indexOf('.');
  return { 'Fn::GetAtt': dot === -1 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
}
