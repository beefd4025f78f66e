import {
  callOf,
  dataOf,
  get,
  isNull,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  scalar,
} from '#frameworks/cloudformation/nodes';
import type { Row } from '#frameworks/cloudformation/rows';
import { ROLE } from '#frameworks/serverless/naming';
import type { Origin, Service, ServiceEvent, ServiceFunction, Source } from '#frameworks/serverless/service';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/*
 * What all kinds of events share. Source of what each becomes: `lib/plugins/aws/package/compile/events` of serverless 3.40.0.
 */

/** The events of some types over all functions, functions in the order written; those without a value are left out. */
export function eventsOfType(service: Service, ...types: readonly string[]): readonly FilledEvent[] {
  const found: FilledEvent[] = [];
  for (const fn of service.functions.values())
    for (const event of fn.events) {
      const { value } = event;
      if (types.includes(event.type) && value && !isNull(value) && !isFalse(value)) found.push({ ...event, value });
    }
  return found;
}

/** An event with something to say. */
export type FilledEvent = ServiceEvent & {
  readonly value: DataNode;
  /** For an event of a state machine, which stands in the function's place: how API Gateway starts it. */
  readonly starts?: { readonly action: string; readonly role: Plain };
};

/** The events of one function each, in order. */
export function byFunction(events: readonly FilledEvent[]): ReadonlyMap<ServiceFunction, readonly FilledEvent[]> {
  const groups = new Map<ServiceFunction, FilledEvent[]>();
  for (const event of events) {
    const group = groups.get(event.fn);
    if (group) group.push(event);
    else groups.set(event.fn, [event]);
  }
  return groups;
}

/** The settings of an event as a map; the short form is the map with the one setting that it stands for. */
export function settingsOf(event: FilledEvent, short: string): MapNode {
  const { value } = event;
  return value.kind === 'map' && !callOf(value) ? value : mapOf({ [short]: value }, value.span);
}

/**
 * How edits find the event's settings: the rows hold below what stands at its key.
 * @param more the short form's meaning, a single setting's name or a function of its text; and other words for values
 */
export function origin(
  event: FilledEvent,
  rows: readonly Row[],
  more: { readonly short?: string | Source['short']; readonly words?: Source['words'] } = {},
): { readonly origin: Origin } {
  const { short, words } = more;
  const meaning = typeof short === 'string' ? (text: string) => ({ [short]: text }) : short;
  return { origin: [{ base: event.value, rows, ...(meaning ? { short: meaning } : {}), ...(words ? { words } : {}) }] };
}

/** Names of what a resource waits for, as its attribute; none where there is nothing to wait for. */
export function dependsOn(at: Span, ...names: readonly (string | undefined)[]): readonly DataEntry[] {
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? [] : [{ key: 'DependsOn', keySpan: at, value: node(known, at) }];
}

/**
 * Lets a service invoke a function. A permission that the framework ties to no source is nothing that the author of the event
 * wrote or could write.
 */
export function permit(
  service: Service,
  { fn, at }: Pick<ServiceEvent, 'fn' | 'at'>,
  id: string,
  properties: { readonly Principal: Plain; readonly [key: string]: Plain | undefined },
  waits: readonly (string | undefined)[] = [fn.alias?.logicalId],
): void {
  service.emit({
    id,
    type: 'AWS::Lambda::Permission',
    at,
    extent: at,
    properties: mapOf({ FunctionName: fn.target, Action: 'lambda:InvokeFunction', ...properties }, at),
    attributes: dependsOn(at, ...waits),
    generatedBy: properties.SourceArn === undefined ? id : fn.logicalId,
  });
}

export function isFalse(of: DataNode | undefined): boolean {
  return of?.kind === 'scalar' && of.tag === undefined && of.value === false;
}

/** Whether only the deployment knows what a node is. */
export function isOpen(of: DataNode | undefined): boolean {
  return callOf(of) !== undefined;
}

/** `ENABLED`, or `DISABLED` where `enabled` is false; what is not known stays so. */
export function stateOf(enabled: DataNode | undefined, at: Span): DataNode {
  if (enabled && isOpen(enabled)) return enabled;
  return scalar(isFalse(enabled) ? 'DISABLED' : 'ENABLED', enabled?.span ?? at);
}

/** The JSON text of a node, as the framework writes events' inputs and filters; a string is quoted. */
export function jsonOf(of: DataNode): DataNode {
  return scalar(JSON.stringify(dataOf(of)), of.span);
}

/** The filters of a mapping: each pattern as JSON text. */
export function filterCriteria(patterns: DataNode | undefined): Plain | undefined {
  if (!patterns || isOpen(patterns)) return patterns;
  return node({ Filters: itemsOf(patterns).map((pattern) => ({ Pattern: jsonOf(pattern) })) }, patterns.span);
}

/** A list of the one item that is given; none where nothing is. */
export function listOf(item: DataNode | undefined): Plain | undefined {
  return item && node([item], item.span);
}

/** The text of a node, what only the deployment knows left out; undefined where it is no text. */
export function textIn(of: DataNode | undefined): string | undefined {
  const call = callOf(of);
  if (!call) return literal(of);
  const [separator, pieces] = itemsOf(call.argument);
  if (call.name !== 'Fn::Join' || literal(separator) !== '') return undefined;
  return itemsOf(pieces)
    .map((piece) => literal(piece) ?? '')
    .join('');
}

/**
 * What the framework names a resource by when it is made of an ARN: the resource that an intrinsic function names, else what
 * stands after the last separator. `number` stands in for what is not known.
 */
export function nameIn(arn: DataNode | undefined, separator: string, number: number): string {
  const unknown = `Event${number}`;
  const text = textIn(arn);
  if (text !== undefined) return afterLast(text, separator);
  const call = callOf(arn);
  if (!call) return unknown;
  const { name, argument } = call;
  const [first, second] = itemsOf(argument);
  if (name === 'Fn::GetAtt') return literal(first)?.split('.')[0] ?? unknown;
  if (name === 'Ref' || name === 'Fn::ImportValue') return literal(argument) ?? unknown;
  if (name === 'Fn::Join') return afterLast(literal(itemsOf(second).at(-1)) ?? unknown, separator);
  if (name === 'Fn::Sub') return afterLast(literal(first) ?? unknown, separator);
  return unknown;
}

export function afterLast(text: string, separator: string): string {
  return text.slice(text.lastIndexOf(separator) + 1);
}

/** What a custom role is to resources that wait for the function's role. */
export function roleOf(service: Service, fn: ServiceFunction): string | undefined {
  const shared = get(service.provider, 'iam', 'role');
  const isNamed = shared?.kind === 'scalar' || callOf(shared) !== undefined;
  const role = get(fn.node, 'role') ?? (isNamed ? shared : get(service.provider, 'role'));
  if (!role) return ROLE;
  const call = callOf(role);
  if (!call) {
    const text = literal(role);
    return text === undefined || text.includes(':') ? undefined : text;
  }
  return call.name === 'Fn::GetAtt' ? literal(itemsOf(call.argument)[0])?.split('.')[0] : undefined;
}

export const PARTITION: Plain = { Ref: 'AWS::Partition' };
export const REGION: Plain = { Ref: 'AWS::Region' };
export const ACCOUNT: Plain = { Ref: 'AWS::AccountId' };

/** Parts of a text, some of them references. */
export function joined(...parts: readonly Plain[]): Plain {
  return { 'Fn::Join': ['', parts] };
}

/** The ARN of an API's routes. */
export function executeApi(api: Plain, routes: string): Plain {
  return joined('arn:', PARTITION, ':execute-api:', REGION, ':', ACCOUNT, ':', api, routes);
}

/** What API Gateway calls to invoke a function. */
export function invocationUri(target: Plain): Plain {
  return joined(
    'arn:',
    PARTITION,
    ':apigateway:',
    REGION,
    ':lambda:path/2015-03-31/functions/',
    target,
    '/invocations',
  );
}
