import { actionCovers, covers } from '#model/action-pattern';
import type { Property } from '#model/property';
import type { Statement } from '#model/statement';

/** One action that one statement allows on one resource; texts as written, `${…}` where something is filled in. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
  readonly statement: Statement;
  readonly property: Property;
}

/** Permissions of a holder that are compared one by one; past that only statements as a whole are. */
const MAX_PERMISSIONS = 5_000;

/** What the statements allow, pair by pair. What is not known is left out: nothing is concluded from it (law 1). */
export function permissionsOf(statements: readonly Statement[]): readonly Permission[] {
  const found: Permission[] = [];
  for (const statement of statements) {
    if (statement.effect !== 'Allow') continue;
    for (const property of statement.actions) {
      const action = property.text?.toString();
      if (action === undefined) continue;
      for (const resource of resourcesOf(statement)) {
        if (found.length >= MAX_PERMISSIONS) return found;
        found.push({ action, resource, statement, property });
      }
    }
  }
  return found;
}

/** Statements without a Resource speak of their carrier alone. */
function resourcesOf(statement: Statement): readonly string[] {
  if (statement.resources.length === 0 && statement.notResources.length === 0) return [''];
  return statement.resources.flatMap((one) => (one.text === undefined ? [] : [one.text.toString()]));
}

/** The permissions of `after` that `before` does not cover. */
export function beyond(after: readonly Permission[], before: readonly Permission[]): readonly Permission[] {
  return after.filter((one) => !before.some((other) => includes(other, one)));
}

function includes(outer: Permission, inner: Permission): boolean {
  return (
    actionCovers(outer.action, inner.action) &&
    covers(outer.resource, inner.resource) &&
    conditionsOf(outer.statement).every((test) => conditionsOf(inner.statement).includes(test)) &&
    outer.statement.when.every((one) =>
      inner.statement.when.some((other) => other.condition === one.condition && other.holds === one.holds),
    )
  );
}

/** Each test of the Condition as text: a statement with more of them allows less. */
export function conditionsOf(statement: Statement): readonly string[] {
  return statement.conditions.map(({ operator, key, values }) =>
    JSON.stringify([operator, key, values.map((value) => value.text?.toString() ?? '?').sort()]),
  );
}

/**
 * Whether a statement became wider around the part of it that a finding is about: other actions make a wildcard resource
 * worse, other resources a wildcard action, a dropped condition both.
 */
export function widened(before: Statement, after: Statement, part: string | number | undefined): boolean {
  const lost = conditionsOf(before).some((test) => !conditionsOf(after).includes(test));
  if (lost) return true;
  const onActions = part === 'Action' || part === 'NotAction';
  const onResources = part === 'Resource' || part === 'NotResource';
  const wider = (was: readonly Property[], is: readonly Property[], within: (a: string, b: string) => boolean) =>
    is.some((one) => {
      const text = one.text?.toString();
      return text !== undefined && !was.some((other) => other.isUnknown || within(other.text?.toString() ?? '', text));
    });
  return (
    (!onActions && wider(before.actions, after.actions, actionCovers)) ||
    (!onResources && wider(before.resources, after.resources, covers))
  );
}
