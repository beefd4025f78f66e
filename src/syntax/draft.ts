import { type DataEntry, type DataNode, type Datum, type Operation, Tagged } from '#syntax/document';

/** Thrown when an edit cannot be promised; `edit` turns it into undefined. */
export class Declined extends Error {}

/** Data to be written, while operations still add to it. What is under a tag is written as given. */
export type Draft = string | number | boolean | null | Tagged | Draft[] | Map<string, Draft>;

/** A node as it stands, with what is wanted of it and below it. Paths are those of the document before the edit. */
export interface Wanted {
  readonly node: DataNode;
  replaced?: Draft;
  removed?: boolean;
  /** Below a map by key, below a list by index. */
  readonly below: Map<string | number, Wanted>;
  /** New keys of a map. */
  readonly added: Map<string, Draft>;
  /** Of new keys that are to stand after a certain key: that key. */
  readonly places: Map<string, string>;
  /** New items at the end of a list. */
  readonly appended: Draft[];
}

/**
 * Collects operations into what is wanted of the document: later ones build on earlier ones (a key set in a map that was set
 * before goes into it), so that each place is written once.
 * @throws Declined when a path leads through a value that can have nothing below it, or a shared one
 */
export function wantedOf(root: DataNode, operations: readonly Operation[]): Wanted {
  const wanted = wantedNode(root);
  for (const operation of operations) want(wanted, operation, 0);
  return wanted;
}

function wantedNode(node: DataNode): Wanted {
  return { node, below: new Map(), added: new Map(), places: new Map(), appended: [] };
}

function want(at: Wanted, operation: Operation, depth: number): void {
  if (at.node.shared === true) throw new Declined();
  const { path } = operation;
  if (at.replaced !== undefined) {
    at.replaced = change(at.replaced, operation, depth);
    return;
  }
  const step = path[depth];
  if (step === undefined) {
    if (operation.op === 'append') append(at, draftOf(operation.value));
    else if (operation.op === 'set') replace(at, draftOf(operation.value));
    else at.removed = true;
    return;
  }
  if (at.removed === true) {
    if (operation.op === 'remove') return;
    at.removed = false;
    at.replaced = change(new Map(), operation, depth);
    return;
  }
  const existing = childOf(at.node, step);
  if (existing !== undefined) {
    const key = at.node.kind === 'map' ? String(step) : step;
    const below = at.below.get(key) ?? wantedNode(existing);
    at.below.set(key, below);
    want(below, operation, depth + 1);
    return;
  }
  if (isNothing(at.node)) {
    if (operation.op !== 'remove') at.replaced = change(new Map(), operation, depth);
    return;
  }
  if (at.node.kind !== 'map') {
    if (operation.op === 'remove') return;
    throw new Declined();
  }
  const changed = change(at.added, operation, depth);
  if (changed !== at.added) throw new Declined();
  if (operation.op === 'set' && operation.after !== undefined && depth === path.length - 1)
    at.places.set(String(step), operation.after);
}

function append(at: Wanted, item: Draft): void {
  if (at.removed === true || isNothing(at.node)) {
    at.removed = false;
    at.replaced = [item];
  } else if (at.node.kind === 'list') at.appended.push(item);
  else throw new Declined();
}

/** Replaces only what differs, so that comments and style within maps survive. */
function replace(at: Wanted, draft: Draft): void {
  at.removed = false;
  at.below.clear();
  at.added.clear();
  at.appended.length = 0;
  const { node } = at;
  if (sameData(node, draft)) return;
  if (node.tag === undefined && node.kind === 'map' && node.merges !== true && draft instanceof Map && draft.size > 0) {
    for (const entry of node.entries) {
      const below = wantedNode(entry.value);
      const next = draft.get(entry.key);
      if (next === undefined) below.removed = true;
      else replace(below, next);
      at.below.set(entry.key, below);
    }
    for (const [key, value] of draft) if (!at.below.has(key)) at.added.set(key, value);
    return;
  }
  if (node.tag === undefined && node.kind === 'list' && Array.isArray(draft) && isPrefix(node.items, draft)) {
    at.appended.push(...draft.slice(node.items.length));
    return;
  }
  at.replaced = draft;
}

function isPrefix(items: readonly DataNode[], draft: readonly Draft[]): boolean {
  return items.length > 0 && items.length <= draft.length && items.every((item, i) => sameData(item, draft[i]));
}

/** Carries an operation out within data that is itself to be written. Gives the data, changed in place where it can be. */
function change(draft: Draft, operation: Operation, depth: number): Draft {
  const step = operation.path[depth];
  if (step === undefined) {
    if (operation.op === 'set') return draftOf(operation.value);
    if (operation.op === 'remove') throw new Declined();
    if (Array.isArray(draft)) draft.push(draftOf(operation.value));
    else if (draft === null || (draft instanceof Map && draft.size === 0)) return [draftOf(operation.value)];
    else throw new Declined();
    return draft;
  }
  const isLast = depth === operation.path.length - 1;
  if (Array.isArray(draft)) {
    const item = typeof step === 'number' ? draft[step] : undefined;
    if (typeof step !== 'number' || item === undefined) throw new Declined();
    if (isLast && operation.op === 'remove') draft.splice(step, 1);
    else draft[step] = change(item, operation, depth + 1);
    return draft;
  }
  if (draft === null) return operation.op === 'remove' ? draft : change(new Map(), operation, depth);
  if (!(draft instanceof Map)) throw new Declined();
  const key = String(step);
  if (operation.op === 'remove') {
    const value = draft.get(key);
    if (isLast) draft.delete(key);
    else if (value !== undefined) draft.set(key, change(value, operation, depth + 1));
  } else draft.set(key, change(draft.get(key) ?? null, operation, depth + 1));
  return draft;
}

/** Data as a draft; an object's keys stay in their order. */
export function draftOf(datum: Datum): Draft {
  if (datum === null || typeof datum !== 'object' || datum instanceof Tagged) return datum;
  if (isList(datum)) return datum.map(draftOf);
  return new Map(Object.entries(datum).map(([key, value]) => [key, draftOf(value)]));
}

function isList(datum: Datum): datum is readonly Datum[] {
  return Array.isArray(datum);
}

function isNothing(node: DataNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.tag === undefined;
}

function childOf(node: DataNode, step: string | number): DataNode | undefined {
  if (node.kind === 'map') return node.entries.findLast((entry) => entry.key === String(step))?.value;
  return node.kind === 'list' && typeof step === 'number' ? node.items[step] : undefined;
}

/** The entries of a map that count: of each key the last. */
export function countingEntries(entries: readonly DataEntry[]): ReadonlyMap<string, DataNode> {
  return new Map(entries.map((entry) => [entry.key, entry.value]));
}

/** Whether a node is that data: same tags, types and values; the order of keys does not matter. */
export function sameData(node: DataNode | undefined, draft: Draft | undefined): boolean {
  if (node === undefined || draft === undefined) return false;
  const plain = draft instanceof Tagged ? draftOf(draft.value) : draft;
  if (node.tag !== (draft instanceof Tagged ? draft.tag : undefined)) return false;
  if (plain instanceof Tagged) return false;
  if (Array.isArray(plain)) {
    return (
      node.kind === 'list' && node.items.length === plain.length && plain.every((v, i) => sameData(node.items[i], v))
    );
  }
  if (plain instanceof Map) {
    if (node.kind !== 'map') return false;
    const entries = countingEntries(node.entries);
    if (entries.size !== plain.size) return false;
    return [...plain].every(([key, value]) => sameData(entries.get(key), value));
  }
  if (node.kind !== 'scalar') return false;
  return draft instanceof Tagged ? node.value === String(plain ?? '') : node.value === plain;
}

/** Whether a document's root, parsed after the edit, is what was wanted, and all else is as it was. */
export function isAsWanted(after: DataNode | undefined, wanted: Wanted): boolean {
  if (after === undefined) return false;
  if (wanted.replaced !== undefined) return sameData(after, wanted.replaced);
  const { node } = wanted;
  if (after.kind !== node.kind || after.tag !== node.tag) return false;
  if (node.kind === 'scalar') return after.kind === 'scalar' && after.value === node.value;
  if (node.kind === 'list') return after.kind === 'list' && isListAsWanted(after.items, node.items, wanted);
  return after.kind === 'map' && isMapAsWanted(after.entries, node.entries, wanted);
}

function isListAsWanted(after: readonly DataNode[], before: readonly DataNode[], wanted: Wanted): boolean {
  let at = 0;
  for (let i = 0; i < before.length; i += 1) {
    const below = wanted.below.get(i);
    if (below?.removed === true) continue;
    const item = before[i];
    if (item === undefined || !isAsWanted(after[at], below ?? wantedNode(item))) return false;
    at += 1;
  }
  return (
    after.length === at + wanted.appended.length && wanted.appended.every((item, i) => sameData(after[at + i], item))
  );
}

function isMapAsWanted(after: readonly DataEntry[], before: readonly DataEntry[], wanted: Wanted): boolean {
  const found = countingEntries(after);
  let kept = 0;
  for (const [key, value] of countingEntries(before)) {
    const below = wanted.below.get(key);
    if (below?.removed === true) {
      if (found.has(key)) return false;
      continue;
    }
    kept += 1;
    if (!isAsWanted(found.get(key), below ?? wantedNode(value))) return false;
  }
  if (found.size !== kept + wanted.added.size) return false;
  return [...wanted.added].every(([key, value]) => sameData(found.get(key), value));
}
