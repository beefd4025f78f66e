import type { Cloud } from '#model/cloud';
import type { OperationsByFunction } from '#model/operations';
import { comparedRoles, type RolePrivileges } from '#model/privilege/compare';

/** What is known of the functions and of what they call. */
export interface Usage {
  readonly cloud: Cloud;
  readonly operations: OperationsByFunction;
}

interface Compared {
  readonly cloud: Cloud;
  readonly roles: readonly RolePrivileges[];
}

const compared = new WeakMap<OperationsByFunction, Compared>();

/** Every role that functions use, held against what they need: compared once, whoever asks. */
export function privilegesOf({ cloud, operations }: Usage): readonly RolePrivileges[] {
  const known = compared.get(operations);
  if (known?.cloud === cloud) return known.roles;
  const roles = comparedRoles(cloud, operations);
  compared.set(operations, { cloud, roles });
  return roles;
}
