import type { Instance } from '#frameworks/terraform/instance';
import type { Datum } from '#model/patch';
import type { Value, When } from '#model/value';
import type { Location } from '#source/file';

/** A call of a module that is not in the repository, its inputs evaluated. */
export interface ModuleCall {
  /** The source without a version or a submodule's host: `terraform-aws-modules/lambda/aws`, `…/lambda/aws//modules/alias`. */
  readonly source: string;
  /** The version constraint as written; undefined without one. */
  readonly version: string | undefined;
  readonly name: string;
  /** The id of the nested stack that the call becomes; its resources' ids are `${stackId}#${address}`. */
  readonly stackId: string;
  /** A map of the inputs; what is not written is missing. */
  readonly inputs: Value;
  /** The call's block: its type and label, and the whole. */
  readonly at: Location;
  readonly extent: Location;
  /** Where the call stands; conditions that its own inputs decide come on top. */
  readonly when: readonly When[];
}

/** What a well-known registry module deploys, told by a table of what its inputs mean. */
export interface RegistryModule {
  /** `terraform-aws-modules/lambda/aws`. */
  readonly source: string;
  /**
   * The instances that the module declares, with the addresses that they have within it (`aws_lambda_function.this`). Their bodies are
   * made of the inputs' values, the same objects where nothing is computed, so that the places are those of the call.
   */
  instances(call: ModuleCall): readonly Instance[];
  /** The value of an output; undefined for one that the table does not know. */
  output(call: ModuleCall, name: string): Value | undefined;
  /**
   * Which input a patch of an instance's argument is written to: a path in `inputs` and what stands there. Undefined declines.
   */
  back?(
    instance: Instance,
    path: readonly (string | number)[],
    datum: Datum,
  ): { readonly path: readonly (string | number)[]; readonly datum: Datum } | undefined;
}
