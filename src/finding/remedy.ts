import type { Patch } from '#model/patch';
import type { Edit } from '#source/edit';

/**
 * `safe`: the deployment works as before, only safer, whatever the rest of the application does;
 * `unsafe`: right by what can be seen, to be looked at by a person first (a narrowed permission, a new authorizer);
 * `manual`: cannot be written as a patch; the finding says what to do.
 */
export type Applicability = 'safe' | 'unsafe' | 'manual';

/** How a rule would mend what it found, in terms of the model. */
export interface Remedy {
  /** Imperative, for the suggestion's heading and the commit: `Require IAM authorization on the function URL`. */
  readonly title: string;
  readonly applicability: 'safe' | 'unsafe';
  readonly patches: readonly Patch[];
  /** Changes of code, written by the runtime of its language. */
  readonly edits?: readonly Edit[];
}

/** A remedy as edits of files, verified: applied in memory, parsed, loaded and scanned again (law 4). */
export interface Fix {
  readonly title: string;
  readonly applicability: 'safe' | 'unsafe';
  readonly edits: readonly Edit[];
}
