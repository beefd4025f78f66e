import { actionCovers } from '#model/action-pattern';
import type { Cloud } from '#model/cloud';
import { type Grant, speaksOfNeed } from '#model/privilege/grant';
import { type Narrowing, narrowings } from '#model/privilege/narrowing';
import { Text } from '#model/text';
import type { Value } from '#model/value';
import type { Edit } from '#source/edit';
import type { Analysed } from './analysis.js';

/**
 * What a narrowing promises, and did not keep: nothing but policies changes, everything can still be read, nothing more is granted, what
 * was needed and granted still is, and a second run has nothing to add.
 */
export function held(
  before: Analysed,
  after: Analysed,
  narrowing: Narrowing,
  edits: readonly Edit[],
): readonly string[] {
  const broken: string[] = [];
  if (edits.length === 0) broken.push('changes nothing');
  for (const problem of after.problems)
    if (!before.problems.includes(problem)) broken.push(`cannot be read: ${problem}`);
  const others = withoutPolicies(before.cloud);
  const left = withoutPolicies(after.cloud);
  for (const [id, text] of others) if (left.get(id) !== text) broken.push(`${id} is another than before`);
  for (const id of left.keys()) if (!others.has(id)) broken.push(`${id} is new`);
  for (const role of after.roles) {
    const own = before.roles.find((one) => one.role.id === role.role.id);
    if (!own) continue;
    const granted = allowed(own.grants);
    for (const action of allowed(role.grants))
      if (!granted.some((one) => actionCovers(one, action))) broken.push(`${action} is granted now`);
    for (const need of role.needs) {
      const may = (grants: readonly Grant[], cloud: Cloud): boolean =>
        grants.some((one) => one.effect === 'Allow' && speaksOfNeed(cloud, one, need) !== 'no');
      if (need.class === 'required' && may(own.grants, before.cloud) && !may(role.grants, after.cloud))
        broken.push(`${need.action} is needed and gone`);
    }
  }
  const again = after.roles.flatMap((role) => narrowings(after.cloud, role, after.roles));
  const total = before.roles.flatMap((role) => narrowings(before.cloud, role, before.roles));
  if (again.length >= total.length) broken.push(`a second run narrows ${narrowing.patches[0]?.op ?? ''} again`);
  return [...new Set(broken)];
}

function allowed(grants: readonly Grant[]): readonly string[] {
  return grants
    .filter(({ effect, notActions }) => effect === 'Allow' && notActions.length === 0)
    .flatMap(({ actions }) => actions.flatMap(({ pattern }) => pattern ?? []));
}

const POLICIES = new Set(['Policies', 'ManagedPolicyArns', 'PolicyDocument']);

/** Every resource that carries no policy of itself as text, and those that do without their policies. */
function withoutPolicies(cloud: Cloud): ReadonlyMap<string, string> {
  return new Map(
    cloud.resources
      .filter(({ type }) => !/^AWS::IAM::\w*Policy$/.test(type))
      .map((one) => [one.id, textOf(one.properties)]),
  );
}

function textOf(value: Value): string {
  if (value.kind === 'conditional')
    return value.branches.map(({ when, value: one }) => `${when.condition}${when.holds}${textOf(one)}`).join('|');
  if (value.kind !== 'set') return value.kind;
  const { data } = value;
  if (data instanceof Text) return data.toString();
  if (data instanceof Map)
    return `{${[...(data as ReadonlyMap<string, Value>)]
      .filter(([key]) => !POLICIES.has(key))
      .map(([key, one]) => `${key}:${textOf(one)}`)
      .join()}}`;
  if (Array.isArray(data)) return `[${(data as readonly Value[]).map(textOf).join()}]`;
  return JSON.stringify(data);
}
