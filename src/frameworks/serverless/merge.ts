import { asMap, callOf, entriesOf, isNull } from '#frameworks/cloudformation/nodes';
import { originalOf, withNote } from '#frameworks/serverless/places';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

const MAX_DEPTH = 100;

/**
 * One node over another as the framework merges them (lodash's `merge`): maps by key, lists by index, else the upper one. What is
 * wholly of one side stays the same object; a merged map counts as written where the upper one stands.
 */
export function merge(lower: DataNode | undefined, upper: DataNode, depth = 0): DataNode {
  if (!lower || depth > MAX_DEPTH || callOf(lower) || callOf(upper)) return upper;
  if (lower.kind === 'list' && upper.kind === 'list') {
    const items = Array.from({ length: Math.max(lower.items.length, upper.items.length) }, (_, index) => {
      const over = upper.items[index];
      return over ? merge(lower.items[index], over, depth + 1) : lower.items[index];
    }).filter((item) => item !== undefined);
    return withNote({ ...upper, items }, { original: originalOf(upper) });
  }
  const [a, b] = [asMap(lower), asMap(upper)];
  if (!a || !b) return upper;
  const entries = new Map<string, DataEntry>(entriesOf(a).map((entry) => [entry.key, entry]));
  for (const entry of entriesOf(b)) {
    const under = entries.get(entry.key);
    // `merge` takes a key without a value for a value where the lower side is there, and leaves the lower one alone otherwise.
    if (under && isNull(entry.value)) continue;
    entries.set(entry.key, under ? { ...entry, value: merge(under.value, entry.value, depth + 1) } : entry);
  }
  return withNote({ ...b, entries: [...entries.values()] }, { original: originalOf(b) });
}

/** A map, or a list of maps of which each is merged over those before: `functions` and `resources` may be either. */
export function mergedMaps(of: DataNode | undefined, wrong: (node: DataNode) => void): MapNode | undefined {
  if (!of || isNull(of)) return undefined;
  if (of.kind !== 'list' || of.tag !== undefined) {
    const map = asMap(of);
    if (!map) wrong(of);
    return map;
  }
  let result: DataNode | undefined;
  for (const item of of.items) {
    if (isNull(item)) continue;
    const map = asMap(item);
    if (!map) wrong(item);
    else result = result ? merge(result, map) : map;
  }
  return result?.kind === 'map' ? result : undefined;
}
