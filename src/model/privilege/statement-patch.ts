import type { Cloud } from '#model/cloud';
import type { NeededPermission } from '#model/needs/need';
import type { Datum, Patch } from '#model/patch';
import { closesCircle } from '#model/privilege/circle';
import type { Property, PropertyPath } from '#model/property';
import type { Resource } from '#model/resource';
import type { Statement } from '#model/statement';
import type { Text } from '#model/text';
import type { Value } from '#model/value';

/** A statement that grants what is needed and no more. */
export interface NarrowStatement {
  readonly actions: readonly string[];
  readonly resources: readonly (string | Text)[];
}

/** The path of the inline policy of a role that a statement stands in. */
export function policyOf({ property }: Statement): PropertyPath | undefined {
  const [list, index] = property.path;
  return list === 'Policies' && typeof index === 'number' ? [list, index] : undefined;
}

/**
 * Whether a framework wrote the statement out of a shorter form, such as SAM's policy templates: then all of it stands at the place of
 * that form.
 */
export function isShorthand({ at, actions, property }: Statement): boolean {
  const [action] = actions;
  return (
    action !== undefined &&
    property.path.at(-1) !== 'Statement' &&
    action.location.file === at.file &&
    action.location.span.start === at.span.start &&
    action.location.span.end === at.span.end
  );
}

/** The patches that make one statement into several; undefined where they could not be said. */
export function rewritten(statement: Statement, into: readonly NarrowStatement[]): readonly Patch[] | undefined {
  const [first, ...others] = into;
  if (!first) return undefined;
  const { property, carrier } = statement;
  const data = others.map((one) => statementDatum(one, statement));
  if (data.some((one) => one === undefined)) return undefined;
  const rest = data.flatMap((one) => (one === undefined ? [] : [one]));
  if (statement.notActions.length > 0 || statement.notResources.length > 0) {
    const whole = statementDatum(first, statement);
    if (whole === undefined) return undefined;
    return [property.set(whole), ...appended(statement, rest)];
  }
  if (rest.length > 0 && typeof property.path.at(-1) !== 'number') {
    const whole = statementDatum(first, statement);
    return whole === undefined ? undefined : [property.set([whole, ...rest])];
  }
  const set = (key: string, value: Datum): Patch => ({
    op: 'set',
    resource: carrier,
    path: [...property.path, key],
    value,
  });
  const patches: Patch[] = [];
  if (!same(first.actions, statement.actions)) patches.push(set('Action', listed(first.actions, statement.actions)));
  if (!same(first.resources, statement.resources))
    patches.push(set('Resource', listed(first.resources, statement.resources)));
  return [...patches, ...appended(statement, rest)];
}

function appended({ property, carrier }: Statement, statements: readonly Datum[]): readonly Patch[] {
  const path = property.path.slice(0, -1);
  return statements.map((value) => ({ op: 'append', resource: carrier, path, value }));
}

/** One item stays a single value where the author wrote one. */
function listed(items: readonly Datum[], before: readonly Property[]): Datum {
  const [only] = items;
  const wasList = before.some(({ path }) => typeof path.at(-1) === 'number');
  return items.length === 1 && only !== undefined && !wasList ? only : items;
}

function same(a: readonly unknown[], b: readonly Property[]): boolean {
  return a.length === b.length && a.every((one, at) => String(one) === String(b[at]?.text));
}

/** The patches that take a statement away; undefined where it is all that its carrier has. */
export function removal(statement: Statement): readonly Patch[] | undefined {
  const { property, carrier } = statement;
  const list = property.path.at(-1);
  const policy = policyOf(statement);
  const siblings = carrier.read(property.path.slice(0, -1).map(String));
  const count = policy
    ? countIn(carrier.properties, property.path.slice(0, -1))
    : siblings.flatMap((one) => one.items()).length;
  if (typeof list === 'number' && count !== undefined && count > 1) return [property.remove()];
  return policy ? [{ op: 'remove', resource: carrier, path: policy }] : undefined;
}

/** How many items the list at a path has. */
function countIn(value: Value, path: PropertyPath): number | undefined {
  let current: Value | undefined = value;
  for (const step of path) {
    if (current?.kind !== 'set') return undefined;
    const { data }: { data: unknown } = current;
    if (data instanceof Map) current = data.get(String(step)) as Value | undefined;
    else if (Array.isArray(data)) current = data[Number(step)] as Value | undefined;
    else return undefined;
  }
  return current?.kind === 'set' && Array.isArray(current.data) ? current.data.length : undefined;
}

/** A statement as it would be written, under the condition of the one that it comes from; undefined where that is not known. */
export function statementDatum({ actions, resources }: NarrowStatement, from?: Statement): Datum | undefined {
  const conditions = from?.property.at('Condition' as never) as readonly Property[] | undefined;
  const written = conditions?.filter((one) => !one.isAbsent) ?? [];
  const [condition] = written;
  const value = condition && datumOf(condition.value);
  if (written.length > 1 || (condition && value === undefined)) return undefined;
  const [action] = actions;
  const [resource] = resources;
  return {
    Effect: 'Allow',
    Action: actions.length === 1 && action !== undefined ? action : actions,
    Resource: resources.length === 1 && resource !== undefined ? resource : resources,
    ...(value === undefined ? {} : { Condition: value }),
  };
}

/** Of two inline policies of one name a role has the last. */
export function freePolicyName(cloud: Cloud, role: Resource, wanted: string): string {
  const own = role.isA('AWS::IAM::Role') ? cloud.grantsOfRole(role).statements : [];
  const carriers = own.map(({ carrier }) => carrier);
  const taken = new Set(
    [...new Set([role, ...carriers])].flatMap((one) =>
      [
        ...one.read(['Policies']).flatMap((list) => list.items().flatMap((item) => item.at('PolicyName' as never))),
        ...one.read(['PolicyName']),
      ].flatMap(({ string }: Property) => string ?? []),
    ),
  );
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.has(name)) return name;
  }
}

/** The policy that gives a role what it needs; undefined where a resource could not be named in it. */
export function grantingPatch(cloud: Cloud, role: Resource, needs: readonly NeededPermission[]): Patch | undefined {
  const groups = new Map<string, { readonly actions: Set<string>; readonly resources: readonly (string | Text)[] }>();
  for (const { action, on } of needs) {
    const resources = on.kind === 'every' ? ['*'] : on.kind === 'arns' ? on.arns.map(({ written }) => written) : [];
    const named = resources.flatMap((one) => (one === undefined ? [] : [one]));
    if (named.length === 0 || named.length < resources.length) return undefined;
    if (named.some((one) => closesCircle(cloud, one, role, role.extent))) return undefined;
    const key = named.map((one) => (typeof one === 'string' ? one : JSON.stringify(one.parts))).join('\n');
    const group = groups.get(key) ?? { actions: new Set<string>(), resources: named };
    group.actions.add(action);
    groups.set(key, group);
  }
  const statements = [...groups.values()].map(({ actions, resources }) =>
    statementDatum({ actions: [...actions].sort(), resources }),
  );
  if (statements.length === 0 || statements.some((one) => one === undefined)) return undefined;
  const value = {
    PolicyName: freePolicyName(cloud, role, 'NeededPermissions'),
    PolicyDocument: { Version: '2012-10-17', Statement: statements.flatMap((one) => (one === undefined ? [] : [one])) },
  };
  return { op: 'append', resource: role, path: ['Policies'], value };
}

function datumOf(value: Value): Datum | undefined {
  if (value.kind !== 'set') return undefined;
  const { data } = value;
  if (Array.isArray(data)) {
    const items = (data as readonly Value[]).map(datumOf);
    return items.some((one) => one === undefined)
      ? undefined
      : items.flatMap((one) => (one === undefined ? [] : [one]));
  }
  if (data instanceof Map) {
    const map: { [key: string]: Datum } = {};
    for (const [key, entry] of data as ReadonlyMap<string, Value>) {
      const one = datumOf(entry);
      if (one === undefined) return undefined;
      map[key] = one;
    }
    return map;
  }
  return data as Datum;
}
