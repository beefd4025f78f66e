import type { Cloud } from '#model/cloud';
import type { Flow, Handler } from '#model/handler';
import type { Operation, OperationArgument } from '#model/operations';
import { Text } from '#model/text';

/** Attributes and columns that say whose a record is: `userId`, `owner`, `customer_id`. An address or an author alone does not. */
const OWNER =
  /^(?:(?:user|owner|customer|account|tenant|member|patient|employee)(?:_?(?:id|sub|name|key))?|(?:author|buyer|seller|creator)_?id|created_?by|owned_?by|belongs_?to|sub|cognito_?(?:id|sub)|identity_?id)$/i;

/** Of these those that mean whoever signs in, not a record of somebody else that staff looks up. */
const OF_CALLER = /user|owner|tenant|sub$|_by$/i;

/** Things that belong to whom they were made for, by the words that name them. */
const PERSONAL =
  /^(?:order|invoice|payment|receipt|cart|basket|booking|reservation|appointment|prescription|wallet|transaction|message|conversation|notification|subscription|address|profile|account|document|note|todo|diary|journal)$/;

/** Places where everybody who is let in may see everything. */
const OF_STAFF = /admin|back-?office|staff|internal/i;

/** Why a record belongs to somebody. */
export interface Ownership {
  /** The attribute or column that says whose it is, and what shows it: a function, or a table; none where only a name tells. */
  readonly told: { readonly field: string; readonly by: string; readonly how: 'uses' | 'has an index by' } | undefined;
  /** What it is, where its name tells: `order`. */
  readonly noun: string | undefined;
}

/**
 * Whether the records that a handler picks by an id belong to their callers, as far as the application shows: its functions write an
 * owner into the same table, the table has a key or an index by owner, or what is picked is named like something personal.
 */
export function ownershipOf(cloud: Cloud, handlers: readonly Handler[], handler: Handler, flow: Flow): Ownership {
  const operation = operationAt(handler, flow);
  const table = operation && tableOf(handler, operation);
  const sqlTable = tableIn(flow);
  const told =
    (table === undefined ? undefined : ownerWritten(handlers, table)) ??
    (table === undefined ? undefined : ownerIndexed(cloud, table)) ??
    (sqlTable === undefined ? undefined : ownerInserted(handlers, sqlTable));
  return { told, noun: nounOf(handler, flow, operation, sqlTable) };
}

/** Whether a way in is one of people who look after everything, by what it is called. */
export function isOfStaff({ name, at, triggers }: Handler): boolean {
  const names = triggers.flatMap(({ label, entry }) => [label, entry?.source?.logicalId ?? '']);
  return [name, at.file.path, ...names].some((one) => OF_STAFF.test(one));
}

/** Whether a way in asks for more than a sign-in: scopes of the token, which may be those of staff. */
export function asksForScopes({ triggers }: Handler): boolean {
  return triggers.some(({ entry }) =>
    entry?.by.read(['AuthorizationScopes']).some((scopes) => scopes.isUnknown || scopes.items().length > 0),
  );
}

function operationAt({ operations }: Handler, { call }: Flow): Operation | undefined {
  return operations.operations.find(
    ({ at, service }) =>
      service.toLowerCase().includes('dynamodb') &&
      at.file.path === call.file.path &&
      at.span.start < call.span.end &&
      call.span.start < at.span.end,
  );
}

/** A table by what is the same wherever it is named: its resource, its name, or the words of the template. */
function tableOf({ functions }: Handler, { resources }: Operation): string | undefined {
  const given = resources.get('TableName');
  if (given?.kind === 'literal') return given.text;
  if (given?.kind !== 'environment') return undefined;
  for (const fn of functions) {
    for (const variable of fn.read(['Environment', 'Variables', given.name])) {
      if (variable.ref) return variable.ref.resource;
      const { text } = variable;
      if (text instanceof Text) return `${fn.stack.id} ${text}`;
      if (text !== undefined) return text;
      // What a parameter gives is not known, but the same words mean the same in one stack.
      const { file, span } = variable.location;
      if (variable.isUnknown) return `${fn.stack.id} ${file.slice(span)}`;
    }
  }
  return undefined;
}

const WRITES = /^(?:PutItem|UpdateItem|Put|Update|GetItem|DeleteItem|Query)$/i;

/** A field that says whose an item is, in what functions of the application write into the table or ask it for. */
function ownerWritten(handlers: readonly Handler[], table: string): Ownership['told'] {
  for (const handler of handlers) {
    for (const operation of handler.operations.operations) {
      if (!WRITES.test(operation.name) || tableOf(handler, operation) !== table) continue;
      for (const [path, argument] of operation.resources) {
        const [, where, field = ''] = /^(Item|Key|ExpressionAttributeValues)\.:?([\w-]+)$/.exec(path) ?? [];
        const isOwner = OWNER.test(field) && (where === 'Item' || OF_CALLER.test(field));
        if (isOwner && !isFixed(argument)) return { field, by: handler.name, how: 'uses' };
      }
    }
  }
  return undefined;
}

function isFixed({ kind }: OperationArgument): boolean {
  return kind === 'literal' || kind === 'environment';
}

function ownerIndexed(cloud: Cloud, table: string): Ownership['told'] {
  const resource = cloud.get(table);
  for (const definition of resource?.read(['AttributeDefinitions']).flatMap((all) => all.items()) ?? []) {
    const [name] = resource?.isA('AWS::DynamoDB::Table') ? entriesOf(definition, 'AttributeName') : [];
    if (name !== undefined && OWNER.test(name))
      return { field: name, by: resource?.logicalId ?? '', how: 'has an index by' };
  }
  return undefined;
}

function entriesOf(
  property: { entries(): [string, { readonly string: string | undefined }][] },
  key: string,
): string[] {
  return property
    .entries()
    .flatMap(([name, value]) => (name === key && value.string !== undefined ? [value.string] : []));
}

/** The table of a statement of SQL, by its text at the call. */
function tableIn({ call }: Flow): string | undefined {
  const text = call.file.text.slice(call.span.start, Math.min(call.span.end, call.span.start + 2000));
  return /\b(?:from|update)\s{1,9}["'`]?(?:\w{1,60}\.)?(\w{1,60})/i.exec(text)?.[1]?.toLowerCase();
}

const COLUMNS = /\binsert\s{1,9}into\s{1,9}["'`]?(?:\w{1,60}\.)?(\w{1,60})["'`]?\s{0,9}\(([^()]{1,600})\)/gi;

function ownerInserted(handlers: readonly Handler[], table: string): Ownership['told'] {
  for (const handler of handlers) {
    for (const { text } of handler.files) {
      for (const [, into = '', columns = ''] of text.matchAll(COLUMNS)) {
        if (into.toLowerCase() !== table) continue;
        const field = columns
          .split(',')
          .map((one) => one.replace(/["'`\s]/g, ''))
          .find((one) => OWNER.test(one));
        if (field !== undefined) return { field, by: handler.name, how: 'uses' };
      }
    }
  }
  return undefined;
}

/** What is picked, by the route, the table's name or the statement: `order` of `/orders/{id}`. */
function nounOf(
  handler: Handler,
  { source }: Flow,
  operation: Operation | undefined,
  sqlTable?: string,
): string | undefined {
  const given = operation?.resources.get('TableName');
  const names = [
    ...handler.triggers.flatMap(({ entry }) => segmentBefore(entry?.route?.path ?? '', source.path.at(-1) ?? '')),
    ...(given?.kind === 'environment' ? [given.name] : given?.kind === 'literal' ? [given.text] : []),
    ...(sqlTable === undefined ? [] : [sqlTable]),
  ];
  for (const name of names) {
    for (const word of wordsOf(name)) if (PERSONAL.test(word)) return word;
  }
  return undefined;
}

/** The piece of a path that names what the parameter picks; the last one that is fixed, where it is no parameter of the path. */
function segmentBefore(path: string, parameter: string): readonly string[] {
  const pieces = path.split('/').filter((one) => one !== '');
  const at = pieces.indexOf(`{${parameter}}`);
  const before = at === -1 ? pieces : pieces.slice(0, at);
  const name = before.filter((one) => !one.startsWith('{')).at(-1);
  return name === undefined ? [] : [name];
}

/** The words of a name, each in the singular: `ORDERS_TABLE` is `order`, `table`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) =>
      word
        .replace(/ies$/, 'y')
        .replace(/(ss)es$/, '$1')
        .replace(/([^s])s$/, '$1'),
    );
}
