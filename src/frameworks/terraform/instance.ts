import type { Value, When } from '#model/value';
import type { Location } from '#source/file';

/**
 * One instance of a `resource` or `data` block, its arguments evaluated: what `terraform plan` would show, as far as it can be
 * known. Native syntax, JSON syntax and plan JSON all come to this form; the tables of resource types read it.
 */
export interface Instance {
  readonly mode: 'managed' | 'data';
  /** `aws_lambda_function`. */
  readonly type: string;
  readonly name: string;
  /** The key of `for_each`, the index of `count`; undefined without either, or when the keys are not known. */
  readonly key: string | number | undefined;
  /** Unique in its module: `aws_lambda_function.api["orders"]`, `data.aws_iam_policy_document.trust`. It is the logical ID of the resource. */
  readonly address: string;
  /**
   * A map of the arguments in Terraform's names. Nested blocks are lists of maps by their type, one map for a block, also
   * where only one is allowed: as in Terraform's own JSON. What is not written is missing from the map.
   */
  readonly body: Value;
  /** The type and labels of the block: where a person is to look. */
  readonly at: Location;
  /** The whole block. */
  readonly extent: Location;
  readonly when: readonly When[];
}
