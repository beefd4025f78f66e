import type { Part } from '#model/text';
import type { SetValue, UnknownValue, Value } from '#model/value';
import type { Location, SourceFile } from '#source/file';

/** What a function is told of its call and may ask. */
export interface FunctionCall {
  readonly name: string;
  readonly at: Location;
  /** A value of the call's place. `from` are those that it was made of: what they say of parameters is kept. */
  set(data: SetValue['data'], from?: readonly Value[]): SetValue;
  /** An unknown of the call's place; `why` is counted by cause: `the argument is not known`. */
  unknown(why: string): UnknownValue;
  /** Unknown because the call fails whatever is deployed, so that `try` passes over it. */
  failed(why: string): UnknownValue;
  isFailed(value: Value): boolean;
  /** What a value is within a string: unknown pieces are holes. */
  parts(value: Value): readonly Part[];
  /**
   * A file of the repository by a path as Terraform sees it (relative to the root module, `path.module` and `path.root` filled in); a
   * string says why it is not there. Files are read as they are first asked for: those that were not read yet are read for the next round of evaluation.
   */
  file(path: string): SourceFile | string;
  /** A template file with its variables filled in, as one string value. */
  template(file: SourceFile, variables: ReadonlyMap<string, Value>): Value;
}

/**
 * A function of Terraform's language. Arguments are set values (never conditional: the evaluator calls it once for each combination of
 * branches), and strings among them may be Texts that are known in part. An unknown argument makes the result unknown without a call,
 * unless the function is `lenient`: then it is given unknown and absent values as well.
 * Bad arguments are an unknown result, never an exception.
 */
export interface TerraformFunction {
  readonly call: (args: readonly SetValue[], call: FunctionCall) => Value;
  readonly lenient?: undefined;
}

/** As TerraformFunction, given whatever there is. */
export interface LenientFunction {
  readonly call: (args: readonly Value[], call: FunctionCall) => Value;
  readonly lenient: true;
}

export type AnyFunction = TerraformFunction | LenientFunction;
