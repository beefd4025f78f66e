import type { Cloud } from '#model/cloud';
import type { NeededOn } from '#model/needs/need';
import type { RoleUser } from '#model/needs/users';
import { type Grant, speaksOfNeed } from '#model/privilege/grant';
import type { Resource } from '#model/resource';
import { Text } from '#model/text';

/** A policy document as it is pasted into the template that declares the role. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: readonly PolicyResource[];
  }[];
}

/** An ARN; where CloudFormation fills it in, with its function; for Terraform with `${…}`. */
export type PolicyResource =
  | string
  | { readonly Ref: string }
  | { readonly 'Fn::GetAtt': readonly [string, string] }
  | { readonly 'Fn::Sub': string };

/**
 * The smallest policy for everybody who acts with the role: what is surely needed, and of what may be needed that which may be
 * granted now. A resource that is not known is every resource.
 */
export function policyFor(
  cloud: Cloud,
  role: Resource,
  users: readonly RoleUser[],
  grants: readonly Grant[],
): PolicyDocument {
  const allows = grants.filter(({ effect }) => effect === 'Allow');
  const needs = users
    .flatMap((user) => user.needs.permissions)
    .filter((need) => need.class === 'required' || allows.some((grant) => speaksOfNeed(cloud, grant, need) !== 'no'));
  const write = role.stack.framework === 'terraform' ? forTerraform : forCloudFormation;
  const byAction = new Map<string, Map<string, PolicyResource>>();
  for (const need of needs) {
    const known = byAction.get(need.action) ?? new Map<string, PolicyResource>();
    for (const one of resourcesOf(need.on, write)) known.set(JSON.stringify(one), one);
    byAction.set(need.action, known);
  }
  const groups = new Map<string, { readonly actions: string[]; readonly resources: readonly PolicyResource[] }>();
  for (const [action, known] of byAction) {
    const all = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, resource]) => resource);
    const resources = all.includes('*') ? ['*'] : all;
    const key = JSON.stringify(resources);
    const same = groups.get(key);
    if (same) same.actions.push(action);
    else groups.set(key, { actions: [action], resources });
  }
  return {
    Version: '2012-10-17',
    Statement: [...groups.values()].map(({ actions, resources }) => ({
      Effect: 'Allow',
      Action: actions.sort(),
      Resource: resources,
    })),
  };
}

type Write = (text: Text) => PolicyResource | undefined;

function resourcesOf(on: NeededOn, write: Write): readonly PolicyResource[] {
  if (on.kind !== 'arns') return ['*'];
  return on.arns.map(({ written }) => (written instanceof Text ? write(written) : written) ?? '*');
}

/** What only the deployment knows and has no name here cannot be written. */
function isWritable({ parts }: Text): boolean {
  return parts.every(
    (part) => typeof part === 'string' || part.kind === 'ref' || /^(?:AWS::)?\w+$/.test(part.name ?? ''),
  );
}

function logicalId(resource: string): string {
  return resource.slice(resource.lastIndexOf('#') + 1);
}

function forCloudFormation(text: Text): PolicyResource | undefined {
  if (!isWritable(text)) return undefined;
  const { ref } = text;
  if (!ref) return { 'Fn::Sub': text.toString() };
  const name = logicalId(ref.resource);
  return ref.attribute === 'Ref' ? { Ref: name } : { 'Fn::GetAtt': [name, ref.attribute] };
}

/** What Terraform knows through data sources alone, which the module need not have. */
const ANYWHERE: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': '*',
  'AWS::AccountId': '*',
};

/** As in a template string. Only what every resource has: its ARN, and by itself within a text its identifier. */
function forTerraform(text: Text): PolicyResource | undefined {
  const isWhole = text.ref !== undefined;
  const written = text.parts.map((part) => {
    if (typeof part === 'string') return part;
    if (part.kind === 'hole') {
      const { name } = part;
      if (name === undefined || Object.hasOwn(ANYWHERE, name)) return name && ANYWHERE[name];
      return /^\w+$/.test(name) ? `\${var.${name}}` : undefined;
    }
    if (part.attribute !== 'Ref' && part.attribute !== 'Arn') return undefined;
    return `\${${logicalId(part.resource)}.${isWhole || part.attribute === 'Arn' ? 'arn' : 'id'}}`;
  });
  return written.includes(undefined) ? undefined : written.join('');
}
