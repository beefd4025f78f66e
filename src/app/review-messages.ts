import type { ReviewMaterial } from '#app/reviewer';
import type { Acceptance } from '#github/gateway';
import type { Thread } from '#review/review';
import type { Problem } from '#source/problem';
import type { TreeEntry } from '#source/snapshot';

/** Which snapshot is meant. */
export type Side = 'head' | 'base';

/** What the process that reads files is told. Structured clones: no functions, no classes. */
export type ToChild =
  | { readonly kind: 'start'; readonly material: ReviewMaterial }
  | { readonly kind: 'answer'; readonly id: number; readonly value: Answer }
  | { readonly kind: 'refused'; readonly id: number; readonly message: string };

export type Answer = ListAnswer | ReadAnswer | ConversationAnswer;

export interface ListAnswer {
  readonly entries: readonly TreeEntry[];
  readonly truncated: boolean;
}

/** Files as plain data. */
export type ReadAnswer = readonly (readonly [string, PlainFile | Problem])[];

export interface PlainFile {
  readonly path: string;
  readonly text: string;
  readonly editable: boolean;
}

export interface ConversationAnswer {
  readonly headSha: string;
  readonly state: 'open' | 'closed';
  readonly threads: readonly Thread[];
  readonly acceptances: readonly Acceptance[];
}

/** What it asks and says. The parent checks every one: whoever takes over the child must not take over the parent. */
export type FromChild =
  | { readonly kind: 'list'; readonly id: number; readonly side: Side }
  | { readonly kind: 'read'; readonly id: number; readonly side: Side; readonly paths: readonly string[] }
  | { readonly kind: 'conversation'; readonly id: number }
  | { readonly kind: 'done'; readonly reviewed: unknown }
  | { readonly kind: 'failed'; readonly message: string };
