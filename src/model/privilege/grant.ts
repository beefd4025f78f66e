import { actionCovers, actionOverlaps, type Certainty } from '#model/action-pattern';
import type { Cloud } from '#model/cloud';
import { type Grants, managedPolicyName } from '#model/grants';
import { entryCovers } from '#model/needs/arns';
import type { Abstention, NeededOn, NeededPermission } from '#model/needs/need';
import { managedPolicy } from '#model/privilege/managed-policy';
import type { Property } from '#model/property';
import type { Statement } from '#model/statement';
import type { Text } from '#model/text';
import type { When } from '#model/value';
import type { Location } from '#source/file';

/** What is written where a grant comes from. */
export type GrantSource =
  | { readonly kind: 'statement'; readonly statement: Statement }
  /** One of AWS's own policies, by its name with its path. */
  | { readonly kind: 'managed'; readonly name: string; readonly property: Property };

/** An action or pattern of actions in a grant; undefined where it is not known. */
export interface GrantedAction {
  readonly pattern: string | undefined;
  readonly property: Property;
}

/** One statement that reaches a role, of the application's own or of a managed policy, in one form. */
export interface Grant {
  readonly source: GrantSource;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly GrantedAction[];
  readonly notActions: readonly (string | undefined)[];
  /** Undefined for what is not known. */
  readonly resources: readonly (string | Text | undefined)[];
  readonly notResources: boolean;
  /** Limited by a Condition. */
  readonly conditional: boolean;
  readonly when: readonly When[];
  readonly at: Location;
}

/** All that reaches a role, and the parts of it that cannot be known. */
export interface RoleGrants {
  readonly grants: readonly Grant[];
  /** Empty when everything is known: only then may something be called missing. */
  readonly doubts: readonly Abstention[];
}

/** The grants of a role with what AWS's managed policies say. */
export function grantsIn({ role, statements, managed, known }: Grants): RoleGrants {
  const doubts: Abstention[] = [];
  if (!known) {
    const at = role?.location;
    doubts.push({
      kind: 'role',
      why: 'a part of what the role may do is not in the application',
      ...(at ? { at } : {}),
    });
  }
  const own = statements.map(
    (statement): Grant => ({
      source: { kind: 'statement', statement },
      effect: statement.effect,
      actions: statement.actions.map((property) => ({ pattern: property.string, property })),
      notActions: statement.notActions.map(({ string }) => string),
      resources: statement.resources.map(({ text }) => text),
      notResources: statement.notResources.length > 0,
      conditional: statement.conditions.length > 0 || !statement.complete,
      when: statement.when,
      at: statement.at,
    }),
  );
  const others = managed.flatMap((property): readonly Grant[] => {
    const name = managedPolicyName(property);
    const contents = name === undefined ? undefined : managedPolicy(name);
    if (name === undefined || !contents) {
      const what = property.text?.toString() ?? 'a managed policy';
      doubts.push({ kind: 'managed-policy', why: `what ${what} grants is not known`, at: property.location });
      return [];
    }
    return contents.map((one) => ({
      source: { kind: 'managed', name, property },
      effect: one.effect,
      actions: one.actions.map((pattern) => ({ pattern, property })),
      notActions: one.notActions,
      resources: one.resources,
      notResources: one.notResources.length > 0,
      conditional: one.conditional,
      when: property.when,
      at: property.location,
    }));
  });
  return { grants: [...own, ...others], doubts };
}

/** Whether a grant speaks of a needed permission. `unknown` where that depends on what is not known, or on a condition. */
export function speaksOfNeed(cloud: Cloud, grant: Grant, need: NeededPermission): Certainty {
  const action = actionsCover(grant, need.action);
  if (action === 'no') return 'no';
  const resource = resourcesCover(cloud, grant, need.on);
  if (resource === 'no') return 'no';
  return action === 'yes' && resource === 'yes' && !grant.conditional && grant.when.length === 0 ? 'yes' : 'unknown';
}

function actionsCover(grant: Grant, action: string): Certainty {
  if (grant.notActions.length > 0) {
    if (grant.notActions.some((one) => one !== undefined && actionCovers(one, action))) return 'no';
    return grant.notActions.every((one) => one !== undefined && !actionOverlaps(one, action)) ? 'yes' : 'unknown';
  }
  const answers = grant.actions.map(({ pattern }) => patternCovers(pattern, action));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** Whether a granted pattern covers a needed action; a need that is a pattern itself may be any of it. */
export function patternCovers(pattern: string | undefined, action: string): Certainty {
  if (pattern === undefined) return 'unknown';
  if (actionCovers(pattern, action)) return 'yes';
  return action.includes('*') && actionOverlaps(pattern, action) ? 'unknown' : 'no';
}

function resourcesCover(cloud: Cloud, grant: Grant, on: NeededOn): Certainty {
  if (grant.notResources) return 'unknown';
  if (grant.resources.length === 0) return 'no';
  if (grant.resources.includes('*')) return 'yes';
  if (on.kind !== 'arns') return 'unknown';
  let best: Certainty = 'no';
  for (const entry of grant.resources) {
    for (const { arn } of on.arns) {
      const answer = entry === undefined ? 'unknown' : entryCovers(cloud, entry, arn);
      if (answer === 'yes') return 'yes';
      if (answer === 'unknown') best = 'unknown';
    }
  }
  return best;
}
