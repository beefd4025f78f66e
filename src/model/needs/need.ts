import type { Operation } from '#model/operations';
import type { Resource } from '#model/resource';
import type { Text } from '#model/text';
import type { Location } from '#source/file';

/** An ARN, or a pattern of ARNs, that a permission is needed on. */
export interface NeededArn {
  /** For comparing with what is granted. */
  readonly arn: string | Text;
  /** For writing into a policy; absent where the text holds only for some deployments, or could not be written. */
  readonly written?: string | Text;
  /** The resource that it is, or is a part of, where the application declares it. */
  readonly target?: Resource;
}

/** What a permission is needed on. */
export type NeededOn =
  | { readonly kind: 'arns'; readonly arns: readonly NeededArn[] }
  /** The action knows no resource type, so that a policy has to say `*`. */
  | { readonly kind: 'every' }
  /** `why` is a short phrase: `TableName comes from the event`. */
  | { readonly kind: 'unknown'; readonly why: string };

/** What asks for a permission. */
export type NeedReason =
  | { readonly kind: 'call'; readonly operation: Operation }
  /** Something that the template declares; `what` is a phrase: `polls its source`. */
  | { readonly kind: 'template'; readonly what: string };

/** A permission that a role has to give, or may have to give. */
export interface NeededPermission {
  /** As IAM spells it: `dynamodb:GetItem`. A conditional need may be a pattern: `glue:*`. */
  readonly action: string;
  /** `conditional`: may be used, so that it is neither demanded nor taken away. */
  readonly class: 'required' | 'conditional';
  readonly on: NeededOn;
  readonly reason: NeedReason;
  readonly at: Location;
  /** Whether what asks for it surely happens; only then may its absence be reported. */
  readonly certain: boolean;
}

/** Something that cannot be known about what a role is used for, so that nothing of it may be taken away. */
export interface Abstention {
  /** What stays unknown: one phrase for people, such as `the module ./db cannot be found`. */
  readonly why: string;
  readonly kind: AbstentionKind;
  readonly at?: Location;
  /** The IAM prefix that is in doubt; absent when all of them are. */
  readonly service?: string;
}

export type AbstentionKind =
  /** The code was not read, or a call in it could not be seen. */
  | 'code'
  /** A call of a client or an operation that is not known. */
  | 'operation'
  /** The role, or a part of what it grants, is not in the application. */
  | 'role'
  /** The role is used by something else, too. */
  | 'user'
  /** A managed policy whose contents are not known. */
  | 'managed-policy'
  /** A statement that could not be read in full. */
  | 'statement'
  /** An action that no call of an SDK shows: signed requests, database drivers. */
  | 'unseen-action';

/** What somebody needs, and what cannot be known of it. */
export interface Needs {
  readonly permissions: readonly NeededPermission[];
  readonly abstentions: readonly Abstention[];
}
