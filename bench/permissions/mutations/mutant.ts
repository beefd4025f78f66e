import type { Files } from '../analysis.js';
import type { Label } from '../label.js';

/** What has to be said of an application after a change to it. */
export type Expected =
  /** The needed actions are granted after the narrowing, and `gone` is reported and not granted any more. */
  | { readonly kind: 'narrowed'; readonly gone: string }
  /** The needed actions are granted after the narrowing, and `action` only on resources that are named. */
  | { readonly kind: 'named'; readonly action: string }
  | { readonly kind: 'missing'; readonly action: string }
  /** What the label calls is found as before, and nothing else. */
  | { readonly kind: 'unchanged' }
  /** Something is said to be unseen, and nothing that is needed is taken away. */
  | { readonly kind: 'abstention' };

/** One application with one change. */
export interface Mutant {
  readonly label: Label;
  readonly mutation: string;
  readonly files: Files;
  readonly expected: Expected;
}
