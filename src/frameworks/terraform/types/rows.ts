import type { Instance } from '#frameworks/terraform/instance';
import {
  type Addition,
  type Conversion,
  keyed,
  type LoweringScope,
  type MadeRow,
  made,
  type Row,
  row,
} from '#frameworks/terraform/types/table';
import { argumentOf, blockOf, isFalse, isTrue, mapBranches, stringOf, withData } from '#frameworks/terraform/values';
import { resourceId } from '#model/resource';
import { Text } from '#model/text';
import type { SetValue, Value } from '#model/value';

/** The arguments that nearly every type has and that mean the same everywhere. */
export const TAGS: readonly Row[] = [row('tags', 'Tags', keyed('Key', 'Value'))];

/** A boolean where CloudFormation has one of two words: `flag('Enabled', 'Suspended')`. */
export function flag(yes: string, no: string): Conversion {
  return {
    forth: (value) => {
      if (isTrue(value)) return withData(value, yes);
      return isFalse(value) ? withData(value, no) : value;
    },
    back: (datum) => (datum === yes ? true : datum === no ? false : undefined),
  };
}

/** A number that means that nothing is set: `unset(-1)` for a concurrency that is not reserved. */
export function unset(number: number): Conversion {
  return {
    forth: (value) => (stringOf(value) === String(number) ? { kind: 'absent', at: value.key ?? value.at } : value),
    back: (datum) => datum,
  };
}

/**
 * What Terraform's provider sends for an argument that is not written, where that is not what CloudFormation does without the
 * property. `given` narrows it to where one of these arguments is written.
 */
export function orElse(
  own: string,
  cfn: string,
  data: string | number | boolean,
  given: readonly string[] = [],
): MadeRow {
  return made(
    cfn,
    (body, _lowering, { at }) => {
      if (body.kind !== 'set' || argumentOf(body, own) !== undefined) return undefined;
      const holds = given.length === 0 || given.some((name) => argumentOf(body, name) !== undefined);
      return holds ? { kind: 'set', at: body.at ?? at, data } : undefined;
    },
    (below, datum) => (below.length === 0 ? { path: [own], datum } : undefined),
  );
}

/** What a database leaves behind: a last snapshot unless that is skipped. What `prevent_destroy` does goes before it. */
export const LAST_SNAPSHOT: readonly Row[] = [
  made(
    'DeletionPolicy',
    (body, _lowering, { at }) => {
      const prevented = argumentOf(blockOf(body, 'lifecycle'), 'prevent_destroy');
      if (prevented && !isFalse(prevented)) return undefined;
      const skipped = argumentOf(body, 'skip_final_snapshot');
      if (!skipped) return fixed('Snapshot', { at });
      return mapBranches(skipped, (one) => {
        if (isTrue(one)) return withData(one, 'Delete');
        return isFalse(one) ? withData(one, 'Snapshot') : { kind: 'unknown', at: one.at, why: 'skip_final_snapshot' };
      });
    },
    (below, datum) =>
      below.length === 0 && datum === 'Retain' ? { path: ['lifecycle', 'prevent_destroy'], datum: true } : undefined,
  ),
];

/** The key schema of an index or table from the names of its attributes. */
export const KEY_SCHEMA: MadeRow = made('KeySchema', (body, _lowering, { at }) => {
  const keys: readonly (readonly [string, string])[] = [
    ['hash_key', 'HASH'],
    ['range_key', 'RANGE'],
  ];
  const items = keys.flatMap(([own, type]): Value[] => {
    const name = argumentOf(body, own);
    return name
      ? [{ kind: 'set', at: name.at, data: mapData({ AttributeName: name, KeyType: fixed(type, name) }) }]
      : [];
  });
  return items.length === 0 ? undefined : { kind: 'set', at, data: items };
});

/** A text that Terraform does not write, at the place of what it follows from. */
export function fixed(data: string | number | boolean, of: { readonly at: Value['at'] }): SetValue {
  return { kind: 'set', at: of.at, data };
}

/** Entries as the data of a map; those without a value are left out. */
export function mapData(entries: Readonly<Record<string, Value | undefined>>): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) found.set(key, value);
  return found;
}

/** What a reference to the resource of an instance is in CloudFormation. */
export function refTo(instance: Instance, { stackId }: LoweringScope, attribute = 'Ref'): SetValue {
  const resource = resourceId(stackId, instance.address);
  return { kind: 'set', at: instance.at, data: new Text([{ kind: 'ref', resource, attribute }]) };
}

/** The resource policy that a block writes into its argument `policy`: CloudFormation has a resource for it. */
export function inlinePolicy(type: string, document: string, target: string, listed = false): Adds {
  return function* (instance, lowering) {
    const policy = argumentOf(instance.body, 'policy');
    if (!policy) return;
    const owner = refTo(instance, lowering);
    const properties = mapData({
      [document]: lowering.decoded(policy),
      [target]: listed ? { kind: 'set', at: owner.at, data: [owner] } : owner,
    });
    yield { suffix: 'policy', type, properties: { kind: 'set', at: policy.at, data: properties } };
  };
}

type Adds = (instance: Instance, lowering: LoweringScope) => Iterable<Addition>;
