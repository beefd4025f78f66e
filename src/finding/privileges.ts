import type { Cloud } from '#model/cloud';
import { once } from '#model/once';
import type { OperationsByFunction } from '#model/operations';
import { comparedRoles, type RolePrivileges } from '#model/privilege/compare';

/** What is known of the functions and of what they call. */
export interface Usage {
  readonly cloud: Cloud;
  readonly operations: OperationsByFunction;
}

/** Every role that functions use, held against what they need: compared once, whoever asks. */
export const privilegesOf: (usage: Usage) => readonly RolePrivileges[] = once(({ cloud, operations }: Usage) =>
  comparedRoles(cloud, operations),
);
