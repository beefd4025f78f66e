import type { Related } from '#finding/finding';
import { code } from '#finding/markdown';
import { privilegesOf, type Usage } from '#finding/privileges';
import type { Report } from '#finding/rule';
import { actionCovers } from '#model/action-pattern';
import { actionsOf, iamAction } from '#model/iam-action';
import type { NeededPermission } from '#model/needs/need';
import { once } from '#model/once';
import type { GrantSource } from '#model/privilege/grant';
import { type Narrowing, narrowings } from '#model/privilege/narrowing';
import type { Property } from '#model/property';
import type { Statement } from '#model/statement';
import { linesOf } from '#source/file';

/** A statement, or a managed policy, that grants more than the code of everybody who acts with it uses. */
export interface Narrowed {
  readonly narrowing: Narrowing;
  /** Actions and patterns that nobody uses at all. */
  readonly unused: readonly string[];
  /** Patterns of which only a part is used. */
  readonly wider: readonly string[];
  /** What is used of it, each action with the place that first asks for it. */
  readonly used: readonly NeededPermission[];
  /** What stays because something that no call shows may use it. */
  readonly unseen: readonly string[];
  /** Whether others allow what is used of it, so that it is not missed. */
  readonly isAllowedElsewhere: boolean;
}

interface Index {
  readonly statements: ReadonlyMap<Statement, Narrowed>;
  readonly policies: ReadonlyMap<string, Narrowed>;
}

const indexOf = once((usage: Usage): Index => {
  const statements = new Map<Statement, Narrowed>();
  const policies = new Map<string, Narrowed>();
  const all = privilegesOf(usage);
  for (const privileges of all) {
    for (const narrowing of narrowings(usage.cloud, privileges, all)) {
      const { source } = narrowing.of;
      // A statement can reach several roles: what any of them needs of it is used.
      const reached = all.filter(({ grants }) => grants.some((grant) => isSame(grant.source, source)));
      const found = narrowedBy(
        narrowing,
        reached.flatMap((one) => one.needs),
      );
      if (source.kind === 'statement') statements.set(source.statement, found);
      else policies.set(placeOf(source.property), found);
    }
  }
  return { statements, policies };
});

function isSame(a: GrantSource, b: GrantSource): boolean {
  return a.kind === 'statement' ? b.kind === 'statement' && a.statement === b.statement : a === b;
}

/** What a statement could be without what nobody uses; undefined where it is not too much, or that is not known. */
export function narrowedStatement(usage: Usage, statement: Statement): Narrowed | undefined {
  return indexOf(usage).statements.get(statement);
}

/** The same for a managed policy, by the property that names it. */
export function narrowedPolicy(usage: Usage, property: Property): Narrowed | undefined {
  return indexOf(usage).policies.get(placeOf(property));
}

/** Every narrowed managed policy's property, and every narrowed statement. */
export function allNarrowed(usage: Usage): readonly Narrowed[] {
  const { statements, policies } = indexOf(usage);
  return [...statements.values(), ...policies.values()];
}

function placeOf({ resource, path }: Property): string {
  return `${resource.id} ${path.join('.')}`;
}

function narrowedBy(narrowing: Narrowing, needs: readonly NeededPermission[]): Narrowed {
  const kept = narrowing.statements.flatMap(({ actions }) => actions);
  const patterns = narrowing.of.actions.flatMap(({ pattern }) => pattern ?? []);
  const isKept = (pattern: string): boolean => kept.some((one) => actionCovers(one, pattern));
  const gone = patterns.filter((pattern) => !isKept(pattern));
  const partly = (pattern: string): boolean => kept.some((one) => actionCovers(pattern, one));
  const used = kept.flatMap((action) => {
    const all = needs.filter((need) => actionCovers(action, need.action));
    return all.find((need) => need.class === 'required') ?? all[0] ?? [];
  });
  const each = used.filter((need, at) => used.findIndex((other) => other.action === need.action) === at);
  return {
    narrowing,
    unused: gone.filter((pattern) => !partly(pattern) && hasEffect(pattern)),
    wider: gone.filter(partly),
    used: [...each.filter(isRequired), ...each.filter((need) => !isRequired(need))],
    unseen: [...new Set(kept.filter((action) => !needs.some((need) => actionCovers(action, need.action))))],
    isAllowedElsewhere:
      kept.length === 0 && needs.some((need) => patterns.some((pattern) => actionCovers(pattern, need.action))),
  };
}

function isRequired(need: NeededPermission): boolean {
  return need.class === 'required';
}

/**
 * Whether an entry is known to grant anything: some are called like operations or clients of an API, which IAM does not know, as
 * `sqs:DeleteMessageBatch` and `bedrock-runtime:InvokeModel`.
 */
function hasEffect(pattern: string): boolean {
  const [service = ''] = pattern.split(':');
  return /[*?]/.test(service) || (actionsOf(service) !== undefined && (/[*?]/.test(pattern) || !!iamAction(pattern)));
}

/** Actions that a sentence names; the others are counted. */
const MAX_NAMED = 3;

/** A few names as code, the rest counted: ``` `s3:GetObject`, `s3:PutObject` and 2 more ```. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).map((name) => code(name));
  const rest = names.length - shown.length;
  return enumerated(rest > 0 ? [...shown, `${rest} more`] : shown);
}

/** What is used of what is granted, with the places, for after a sentence about what is granted. */
export function usedSentence({ used, unseen, isAllowedElsewhere }: Narrowed): string {
  if (isAllowedElsewhere) return 'Nothing of it is needed besides what other policies allow.';
  const required = used.filter(isRequired);
  const others = [...used.filter((need) => !isRequired(need)).map(({ action }) => action), ...unseen];
  const maybe = others.length === 0 ? '' : `; ${listed(others)} may be`;
  if (required.length === 0) return maybe === '' ? 'Nothing of it is used.' : `Nothing of it is surely used${maybe}.`;
  const named = required.slice(0, MAX_NAMED).map((need) => `${code(need.action)} (${code(evidence(need))})`);
  const rest = required.length - named.length;
  const list = enumerated(rest > 0 ? [...named, `${rest} more`] : named);
  return `Only ${list} ${required.length === 1 ? 'is' : 'are'}${maybe === '' ? '' : ' surely'} used${maybe}.`;
}

function enumerated(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function evidence({ at }: NeededPermission): string {
  return `${at.file.path}:${linesOf(at).start}`;
}

/** The narrowed policy as a remedy, which a person has to look at: nothing else may act with it. And where what is used is asked for. */
export function narrowedReport({ narrowing, used }: Narrowed): Pick<Report, 'remedy' | 'related'> {
  const { patches, statements, managed } = narrowing;
  const title =
    managed !== undefined
      ? `Take the smaller policy ${managed}`
      : statements.length === 0
        ? 'Remove the permission, which nothing uses'
        : 'Allow only what the code uses';
  const related = used.slice(0, MAX_NAMED).map((need): Related => ({ at: need.at, message: askedFor(need) }));
  return { related, ...(patches.length > 0 ? { remedy: { title, applicability: 'unsafe', patches } } : {}) };
}

function askedFor(need: NeededPermission): string {
  const { action, reason } = need;
  const why = reason.kind === 'call' ? '' : `: it ${reason.what}`;
  if (!isRequired(need)) return `${code(action)} may be needed here${why}.`;
  const isCalled = reason.kind === 'call' && action.toLowerCase().endsWith(`:${reason.operation.name.toLowerCase()}`);
  return isCalled ? `${code(action)} is called here.` : `${code(action)} is needed here${why}.`;
}

/** Whether something that could be limited to resources stays on every one of them, since which it is used on is not known. */
export function staysEverywhere({ narrowing }: Narrowed): boolean {
  return narrowing.statements.some(
    ({ actions, resources }) =>
      resources.includes('*') && actions.some((action) => (iamAction(action)?.resourceTypes.length ?? 1) > 0),
  );
}
