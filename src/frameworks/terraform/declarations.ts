import type { Instance } from '#frameworks/terraform/instance';
import type { Resource } from '#model/resource';

interface Known {
  readonly instance: Instance;
  readonly twins: readonly Resource[];
}

const KNOWN = new WeakMap<Resource, Known>();

/**
 * Remembers the instance that a resource was lowered from.
 * @param twins all resources that the same block declares, this one included
 */
export function rememberInstance(resource: Resource, instance: Instance, twins: readonly Resource[]): void {
  KNOWN.set(resource, { instance, twins });
}

/** The instance that a resource was lowered from. */
export function instanceOf(resource: Resource): Instance | undefined {
  return KNOWN.get(resource)?.instance;
}

/** The other resources that the same block declares: its other instances, and those of other calls of its module. */
export function twinsOf(resource: Resource): readonly Resource[] {
  return (KNOWN.get(resource)?.twins ?? []).filter((twin) => twin !== resource);
}
