import type { Cloud } from '#model/cloud';
import { resolve } from '#model/name';
import { needsOfCalls } from '#model/needs/calls';
import type { Abstention, Needs } from '#model/needs/need';
import { needsOfDeclaration } from '#model/needs/runtime';
import { needsOfService } from '#model/needs/services';
import { standIn } from '#model/needs/stand-in';
import type { OperationsByFunction } from '#model/operations';
import type { Resource } from '#model/resource';

type Fn = Resource<'AWS::Lambda::Function'>;
type Role = Resource<'AWS::IAM::Role'>;

/** Who acts with a role, and what for. */
export interface RoleUser {
  readonly resource: Resource;
  readonly needs: Needs;
}

/** What a function asks of its role: what its code calls, and what its declaration makes Lambda do. */
export function needsOfFunction(cloud: Cloud, fn: Fn, operations: OperationsByFunction): Needs {
  const calls = operations.get(fn.id);
  const declared = needsOfDeclaration(cloud, fn);
  if (calls) {
    const { permissions, abstentions } = needsOfCalls(cloud, fn, calls);
    return {
      permissions: [...permissions, ...declared],
      abstentions: [...abstentions, ...standIn(cloud, fn, operations)],
    };
  }
  return {
    permissions: declared,
    abstentions: [{ kind: 'code', why: `the code of ${fn.name} was not read`, at: fn.location }],
  };
}

/** Carriers that are attached to roles, or name them as principals. */
const POLICY = /Polic(?:y|ies)(?:Document|Text)?$|^Principal$|^Policies$/;
const ATTACHED = new Set(['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy']);

/**
 * Everybody who acts with a role, as far as the application tells, and the doubts about others: what else refers to the role, or may
 * assume it.
 */
export function usersOf(
  cloud: Cloud,
  role: Role,
  functions: readonly Fn[],
  operations: OperationsByFunction,
): { readonly users: readonly RoleUser[]; readonly doubts: readonly Abstention[] } {
  const users: RoleUser[] = functions.map((fn) => ({ resource: fn, needs: needsOfFunction(cloud, fn, operations) }));
  const doubts: Abstention[] = [];
  for (const { from, property } of cloud.referrers(role)) {
    if (from.isA('AWS::Lambda::Function') && property.path[0] === 'Role') continue;
    if (ATTACHED.has(from.type) || from === role || property.path.some((step) => POLICY.test(String(step)))) continue;
    if (users.some(({ resource }) => resource === from)) continue;
    const needs = needsOfService(cloud, from, property);
    if (needs) users.push({ resource: from, needs });
    else doubts.push({ kind: 'user', why: `${from.name} uses the role as well`, at: property.location });
  }
  if (isExported(role)) doubts.push({ kind: 'user', why: 'the role is exported to other stacks', at: role.location });
  return { users, doubts: [...doubts, ...outsiders(cloud, role, users)] };
}

/** How far from the name of a role the word `Export` may stand in the same output. */
const NEAR = 250;

/** Whether an output of the template, as its text tells, hands a role on to stacks that are not seen. */
function isExported({ logicalId, stack }: Role): boolean {
  return stack.files.some(({ text }) => {
    const start = text.search(/^\s{0,20}"?Outputs"?\s{0,5}:/m);
    if (start === -1) return false;
    const outputs = text.slice(start);
    for (let at = outputs.indexOf(logicalId); at !== -1; at = outputs.indexOf(logicalId, at + 1)) {
      const around = outputs.slice(Math.max(0, at - NEAR), at + NEAR);
      const isWhole = !/\w/.test(`${outputs[at - 1] ?? ''}${outputs[at + logicalId.length] ?? ''}`);
      if (isWhole && /\bExport\b/.test(around)) return true;
    }
    return false;
  });
}

/** The services whose use of a role is looked at above, by the types that use it. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  'lambda.amazonaws.com': ['AWS::Lambda::Function'],
  'edgelambda.amazonaws.com': ['AWS::Lambda::Function'],
  'states.amazonaws.com': ['AWS::StepFunctions::StateMachine'],
  'pipes.amazonaws.com': ['AWS::Pipes::Pipe'],
  'appsync.amazonaws.com': ['AWS::AppSync::DataSource'],
  'scheduler.amazonaws.com': ['AWS::Scheduler::Schedule'],
  'events.amazonaws.com': ['AWS::Events::Rule'],
};

/** Who may assume the role and was not seen to use it. */
function outsiders(cloud: Cloud, role: Role, users: readonly RoleUser[]): readonly Abstention[] {
  const doubts: Abstention[] = [];
  for (const statement of cloud.policiesOn(role)) {
    if (statement.kind !== 'trust' || statement.effect !== 'Allow') continue;
    if (!statement.complete)
      doubts.push({ kind: 'user', why: 'who may assume the role is not known in full', at: statement.at });
    for (const { kind, value, property } of statement.principals) {
      const name = value?.toString() ?? '';
      const types =
        kind === 'service'
          ? SERVICES[name.replace(/\.cn$/, '').replace('${AWS::URLSuffix}', 'amazonaws.com')]
          : undefined;
      if (types && users.some(({ resource }) => types.includes(resource.type))) continue;
      if (kind === 'service' && name === 'lambda.amazonaws.com' && users.length > 0) continue;
      // A function of the application that assumes its own role, or another function's.
      if (kind === 'aws' && resolve(cloud, property, 'AWS::IAM::Role') === role) continue;
      doubts.push({
        kind: 'user',
        why:
          kind === 'service'
            ? `${name || 'an unknown service'} may assume the role, too`
            : 'others may assume the role',
        at: property.location,
      });
    }
  }
  return doubts;
}
