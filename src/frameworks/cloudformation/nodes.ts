import type { Span } from '#source/span';
import type { DataEntry, DataNode, ListNode, MapNode, ScalarNode } from '#syntax/document';
import { entryOf } from '#syntax/document';

/** Data to make nodes from: nodes that the author wrote keep their place, everything else is placed where it is made for. */
export type Plain =
  | DataNode
  | string
  | number
  | boolean
  | readonly (Plain | undefined)[]
  | { readonly [key: string]: Plain | undefined };

function isNode(value: Plain): value is DataNode {
  return typeof value === 'object' && 'kind' in value && 'span' in value;
}

/** Nodes for data that SAM generates, placed at `at`: what the author wrote to get it. Undefined entries are left out. */
export function node(value: Plain, at: Span): DataNode {
  if (typeof value !== 'object') return { kind: 'scalar', value, source: String(value), span: at };
  if (isNode(value)) return value;
  if (Array.isArray(value)) {
    const items = (value as readonly (Plain | undefined)[]).filter((item) => item !== undefined);
    return { kind: 'list', items: items.map((item) => node(item, at)), span: at };
  }
  return mapOf(value as { readonly [key: string]: Plain | undefined }, at);
}

/** A map made of data; see `node`. */
export function mapOf(record: { readonly [key: string]: Plain | undefined }, at: Span): MapNode {
  const entries: DataEntry[] = [];
  for (const [key, value] of Object.entries(record)) {
    if (value !== undefined) entries.push({ key, keySpan: at, value: node(value, at) });
  }
  return { kind: 'map', entries, span: at };
}

export function emptyMap(at: Span): MapNode {
  return { kind: 'map', entries: [], span: at };
}

/** The value of a map's entry; undefined for anything but a map, and for an entry without a value. */
export function get(of: DataNode | undefined, ...keys: readonly string[]): DataNode | undefined {
  let current = of;
  for (const key of keys) current = entryOf(current, key)?.value;
  return isNull(current) ? undefined : current;
}

/** A scalar of null: SAM treats a key without a value as absent. */
export function isNull(of: DataNode | undefined): boolean {
  return of?.kind === 'scalar' && of.value === null && of.tag === undefined;
}

/** The string that a node literally is. */
export function stringOf(of: DataNode | undefined): string | undefined {
  if (of?.kind !== 'scalar' || of.tag !== undefined) return undefined;
  return typeof of.value === 'string' ? of.value : undefined;
}

/** The literal string, number or boolean of a node, as text. */
export function literal(of: DataNode | undefined): string | undefined {
  if (of?.kind !== 'scalar' || of.tag !== undefined || of.value === null) return undefined;
  return String(of.value);
}

/** Whether a node is literally true; SAM's own booleans are not accepted as strings. */
export function isTrue(of: DataNode | undefined): boolean {
  return of?.kind === 'scalar' && of.tag === undefined && of.value === true;
}

/** A scalar other than null that a program would take for true: not false, 0 or empty; every list and map that has something. */
export function isTruthy(of: DataNode | undefined): of is DataNode {
  if (!of) return false;
  if (of.tag !== undefined) return true;
  if (of.kind === 'list') return of.items.length > 0;
  if (of.kind === 'map') return of.entries.length > 0;
  return of.value !== null && of.value !== false && of.value !== '' && of.value !== 0;
}

/** Entries of a map, the last one of each key; none for anything else. */
export function entriesOf(of: DataNode | undefined): readonly DataEntry[] {
  if (of?.kind !== 'map' || callOf(of)) return [];
  const last = new Map<string, DataEntry>();
  for (const entry of of.entries) last.set(entry.key, entry);
  return [...last.values()];
}

/** Items of a list; a single value where a list belongs is a list of one. */
export function itemsOf(of: DataNode | undefined): readonly DataNode[] {
  if (!of) return [];
  return of.kind === 'list' && of.tag === undefined ? of.items : [of];
}

/** An intrinsic function in either form, by its long name: `Ref`, `Condition`, `Fn::If`. */
export interface Call {
  readonly name: string;
  readonly argument: DataNode;
}

/** The intrinsic function that a node is, in the short form (`!Sub x`) or the long one (`Fn::Sub: x`). */
export function callOf(of: DataNode | undefined): Call | undefined {
  if (!of) return undefined;
  if (of.tag !== undefined) {
    if (!of.tag.startsWith('!') || of.tag.startsWith('!!')) return undefined;
    const name = of.tag.slice(1);
    const { tag: _, ...argument } = of;
    return { name: name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`, argument };
  }
  if (of.kind !== 'map' || of.entries.length !== 1) return undefined;
  const only = of.entries[0];
  if (!only || (only.key !== 'Ref' && only.key !== 'Condition' && !only.key.startsWith('Fn::'))) return undefined;
  return { name: only.key, argument: only.value };
}

/** The name that a `Ref` refers to. */
export function refOf(of: DataNode | undefined): string | undefined {
  const call = callOf(of);
  return call?.name === 'Ref' ? stringOf(call.argument) : undefined;
}

/** The logical ID that a `Ref` or `Fn::GetAtt` names. */
export function logicalIdOf(of: DataNode | undefined): string | undefined {
  const call = callOf(of);
  if (call?.name === 'Ref') return stringOf(call.argument);
  if (call?.name !== 'Fn::GetAtt') return undefined;
  if (call.argument.kind === 'list') return stringOf(call.argument.items[0]);
  return stringOf(call.argument)?.split('.')[0];
}

export function isNoValue(of: DataNode | undefined): boolean {
  return refOf(of) === 'AWS::NoValue';
}

/** The three arguments of an `Fn::If`. */
export interface Choice {
  readonly condition: DataNode;
  readonly yes: DataNode;
  readonly no: DataNode;
}

export function choiceOf(of: DataNode | undefined): Choice | undefined {
  const call = callOf(of);
  if (call?.name !== 'Fn::If' || call.argument.kind !== 'list') return undefined;
  const [condition, yes, no] = call.argument.items;
  return condition && yes && no ? { condition, yes, no } : undefined;
}

/** `Fn::If` as data. */
export function choose(condition: Plain, yes: Plain, no: Plain = { Ref: 'AWS::NoValue' }): Plain {
  return { 'Fn::If': [condition, yes, no] };
}

/** Applies a function to every branch of nested `Fn::If`s, or to the node itself; `AWS::NoValue` stays. */
export function eachBranch(of: DataNode, change: (branch: DataNode) => DataNode): DataNode {
  const choice = choiceOf(of);
  if (!choice) return change(of);
  const branch = (one: DataNode): DataNode => (isNoValue(one) ? one : eachBranch(one, change));
  return node(choose(choice.condition, branch(choice.yes), branch(choice.no)), of.span);
}

/** The branches of `Fn::If`s, `AWS::NoValue` left out. */
export function branchesOf(of: DataNode | undefined): readonly DataNode[] {
  if (!of) return [];
  const choice = choiceOf(of);
  if (!choice) return [of];
  return [choice.yes, choice.no].filter((one) => !isNoValue(one)).flatMap(branchesOf);
}

/** The map with an entry added or replaced. */
export function withEntry(of: MapNode, key: string, value: DataNode, keySpan: Span = value.span): MapNode {
  const at = of.entries.findLastIndex((entry) => entry.key === key);
  const entries =
    at === -1
      ? [...of.entries, { key, keySpan, value }]
      : of.entries.map((entry, index) => (index === at ? { ...entry, value } : entry));
  return { ...of, entries };
}

/** The map without an entry. */
export function withoutEntry(of: MapNode, key: string): MapNode {
  return { ...of, entries: of.entries.filter((entry) => entry.key !== key) };
}

/** Changes what stands below a map at a path of keys, making the maps on the way; `at` is where what is made is placed. */
export function change(
  of: MapNode,
  [key, ...rest]: readonly string[],
  at: Span,
  value: (old: DataNode | undefined) => DataNode,
): MapNode {
  if (key === undefined) return of;
  const old = get(of, key);
  if (rest.length === 0) return withEntry(of, key, value(old), at);
  const inner = old?.kind === 'map' && old.tag === undefined ? old : emptyMap(at);
  return withEntry(of, key, change(inner, rest, at, value), at);
}

export function asMap(of: DataNode | undefined): MapNode | undefined {
  return of?.kind === 'map' && !callOf(of) ? of : undefined;
}

export function asList(of: DataNode | undefined): ListNode | undefined {
  return of?.kind === 'list' && of.tag === undefined ? of : undefined;
}

/** A scalar with another value at the same place. */
export function scalar(value: string | number | boolean, at: Span): ScalarNode {
  return { kind: 'scalar', value, source: String(value), span: at };
}

/** Plain data of a node, intrinsic functions in the long form: for comparison and for names made from contents. */
export function dataOf(of: DataNode): unknown {
  const call = of.tag === undefined ? undefined : callOf(of);
  if (call) {
    const argument = dataOf(call.argument);
    if (call.name !== 'Fn::GetAtt' || typeof argument !== 'string') return { [call.name]: argument };
    const dot = argument.indexOf('.');
    return { [call.name]: dot === -1 ? [argument] : [argument.slice(0, dot), argument.slice(dot + 1)] };
  }
  if (of.kind === 'scalar') return of.value;
  if (of.kind === 'list') return of.items.map(dataOf);
  return Object.fromEntries(of.entries.map((entry) => [entry.key, dataOf(entry.value)]));
}

/** A text that is the same for nodes that say the same. */
export function dataKey(of: DataNode): string {
  return JSON.stringify(dataOf(of));
}

/** Whether two nodes say the same. */
export function sameData(a: DataNode, b: DataNode): boolean {
  return dataKey(a) === dataKey(b);
}
