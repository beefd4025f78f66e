import type { Declarations, Inputs, Spec } from '#frameworks/terraform/modules/declarations';
import { built } from '#frameworks/terraform/modules/declarations';
import { policyDocument } from '#frameworks/terraform/policy-document';
import { argumentOf, mapOf } from '#frameworks/terraform/values';
import type { Value } from '#model/value';

/**
 * The policy that a data source `aws_iam_policy_document` of a module makes of statements in Terraform's words, and of the documents
 * that the inputs `sources` and `overrides` name.
 */
export function documentOf(
  { call }: Declarations,
  statements: readonly Spec[],
  documents: { readonly [argument: string]: Spec } = {},
): Value {
  const { at, extent, when } = call;
  const body = built({ ...documents, statement: statements }, at) ?? { kind: 'set', at, data: new Map() };
  const address = 'data.aws_iam_policy_document.this';
  return policyDocument({
    mode: 'data',
    type: 'aws_iam_policy_document',
    name: 'this',
    key: undefined,
    address,
    body,
    at,
    extent,
    when,
  });
}

/** The statements in an input: a map by names, or a list. `resources` is what they speak of when they do not say. */
export function statementsIn(inputs: Inputs, name: string, resources?: Value): readonly Spec[] {
  const entries: readonly (readonly [string | undefined, Inputs])[] = [
    // Terraform goes through a map in the order of its names.
    ...[...inputs.entries(name)].sort(([a], [b]) => (a < b ? -1 : 1)),
    ...(inputs.entries(name).length === 0 ? inputs.items(name).map((item) => [undefined, item] as const) : []),
  ];
  return entries.flatMap(([key, { value }]): Spec[] => {
    const map = mapOf(value);
    if (!map || value?.kind !== 'set') return value ? [value] : [];
    const data = new Map(map);
    if (key !== undefined && !argumentOf(value, 'sid'))
      data.set('sid', { kind: 'set', at: value.at, data: key.replace(/[^0-9A-Za-z]/g, '') });
    const conditions = argumentOf(value, 'conditions');
    if (conditions) data.set('condition', conditions);
    // Maps by any names are taken as well where lists belong.
    for (const name of ['principals', 'not_principals', 'condition']) {
      const named = mapOf(data.get(name));
      const all = named && [...named.values()];
      if (all?.every((one) => mapOf(one))) data.set(name, { kind: 'set', at: value.at, data: all });
    }
    if (resources && !argumentOf(value, 'resources') && !argumentOf(value, 'not_resources')) {
      const list: Value = { kind: 'set', at: value.at, data: [resources] };
      data.set('resources', list);
    }
    return [{ ...value, data }];
  });
}
