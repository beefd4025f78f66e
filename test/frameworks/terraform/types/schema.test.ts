import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType } from '@aws-cdk/service-spec-types';
import { describe, expect, it } from '@jest/globals';
import { tables } from '#frameworks/terraform/types/all';
import type { Row, Table } from '#frameworks/terraform/types/table';

const db = loadAwsServiceSpecSync();

type Members = Readonly<Record<string, Property>>;

/** What may stand below a property; `any` where the schema does not say. */
type Below = Members | 'any' | undefined;

function rootOf(type: string): Below {
  const [resource] = db.lookup('resource', 'cloudFormationType', 'equals', type);
  return resource?.properties;
}

function below(type: PropertyType | undefined, items = false): Below {
  if (!type) return undefined;
  if (type.type === 'json') return 'any';
  if (type.type === 'union') {
    const found = type.types.map((one) => below(one, items));
    return found.find((one) => one !== undefined && one !== 'any') ?? found.find((one) => one !== undefined);
  }
  if (type.type === 'ref') return items ? undefined : db.get('typeDefinition', type.reference).properties;
  if (type.type === 'array' || type.type === 'map') return items ? below(type.element) : undefined;
  return undefined;
}

function* faults(type: string, members: Below, rows: readonly Row[]): Iterable<string> {
  for (const row of rows) {
    let at: Below = members;
    let found: PropertyType | undefined;
    for (const [index, name] of row.cfn.entries()) {
      if (at === 'any') break;
      found = at?.[name]?.type;
      if (!found) {
        yield `${type}: ${row.cfn.slice(0, index + 1).join('.')}`;
        break;
      }
      const last = index === row.cfn.length - 1;
      at = below(found, last && row.kind === 'block' && row.as !== 'one');
    }
    if (row.kind === 'block' && (row.cfn.length === 0 || found || at === 'any')) yield* faults(type, at, row.rows);
  }
}

function rowsOf(table: Table): readonly { readonly type: string; readonly rows: readonly Row[] }[] {
  if (table.kind === 'ignored') return [];
  if (table.kind === 'resource') return typeof table.type === 'string' ? [{ type: table.type, rows: table.rows }] : [];
  const owner = tables.get(table.owner.types[0] ?? '');
  const types = owner?.kind === 'resource' && typeof owner.type === 'string' ? [owner.type] : [];
  const { into } = table;
  const wrapped = (row: Row): Row => ({
    kind: 'block',
    as: 'list',
    own: ['list'],
    cfn: into.as === 'append' ? into.cfn : [],
    rows: [row],
  });
  return [
    ...types.map((type) => ({ type, rows: into.as === 'append' ? table.rows.map(wrapped) : table.rows })),
    ...(table.alone ? [table.alone] : []),
  ];
}

describe('the tables of resource types', () => {
  it.each([...tables.values()].map((table): [string, Table] => [table.own, table]))(
    '%s writes properties that CloudFormation has',
    (_own, table) => {
      const wrong = rowsOf(table).flatMap(({ type, rows }) => [...faults(type, rootOf(type) ?? {}, rows)]);
      expect(wrong).toEqual([]);
    },
  );
});
