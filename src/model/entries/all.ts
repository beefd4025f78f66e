import type { Cloud } from '#model/cloud';
import { graphqlEntries, loadBalancerEntries, permissionEntries, urlEntries } from '#model/entries/direct';
import { eventEntries } from '#model/entries/events';
import { httpApiEntries } from '#model/entries/http-apis';
import { restApiEntries } from '#model/entries/rest-apis';
import type { Entry } from '#model/exposure';
import { once } from '#model/once';
import type { Resource } from '#model/resource';
import { compatible } from '#model/value';

const FAMILIES = [
  urlEntries,
  restApiEntries,
  httpApiEntries,
  graphqlEntries,
  loadBalancerEntries,
  eventEntries,
] as const;

const byFunction = once((cloud: Cloud): ReadonlyMap<string, readonly Entry[]> => {
  const found = new Map<string, Entry[]>();
  const kinds = new Map<string, Set<Entry['kind']>>();
  const add = (entry: Entry): void => {
    if (!compatible(entry.when, entry.function.when)) return;
    const { id } = entry.function;
    const own = found.get(id);
    if (own) own.push(entry);
    else found.set(id, [entry]);
    kinds.set(id, (kinds.get(id) ?? new Set()).add(entry.kind));
  };
  for (const family of FAMILIES) for (const entry of family(cloud)) add(entry);
  for (const entry of [...permissionEntries(cloud, kinds)]) add(entry);
  return found;
});

/** Every way into the function that the templates declare. */
export function entries(cloud: Cloud, fn: Resource<'AWS::Lambda::Function'>): readonly Entry[] {
  return byFunction(cloud).get(fn.id) ?? [];
}

/** Every way into every function. */
export function allEntries(cloud: Cloud): readonly Entry[] {
  return [...byFunction(cloud).values()].flat();
}
