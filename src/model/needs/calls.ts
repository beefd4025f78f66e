import type { Cloud } from '#model/cloud';
import { actionsOf, iamAction } from '#model/iam-action';
import { type PassedText, passed } from '#model/needs/argument';
import { neededArn, type Place } from '#model/needs/arns';
import { encryptionNeeds } from '#model/needs/encryption';
import { KINDS, type Kind } from '#model/needs/kinds';
import type { Abstention, NeededArn, NeededOn, NeededPermission, Needs } from '#model/needs/need';
import { worksForCaller } from '#model/needs/on-behalf';
import { OPERATION_ACTIONS, OPERATION_FAMILIES } from '#model/needs/operation-actions';
import type { FunctionOperations, Operation, OperationArgument } from '#model/operations';
import type { Resource } from '#model/resource';
import { type SdkClient, sdkClient } from '#model/sdk-client';
import { partsOf, Text } from '#model/text';

type Fn = Resource<'AWS::Lambda::Function'>;

/** What a function's role has to give for the calls that its code makes. */
export function needsOfCalls(cloud: Cloud, fn: Fn, { operations, gaps }: FunctionOperations): Needs {
  const permissions: NeededPermission[] = [];
  const abstentions: Abstention[] = gaps.map(({ why, at, service }) => {
    const prefix = service === undefined ? undefined : sdkClient(service)?.prefix;
    return { kind: 'code', why, at, ...(prefix === undefined ? {} : { service: prefix }) };
  });
  for (const operation of operations) {
    const needed = needsOfOperation(cloud, fn, operation);
    permissions.push(...needed.permissions);
    abstentions.push(...needed.abstentions);
  }
  return { permissions, abstentions };
}

function needsOfOperation(cloud: Cloud, fn: Fn, operation: Operation): Needs {
  const { service, name, at } = operation;
  const client = sdkClient(service);
  if (!client) {
    const why = `${service} is no client of the SDK that is known`;
    return { permissions: [], abstentions: [{ kind: 'operation', why, at }] };
  }
  // Answered without a permission of the role, or by a service that IAM does not know.
  if (client.prefix === undefined) return { permissions: [], abstentions: [] };
  const wanted = actionsFor(client, client.prefix, operation);
  if (!wanted) {
    const why = `which permission ${client.prefix} asks for ${name} is not known`;
    return { permissions: [], abstentions: [{ kind: 'operation', why, at, service: client.prefix }] };
  }
  const calls = wanted.flatMap((one) => permissionsFor(cloud, fn, operation, one));
  const permissions = [...calls, ...encryptionNeeds(cloud, calls)];
  if (!worksForCaller(client.prefix, name, wanted)) return { permissions, abstentions: [] };
  const why = `what ${client.prefix} asks its caller for besides in ${name} is not known`;
  return { permissions, abstentions: [{ kind: 'operation', why, at }] };
}

/** An action that an operation asks for. */
interface Wanted {
  readonly action: string;
  readonly conditional: boolean;
  /** The parameter that names the resource, where it is not one of the kind's usual. */
  readonly parameter?: string;
}

const byOperation: ReadonlyMap<string, string> = new Map(
  Object.entries(OPERATION_ACTIONS).map(([key, actions]) => [key.toLowerCase(), actions]),
);

/** Calls that create things may tag them. */
const CREATING = /^(?:create|put|register|run|start)/i;
const TAGS = ['Tags', 'tags', 'TagSpecifications'];

function actionsFor(client: SdkClient, prefix: string, operation: Operation): readonly Wanted[] | undefined {
  const name = operation.name.toLowerCase();
  const same = iamAction(`${prefix}:${name}`);
  if (client.open.has(name)) return same ? [{ action: `${prefix}:${same.name}`, conditional: true }] : [];
  const partiql = prefix === 'dynamodb' ? partiqlActions(operation) : undefined;
  if (partiql) return partiql;
  const known = byOperation.get(`${prefix}:${name}`);
  const family = OPERATION_FAMILIES.find(([service, pattern]) => service === prefix && pattern.test(name));
  const verb = client.verbs.get(name);
  const own = same ? `${prefix}:${same.name}` : verb && `${prefix}:${verb}`;
  const text = known ?? (own === undefined ? undefined : (family?.[2] ?? '=').replace('=', own));
  if (text === undefined) return undefined;
  const wanted = text.split(' ').flatMap((token) => wantedBy(token, operation));
  const first = wanted.filter(({ conditional }) => !conditional);
  return [...wanted, ...first.flatMap(({ action }) => extras(action, operation))];
}

function wantedBy(token: string, operation: Operation): readonly Wanted[] {
  const [, optional, action = '', when, parameter, unless] =
    /^(\??)([^~@/]+)(?:~([^@/]+))?(?:@([^/]+))?(?:\/(.+))?$/.exec(token) ?? [];
  const on = parameter === undefined ? {} : { parameter };
  const isAnothers = unless !== undefined && (!operation.wholeInput || isPassed(operation, unless));
  if (optional === '?' || isAnothers) return [{ action, conditional: true, ...on }];
  if (when === undefined) return [{ action, conditional: false, ...on }];
  if (when.split(',').some((one) => isPassed(operation, one))) return [{ action, conditional: false, ...on }];
  return operation.wholeInput ? [] : [{ action, conditional: true, ...on }];
}

function isPassed({ resources }: Operation, parameter: string): boolean {
  return [...resources.keys()].some((key) => key === parameter || key.startsWith(`${parameter}.`));
}

/** What IAM may ask for besides, as far as a call's parameters leave it open. */
function extras(action: string, operation: Operation): readonly Wanted[] {
  const [prefix = ''] = action.split(':');
  const roles = prefix === 'sts' ? [] : [...operation.resources.keys()].filter((key) => /role(?:arn)?$/i.test(key));
  const creating = CREATING.test(operation.name);
  const tags = creating && (!operation.wholeInput || TAGS.some((key) => isPassed(operation, key)));
  return [
    ...roles.map((parameter) => ({ action: 'iam:PassRole', conditional: true, parameter })),
    ...(tags ? taggingOf(prefix).map((tagging) => ({ action: tagging, conditional: true })) : []),
    ...(creating && !operation.wholeInput ? [{ action: 'iam:PassRole', conditional: true }] : []),
  ];
}

/** What a service calls the action that tags what is made: `TagResource`, `CreateTags`, `AddTagsToResource`, `TagRole`. */
function taggingOf(prefix: string): readonly string[] {
  return [...(actionsOf(prefix)?.values() ?? [])]
    .filter(({ name }) => /^(?:Tag|CreateTags|CreateOrUpdateTags|AddTags)/.test(name))
    .map(({ name }) => `${prefix}:${name}`);
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html */
const PARTIQL: ReadonlyMap<string, string> = new Map([
  ['select', 'dynamodb:PartiQLSelect'],
  ['insert', 'dynamodb:PartiQLInsert'],
  ['update', 'dynamodb:PartiQLUpdate'],
  ['delete', 'dynamodb:PartiQLDelete'],
]);
const PARTIQL_OPERATIONS = new Set(['executestatement', 'batchexecutestatement', 'executetransaction']);
const STATEMENTS = ['Statement', 'Statements.Statement', 'TransactStatements.Statement'];

function partiqlActions({ name, resources }: Operation): readonly Wanted[] | undefined {
  if (!PARTIQL_OPERATIONS.has(name.toLowerCase())) return undefined;
  const texts = STATEMENTS.flatMap((key) => startsOf(resources.get(key)));
  const verbs = texts.map((text) => PARTIQL.get(/^\s{0,20}([a-z]+)\s/i.exec(text ?? '')?.[1]?.toLowerCase() ?? ''));
  if (verbs.length === 0 || !verbs.every((action) => action !== undefined))
    return [...PARTIQL.values()].map((action) => ({ action, conditional: true }));
  return [...new Set(verbs)].map((action) => ({ action, conditional: false }));
}

/** How the texts of an argument begin; undefined for what is not known. */
function startsOf(argument: OperationArgument | undefined): readonly (string | undefined)[] {
  if (!argument) return [];
  if (argument.kind === 'several') return argument.of.flatMap(startsOf);
  if (argument.kind === 'joined') return startsOf(argument.parts[0]);
  return [argument.kind === 'literal' ? argument.text : argument.kind === 'unknown' ? argument.starts : undefined];
}

function permissionsFor(cloud: Cloud, fn: Fn, operation: Operation, wanted: Wanted): readonly NeededPermission[] {
  const conditional = wanted.conditional || operation.otherCredentials === true || operation.occasional === true;
  const base = {
    action: spelled(wanted.action),
    reason: { kind: 'call', operation },
    at: operation.at,
    certain: operation.certain && !conditional,
  } as const;
  return resourcesFor(cloud, fn, operation, wanted).map(({ on, conditional: facet }) => ({
    ...base,
    class: conditional || facet ? 'conditional' : 'required',
    on,
  }));
}

function spelled(action: string): string {
  const known = iamAction(action);
  return known ? `${known.service}:${known.name}` : action;
}

interface Facet {
  readonly on: NeededOn;
  readonly conditional?: boolean;
}

const unknown = (why: string): readonly Facet[] => [{ on: { kind: 'unknown', why } }];

/** What an action is needed on, one entry for each resource. */
function resourcesFor(cloud: Cloud, fn: Fn, operation: Operation, wanted: Wanted): readonly Facet[] {
  const action = iamAction(wanted.action);
  if (!action) return unknown('the action is a pattern');
  if (action.resourceTypes.length === 0) return [{ on: { kind: 'every' } }];
  const id = `${action.service}:${action.name}`;
  // A phone number is no resource: https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html
  if (id === 'sns:Publish' && isPassed(operation, 'PhoneNumber')) return [{ on: { kind: 'every' } }];
  if (id === 'events:PutEvents' && operation.wholeInput && !isPassed(operation, 'Entries.EventBusName'))
    return defaultBus(operation);
  const kinds = KINDS.filter((kind) => {
    const [service, type = ''] = kind.id.split(':');
    return service === action.service && action.resourceTypes.includes(type);
  });
  if (kinds.length === 0) return unknown(`resources of ${action.service} are not followed`);
  for (const kind of kinds) {
    const named = argumentFor(operation, kind, wanted.parameter);
    if (named) return facetsOf(cloud, fn, operation, id, kind, named);
  }
  return unknown(`what it is called on is not seen`);
}

const EVENT_BUS = KINDS.find(({ id }) => id === 'events:event-bus');

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html */
function defaultBus({ otherRegion }: Operation): readonly Facet[] {
  const named = { text: 'default', written: 'default' };
  const arn =
    EVENT_BUS &&
    neededArn({ cloud: undefined, stack: '', anyRegion: otherRegion === true, isArn: false }, EVENT_BUS, named);
  return arn && !('unknown' in arn) ? [{ on: { kind: 'arns', arns: [arn] } }] : unknown('the default bus');
}

interface Named {
  readonly parameter: string;
  readonly argument: OperationArgument;
}

function argumentFor({ resources }: Operation, kind: Kind, parameter: string | undefined): Named | undefined {
  for (const name of parameter === undefined ? kind.parameters : [parameter, `${parameter}.Bucket`]) {
    const argument = resources.get(name);
    if (argument) return { parameter: name, argument };
  }
  return undefined;
}

function facetsOf(
  cloud: Cloud,
  fn: Fn,
  operation: Operation,
  action: string,
  kind: Kind,
  { parameter, argument }: Named,
): readonly Facet[] {
  const given = passed(cloud, fn, argument);
  if ('unknown' in given) return unknown(`${parameter} ${given.unknown}`);
  const place: Place = {
    cloud,
    stack: fn.stack.id,
    anyRegion: operation.otherRegion === true,
    isArn: /Arn$/i.test(parameter),
  };
  return given.texts.flatMap((one) => {
    const arn = neededArn(place, kind, parameter === 'CopySource' ? bucketOf(one) : one);
    if ('unknown' in arn) return unknown(`${parameter} ${arn.unknown}`);
    return around(operation, action, arn);
  });
}

/** `bucket/key`: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
function bucketOf({ text, written }: PassedText): PassedText {
  const cut = (whole: string | Text): string | Text => {
    const parts = partsOf(whole).map((part, at) =>
      at === 0 && typeof part === 'string' ? part.replace(/^\//, '') : part,
    );
    const end = parts.findIndex((part) => typeof part === 'string' && part.includes('/'));
    if (end === -1) return whole;
    return Text.of([...parts.slice(0, end), String(parts[end]).split('/')[0] ?? '']);
  };
  return written === undefined ? { text: cut(text) } : { text: cut(text), written: cut(written) };
}

const INDEXED = new Set(['dynamodb:Query', 'dynamodb:Scan', 'dynamodb:PartiQLSelect']);

/** What belongs to a resource and is named beside it: indexes of a table, qualifiers of a function, parameters of a path. */
function around(operation: Operation, action: string, arn: NeededArn): readonly Facet[] {
  const on = (...arns: readonly NeededArn[]): NeededOn => ({ kind: 'arns', arns });
  if (INDEXED.has(action)) {
    const index = operation.resources.get('IndexName');
    const name = index?.kind === 'literal' ? index.text : '*';
    if (index) return [{ on: on(after(arn, `/index/${name}`)) }, { on: on(arn), conditional: true }];
    return operation.wholeInput ? [{ on: on(arn) }] : [{ on: on(arn, after(arn, '/index/*')) }];
  }
  // A data source has an ARN of its own, within its index, and IAM asks for both.
  if (action.startsWith('kendra:') && (iamAction(action)?.resourceTypes.length ?? 0) > 1)
    return [{ on: on(arn, after(arn, '/*')) }];
  if (action === 'lambda:InvokeFunction') {
    const bare = !operation.resources.has('Qualifier');
    if (!bare) return [{ on: on(after(arn, ':*')) }, { on: on(arn), conditional: true }];
    return operation.wholeInput ? [{ on: on(arn) }] : [{ on: on(arn, after(arn, ':*')) }];
  }
  if (action === 'ssm:GetParametersByPath') {
    const end = partsOf(arn.arn).at(-1);
    return [{ on: on(arn, after(arn, typeof end === 'string' && end.endsWith('/') ? '*' : '/*')) }];
  }
  return [{ on: on(arn) }];
}

function after(arn: NeededArn, text: string): NeededArn {
  const longer = (of: string | Text): string | Text => Text.of([...partsOf(of), text]);
  const { target } = arn;
  return {
    arn: longer(arn.arn),
    ...(arn.written === undefined ? {} : { written: longer(arn.written) }),
    ...(target ? { target } : {}),
  };
}
