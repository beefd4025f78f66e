import type { Resource } from '#model/resource';
import { Text } from '#model/text';
import type { Value } from '#model/value';
import { content } from '#scan/identity';
import type { Scan } from '#scan/scan';

/** Which paths of the head were called otherwise at the merge base: head path to base path. */
export type Renames = ReadonlyMap<string, string>;

/** A stack's id with the base's name of its root. */
export function baseStackId(id: string, renames: Renames): string {
  const slash = [...renames.keys()].find((path) => id === path || id.startsWith(`${path}/`));
  return slash === undefined ? id : `${renames.get(slash) ?? slash}${id.slice(slash.length)}`;
}

/**
 * Which resource of the base a resource of the head is: the same logical ID in the same stack; else the only one of its type
 * with that logical ID that is left; else one with the same content under another name.
 */
export class Counterparts {
  readonly #ofHead = new Map<string, Resource>();
  readonly #gone: ReadonlySet<Resource>;

  constructor(head: Scan, base: Scan, renames: Renames) {
    const left = new Set(base.cloud.resources);
    const byId = (resource: Resource): Resource | undefined => {
      const same = base.cloud.get(`${baseStackId(resource.stack.id, renames)}#${resource.logicalId}`);
      return same?.type === resource.type ? same : undefined;
    };
    let open = this.#pair(head.cloud.resources, left, byId);
    for (const keyOf of [
      (resource: Resource) => `${resource.type} ${resource.logicalId}`,
      (resource: Resource) => `${resource.type} ${wholeContent(resource, resource.stack.id)}`,
    ]) {
      if (open.length === 0 || left.size === 0) break;
      const byKey = new Map<string, Resource[]>();
      for (const resource of left) {
        const same = byKey.get(keyOf(resource));
        if (same) same.push(resource);
        else byKey.set(keyOf(resource), [resource]);
      }
      open = this.#pair(open, left, (resource) => byKey.get(keyOf(resource))?.find((one) => left.has(one)));
    }
    this.#gone = left;
  }

  #pair(
    resources: readonly Resource[],
    left: Set<Resource>,
    find: (resource: Resource) => Resource | undefined,
  ): Resource[] {
    return resources.filter((resource) => {
      const found = find(resource);
      if (!found || !left.has(found)) return true;
      left.delete(found);
      this.#ofHead.set(resource.id, found);
      return false;
    });
  }

  /** What the resource of the head was at the base. */
  of(resource: Resource): Resource | undefined {
    return this.#ofHead.get(resource.id);
  }

  /** Resources of the base that the head does not have, under whatever name. */
  get gone(): Iterable<Resource> {
    return this.#gone;
  }
}

/** What a resource says, without its name, its place, and the names of those it refers to. */
function wholeContent(resource: Resource, stack: string): string {
  const type = (id: string) =>
    id.startsWith(`${stack}#`) ? resource.stack.resources.get(id.slice(stack.length + 1))?.type : undefined;
  return content(resource.properties, resource, type);
}

/** The ids of all resources that a value refers to. */
export function refsIn(value: Value): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (one: Value): void => {
    if (one.kind === 'conditional') for (const branch of one.branches) visit(branch.value);
    if (one.kind !== 'set') return;
    const { data } = one;
    if (data instanceof Text) for (const ref of data.refs) found.add(ref.resource);
    else if (data instanceof Map) for (const entry of data.values()) visit(entry);
    else if (Array.isArray(data)) for (const item of data as readonly Value[]) visit(item);
  };
  visit(value);
  return found;
}
