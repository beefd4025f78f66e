import type { Instance } from '#frameworks/terraform/instance';
import type { Resource } from '#model/resource';

const INSTANCES = new WeakMap<Resource, Instance>();

/** Remembers the instance that a resource was lowered from. */
export function rememberInstance(resource: Resource, instance: Instance): void {
  INSTANCES.set(resource, instance);
}

/** The instance that a resource was lowered from. */
export function instanceOf(resource: Resource): Instance | undefined {
  return INSTANCES.get(resource);
}
