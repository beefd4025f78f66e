import { IAM_ACTIONS } from '#model/iam-actions.generated';

/** What an action does to what it is called on, as AWS's service authorization reference classes it. */
export type AccessLevel = 'read' | 'list' | 'write' | 'tagging' | 'permissions';

/** One action of IAM: https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html */
export interface IamAction {
  /** The service's prefix in lower case: `dynamodb`. */
  readonly service: string;
  /** As AWS spells it: `GetItem`. */
  readonly name: string;
  readonly level: AccessLevel;
  /** The resource types that a statement can limit it to; empty where `Resource` has to be `*`. */
  readonly resourceTypes: readonly string[];
}

const LEVELS: Readonly<Record<string, AccessLevel>> = {
  R: 'read',
  L: 'list',
  W: 'write',
  T: 'tagging',
  P: 'permissions',
};

const read = new Map<string, ReadonlyMap<string, IamAction>>();

/** All actions of a service by their names in lower case; undefined for a prefix that AWS does not have. */
export function actionsOf(service: string): ReadonlyMap<string, IamAction> | undefined {
  const prefix = service.toLowerCase();
  const known = read.get(prefix);
  if (known) return known;
  if (!Object.hasOwn(IAM_ACTIONS, prefix)) return undefined;
  const actions = new Map<string, IamAction>();
  for (const entry of (IAM_ACTIONS[prefix] ?? '').split(' ')) {
    const [name = '', level = '', types = ''] = entry.split('|');
    actions.set(name.toLowerCase(), {
      service: prefix,
      name,
      level: LEVELS[level] ?? 'write',
      resourceTypes: types === '' ? [] : types.split(','),
    });
  }
  read.set(prefix, actions);
  return actions;
}

/** The action that `service:Name` names, whatever its capitals; undefined for wildcards and for what AWS does not have. */
export function iamAction(action: string): IamAction | undefined {
  const [service = '', name = ''] = action.split(':');
  return actionsOf(service)?.get(name.toLowerCase());
}
