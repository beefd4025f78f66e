import type { Cloud } from '#model/cloud';
import { once } from '#model/once';
import { referrers } from '#model/references';
import type { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import { Text } from '#model/text';
import type { Location } from '#source/file';

/**
 * Whether a policy that names a resource would make both wait for each other: the resource is made after what carries the policy, as a
 * function after its role. CloudFormation refuses such a template:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html#troubleshooting-errors-dependency-error
 * @param at where the policy stands, or is to stand
 */
export function closesCircle(cloud: Cloud, text: string | Text, carrier: Resource, at: Location): boolean {
  if (!(text instanceof Text) || text.refs.length === 0) return false;
  // A policy that is a block of its own is waited for by nobody.
  if (isBlockOfItsOwn(carrier, at)) return false;
  const waiting = waitingFor(cloud, carrier);
  return text.refs.some(({ resource }) => waiting.has(resource));
}

const known = once((_cloud: Cloud) => new Map<string, ReadonlySet<string>>());

/** The ids of all that is made after a resource, itself included. */
function waitingFor(cloud: Cloud, resource: Resource): ReadonlySet<string> {
  const before = known(cloud).get(resource.id);
  if (before) return before;
  const found = new Set([resource.id]);
  const queue = [resource];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const direct = referrers(cloud, next).flatMap(({ from, property }) =>
      isBlockOfItsOwn(from, property.location) ? [] : [from],
    );
    for (const one of [...direct, ...(named(next.stack).get(next.logicalId) ?? [])]) {
      if (found.has(one.id)) continue;
      found.add(one.id);
      queue.push(one);
    }
  }
  known(cloud).set(resource.id, found);
  return found;
}

/** Terraform's blocks that configure another resource are parts of it in the model, and resources of their own when it is made. */
function isBlockOfItsOwn({ stack, extent }: Resource, { file, span }: Location): boolean {
  if (stack.framework !== 'terraform') return false;
  return file.path !== extent.file.path || span.start < extent.span.start || span.end > extent.span.end;
}

/** What is told to wait for a resource, by the resource's logical id. */
const named = once((stack: Stack): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>();
  for (const from of stack.resources.values()) {
    for (const name of from.attribute('DependsOn').flatMap((names) => names.items())) {
      if (name.string === undefined) continue;
      found.set(name.string, [...(found.get(name.string) ?? []), from]);
    }
  }
  return found;
});
