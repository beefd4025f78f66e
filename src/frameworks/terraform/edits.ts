import type { TerraformStack } from '#frameworks/terraform/stack';
import type { Declined, Patch } from '#model/patch';
import type { Edit } from '#source/edit';

/** Turns patches into edits of the files that the stacks were read from, all or none. */
export function editsOf(_stack: TerraformStack, _patches: readonly Patch[]): readonly Edit[] | Declined {
  return { declined: 'this cannot be written in Terraform yet' };
}
