import type { Cloud } from '#model/cloud';
import { once } from '#model/once';
import { Property, type PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';
import { Text } from '#model/text';
import { both, compatible, type Value, type When } from '#model/value';

/** One place where a resource refers to another, by `Ref` or an attribute, alone or within a longer text. */
export interface Reference {
  readonly from: Resource;
  readonly property: Property;
}

/** Deeper values are not walked: no template that a cloud accepts nests so far. */
const MAX_DEPTH = 100;

const byTarget = once((cloud: Cloud): ReadonlyMap<string, readonly Reference[]> => {
  const found = new Map<string, Reference[]>();
  for (const from of cloud.resources) {
    walk(from.properties, [], from.when, 0, (path, value, when) => {
      if (value.kind !== 'set' || !(value.data instanceof Text)) return;
      const targets = new Set(value.data.refs.map((ref) => ref.resource));
      for (const target of targets) {
        const reference: Reference = { from, property: new Property(from, path, value, when) };
        const known = found.get(target);
        if (known) known.push(reference);
        else found.set(target, [reference]);
      }
    });
  }
  return found;
});

/** Every property of any resource that refers to this one. A name that is spelt out is no reference: see `resolve`. */
export function referrers(cloud: Cloud, resource: Resource): readonly Reference[] {
  return byTarget(cloud).get(resource.id) ?? [];
}

type Leaf = Exclude<Value, { kind: 'conditional' }>;

function walk(
  value: Value,
  path: PropertyPath,
  when: readonly When[],
  depth: number,
  leaf: (path: PropertyPath, value: Leaf, when: readonly When[]) => void,
): void {
  if (depth > MAX_DEPTH) return;
  if (value.kind === 'conditional') {
    for (const branch of value.branches) {
      if (compatible(when, [branch.when])) walk(branch.value, path, both(when, [branch.when]), depth + 1, leaf);
    }
  } else if (value.kind === 'set' && Array.isArray(value.data)) {
    for (const [index, item] of (value.data as readonly Value[]).entries()) {
      walk(item, [...path, index], when, depth + 1, leaf);
    }
  } else if (value.kind === 'set' && value.data instanceof Map) {
    for (const [key, entry] of value.data as ReadonlyMap<string, Value>)
      walk(entry, [...path, key], when, depth + 1, leaf);
  } else {
    leaf(path, value, when);
  }
}
