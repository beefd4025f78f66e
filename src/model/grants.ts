import { loweredByCarrier } from '#model/carriers';
import type { Cloud } from '#model/cloud';
import { resolve } from '#model/name';
import { once } from '#model/once';
import { listIn } from '#model/policy-document';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import type { Statement } from '#model/statement';
import { Text } from '#model/text';
import { compatible } from '#model/value';

type Fn = Resource<'AWS::Lambda::Function'>;
type Role = Resource<'AWS::IAM::Role'>;

/** What reaches a function's role, or a role, and whether that is everything. */
export interface Grants {
  /** The role resource, where it is declared in the application. */
  readonly role: Role | undefined;
  readonly statements: readonly Statement[];
  /** Managed policies that are named but not declared here: ARNs and names. `managedPolicyName` reads AWS's own. */
  readonly managed: readonly Property[];
  /** False when a role, policy or part of one comes from outside or could not be known. */
  readonly complete: boolean;
  /** As `complete`, but for what the `managed` policies grant. */
  readonly known: boolean;
}

const NOTHING_KNOWN: Grants = { role: undefined, statements: [], managed: [], complete: false, known: false };

/** The grants of every declared role. */
const byRole = once((cloud: Cloud): ReadonlyMap<string, Grants> => {
  const lowered = loweredByCarrier(cloud);
  const attached = attachments(cloud);
  return new Map(cloud.all('AWS::IAM::Role').map((role) => [role.id, grantsOfRole(role)]));

  function grantsOfRole(role: Role): Grants {
    const carriers: Resource[] = [role, ...(attached.get(role.id) ?? [])];
    const managed: Property[] = [];
    let complete = true;
    for (const arn of role.at('ManagedPolicyArns').flatMap((list) => listIn(list, []))) {
      const policy = resolve(cloud, arn, 'AWS::IAM::ManagedPolicy');
      if (policy) carriers.push(policy);
      else if (arn.isUnknown) complete = false;
      else managed.push(arn);
    }
    const parts = [...new Set(carriers)].map((carrier) => lowered.get(carrier.id));
    const statements = parts
      .flatMap((part) => part?.statements ?? [])
      .filter((statement) => statement.kind === 'identity' && compatible(statement.when, role.when));
    const known = complete && parts.every((part) => part?.complete ?? true);
    return { role, statements, managed, complete: known && managed.length === 0, known };
  }
});

/** The policies that name each role in their own `Roles` or `RoleName`. */
function attachments(cloud: Cloud): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  const attach = (policy: Resource, name: Property): void => {
    const role = resolve(cloud, name, 'AWS::IAM::Role');
    if (!role) return;
    const policies = found.get(role.id);
    if (policies) policies.push(policy);
    else found.set(role.id, [policy]);
  };
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'] as const) {
    for (const policy of cloud.all(type)) {
      for (const name of policy.read(['Roles']).flatMap((list) => listIn(list, []))) attach(policy, name);
    }
  }
  for (const policy of cloud.all('AWS::IAM::RolePolicy')) {
    for (const name of policy.at('RoleName')) attach(policy, name);
  }
  return found;
}

/** Identity statements that reach a role: inline, attached by the policies themselves, and managed ones declared here. */
export function grantsOfRole(cloud: Cloud, role: Role): Grants {
  return byRole(cloud).get(role.id) ?? NOTHING_KNOWN;
}

const byFunction = once(
  (cloud: Cloud): ReadonlyMap<string, Grants> =>
    new Map(cloud.all('AWS::Lambda::Function').map((fn) => [fn.id, grantsOfFunction(cloud, fn)])),
);

/** Identity statements that reach the function's role; those of every role where a condition chooses between several. */
export function grants(cloud: Cloud, fn: Fn): Grants {
  return byFunction(cloud).get(fn.id) ?? NOTHING_KNOWN;
}

function grantsOfFunction(cloud: Cloud, fn: Fn): Grants {
  const roles = fn.at('Role').map((property) => resolve(cloud, property, 'AWS::IAM::Role'));
  const known = [...new Set(roles.filter((role) => role !== undefined))].filter((role) => role.isA('AWS::IAM::Role'));
  const all = known.map((role) => grantsOfRole(cloud, role));
  const declared = roles.length > 0 && roles.every((role) => role !== undefined);
  return {
    role: known[0],
    statements: all.flatMap((one) => one.statements).filter((statement) => compatible(statement.when, fn.when)),
    managed: all.flatMap((one) => one.managed),
    complete: declared && all.every((one) => one.complete),
    known: declared && all.every((one) => one.known),
  };
}

const functionsByCarrier = once((cloud: Cloud): ReadonlyMap<string, readonly Fn[]> => {
  const found = new Map<string, Set<Fn>>();
  const add = (carrier: Resource, fn: Fn): void => {
    const functions = found.get(carrier.id);
    if (functions) functions.add(fn);
    else found.set(carrier.id, new Set([fn]));
  };
  for (const fn of cloud.all('AWS::Lambda::Function')) {
    const { role, statements } = grants(cloud, fn);
    if (role) add(role, fn);
    for (const statement of statements) add(statement.carrier, fn);
  }
  for (const permission of cloud.all('AWS::Lambda::Permission')) {
    for (const statement of loweredByCarrier(cloud).get(permission.id)?.statements ?? []) {
      for (const target of statement.targets) if (target.isA('AWS::Lambda::Function')) add(permission, target);
    }
  }
  return new Map([...found].map(([id, functions]) => [id, [...functions]]));
});

/** The functions that a carrier's statements give something to, or, for a Lambda permission, open. A function is its own. */
export function functionsOf(cloud: Cloud, carrier: Resource): readonly Fn[] {
  if (carrier.isA('AWS::Lambda::Function')) return [carrier];
  return functionsByCarrier(cloud).get(carrier.id) ?? [];
}

const MANAGED = ':iam::aws:policy/';

/**
 * The name of one of AWS's own managed policies that a property means, with its path: `AdministratorAccess`,
 * `service-role/AWSLambdaBasicExecutionRole`. The partition may be anything; a bare name (as SAM allows) is the name.
 */
export function managedPolicyName(property: Property): string | undefined {
  const { text } = property;
  if (text === undefined) return undefined;
  const last = text instanceof Text ? text.parts.at(-1) : text;
  if (typeof last !== 'string') return undefined;
  const at = last.indexOf(MANAGED);
  if (at !== -1) return last.slice(at + MANAGED.length);
  return text instanceof Text || text.startsWith('arn:') ? undefined : text;
}

/** Logs, traces, network interfaces and the reading of its own event source: what every function of its kind is given. */
const ROUTINE =
  /^(?:service-role\/AWSLambda(?:Basic|VPCAccess|SQSQueue|DynamoDB|Kinesis|MSK)ExecutionRole|AWSX[Rr]ayWriteOnlyAccess|AWSXRayDaemonWriteAccess|CloudWatchLambdaInsightsExecutionRolePolicy)$/;

/** Whether a policy of AWS's own only lets a function run: nobody needs to be told that a new one has it. */
export function isRoutine(managedPolicy: string): boolean {
  return ROUTINE.test(managedPolicy);
}
