import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import type { Text } from '#model/text';
import type { When } from '#model/value';
import type { Location } from '#source/file';

/**
 * Who a statement speaks of. `value` is the ARN, account, service or `*`, as far as it is known; undefined when it is not.
 * `any` is everybody, signed in or not: `"*"` and `{ "AWS": "*" }` mean the same in a resource policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
 */
export interface Principal {
  readonly kind: 'aws' | 'service' | 'federated' | 'canonical' | 'any';
  readonly value: string | Text | undefined;
  readonly property: Property;
}

/** One test of a statement's Condition: `{ StringEquals: { "aws:SourceArn": … } }`. */
export interface ConditionTest {
  /** As written: `StringEquals`, `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** The condition key, in lower case. */
  readonly key: string;
  readonly values: readonly Property[];
}

/**
 * One grant or denial of permission, whatever carries it (law 2): an inline or managed role policy, a SAM policy template or
 * connector, a resource policy, an `AWS::Lambda::Permission`, a trust policy.
 */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly sid: string | undefined;
  /** `identity`: what its holders may do; `resource`: who may use the carrier; `trust`: who may become the role. */
  readonly kind: 'identity' | 'resource' | 'trust';
  /** Each may be unknown, and may hold only in a branch of the template's conditions (`property.when`). */
  readonly actions: readonly Property[];
  readonly notActions: readonly Property[];
  readonly resources: readonly Property[];
  readonly notResources: readonly Property[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly ConditionTest[];
  /** False when a part of the statement could not be known, so that nothing may be concluded from what is missing in it. */
  readonly complete: boolean;
  /** The resource in whose properties it is written: the role, policy, queue policy, permission. */
  readonly carrier: Resource;
  /**
   * What the statement protects, for `resource` and `trust` statements: the queues, topics, bucket, key, function, role that
   * are declared in the application. Empty when the carrier speaks of something else.
   */
  readonly targets: readonly Resource[];
  /** The whole statement as a property of the carrier, for findings and patches on it. */
  readonly property: Property;
  readonly at: Location;
  readonly when: readonly When[];
}
