import { actionCovers, actionOverlaps } from '#model/action-pattern';
import type { Cloud } from '#model/cloud';
import { actionsOf } from '#model/iam-action';
import type { Abstention, NeededPermission } from '#model/needs/need';
import { UNSEEN_ACTIONS } from '#model/needs/operation-actions';
import { type RoleUser, usersOf } from '#model/needs/users';
import type { OperationsByFunction } from '#model/operations';
import { type Grant, type GrantedAction, grantsIn, patternCovers, speaksOfNeed } from '#model/privilege/grant';
import { type MissingPermission, missingPermissions } from '#model/privilege/missing';
import type { Resource } from '#model/resource';
import { isEveryResource } from '#model/scope';
import { Text } from '#model/text';

type Fn = Resource<'AWS::Lambda::Function'>;
type Role = Resource<'AWS::IAM::Role'>;

/** One action, or pattern of actions, that a statement allows, held against what is needed. */
export interface ComparedAction {
  readonly grant: Grant;
  readonly action: GrantedAction;
  /**
   * `used`: nothing of it is too much; `excess`: nothing of it is used; `wider`: a pattern of which only a part is used; `unknown`:
   * what cannot be seen may use it.
   */
  readonly verdict: 'used' | 'excess' | 'wider' | 'unknown';
  readonly used: readonly NeededPermission[];
  readonly conditional: readonly NeededPermission[];
  /** How many actions of a pattern nobody needs; undefined where they cannot be counted (`*`). */
  readonly unused: number | undefined;
  /** Why it is unknown, or why a used one may be used on more than was seen. */
  readonly doubts: readonly Abstention[];
}

/** A role that several functions share although they need different things. */
export interface SharedRole {
  /** The required actions of each function that not all of them require. */
  readonly own: readonly { readonly fn: Resource; readonly actions: readonly string[] }[];
}

/** What a role grants, held against what everybody who acts with it needs. */
export interface RolePrivileges {
  readonly role: Role;
  readonly users: readonly RoleUser[];
  /** Everything that all users need. */
  readonly needs: readonly NeededPermission[];
  readonly grants: readonly Grant[];
  /** Every action of every statement that allows, in the order of the statements. */
  readonly actions: readonly ComparedAction[];
  readonly missing: readonly MissingPermission[];
  readonly shared: SharedRole | undefined;
  /** All that could not be known, of what is granted and of what is needed. */
  readonly abstentions: readonly Abstention[];
}

/** Roles with more grants or needs than this are not compared: nobody writes them by hand. */
const MAX_GRANTS = 1_000;
const MAX_NEEDS = 5_000;

/** Compares every declared role that functions use, in the order of the functions. */
export function comparedRoles(cloud: Cloud, operations: OperationsByFunction): readonly RolePrivileges[] {
  const byRole = new Map<Role, Fn[]>();
  for (const fn of cloud.all('AWS::Lambda::Function')) {
    for (const property of fn.at('Role')) {
      const role = cloud.resolve(property, 'AWS::IAM::Role');
      if (!role) continue;
      const known = byRole.get(role);
      if (!known) byRole.set(role, [fn]);
      else if (!known.includes(fn)) known.push(fn);
    }
  }
  return [...byRole].map(([role, functions]) => compareRole(cloud, role, functions, operations));
}

/** Compares one role with the needs of its users; the functions among them are given. */
export function compareRole(
  cloud: Cloud,
  role: Role,
  functions: readonly Fn[],
  operations: OperationsByFunction,
): RolePrivileges {
  const { users, doubts } = usersOf(cloud, role, functions, operations);
  const needs = unique(users.flatMap((user) => user.needs.permissions));
  const { grants, doubts: unread } = grantsIn(cloud.grantsOfRole(role));
  const open = [...users.flatMap((user) => user.needs.abstentions), ...doubts];
  if (grants.length > MAX_GRANTS || needs.length > MAX_NEEDS) {
    const why = 'the role has more statements, or more is called with it, than is compared';
    const abstentions: readonly Abstention[] = [...open, ...unread, { kind: 'user', why, at: role.location }];
    return { role, users, needs, grants, actions: [], missing: [], shared: undefined, abstentions };
  }
  const allows = grants.filter(({ effect }) => effect === 'Allow');
  return {
    role,
    users,
    needs,
    grants,
    actions: allows.flatMap((grant) => compareGrant(cloud, grant, needs, open)),
    missing: missingPermissions(cloud, needs, grants, unread),
    shared: sharedRole(users),
    abstentions: [...open, ...unread],
  };
}

/** Doubts about what is granted say nothing of what is needed. */
const OF_GRANTS: ReadonlySet<string> = new Set(['role', 'managed-policy', 'statement']);

/** One grant that reaches several roles, held against what the users of all of them need. */
export function comparedTogether(cloud: Cloud, grant: Grant, roles: readonly RolePrivileges[]): RolePrivileges {
  const [first] = roles;
  if (!first) throw new RangeError('a grant reaches at least one role');
  const needs = unique(roles.flatMap((one) => one.needs));
  const open = roles.flatMap(({ abstentions }) => abstentions.filter(({ kind }) => !OF_GRANTS.has(kind)));
  return { ...first, needs, actions: compareGrant(cloud, grant, needs, open) };
}

/** The same need of several calls is compared once; the first call stands for all, a required one before conditional ones. */
function unique(needs: readonly NeededPermission[]): readonly NeededPermission[] {
  const found = new Map<string, NeededPermission>();
  for (const need of needs) {
    const key = `${need.action}|${need.class}|${need.certain}|${onKey(need)}`;
    if (!found.has(key)) found.set(key, need);
  }
  return [...found.values()];
}

function onKey({ on }: NeededPermission): string {
  if (on.kind === 'unknown') return 'unknown';
  if (on.kind === 'every') return '*';
  return on.arns
    .map(({ arn }) => (arn instanceof Text ? JSON.stringify(arn.parts) : arn))
    .sort()
    .join(' ');
}

function compareGrant(
  cloud: Cloud,
  grant: Grant,
  needs: readonly NeededPermission[],
  open: readonly Abstention[],
): readonly ComparedAction[] {
  const spoken = needs.filter((need) => speaksOfNeed(cloud, grant, need) !== 'no');
  const isPolled = needs.some(({ reason }) => reason.kind === 'template' && reason.what.startsWith('polls '));
  if (grant.notActions.length > 0) {
    const [property] = grant.source.kind === 'statement' ? grant.source.statement.notActions : [grant.source.property];
    if (!property) return [];
    return [compareAction(grant, { pattern: '*', property }, spoken, open, isPolled)];
  }
  return grant.actions.map((action) => compareAction(grant, action, spoken, open, isPolled));
}

function compareAction(
  grant: Grant,
  action: GrantedAction,
  spoken: readonly NeededPermission[],
  open: readonly Abstention[],
  isPolled: boolean,
): ComparedAction {
  const { pattern } = action;
  const own = spoken.filter((need) => patternCovers(pattern, need.action) !== 'no');
  const used = own.filter((need) => need.class === 'required');
  const conditional = own.filter((need) => need.class === 'conditional');
  const doubts = doubtsOf(action, own, isPolled ? open : [...open, ...mappedElsewhere(action)]);
  const unused = pattern === undefined ? undefined : unusedIn(pattern, own);
  const base = { grant, action, used, conditional, unused, doubts };
  if (pattern === undefined) return { ...base, verdict: 'unknown' };
  // What is needed by name stays, whatever else is in doubt.
  if (!/[*?]/.test(pattern) && own.length > 0) return { ...base, verdict: 'used' };
  if (doubts.length > 0) return { ...base, verdict: 'unknown' };
  if (own.length === 0) return { ...base, verdict: 'excess' };
  return { ...base, verdict: unused === 0 ? 'used' : 'wider' };
}

/** What AWS calls to fetch what a queue or stream holds for a function. */
const FETCHING: ReadonlySet<string> = new Set(
  'dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:DescribeStream dynamodb:ListStreams kinesis:GetRecords kinesis:GetShardIterator kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:ListShards kinesis:ListStreams kinesis:SubscribeToShard sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes'
    .toLowerCase()
    .split(' '),
);

/** Where the application maps no source to the function, who names these actions may have mapped one by hand. */
function mappedElsewhere({ pattern = '', property }: GrantedAction): readonly Abstention[] {
  if (!FETCHING.has(pattern.toLowerCase())) return [];
  return [
    { kind: 'unseen-action', why: 'a queue or stream may be mapped to the function elsewhere', at: property.location },
  ];
}

/** What may use an action unseen. */
function doubtsOf(
  { pattern, property }: GrantedAction,
  own: readonly NeededPermission[],
  open: readonly Abstention[],
): readonly Abstention[] {
  if (pattern === undefined) return [{ kind: 'statement', why: 'the action is not known', at: property.location }];
  const [service = ''] = pattern.toLowerCase().split(':');
  const mayPass = actionCovers(pattern, 'iam:PassRole');
  const doubts = open.filter(
    (one) =>
      one.service === undefined ||
      actionOverlaps(service, one.service) ||
      (mayPass && !TAKING_NO_ROLES.has(one.service)),
  );
  if (doubts.length > 0 || own.length > 0) return doubts;
  const unseen = UNSEEN_ACTIONS.some((one) => actionCovers(one, pattern));
  const whole = UNSEEN_ACTIONS.some((one) => !MOSTLY_SEEN.has(one.split(':')[0] ?? '') && actionCovers(pattern, one));
  if (!unseen && !(whole && pattern !== '*' && !service.includes('*'))) return [];
  return [{ kind: 'unseen-action', why: 'no call of an SDK shows whether it is used', at: property.location, service }];
}

/** Services that are never handed a role. All others may be by a call that is not seen, and then `iam:PassRole` is used. */
const TAKING_NO_ROLES = new Set('dax dynamodb kafka-cluster kms qldb rds-db secretsmanager sqs sts'.split(' '));

/** Services whose unseen actions are few beside those that calls show. */
const MOSTLY_SEEN = new Set(['lambda', 'bedrock', 'transcribe', 'kinesisvideo', 'qldb', 'codecommit', 'iot']);

/** How many of the actions that a pattern means are not needed. */
function unusedIn(pattern: string, needs: readonly NeededPermission[]): number | undefined {
  if (!/[*?]/.test(pattern)) return needs.length > 0 ? 0 : 1;
  const [service = '', name] = pattern.split(':');
  const actions = name === undefined ? undefined : actionsOf(service);
  if (!actions) return undefined;
  const prefix = service.toLowerCase();
  let count = 0;
  for (const action of actions.keys()) {
    const full = `${prefix}:${action}`;
    if (actionCovers(pattern, full) && !needs.some((need) => actionCovers(need.action, full))) count += 1;
  }
  return count;
}

/** Whether a grant is on every resource although each of its needs names what it is needed on. */
export function isOnMoreThanNeeded({ grant, needs }: { grant: Grant; needs: readonly NeededPermission[] }): boolean {
  if (grant.source.kind !== 'statement' || grant.notResources) return grant.notResources;
  return grant.source.statement.resources.some(isEveryResource) && needs.every(({ on }) => on.kind === 'arns');
}

/** The actions that the code of functions calls and that not all functions of the role require. Networks and queues are no code's. */
function sharedRole(users: readonly RoleUser[]): SharedRole | undefined {
  const functions = users.filter(({ resource }) => resource.isA('AWS::Lambda::Function'));
  if (functions.length < 2) return undefined;
  const required = functions.map(({ resource, needs }) => ({
    fn: resource,
    actions: new Set(
      needs.permissions
        .filter((one) => one.class === 'required' && one.reason.kind === 'call')
        .map((one) => `${one.action} ${onKey(one)}`),
    ),
  }));
  const own = required.map(({ fn, actions }) => ({
    fn,
    actions: [
      ...new Set(
        [...actions]
          .filter((one) => required.some((other) => !other.actions.has(one)))
          .map((one) => one.split(' ')[0] ?? ''),
      ),
    ].sort(),
  }));
  return own.some(({ actions }) => actions.length > 0) ? { own } : undefined;
}
