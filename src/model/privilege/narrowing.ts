import { actionCovers, actionOverlaps } from '#model/action-pattern';
import type { Cloud } from '#model/cloud';
import type { NeededPermission } from '#model/needs/need';
import type { Datum, Patch } from '#model/patch';
import { closesCircle } from '#model/privilege/circle';
import { type ComparedAction, comparedTogether, type RolePrivileges } from '#model/privilege/compare';
import { type Grant, speaksOfNeed } from '#model/privilege/grant';
import { managedPolicy } from '#model/privilege/managed-policy';
import {
  freePolicyName,
  isShorthand,
  type NarrowStatement,
  policyOf,
  removal,
  rewritten,
  statementDatum,
} from '#model/privilege/statement-patch';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { isEveryResource } from '#model/scope';
import type { Stack } from '#model/stack';
import type { Statement } from '#model/statement';
import { Text } from '#model/text';

/** How a statement, or a managed policy, would grant what its users need and no more. */
export interface Narrowing {
  readonly of: Grant;
  /** What it would grant; empty when it is not needed at all. */
  readonly statements: readonly NarrowStatement[];
  /** The smaller AWS managed policy that would take its place, where one fits. */
  readonly managed?: string;
  readonly patches: readonly Patch[];
}

/**
 * Every statement and managed policy of the role that grants too much, with what it would be instead. A statement that reaches
 * several roles is narrowed to what all of them need, and told with the first of them.
 * @param all every role that was compared; one that is missing there has needs that are not known
 */
export function narrowings(
  cloud: Cloud,
  privileges: RolePrivileges,
  all: readonly RolePrivileges[] = [privileges],
): readonly Narrowing[] {
  const found: Narrowing[] = [];
  const done = new Set<string>();
  for (const { grant } of privileges.actions) {
    const key = placeOf(grant);
    if (done.has(key)) continue;
    done.add(key);
    const one =
      grant.source.kind === 'managed'
        ? narrowedManaged(cloud, privileges, grant, grant.source.name, grant.source.property)
        : narrowedStatement(cloud, privileges, grant, grant.source.statement, all);
    if (one) found.push(one);
  }
  return found;
}

/** One key for all that is changed together. */
function placeOf({ source }: Grant): string {
  if (source.kind === 'managed') return `${source.property.resource.id} ${source.property.path.join('.')}`;
  const { carrier, property } = source.statement;
  const path = isShorthand(source.statement) ? policyOf(source.statement) : property.path;
  return `${carrier.id} ${(path ?? property.path).join('.')}`;
}

/** What is kept of a compared action, with what it is needed on; undefined resources are those of the statement. */
interface Kept {
  readonly action: string;
  readonly resources: readonly (string | Text)[] | undefined;
}

function keptOf(
  cloud: Cloud,
  privileges: RolePrivileges,
  compared: ComparedAction,
  anywhere: boolean,
): readonly Kept[] {
  const { pattern } = compared.action;
  if (pattern === undefined || compared.verdict === 'excess') return [];
  // What cannot be seen may use it, and on other resources.
  if (compared.doubts.length > 0) return [{ action: pattern, resources: undefined }];
  const needs = [
    ...compared.used,
    ...compared.conditional.filter((need) => !isKeptElsewhere(cloud, privileges, compared, need)),
  ];
  if (compared.verdict === 'used')
    return [
      {
        action: pattern,
        resources: anywhere
          ? resourcesOf(cloud, [...compared.used, ...compared.conditional], compared.grant)
          : undefined,
      },
    ];
  const names = [...new Set(needs.map(({ action }) => action))].filter((name) => !NAMED_ONLY.has(name));
  // A need that is wider than the pattern may be any of it.
  if (names.some((name) => /[*?]/.test(name) && !actionCovers(pattern, name) && actionOverlaps(pattern, name)))
    return [{ action: pattern, resources: undefined }];
  const own = names.filter((name) => !names.some((other) => other !== name && actionCovers(other, name)));
  return own.sort().map((action) => ({
    action,
    resources: anywhere
      ? resourcesOf(
          cloud,
          needs.filter((need) => actionCovers(action, need.action)),
          compared.grant,
        )
      : undefined,
  }));
}

/** What is kept where the author names it, and not for the sake of a pattern: tags of log groups, which run without. */
const NAMED_ONLY: ReadonlySet<string> = new Set(['logs:TagResource']);

/** Whether an entry that stays as it is covers a conditional need, so that a pattern can let go of it. */
function isKeptElsewhere(
  cloud: Cloud,
  { actions }: RolePrivileges,
  own: ComparedAction,
  need: NeededPermission,
): boolean {
  return actions.some(
    ({ grant, action, verdict }) =>
      grant !== own.grant &&
      verdict === 'used' &&
      action.pattern !== undefined &&
      actionCovers(action.pattern, need.action) &&
      grant.resources.includes('*') &&
      speaksOfNeed(cloud, grant, need) === 'yes',
  );
}

/** Whether a statement names the very action on all that it is needed on, so that it stays whatever else goes. */
function isGrantedByName(cloud: Cloud, { actions }: RolePrivileges, need: NeededPermission): boolean {
  if (need.on.kind === 'arns' && need.on.arns.length > 1) return false;
  return actions.some(
    ({ grant, action, verdict }) =>
      verdict === 'used' &&
      grant.source.kind === 'statement' &&
      action.pattern?.toLowerCase() === need.action.toLowerCase() &&
      speaksOfNeed(cloud, grant, need) === 'yes',
  );
}

/** The resource in whose text a grant is written. */
function carrierOf({ source }: Grant): Resource {
  return source.kind === 'managed' ? source.property.resource : source.statement.carrier;
}

/**
 * The ARNs of needs as the policy that grants them can name them; undefined where one cannot be named, as those of other stacks, and of
 * what is made after the policy.
 */
function resourcesOf(
  cloud: Cloud,
  needs: readonly NeededPermission[],
  grant: Grant,
): readonly (string | Text)[] | undefined {
  const carrier = carrierOf(grant);
  const found = new Map<string, string | Text>();
  for (const { on } of needs) {
    if (on.kind === 'unknown') return undefined;
    if (on.kind === 'every') return ['*'];
    for (const { written } of on.arns) {
      if (written === undefined || isElsewhere(written, carrier.stack)) return undefined;
      if (closesCircle(cloud, written, carrier, grant.at)) return undefined;
      found.set(textKey(written), written);
    }
  }
  return found.size === 0 ? undefined : [...found.values()];
}

function isElsewhere(text: string | Text, { id }: Stack): boolean {
  return text instanceof Text && text.refs.some(({ resource }) => !resource.startsWith(`${id}#`));
}

function textKey(text: string | Text): string {
  return text instanceof Text ? JSON.stringify(text.parts) : text;
}

/** Statements for what is kept: one for each set of resources, those of one resource and its parts together. */
function grouped(kept: readonly Kept[], own: readonly (string | Text)[]): readonly NarrowStatement[] {
  const groups: { actions: string[]; resources: readonly (string | Text)[]; about: string }[] = [];
  for (const { action, resources = own } of kept) {
    const about = aboutOf(resources);
    const same = groups.find((group) => group.about === about);
    if (!same) {
      groups.push({ actions: [action], resources, about });
      continue;
    }
    if (!same.actions.includes(action)) same.actions.push(action);
    const known = new Set(same.resources.map(textKey));
    same.resources = [...same.resources, ...resources.filter((one) => !known.has(textKey(one)))];
  }
  return groups.map(({ actions, resources }) => ({ actions, resources }));
}

/** The resources that ARNs are, or are parts of: a bucket and its objects are about the bucket. */
function aboutOf(resources: readonly (string | Text)[]): string {
  const names = resources.map((one) => {
    const [first] = one instanceof Text ? one.refs : [];
    return first && one instanceof Text && one.parts[0] === first ? first.resource : textKey(one);
  });
  return [...new Set(names)].sort().join(' ');
}

function narrowedStatement(
  cloud: Cloud,
  privileges: RolePrivileges,
  grant: Grant,
  statement: Statement,
  all: readonly RolePrivileges[],
): Narrowing | undefined {
  const reached = reachedBy(cloud, privileges, statement, all);
  if (reached?.[0] !== privileges || !isPlain(statement)) return undefined;
  if (isShorthand(statement)) return narrowedPolicy(cloud, privileges, grant, statement);
  const whole = reached.length === 1 ? privileges : comparedTogether(cloud, grant, reached);
  const statements = narrowed(cloud, whole, grant, statement);
  if (!statements || isSame(statements, statement)) return undefined;
  const patches = statements.length === 0 ? removal(statement) : rewritten(statement, statements);
  return patches && { of: grant, statements, patches };
}

function narrowed(
  cloud: Cloud,
  privileges: RolePrivileges,
  grant: Grant,
  statement: Statement,
): readonly NarrowStatement[] | undefined {
  const own = statement.resources.flatMap(({ text }) => (text === undefined ? [] : [text]));
  const compared = privileges.actions.filter((one) => one.grant === grant);
  const isWide = statement.resources.some(isEveryResource) || statement.notResources.length > 0;
  const anywhere = isWide || isShorthand(statement);
  const found = compared.flatMap((one) => keptOf(cloud, privileges, one, anywhere));
  // Where not every resource is known, resources that are named already stay together.
  const isPart = !isWide && found.some(({ resources }) => resources === undefined);
  // What is narrowed never becomes wider, though an action know no resource.
  const isEvery = isShorthand(statement) || statement.resources.some(({ text }) => text === '*');
  const kept = found.map((one) =>
    isPart || (!isEvery && statement.notResources.length === 0 && one.resources?.includes('*'))
      ? { action: one.action, resources: undefined }
      : one,
  );
  // Resources that are not named are all that the statement leaves.
  if (statement.notResources.length > 0 && kept.some(({ resources }) => resources === undefined)) return undefined;
  if (statement.notActions.length > 0 && kept.some(({ action }) => action === '*')) return undefined;
  const groups = grouped(kept, own);
  // What a default gave is written anew as the default, and another deployment has another.
  const isDefault = statement.resources.some(({ parameter }) => parameter !== undefined);
  const isAnew = isShorthand(statement) || groups.length > 1;
  if (isDefault && isAnew && kept.some(({ resources }) => resources === undefined)) return undefined;
  return groups;
}

/** The roles that a statement reaches, the first of them first; undefined where the needs of one are not known. */
function reachedBy(
  cloud: Cloud,
  privileges: RolePrivileges,
  { carrier }: Statement,
  all: readonly RolePrivileges[],
): readonly RolePrivileges[] | undefined {
  if (carrier === privileges.role) return [privileges];
  const isWritten = (key: string): boolean => carrier.read([key]).some((list) => list.isWritten);
  if (isWritten('Users') || isWritten('Groups')) return undefined;
  const roles = cloud
    .all('AWS::IAM::Role')
    .filter((role) => cloud.grantsOfRole(role).statements.some((one) => one.carrier === carrier));
  const reached = all.filter(({ role }) => roles.includes(role));
  return reached.length === roles.length ? reached : undefined;
}

/** Whether the statement is the same in every deployment, and all that it says is known. */
function isPlain({ complete, when, actions, resources, property }: Statement): boolean {
  return (
    complete &&
    when.length === 0 &&
    property.when.length === 0 &&
    [...actions, ...resources].every((one) => one.when.length === 0 && one.text !== undefined)
  );
}

function isSame(statements: readonly NarrowStatement[], statement: Statement): boolean {
  const [only] = statements;
  if (!only || statements.length > 1 || statement.notActions.length > 0 || statement.notResources.length > 0)
    return false;
  const same = (a: readonly (string | Text)[], b: readonly Property[]): boolean =>
    a.length === b.length &&
    b.every(({ text }) => text !== undefined && a.some((one) => textKey(one) === textKey(text)));
  return same(only.actions, statement.actions) && same(only.resources, statement.resources);
}

/** A policy that the framework wrote out of a shorter form is replaced as a whole. */
function narrowedPolicy(
  cloud: Cloud,
  privileges: RolePrivileges,
  grant: Grant,
  statement: Statement,
): Narrowing | undefined {
  const path = policyOf(statement);
  if (!path) return undefined;
  const key = path.join('.');
  const grants = [...new Set(privileges.actions.map((one) => one.grant))].flatMap((one) =>
    one.source.kind === 'statement' &&
    one.source.statement.carrier === statement.carrier &&
    policyOf(one.source.statement)?.join('.') === key
      ? [{ grant: one, statement: one.source.statement }]
      : [],
  );
  // What the author wrote beside it cannot be written anew from here.
  if (!grants.every((one) => isShorthand(one.statement))) return undefined;
  const parts = grants.map((one) => ({ ...one, statements: narrowed(cloud, privileges, one.grant, one.statement) }));
  if (parts.some(({ statements, statement: one }) => !statements || !isPlain(one))) return undefined;
  if (parts.every(({ statements, statement: one }) => isSame(statements ?? [], one))) return undefined;
  const all = parts.flatMap(({ statements }) => statements ?? []);
  const data = parts.flatMap(({ statements, statement: one }) =>
    (statements ?? []).map((narrow) => statementDatum(narrow, one)),
  );
  if (data.some((one) => one === undefined)) return undefined;
  const { carrier } = statement;
  const place = { resource: carrier, path } as const;
  if (all.length === 0) return { of: grant, statements: [], patches: [{ op: 'remove', ...place }] };
  return {
    of: grant,
    statements: all,
    patches: [{ op: 'set', ...place, value: policyDatum(data.flatMap((one) => (one === undefined ? [] : [one]))) }],
  };
}

/** A policy by a name; SAM gives those of its functions names of its own. */
function policyDatum(statements: readonly Datum[], name = 'UsedPermissions'): Datum {
  return { PolicyName: name, PolicyDocument: { Version: '2012-10-17', Statement: statements } };
}

/** Managed policies for running functions, the smallest first: better known than the statements that they have. */
const SMALLER = [
  'service-role/AWSLambdaBasicExecutionRole',
  'service-role/AWSLambdaSQSQueueExecutionRole',
  'service-role/AWSLambdaDynamoDBExecutionRole',
  'service-role/AWSLambdaVPCAccessExecutionRole',
  'service-role/AWSLambdaKinesisExecutionRole',
  'service-role/AWSLambdaMSKExecutionRole',
];

function narrowedManaged(
  cloud: Cloud,
  privileges: RolePrivileges,
  grant: Grant,
  name: string,
  property: Property,
): Narrowing | undefined {
  const all = privileges.actions.filter(
    ({ grant: { source } }) => source.kind === 'managed' && source.property === property,
  );
  const compared = all.filter((one) => !isAside(one, all));
  if (compared.some(({ verdict }) => verdict === 'unknown') || all.every(({ verdict }) => verdict === 'used'))
    return undefined;
  if (property.when.length > 0 || typeof property.path.at(-1) !== 'number') return undefined;
  // Under a condition, a policy of one's own would have to repeat it.
  if (compared.some((one) => one.grant.conditional && one.used.length > 0)) return undefined;
  const own = { ...privileges, actions: privileges.actions.filter((one) => !all.includes(one)) };
  const isElsewhere = (need: NeededPermission): boolean => isGrantedByName(cloud, own, need);
  const kept = compared
    .filter(({ verdict, used, conditional }) => verdict !== 'used' || ![...used, ...conditional].every(isElsewhere))
    .map((one) => (one.verdict === 'wider' ? { ...one, used: one.used.filter((need) => !isElsewhere(need)) } : one))
    .flatMap((one) => keptOf(cloud, own, one, true));
  const needs = compared.flatMap(({ used, conditional }) => [...used, ...conditional]);
  const lasting = needs.filter(
    (need) =>
      (need.class === 'required' && !isElsewhere(need)) || kept.some(({ action }) => actionCovers(action, need.action)),
  );
  const statements = grouped(unique(kept), ['*']);
  if (statements.length === 0) return { of: grant, statements, patches: [property.remove()] };
  const smaller = SMALLER.find((one) => one !== name && isCovered(one, lasting) && isSmaller(one, name));
  if (smaller !== undefined && lasting.every((need) => need.on.kind !== 'arns'))
    return { of: grant, statements, managed: smaller, patches: [property.set(`arn:aws:iam::aws:policy/${smaller}`)] };
  const data = statements.map((one) => statementDatum(one));
  if (data.some((one) => one === undefined)) return undefined;
  const policies: Patch = {
    op: 'append',
    resource: property.resource,
    path: ['Policies'],
    value: policyDatum(
      data.flatMap((one) => (one === undefined ? [] : [one])),
      freePolicyName(cloud, privileges.role, `UsedOf${name.slice(name.lastIndexOf('/') + 1)}`),
    ),
  };
  return { of: grant, statements, patches: [property.remove(), policies] };
}

/** AWS's policies for a service also name what its users rarely use; who uses the service by calls is taken not to. */
function isAside({ verdict, doubts }: ComparedAction, all: readonly ComparedAction[]): boolean {
  const unseen = verdict === 'unknown' && doubts.every(({ kind }) => kind === 'unseen-action');
  return unseen && all.some(({ used }) => used.length > 0);
}

function unique(kept: readonly Kept[]): readonly Kept[] {
  return kept.filter((one, at) => kept.findIndex((other) => other.action === one.action) === at);
}

function isCovered(policy: string, needs: readonly NeededPermission[]): boolean {
  const patterns = (managedPolicy(policy) ?? []).flatMap(({ actions }) => actions);
  return needs.every((need) => patterns.some((pattern) => actionCovers(pattern, need.action)));
}

function isSmaller(policy: string, than: string): boolean {
  const patterns = (managedPolicy(than) ?? []).flatMap(({ actions }) => actions);
  return (managedPolicy(policy) ?? [])
    .flatMap(({ actions }) => actions)
    .every((action) => patterns.some((pattern) => actionCovers(pattern, action)));
}
