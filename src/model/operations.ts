import type { Text } from '#model/text';
import type { Location } from '#source/file';

/** What a call passes for one of the operation's parameters, as far as the code tells. */
export type OperationArgument =
  | { readonly kind: 'literal'; readonly text: string }
  /** The value of an environment variable of the function, by the variable's name. */
  | { readonly kind: 'environment'; readonly name: string }
  /** What the template fills in where the code stands in it, as far as it is known; `written` as in `PassedText`. */
  | { readonly kind: 'template'; readonly text: string | Text; readonly written?: string | Text }
  /** Literals and environment variables in a row: `${process.env.BUCKET}-archive`. */
  | { readonly kind: 'joined'; readonly parts: readonly OperationArgument[] }
  /** Each of these, as far as the code tells: the tables of a batch, both branches of a choice. */
  | { readonly kind: 'several'; readonly of: readonly OperationArgument[] }
  /** `why` is a short phrase: `comes from the event`. `starts` is how its text begins, where the code writes that itself. */
  | { readonly kind: 'unknown'; readonly why: string; readonly starts?: string };

/** One call of a cloud operation that a handler's code makes, as far as the code tells. */
export interface Operation {
  /**
   * The SDK's client: its package's name in JavaScript's v3 (`secrets-manager`), boto3's name (`secretsmanager`) and v2's class
   * (`SecretsManager`) mean the same, capitals and hyphens aside. Where no client of the SDK makes the call (a database driver,
   * a signed request), IAM's prefix, and IAM's action as the name: `rds-db`, `connect`.
   */
  readonly service: string;
  /** The API's operation, `PutItem`; capitals do not count. */
  readonly name: string;
  /**
   * What is passed, by the API's own parameter name: TableName, Bucket, Key, QueueUrl, TopicArn, FunctionName, SecretId. Members of
   * maps and lists are named by their paths, also when their value is of no interest: `Document.S3Object.Bucket`,
   * `TransactItems.Put.TableName`. The keys of a map that has names for keys are its value: the tables of `RequestItems`.
   */
  readonly resources: ReadonlyMap<string, OperationArgument>;
  /**
   * Whether `resources` has every parameter that the call passes, so that what is not among them is surely not passed. Absent
   * means no: the parameters are a variable, or something is spread into them.
   */
  readonly wholeInput?: boolean;
  /** The client was made with credentials of its own: the function's role is not asked. */
  readonly otherCredentials?: boolean;
  /** The client was made for a region that may be another than the function's. */
  readonly otherRegion?: boolean;
  /** Made only in cases that the code does not tell, by a library or by code that is not surely reached: neither demanded nor taken away. */
  readonly occasional?: boolean;
  readonly at: Location;
  /** Surely made when this place of the code is reached: not behind a dispatch that could not be resolved. */
  readonly certain: boolean;
}

/** Something that the code may call and that could not be seen. */
export interface OperationGap {
  /** A short phrase: `the command is chosen at run time`, `the module ./db cannot be found`. */
  readonly why: string;
  readonly at: Location;
  /** The client, where at least that is known: only its permissions stay in doubt. Spelled as in `Operation`. */
  readonly service?: string;
}

/** What the code of one function calls: the operations that were seen, and the gaps behind which there may be more. */
export interface FunctionOperations {
  readonly operations: readonly Operation[];
  readonly gaps: readonly OperationGap[];
}

/** What the functions call, by the function's id in the Cloud. A function that is missing was not read. */
export type OperationsByFunction = ReadonlyMap<string, FunctionOperations>;
