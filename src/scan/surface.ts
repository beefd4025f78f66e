import type { SurfaceChange } from '#finding/judgement';
import { code } from '#finding/markdown';
import { privilegesOf } from '#finding/privileges';
import { type Entry, REACH_ORDER, type Reach } from '#model/exposure';
import { isRoutine, managedPolicyName } from '#model/grants';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import type { Statement } from '#model/statement';
import type { Counterparts } from '#scan/counterparts';
import { beyond, type Permission, permissionsOf } from '#scan/permissions';
import type { Scan } from '#scan/scan';
import { linesOf } from '#source/file';

/** Lines for one holder of permissions, and actions or policies in one line; the rest is counted. */
const MAX_LINES = 4;
const MAX_NAMES = 6;

const CALLERS: Readonly<Record<Reach, string>> = {
  public: 'without authentication',
  authenticated: 'for authenticated callers',
  account: 'for principals of named accounts',
  service: "for the application's own resources and services",
  none: 'for nobody',
  unknown: 'for callers that the template does not tell',
};

/** Ways in that only the application itself takes: no surface for anybody else. */
const INWARD: ReadonlySet<Reach> = new Set(['service', 'none', 'unknown']);

/** What the change does to the attack surface: ways into functions, and what the application may do. */
export function surfaceChanges(head: Scan, base: Scan, counterparts: Counterparts): readonly SurfaceChange[] {
  return [...entryChanges(head, base, counterparts), ...permissionChanges(head, base, counterparts)];
}

function entryChanges(head: Scan, base: Scan, counterparts: Counterparts): SurfaceChange[] {
  const changes: SurfaceChange[] = [];
  const seen = new Set<Resource>();
  for (const fn of head.cloud.all('AWS::Lambda::Function')) {
    const name = code(fn.name);
    const was = counterparts.of(fn);
    if (was) seen.add(was);
    const before = entriesByLabel(was?.isA('AWS::Lambda::Function') ? base.cloud.entries(was) : []);
    const after = entriesByLabel(head.cloud.entries(fn));
    for (const [label, entry] of after) {
      const earlier = before.get(label);
      const text = `${code(entry.label)} reaches ${name} ${CALLERS[entry.reach]}`;
      if (!earlier) {
        if (!INWARD.has(entry.reach)) changes.push({ kind: 'entry-added', text, at: entry.by.location });
      } else if (earlier.reach !== entry.reach) {
        const wider = REACH_ORDER.indexOf(entry.reach) > REACH_ORDER.indexOf(earlier.reach);
        const at = entry.decidedBy?.location ?? entry.by.location;
        changes.push({
          kind: wider ? 'reach-widened' : 'reach-narrowed',
          text: `${text}; before: ${CALLERS[earlier.reach]}`,
          at,
        });
      }
    }
    for (const [label, entry] of before) {
      if (after.has(label)) continue;
      changes.push({ kind: 'entry-removed', text: `${code(entry.label)} no longer reaches ${name}`, at: undefined });
    }
  }
  for (const fn of base.cloud.all('AWS::Lambda::Function')) {
    if (seen.has(fn)) continue;
    for (const entry of entriesByLabel(base.cloud.entries(fn)).values()) {
      const text = `${code(entry.label)} no longer reaches ${code(fn.name)}, which is gone`;
      changes.push({ kind: 'entry-removed', text, at: undefined });
    }
  }
  return changes;
}

/** The widest entry of each kind and label: branches of conditions and several resources behind one route are one way in. */
function entriesByLabel(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const label = `${entry.kind} ${entry.label}`;
    const known = found.get(label);
    if (!known || REACH_ORDER.indexOf(entry.reach) > REACH_ORDER.indexOf(known.reach)) found.set(label, entry);
  }
  return found;
}

/** Somebody who holds permissions: a function, or a role that no function has. */
interface Holder {
  readonly resource: Resource;
  readonly statements: readonly Statement[];
  readonly managed: readonly Property[];
}

function holdersOf(scan: Scan): readonly Holder[] {
  const { cloud } = scan;
  const functions = cloud.all('AWS::Lambda::Function').map((fn): Holder => ({ resource: fn, ...cloud.grants(fn) }));
  const roles = cloud
    .all('AWS::IAM::Role')
    .filter((role) => cloud.functionsOf(role).length === 0)
    .map((role): Holder => ({ resource: role, ...cloud.grantsOfRole(role) }));
  return [...functions, ...roles];
}

function permissionChanges(head: Scan, base: Scan, counterparts: Counterparts): SurfaceChange[] {
  const earlier = new Map(holdersOf(base).map((holder) => [holder.resource, holder]));
  return holdersOf(head).flatMap((holder) => {
    const was = counterparts.of(holder.resource);
    return holderChanges(holder, was && earlier.get(was), head);
  });
}

function holderChanges(after: Holder, before: Holder | undefined, head: Scan): SurfaceChange[] {
  const name = code(after.resource.name);
  const allowed = permissionsOf(after.statements);
  const earlier = permissionsOf(before?.statements ?? []);
  const gained = beyond(allowed, earlier);
  const lost = before ? beyond(earlier, allowed) : [];
  return [
    ...policyChanges(after, before, name),
    ...denials(after, before, name),
    ...lines(gained, (what, where, at, some) => ({
      kind: 'permission-broadened',
      text: `${name} may now ${what}${where}${usePhrase(some, after.resource, head)}`,
      at,
    })),
    ...lines(lost, (what, where) => ({
      kind: 'permission-narrowed',
      text: `${name} may no longer ${what}${where}`,
      at: undefined,
    })),
  ];
}

/** Whether the code of the change uses what it may do now; nothing where that is not known. */
function usePhrase(permissions: readonly Permission[], holder: Resource, head: Scan): string {
  const role = privilegesOf(head).find(({ users }) => users.some(({ resource }) => resource === holder));
  const compared = permissions.map(({ property }) => role?.actions.find(({ action }) => action.property === property));
  const known = compared.flatMap((one) => (one && one.verdict !== 'unknown' ? [one] : []));
  if (known.length === 0 || known.length < permissions.length) return '';
  const used = known.flatMap((one) => one.used);
  const [first] = used;
  if (known.every(({ verdict }) => verdict === 'excess')) return '; its code uses none of it';
  if (!first) return '';
  const where = code(`${first.at.file.path}:${linesOf(first.at).start}`);
  if (known.every(({ verdict }) => verdict === 'used')) return `; its code does (${where})`;
  return `; its code uses only ${names(used.map(({ action }) => action))} of it (${where})`;
}

function lines(
  permissions: readonly Permission[],
  line: (
    what: string,
    where: string,
    at: Permission['property']['location'],
    some: readonly Permission[],
  ) => SurfaceChange,
): SurfaceChange[] {
  const byResource = new Map<string, Permission[]>();
  for (const permission of permissions) {
    const name = shortName(permission.resource);
    const same = byResource.get(name);
    if (same) same.push(permission);
    else byResource.set(name, [permission]);
  }
  const changes = [...byResource].flatMap(([resource, some]) => {
    const [first] = some;
    if (!first) return [];
    const where = resource === '' ? '' : ` on ${code(resource)}`;
    return [line(names(some.map(({ action }) => action)), where, first.property.location, some)];
  });
  if (changes.length <= MAX_LINES) return changes;
  const [first] = permissions;
  const rest = changes.length - MAX_LINES + 1;
  const more = first && line(`call actions on ${rest} more resources`, '', first.property.location, []);
  return [...changes.slice(0, MAX_LINES - 1), ...(more ? [more] : [])];
}

/** The application's own resource by its name: what stands around it in an ARN is filled in at deployment and tells nobody anything. */
function shortName(resource: string): string {
  const own = /^arn:[^/]{0,200}?\$\{(?!AWS::)([A-Za-z0-9]{1,255})(?:\.[A-Za-z.]{1,100})?\}(?:\/\*|\/index\/\*)?$/.exec(
    resource,
  );
  return own?.[1] ?? /^\$\{([A-Za-z0-9]{1,255})\.Arn\}$/.exec(resource)?.[1] ?? resource;
}

function names(all: readonly string[]): string {
  const distinct = [...new Set(all)];
  const shown = distinct.slice(0, MAX_NAMES).map((name) => code(name));
  const rest = distinct.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

function policyChanges(after: Holder, before: Holder | undefined, name: string): SurfaceChange[] {
  const named = (holder: Holder | undefined) =>
    new Map(
      (holder?.managed ?? []).flatMap((one): [string, Property][] => {
        const policy = managedPolicyName(one) ?? one.text?.toString();
        return policy === undefined || isRoutine(policy) ? [] : [[policy, one]];
      }),
    );
  const [is, was] = [named(after), named(before)];
  const gained = [...is].filter(([policy]) => !was.has(policy));
  const lost = [...was.keys()].filter((policy) => !is.has(policy));
  return [
    ...gained.slice(0, MAX_LINES).map(
      ([policy, property]): SurfaceChange => ({
        kind: 'permission-broadened',
        text: `${name} now has the managed policy ${code(policy)}`,
        at: property.location,
      }),
    ),
    ...lost.slice(0, MAX_LINES).map(
      (policy): SurfaceChange => ({
        kind: 'permission-narrowed',
        text: `${name} no longer has the managed policy ${code(policy)}`,
        at: undefined,
      }),
    ),
  ];
}

/** A denial that is gone is a permission gained. */
function denials(after: Holder, before: Holder | undefined, name: string): SurfaceChange[] {
  const denied = (holder: Holder | undefined) =>
    new Set(
      (holder?.statements ?? [])
        .filter((statement) => statement.effect === 'Deny')
        .flatMap((statement) => statement.actions.flatMap((action) => action.text?.toString() ?? [])),
    );
  const is = denied(after);
  const lifted = [...denied(before)].filter((action) => !is.has(action));
  if (lifted.length === 0) return [];
  const text = `${name} is no longer denied ${names(lifted)}`;
  return [{ kind: 'permission-broadened', text, at: after.resource.location }];
}
