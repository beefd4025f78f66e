import type { StackContext } from '#frameworks/cloudformation/stack';
import type { Declined, Patch } from '#model/patch';
import type { Edit } from '#source/edit';

/** Turns patches into edits of the files that the stack was read from, all or none. */
export function editsOf(_context: StackContext, _patches: readonly Patch[]): readonly Edit[] | Declined {
  return { declined: 'templates cannot be edited yet' };
}
