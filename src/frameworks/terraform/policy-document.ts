import { decoded } from '#frameworks/terraform/encoded';
import type { Instance } from '#frameworks/terraform/instance';
import { loweredAlone } from '#frameworks/terraform/lower';
import { originOf, withOrigin } from '#frameworks/terraform/origin';
import { blocks, made, type Row, row } from '#frameworks/terraform/types/table';
import { argumentOf, listOf, mapBranches, mapOf, stringOf } from '#frameworks/terraform/values';
import type { Datum } from '#model/patch';
import { Text } from '#model/text';
import type { SetValue, Value } from '#model/value';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document */
const STATEMENT: readonly Row[] = [
  row('sid', 'Sid'),
  made(
    'Effect',
    (body) => {
      const effect = argumentOf(body, 'effect');
      return effect ?? { kind: 'set', at: body.kind === 'set' && body.key ? body.key : body.at, data: 'Allow' };
    },
    (below, datum) => (below.length === 0 ? { path: ['effect'], datum } : undefined),
  ),
  made('Principal', (body) => principals(argumentOf(body, 'principals')), principalBack),
  made('NotPrincipal', (body) => principals(argumentOf(body, 'not_principals'))),
  row('actions', 'Action'),
  row('not_actions', 'NotAction'),
  row('resources', 'Resource'),
  row('not_resources', 'NotResource'),
  made('Condition', (body) => conditions(argumentOf(body, 'condition')), conditionBack),
];

const DOCUMENT: readonly Row[] = [
  made('Version', (body, _lowering, { at }) => {
    return argumentOf(body, 'version') ?? { kind: 'set', at, data: '2012-10-17' };
  }),
  row('policy_id', 'Id'),
  blocks('statement', 'Statement', STATEMENT),
];

/**
 * The policy that a data source `aws_iam_policy_document` makes, in the words of IAM. Statements of source documents come first, and
 * those of override documents stand in place of the ones with the same Sid.
 */
export function policyDocument(instance: Instance): Value {
  const { body } = instance;
  const document = loweredAlone(DOCUMENT, instance);
  const own = mapOf(document);
  if (!own || document.kind !== 'set') return document;
  const sources = ['source_json', 'source_policy_documents'].flatMap((name) => statementsIn(argumentOf(body, name)));
  const overrides = ['override_json', 'override_policy_documents'].flatMap((name) =>
    statementsIn(argumentOf(body, name)),
  );
  if (sources.length === 0 && overrides.length === 0) return document;
  const statements = own.get('Statement');
  const data = new Map(own);
  const joined =
    statements && statements.kind !== 'set'
      ? [...sources, statements, ...overrides]
      : overridden([...sources, ...(listOf(statements) ?? [])], overrides);
  const list: SetValue = { kind: 'set', at: statements?.at ?? document.at, data: joined };
  const origin = statements && originOf(statements);
  data.set('Statement', withOrigin(list, origin ?? { kind: 'fixed', why: 'other documents give the statements' }));
  const merged: SetValue = { ...document, data };
  const documentOrigin = originOf(document);
  return documentOrigin ? withOrigin(merged, documentOrigin) : merged;
}

/** The statements of one JSON document or a list of them; one unknown value for a document that is not known. */
function statementsIn(documents: Value | undefined): readonly Value[] {
  if (!documents) return [];
  if (documents.kind === 'conditional')
    return documents.branches.flatMap(({ when, value }) =>
      statementsIn(value).map((statement): Value => {
        const none: Value = { kind: 'absent', at: statement.at };
        const branches = [
          { when, value: statement },
          { when: { ...when, holds: !when.holds }, value: none },
        ];
        return { kind: 'conditional', at: statement.at, branches };
      }),
    );
  const list = listOf(documents);
  if (list) return list.flatMap(statementsIn);
  const structure = decoded(documents);
  if (structure.kind === 'conditional') return statementsIn(structure);
  const statement = mapOf(structure)?.get('Statement');
  if (!mapOf(structure)) return [structure];
  return statement ? (listOf(statement) ?? [statement]) : [];
}

function overridden(statements: readonly Value[], overrides: readonly Value[]): readonly Value[] {
  const result = [...statements];
  for (const override of overrides) {
    const sid = sidOf(override);
    const there = sid === undefined ? -1 : result.findIndex((one) => sidOf(one) === sid);
    if (there === -1) result.push(override);
    else result[there] = override;
  }
  return result;
}

function sidOf(statement: Value): string | undefined {
  const sid = stringOf(mapOf(statement)?.get('Sid'));
  return sid === '' ? undefined : sid;
}

/** `principals` blocks as IAM's Principal: `"*"`, or lists by kind. */
function principals(found: Value | undefined): Value | undefined {
  if (!found) return undefined;
  return mapBranches(found, (list) => {
    const map = new Map<string, Value>();
    for (const block of listOf(list) ?? []) {
      const type = stringOf(argumentOf(block, 'type'));
      const identifiers = argumentOf(block, 'identifiers');
      if (type === undefined || !identifiers) return { kind: 'unknown', at: block.at, why: whyOf(block) };
      if (type === '*') return { ...identifiers, ...(identifiers.kind === 'set' ? { data: '*' } : {}) };
      map.set(type, joined(map.get(type), identifiers));
    }
    return map.size === 0 ? { kind: 'absent', at: list.at } : { kind: 'set', at: list.at, key: list.at, data: map };
  });
}

/** `condition` blocks as IAM's Condition: values by key by operator. */
function conditions(found: Value | undefined): Value | undefined {
  if (!found) return undefined;
  return mapBranches(found, (list) => {
    const map = new Map<string, SetValue>();
    for (const block of listOf(list) ?? []) {
      const test = stringOf(argumentOf(block, 'test'));
      const variable = stringOf(argumentOf(block, 'variable'));
      const values = argumentOf(block, 'values');
      if (test === undefined || variable === undefined || !values)
        return { kind: 'unknown', at: block.at, why: whyOf(block) };
      const there = map.get(test);
      const keys = new Map(mapOf(there) ?? []);
      keys.set(variable, joined(keys.get(variable), values));
      map.set(test, { kind: 'set', at: block.at, key: block.at, data: keys });
    }
    return map.size === 0 ? { kind: 'absent', at: list.at } : { kind: 'set', at: list.at, key: list.at, data: map };
  });
}

function joined(there: Value | undefined, more: Value): Value {
  const before = listOf(there);
  const after = listOf(more);
  if (there?.kind !== 'set' || !before || !after) return more;
  return { ...there, data: [...before, ...after] };
}

function whyOf(block: Value): string {
  if (block.kind === 'unknown') return block.why;
  for (const value of mapOf(block)?.values() ?? []) if (value.kind === 'unknown') return value.why;
  return 'a block of a policy document is not known';
}

function principalBack(
  below: readonly (string | number)[],
  datum: Datum,
): { path: readonly (string | number)[]; datum: Datum } | undefined {
  if (below.length > 0) return undefined;
  const entries = entriesOf(datum);
  if (!entries) return undefined;
  const made = entries.map(([type, identifiers]) => ({ type, identifiers: listed(identifiers) }));
  return { path: ['principals'], datum: made };
}

function conditionBack(
  below: readonly (string | number)[],
  datum: Datum,
): { path: readonly (string | number)[]; datum: Datum } | undefined {
  const [test, variable, ...rest] = below;
  if (rest.length > 0) return undefined;
  if (typeof test === 'string' && typeof variable === 'string')
    return { path: ['condition', 'new'], datum: { test, variable, values: listed(datum) } };
  const operators = typeof test === 'string' ? [[test, datum] as const] : entriesOf(datum);
  const made = operators?.flatMap(([operator, keys]) =>
    (entriesOf(keys) ?? []).map(([key, values]) => ({ test: operator, variable: key, values: listed(values) })),
  );
  if (!made || made.length === 0) return undefined;
  return made.length === 1 && made[0] ? { path: ['condition', 'new'], datum: made[0] } : undefined;
}

function entriesOf(datum: Datum): readonly (readonly [string, Datum])[] | undefined {
  if (datum === null || typeof datum !== 'object' || Array.isArray(datum) || datum instanceof Text) return undefined;
  return Object.entries(datum as { readonly [key: string]: Datum });
}

function listed(datum: Datum): readonly Datum[] {
  return Array.isArray(datum) ? (datum as readonly Datum[]) : [datum];
}
