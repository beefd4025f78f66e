import { Evaluator, isFailed, type Scope } from '#frameworks/terraform/evaluate';
import { isScalar, listOf, mapOf } from '#frameworks/terraform/values';
import type { Value } from '#model/value';
import { SourceFile } from '#source/file';
import { parseHcl } from '#syntax/hcl/parse';

/** What an expression comes to: its data, a failure, or why it is not known. */
export type Outcome = { readonly value: unknown } | { readonly fails: true } | { readonly unknown: string };

/** Evaluates an expression that names nothing. */
export async function outcomeOf(text: string): Promise<Outcome> {
  const document = await parseHcl(new SourceFile('main.tf', `x = ${text}\n`));
  const [attribute] = document.body.attributes;
  if (!attribute || document.problems.length > 0) throw new Error(`${text}: ${document.problems[0]?.message}`);
  const nothing = () => undefined;
  const names: Scope['names'] = {
    label: '',
    files: new Set([document.file]),
    callers: new Set(),
    variable: nothing,
    local: nothing,
    resource: nothing,
    module: nothing,
    path: nothing,
    file: () => 'no file',
    template: (_file, _variables, at) => ({ kind: 'unknown', at, why: 'no template' }),
    described: nothing,
  };
  const value = new Evaluator().evaluate(attribute.value, { document, names, bindings: new Map(), whens: [] });
  return dataOf(value);
}

function dataOf(value: Value): Outcome {
  if (value.kind === 'absent') return { value: null };
  if (value.kind !== 'set')
    return isFailed(value) ? { fails: true } : { unknown: value.kind === 'unknown' ? value.why : value.kind };
  const { data } = value;
  if (isScalar(data)) return { value: data === null || typeof data !== 'object' ? data : String(data) };
  const items = listOf(value);
  if (items) {
    const all = items.map(dataOf);
    return all.find((one) => !('value' in one)) ?? { value: all.map((one) => 'value' in one && one.value) };
  }
  const made: { [key: string]: unknown } = {};
  for (const [key, one] of [...(mapOf(value) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const inner = dataOf(one);
    if (!('value' in inner)) return inner;
    made[key] = inner.value;
  }
  return { value: made };
}
