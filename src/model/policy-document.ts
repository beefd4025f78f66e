import { jsonIn } from '#model/json-text';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import type { ConditionTest, Principal, Statement } from '#model/statement';
import { both, compatible, type When } from '#model/value';

/** What a policy lowers to, and whether that is all of it. */
export interface Lowered {
  readonly statements: readonly Statement[];
  /** False when the document or one of its statements could not be known. */
  readonly complete: boolean;
}

/** What carries a policy document, and what the document speaks of. */
export interface Carrier {
  readonly kind: Statement['kind'];
  readonly targets: readonly Resource[];
}

/**
 * Lowers a policy document (a map, or JSON in a string) in the grammar of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html. What the grammar does not allow (a statement
 * without an effect) grants nothing and is left out.
 */
export function lowerDocument(document: Property<Json>, carrier: Carrier): Lowered {
  if (document.isAbsent) return { statements: [], complete: true };
  const lowered = jsonIn(document)
    .at('Statement')
    .flatMap((list) => {
      if (list.isUnknown) return [INCOMPLETE];
      return list.items().map((statement) => lowerStatement(statement, carrier));
    });
  return merge(lowered);
}

/** All statements of several policies; complete when each is. */
export function merge(parts: readonly Lowered[]): Lowered {
  return {
    statements: parts.flatMap((part) => part.statements),
    complete: parts.every((part) => part.complete),
  };
}

export const INCOMPLETE: Lowered = { statements: [], complete: false };

/**
 * Lowers one statement. Effect and Condition in a branch of the template's conditions make one statement each, because a
 * statement means something else with the other; lists keep their branches in the items.
 */
export function lowerStatement(statement: Property<Json>, carrier: Carrier): Lowered {
  if (statement.isUnknown) return INCOMPLETE;
  return merge(
    statement.at('Effect').flatMap((effect) => {
      if (effect.isUnknown) return [INCOMPLETE];
      if (!effect.is('Allow', 'Deny')) return [];
      return statement
        .at('Condition')
        .filter((condition) => compatible(effect.when, condition.when))
        .map((condition) => variant(statement, effect, condition, carrier));
    }),
  );
}

function variant(
  statement: Property<Json>,
  effect: Property<Json>,
  condition: Property<Json>,
  carrier: Carrier,
): Lowered {
  const when = both(effect.when, condition.when);
  const list = (key: string): readonly Property[] => statement.at(key).flatMap((property) => listIn(property, when));
  const actions = list('Action');
  const notActions = list('NotAction');
  const resources = list('Resource');
  const notResources = list('NotResource');
  const principals = statement.at('Principal').flatMap((property) => principalsIn(property, when));
  const notPrincipals = statement.at('NotPrincipal').flatMap((property) => principalsIn(property, when));
  const conditions = testsIn(condition);
  const complete =
    [...actions, ...notActions, ...resources, ...notResources].every((property) => !property.isUnknown) &&
    [...principals, ...notPrincipals].every((principal) => principal.value !== undefined) &&
    !condition.isUnknown &&
    conditions.every((test) => test.operator !== '');
  const lowered: Statement = {
    effect: effect.is('Deny') ? 'Deny' : 'Allow',
    sid: statement.at('Sid').find((sid) => sid.string !== undefined)?.string,
    kind: carrier.kind,
    actions,
    notActions,
    resources,
    notResources,
    principals,
    notPrincipals,
    conditions: conditions.filter((test) => test.operator !== ''),
    complete,
    carrier: statement.resource,
    targets: carrier.targets,
    property: statement,
    at: statement.location,
    when,
  };
  return { statements: [lowered], complete };
}

/** The items that can hold together with `when`; an unknown list is one unknown item, an absent one none. */
export function listIn<T>(property: Property<T>, when: readonly When[]): readonly Property[] {
  if (property.isAbsent || !compatible(property.when, when)) return [];
  if (property.isUnknown) return [property];
  return property.items().filter((item) => compatible(item.when, when));
}

const KINDS: Readonly<Record<string, Principal['kind']>> = {
  AWS: 'aws',
  Service: 'service',
  Federated: 'federated',
  CanonicalUser: 'canonical',
};

function principalsIn(property: Property<Json>, when: readonly When[]): readonly Principal[] {
  if (property.isAbsent || !compatible(property.when, when)) return [];
  const entries = property.entries();
  if (entries.length === 0) return listIn(property, when).map((item) => principal('aws', item));
  return entries.flatMap(([key, value]) => listIn(value, when).map((item) => principal(KINDS[key] ?? 'aws', item)));
}

/** One principal as a policy names it. `*` is everybody, except for services and identity providers. */
export function principal(kind: Principal['kind'], property: Property): Principal {
  const value = property.text;
  return { kind: kind === 'aws' && value === '*' ? 'any' : kind, value, property };
}

function testsIn(condition: Property<Json>): readonly ConditionTest[] {
  if (condition.isAbsent || condition.isUnknown) return [];
  return condition.entries().flatMap(([operator, keys]): ConditionTest[] => {
    if (keys.isUnknown) return [{ operator: '', key: '', values: [] }];
    return keys
      .entries()
      .map(([key, values]) => ({ operator, key: key.toLowerCase(), values: listIn(values, condition.when) }));
  });
}
