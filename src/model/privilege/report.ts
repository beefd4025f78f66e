import type { Cloud } from '#model/cloud';
import type { Abstention, AbstentionKind, NeededOn, NeededPermission } from '#model/needs/need';
import { needsOfFunction } from '#model/needs/users';
import type { OperationsByFunction } from '#model/operations';
import type { ComparedAction, RolePrivileges } from '#model/privilege/compare';
import { type PolicyDocument, policyFor } from '#model/privilege/policy';
import type { Resource } from '#model/resource';
import { type Location, linesOf } from '#source/file';

/** A place of the repository, lines from 1. */
export interface Evidence {
  readonly file: string;
  readonly line: number;
}

/** A permission that is needed, or may be. */
export interface ReportedNeed {
  readonly action: string;
  /** ARNs with `${…}` where the deployment fills something in; `*` where the action knows no resource; none where they are not known. */
  readonly resources: readonly string[];
  /** What calls it: `dynamodb PutItem`, or what the template declares. */
  readonly by: string;
  readonly evidence: Evidence;
  /** Why the resources are not known. */
  readonly unknown?: string;
}

/** An action, or pattern of actions, that a statement grants. */
export interface ReportedGrant {
  readonly action: string;
  readonly resources: readonly string[];
  readonly verdict: ComparedAction['verdict'];
  /** The AWS managed policy that grants it, where one does. */
  readonly managedPolicy?: string;
  /** How many actions of the pattern are not needed. */
  readonly unused?: number;
  readonly evidence: Evidence;
}

export interface ReportedAbstention {
  readonly kind: AbstentionKind;
  readonly why: string;
  /** IAM's prefix of the service that is in doubt; all of them where it is left out. */
  readonly service?: string;
  readonly evidence?: Evidence;
}

/** The table of one function: JSON as it is. */
export interface FunctionReport {
  readonly function: string;
  readonly evidence: Evidence;
  /** The role, where it is declared in the application. */
  readonly role?: string;
  /** Other functions, and whatever else acts with the role. */
  readonly sharedWith: readonly string[];
  readonly granted: readonly ReportedGrant[];
  /** What this function surely asks for. */
  readonly used: readonly ReportedNeed[];
  /** What it may ask for: neither demanded nor taken away. */
  readonly conditional: readonly ReportedNeed[];
  /** Granted, and nobody who acts with the role uses it, or only a part of the pattern. */
  readonly excess: readonly ReportedGrant[];
  /** Used, and nothing grants it. */
  readonly missing: readonly (ReportedNeed & { readonly confidence: 'certain' | 'likely' })[];
  readonly abstentions: readonly ReportedAbstention[];
  /** The statements that would grant what all users of the role need; absent where something is in doubt. */
  readonly policy?: PolicyDocument;
}

/** The table of every function of the application, in their order. */
export function functionReports(
  cloud: Cloud,
  operations: OperationsByFunction,
  roles: readonly RolePrivileges[],
): readonly FunctionReport[] {
  return cloud.all('AWS::Lambda::Function').map((fn) => {
    const privileges = roles.find(({ users }) => users.some(({ resource }) => resource === fn));
    return privileges ? ofRole(cloud, fn, privileges) : ofUnknownRole(cloud, fn, operations);
  });
}

function ofUnknownRole(
  cloud: Cloud,
  fn: Resource<'AWS::Lambda::Function'>,
  operations: OperationsByFunction,
): FunctionReport {
  const needs = needsOfFunction(cloud, fn, operations);
  const [property] = fn.at('Role');
  const outside: Abstention = {
    kind: 'role',
    why: 'the role is not in the application',
    at: property?.location ?? fn.location,
  };
  return {
    function: fn.name,
    evidence: evidence(fn.location),
    sharedWith: [],
    granted: [],
    ...needed(needs.permissions),
    excess: [],
    missing: [],
    abstentions: [outside, ...needs.abstentions].map(abstention),
  };
}

function ofRole(cloud: Cloud, fn: Resource, privileges: RolePrivileges): FunctionReport {
  const { role, users, actions, missing } = privileges;
  const own = users.find(({ resource }) => resource === fn);
  const isOwn = (need: NeededPermission): boolean => own?.needs.permissions.some((one) => sameNeed(one, need)) ?? false;
  const granted = actions.map(reportedGrant);
  const policy = isResolved(privileges) ? policyFor(cloud, role, users, privileges.grants) : undefined;
  return {
    function: fn.name,
    evidence: evidence(fn.location),
    role: role.name,
    sharedWith: users.filter(({ resource }) => resource !== fn).map(({ resource }) => resource.name),
    granted,
    ...needed(own?.needs.permissions ?? []),
    excess: granted.filter(({ verdict }) => verdict === 'excess' || verdict === 'wider'),
    missing: missing
      .filter(({ need }) => isOwn(need))
      .map(({ need, confidence }) => ({ ...reportedNeed(need), confidence })),
    abstentions: privileges.abstentions.map(abstention),
    ...(policy ? { policy } : {}),
  };
}

function sameNeed(a: NeededPermission, b: NeededPermission): boolean {
  return a.action === b.action && a.class === b.class && texts(a.on).join() === texts(b.on).join();
}

/** Whether every call of everybody who acts with the role was seen, and every call's permission is known. */
export function isResolved({ abstentions }: RolePrivileges): boolean {
  return abstentions.every(({ kind }) => kind === 'role' || kind === 'managed-policy' || kind === 'statement');
}

function needed(permissions: readonly NeededPermission[]): Pick<FunctionReport, 'used' | 'conditional'> {
  const of = (kind: NeededPermission['class']): readonly ReportedNeed[] => {
    const found = new Map<string, ReportedNeed>();
    for (const need of permissions) {
      const key = `${need.action} ${texts(need.on).join()}`;
      if (need.class === kind && !found.has(key)) found.set(key, reportedNeed(need));
    }
    return [...found.values()];
  };
  return { used: of('required'), conditional: of('conditional') };
}

function reportedNeed({ action, on, reason, at }: NeededPermission): ReportedNeed {
  return {
    action,
    resources: texts(on),
    by: reason.kind === 'call' ? `${reason.operation.service} ${reason.operation.name}` : reason.what,
    evidence: evidence(at),
    ...(on.kind === 'unknown' ? { unknown: on.why } : {}),
  };
}

function texts(on: NeededOn): readonly string[] {
  if (on.kind === 'every') return ['*'];
  return on.kind === 'unknown' ? [] : on.arns.map(({ arn }) => arn.toString());
}

function reportedGrant({ grant, action, verdict, unused }: ComparedAction): ReportedGrant {
  return {
    action: action.pattern ?? '?',
    resources: grant.resources.map((one) => one?.toString() ?? '?'),
    verdict,
    ...(grant.source.kind === 'managed' ? { managedPolicy: grant.source.name } : {}),
    ...(verdict === 'wider' && unused !== undefined ? { unused } : {}),
    evidence: evidence(action.property.location),
  };
}

function abstention({ kind, why, service, at }: Abstention): ReportedAbstention {
  return {
    kind,
    why,
    ...(service === undefined ? {} : { service }),
    ...(at ? { evidence: evidence(at) } : {}),
  };
}

function evidence(at: Location): Evidence {
  return { file: at.file.path, line: linesOf(at).start };
}
