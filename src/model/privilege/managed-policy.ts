import { MANAGED_POLICY_CONTENTS } from '#model/managed-policies.generated';

/** One statement of an AWS managed policy. */
export interface ManagedStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** Everything but these, where there are any. */
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly conditional: boolean;
}

const read = new Map<string, readonly ManagedStatement[]>();
let byName: ReadonlyMap<string, string> | undefined;

/** What an AWS managed policy grants, by its name with or without the path; undefined for one whose contents are not known. */
export function managedPolicy(name: string): readonly ManagedStatement[] | undefined {
  const known = read.get(name);
  if (known) return known;
  byName ??= new Map(Object.keys(MANAGED_POLICY_CONTENTS).map((path) => [path.slice(path.lastIndexOf('/') + 1), path]));
  const path = Object.hasOwn(MANAGED_POLICY_CONTENTS, name) ? name : byName.get(name);
  const text = path === undefined ? undefined : MANAGED_POLICY_CONTENTS[path];
  if (text === undefined) return undefined;
  const statements = text.split(';').map(statement);
  read.set(name, statements);
  return statements;
}

function statement(text: string): ManagedStatement {
  const [effect = '', actions = '', resources = '*'] = text.split('|');
  const allBut = actions.startsWith('!');
  const elsewhere = resources.startsWith('!');
  const named = unpacked(allBut ? actions.slice(1) : actions);
  const places = (elsewhere ? resources.slice(1) : resources).split(' ');
  return {
    effect: effect.startsWith('-') ? 'Deny' : 'Allow',
    actions: allBut ? [] : named,
    notActions: allBut ? named : [],
    resources: elsewhere ? [] : places,
    notResources: elsewhere ? places : [],
    conditional: effect.endsWith('?'),
  };
}

/** `s3:Get*,Put* sqs:*` as actions. */
function unpacked(text: string): readonly string[] {
  return text.split(' ').flatMap((group) => {
    const at = group.indexOf(':');
    if (at === -1) return [group];
    const service = group.slice(0, at);
    return group
      .slice(at + 1)
      .split(',')
      .map((name) => `${service}:${name}`);
  });
}
