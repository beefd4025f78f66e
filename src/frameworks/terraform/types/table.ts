import type { Instance } from '#frameworks/terraform/instance';
import { isScalar, listOf, mapOf, withData } from '#frameworks/terraform/values';
import type { Datum } from '#model/patch';
import { type Part, type ResourceRef, Text } from '#model/text';
import type { SetValue, Value } from '#model/value';

/**
 * How a value of Terraform is said in CloudFormation and back, where it is not the same. `forth` is given one branch of one
 * value, never a conditional, an unknown or an absent one, and keeps the place (`withData`). `back` is given what a patch
 * wants to write, and gives what stands in Terraform; undefined where it cannot be said. Without `back` edits are declined.
 */
export interface Conversion {
  forth(value: SetValue): Value;
  back?(datum: Datum): Datum | undefined;
}

interface RowBase {
  /** Read where it stands, never written anew: a deprecated argument in whose place a companion belongs now. */
  readonly legacy?: true;
}

/** An argument whose value is a property's: also lists and maps, when their items need no translation. */
export interface ArgumentRow extends RowBase {
  readonly kind: 'argument';
  /** Below the map that the row's table reads: the last step is the argument, the ones before are blocks that stand once. */
  readonly own: readonly string[];
  /** Below the map that the row's table makes; maps on the way are made. */
  readonly cfn: readonly string[];
  readonly convert?: Conversion;
}

/** An argument that holds JSON as text (`jsonencode`, a policy document's `json`, a heredoc): the property is what the JSON says. */
export interface JsonRow extends RowBase {
  readonly kind: 'json';
  readonly own: readonly string[];
  readonly cfn: readonly string[];
}

/**
 * A nested block, or an argument that is an object or a list of objects. `one`: stands once, and is a map at `cfn` (with an empty
 * `cfn` its rows write where the block's owner writes). `list`: every block is an item of the list at `cfn`. `map`: every block is
 * the entry of the map at `cfn` whose name is the block's argument `keyedBy`.
 */
export interface BlockRow extends RowBase {
  readonly kind: 'block';
  readonly as: 'one' | 'list' | 'map';
  readonly own: readonly string[];
  readonly cfn: readonly string[];
  readonly rows: readonly Row[];
  readonly keyedBy?: string;
}

/** A property that is made of several arguments, or in a way that no other row says. */
export interface MadeRow extends RowBase {
  readonly kind: 'made';
  readonly cfn: readonly string[];
  /** The value; undefined where there is none. `body` is the map that the row's table reads. */
  make(body: Value, lowering: LoweringScope, instance: Instance): Value | undefined;
  /**
   * Where a patch of what is `below` `cfn` is written: a path in the body (blocks are lists: `['versioning', 0, 'enabled']`) and what
   * stands there then; several where the property is made of several arguments. Undefined declines.
   */
  back?(below: readonly (string | number)[], datum: Datum): Written | readonly Written[] | undefined;
}

/** What is written at a path in the body of a block. */
export interface Written {
  readonly path: readonly (string | number)[];
  readonly datum: Datum;
}

export type Row = ArgumentRow | JsonRow | BlockRow | MadeRow;

/**
 * What an attribute of a Terraform resource is in CloudFormation: the name of `Fn::GetAtt`'s attribute (`Ref` for Ref), or the text
 * that it is, with the references in it (`invoke_arn`).
 */
export type Attribute = string | ((ref: (attribute: string) => ResourceRef) => readonly Part[]);

/** A Terraform resource type that is a CloudFormation resource type. */
export interface ResourceTable {
  readonly kind: 'resource';
  /** `aws_lambda_function`. */
  readonly own: string;
  /** `AWS::Lambda::Function`; a function where an argument decides. */
  readonly type: string | ((instance: Instance) => string);
  readonly rows: readonly Row[];
  /**
   * What others read of it, by Terraform's names. These go before configured arguments: `aws_sqs_queue.q.name` is a reference when
   * `name` stands here, and else the text that it was configured with. What is neither here nor configured is a reference to the
   * attribute in PascalCase. `id` is `Ref` and `arn` is `Arn` when nothing else is said here.
   */
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** What stands beside the properties in CloudFormation (`DeletionPolicy`), by rows. */
  readonly beside?: readonly Row[];
  /** Further resources that the same block deploys (a deployment's stage). */
  adds?(instance: Instance, lowering: LoweringScope): Iterable<Addition>;
}

/** A resource that a block deploys besides its own. */
export interface Addition {
  /** `${address}/${suffix}` is its logical ID. */
  readonly suffix: string;
  readonly type: string;
  /** A map of properties. */
  readonly properties: Value;
}

/** A Terraform resource type that configures another resource, of which it is a part in CloudFormation. */
export interface CompanionTable {
  readonly kind: 'companion';
  /** `aws_s3_bucket_versioning`. */
  readonly own: string;
  /**
   * Whose it is: `argument` (any of several) names the owner, by a reference to it (any of its attributes) or by the text that the owner was named with
   * (`named`, an argument of the owner: `bucket`); `same`: the owner is the one that has the same values for these arguments (a method's
   * integration).
   */
  readonly owner: {
    readonly types: readonly string[];
    readonly argument?: string | readonly string[];
    readonly named?: string;
    readonly same?: readonly string[];
  };
  /**
   * Where its rows write in the owner's properties: at the top (`merge`), as a new item of the list at a path (`append`), or, for
   * `item`, one argument's value is the new item (`ManagedPolicyArns`).
   */
  readonly into:
    | { readonly as: 'merge' }
    | { readonly as: 'append'; readonly cfn: readonly string[] }
    | { readonly as: 'item'; readonly cfn: readonly string[]; readonly own: string };
  readonly rows: readonly Row[];
  /** What others read of it; by default every attribute is the owner's of that name. */
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** The resource that it is by itself when its owner is not among what the stack declares. Without it, it is left out then. */
  readonly alone?: { readonly type: string; readonly rows: readonly Row[] };
}

/** A type that says nothing of the cloud's security (`null_resource`, `random_id`), or nothing that CloudFormation has. */
export interface IgnoredTable {
  readonly kind: 'ignored';
  readonly own: string;
}

/** A type without any table is a resource of its own name with its arguments as properties. */
export type Table = ResourceTable | CompanionTable | IgnoredTable;

/** What rows that are functions may ask of their surroundings. */
export interface LoweringScope {
  readonly stackId: string;
  /** Those of the stack, data sources included. */
  readonly instances: readonly Instance[];
  /** The instance of this stack that a value refers to as a whole (`aws_lambda_function.x.arn`). */
  instanceOf(value: Value | undefined): Instance | undefined;
  /** The JSON that a value holds as text, with its structure and places. */
  decoded(value: Value): Value;
  /** What a list of rows makes of a body: for rows that need to know which ones apply. */
  lowered(rows: readonly Row[], body: Value, instance: Instance): Value;
}

/** What a deployment fills in, as CloudFormation's pseudo parameters name it. */
export const HOLES = {
  account: { kind: 'hole', why: 'AWS::AccountId', name: 'AWS::AccountId' },
  partition: { kind: 'hole', why: 'AWS::Partition', name: 'AWS::Partition' },
  region: { kind: 'hole', why: 'AWS::Region', name: 'AWS::Region' },
} as const satisfies Record<string, Part>;

/** A row for an argument, by dotted paths: `row('memory_size', 'MemorySize')`, `row('vpc_config.subnet_ids', 'VpcConfig.SubnetIds')`. */
export function row(own: string, cfn: string, convert?: Conversion): ArgumentRow {
  return { kind: 'argument', own: own.split('.'), cfn: cfn.split('.'), ...(convert ? { convert } : {}) };
}

/** Rows for arguments that have CloudFormation's name in snake case: `same('MemorySize Timeout')` reads `memory_size` and `timeout`. */
export function same(names: string): readonly ArgumentRow[] {
  return names.split(' ').map((name) => row(snakeCase(name), name));
}

/** A row for JSON as text. */
export function json(own: string, cfn: string): JsonRow {
  return { kind: 'json', own: own.split('.'), cfn: cfn.split('.') };
}

/** A row for a block that stands once. An empty path writes its rows where the block's owner writes. */
export function block(own: string, cfn: string, rows: readonly Row[]): BlockRow {
  return { kind: 'block', as: 'one', own: own.split('.'), cfn: cfn === '' ? [] : cfn.split('.'), rows };
}

/** A row for blocks that are the items of a list. */
export function blocks(own: string, cfn: string, rows: readonly Row[]): BlockRow {
  return { kind: 'block', as: 'list', own: own.split('.'), cfn: cfn.split('.'), rows };
}

/** A row for blocks that are the entries of a map, named by one of their arguments. */
export function entries(own: string, cfn: string, keyedBy: string, rows: readonly Row[]): BlockRow {
  return { kind: 'block', as: 'map', own: own.split('.'), cfn: cfn.split('.'), rows, keyedBy };
}

/** A row that a function makes. */
export function made(cfn: string, make: MadeRow['make'], back?: MadeRow['back']): MadeRow {
  return { kind: 'made', cfn: cfn.split('.'), make, ...(back ? { back } : {}) };
}

/** A property that is the same whatever is written, because the Terraform type stands for it. */
export function constant(cfn: string, data: string | number | boolean): MadeRow {
  return made(cfn, (_body, _lowering, { at }) => ({ kind: 'set', at, data }));
}

/** The row, read where it stands and never written anew. */
export function legacy<T extends Row>(row: T): T {
  return { ...row, legacy: true };
}

/** A table of a resource type. */
export function resource(
  own: string,
  type: ResourceTable['type'],
  rows: readonly Row[],
  more: Partial<Pick<ResourceTable, 'attributes' | 'beside' | 'adds'>> = {},
): ResourceTable {
  return { kind: 'resource', own, type, rows, attributes: {}, ...more };
}

/** A table of a resource type that is a part of another one. */
export function companion(
  own: string,
  owner: CompanionTable['owner'],
  into: CompanionTable['into'],
  rows: readonly Row[],
  more: Partial<Pick<CompanionTable, 'attributes' | 'alone'>> = {},
): CompanionTable {
  return { kind: 'companion', own, owner, into, rows, ...more };
}

/** Tables of types that are left out, by their names with spaces between. */
export function ignored(names: string): readonly IgnoredTable[] {
  return names.split(' ').map((own) => ({ kind: 'ignored', own }));
}

/** Words of an enumeration: Terraform's to CloudFormation's. Others stay as they are. */
export function words(forth: Readonly<Record<string, string | boolean>>): Conversion {
  const there = new Map(Object.entries(forth));
  const back = new Map(Object.entries(forth).map(([own, cfn]) => [cfn, own]));
  return {
    forth: (value) => {
      const found = typeof value.data === 'string' ? there.get(value.data) : undefined;
      return found === undefined ? value : withData(value, found);
    },
    back: (datum) => (typeof datum === 'string' || typeof datum === 'boolean' ? (back.get(datum) ?? datum) : undefined),
  };
}

/** A single value where CloudFormation has a list of one. */
export const listed: Conversion = {
  forth: (value) => (Array.isArray(value.data) ? value : { kind: 'set', at: value.at, data: [value] }),
  back: (datum) => (Array.isArray(datum) && datum.length === 1 ? datum[0] : undefined),
};

/** A list of which CloudFormation has the only item. */
export const single: Conversion = {
  forth: (value) => {
    const items = listOf(value);
    if (!items) return value;
    return items.length === 1 && items[0] ? items[0] : { kind: 'unknown', at: value.at, why: 'one item was expected' };
  },
  back: (datum) => [datum],
};

/** A map where CloudFormation has a list of pairs: `keyed('Key', 'Value')` for tags. */
export function keyed(key: string, value: string): Conversion {
  return {
    forth: (map) => {
      const found = mapOf(map);
      if (!found) return map;
      const items = [...found].map(([name, one]): Value => {
        const keyAt = one.kind === 'set' && one.key ? one.key : one.at;
        const pair = new Map<string, Value>([
          [key, { kind: 'set', at: keyAt, data: name }],
          [value, one],
        ]);
        return { kind: 'set', at: keyAt, data: pair };
      });
      return withData(map, items);
    },
    back: (datum) => {
      if (!Array.isArray(datum)) return undefined;
      const map: Record<string, Datum> = {};
      for (const item of datum as readonly Datum[]) {
        if (item === null || typeof item !== 'object' || item instanceof Text || Array.isArray(item)) return undefined;
        const pair = item as { readonly [name: string]: Datum };
        const name = pair[key];
        const one = pair[value];
        if (typeof name !== 'string' || one === undefined) return undefined;
        map[name] = one;
      }
      return map;
    },
  };
}

/** A conversion of every item of a list. */
export function each(conversion: Conversion): Conversion {
  const { back } = conversion;
  return {
    forth: (value) => {
      const items = listOf(value);
      if (!items) return value;
      return withData(
        value,
        items.map((item) => (item.kind === 'set' ? conversion.forth(item) : item)),
      );
    },
    ...(back
      ? {
          back: (datum: Datum) => {
            if (!Array.isArray(datum)) return undefined;
            const made = (datum as readonly Datum[]).map((item) => back(item));
            return made.some((item) => item === undefined) ? undefined : (made as Datum[]);
          },
        }
      : {}),
  };
}

/** A boolean that says the opposite. */
export const negated: Conversion = {
  forth: (value) => {
    const data = isScalar(value.data) ? String(value.data) : '';
    return data === 'true' || data === 'false' ? withData(value, data === 'false') : value;
  },
  back: (datum) => (typeof datum === 'boolean' ? !datum : undefined),
};

/** CloudFormation's name in Terraform's spelling: `MemorySize` is `memory_size`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** Terraform's name in CloudFormation's spelling: `memory_size` is `MemorySize`. */
export function pascalCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
