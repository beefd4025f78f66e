import {
  asMap,
  callOf,
  change,
  choose,
  eachBranch,
  emptyMap,
  entriesOf,
  get,
  isTrue,
  isTruthy,
  literal,
  mapOf,
  node,
  type Plain,
  refOf,
  scalar,
  withEntry,
} from '#frameworks/cloudformation/nodes';
import { type Event, eventsOf } from '#frameworks/sam/event';
import { conditionOf, type Declared, type Scope } from '#frameworks/sam/scope';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** The method of OpenAPI documents of API Gateway that takes every method without a route of its own. */
export const ANY_METHOD = 'x-amazon-apigateway-any-method';
export const INTEGRATION = 'x-amazon-apigateway-integration';

/** An API of the template, while its OpenAPI document is put together from the events of functions and state machines. */
export interface ApiDraft {
  readonly declared: Declared;
  readonly kind: 'rest' | 'http';
  /** Made by SAM for events that name no API. */
  readonly implicit: boolean;
  /** SAM writes the document; otherwise the author did. */
  readonly managed: boolean;
  body: DataNode | undefined;
  readonly routes: Route[];
  /** The function that takes the default route of an HTTP API. */
  defaultRouteOf?: string;
  routeSettings: DataNode | undefined;
}

/** One path and method, and the event that it comes from. */
export interface Route {
  readonly event: Event;
  readonly path: string;
  /** As written, in lower case. */
  readonly method: string;
}

export const IMPLICIT = { rest: 'ServerlessRestApi', http: 'ServerlessHttpApi' } as const;
const EVENT_KIND: Readonly<Record<string, 'rest' | 'http'>> = { Api: 'rest', HttpApi: 'http' };
const API_KIND: Readonly<Record<string, 'rest' | 'http'>> = {
  'AWS::Serverless::Api': 'rest',
  'AWS::Serverless::HttpApi': 'http',
};

/** The logical ID of the API that an event belongs to; undefined when it names one that is not in the template. */
export function apiIdOf(event: Event): string | undefined {
  const kind = EVENT_KIND[event.type];
  if (!kind) return undefined;
  const named = get(event.properties, kind === 'rest' ? 'RestApiId' : 'ApiId');
  if (!named) return IMPLICIT[kind];
  return refOf(named) ?? literal(named);
}

export function isAny(method: string): boolean {
  return method === 'any' || method === ANY_METHOD;
}

/** A method as OpenAPI documents of API Gateway have it. */
export function methodKey(method: string): string {
  return method === 'any' ? ANY_METHOD : method;
}

function skeleton(kind: 'rest' | 'http', properties: MapNode, at: Span): MapNode {
  const written = get(properties, 'OpenApiVersion');
  // `3.0` is a number in YAML; what counts is how it is written.
  const version = written?.kind === 'scalar' && typeof written.value === 'number' ? written.source : literal(written);
  const three = kind === 'http' || (version !== undefined && /^3(\.\d)?(\.\d)?$/.test(version));
  return mapOf(
    {
      ...(three ? { openapi: kind === 'http' ? '3.0.1' : version } : { swagger: '2.0' }),
      info: { version: '1.0', title: { Ref: 'AWS::StackName' } },
      paths: {},
    },
    at,
  );
}

/**
 * Finds every API of the template and the routes that events add, implicit APIs among them.
 * @param implicit the properties of an implicit API with its section of Globals merged in
 */
export function collectApis(scope: Scope, implicit: (kind: 'rest' | 'http', own: MapNode) => MapNode): void {
  for (const declared of scope.declared.values()) {
    const kind = API_KIND[declared.type];
    if (kind) scope.apis.set(declared.id, draft(declared, kind, false));
  }
  for (const owner of scope.declared.values()) {
    if (owner.type !== 'AWS::Serverless::Function' && owner.type !== 'AWS::Serverless::StateMachine') continue;
    for (const event of eventsOf(owner)) addRoute(event, scope, implicit);
  }
  for (const api of scope.apis.values()) if (api.managed) addPaths(api);
}

function draft(declared: Declared, kind: 'rest' | 'http', implicit: boolean): ApiDraft {
  const { properties } = declared;
  const written = get(properties, 'DefinitionBody');
  const managed = !isTruthy(written) && !isTruthy(get(properties, 'DefinitionUri'));
  return {
    declared,
    kind,
    implicit,
    managed,
    body: managed ? skeleton(kind, properties, declared.at) : written,
    routes: [],
    routeSettings: get(properties, 'RouteSettings'),
  };
}

function addRoute(event: Event, scope: Scope, implicit: (kind: 'rest' | 'http', own: MapNode) => MapNode): void {
  const kind = EVENT_KIND[event.type];
  const id = apiIdOf(event);
  if (!kind || id === undefined) return;
  let path = literal(get(event.properties, 'Path'));
  let method = literal(get(event.properties, 'Method'))?.toLowerCase();
  if (kind === 'http' && path === undefined && method === undefined) {
    path = '$default';
    method = ANY_METHOD;
  }
  if (path === undefined || method === undefined) {
    scope.tell(
      event.at,
      `The event ${event.name} of ${event.owner.id} needs a Path and a Method: its route was left out.`,
    );
    return;
  }
  let api = scope.apis.get(id);
  if (!api && id === IMPLICIT[kind]) {
    const own = kind === 'rest' ? mapOf({ StageName: 'Prod' }, event.owner.at) : emptyMap(event.owner.at);
    const properties = implicit(kind, own);
    const { at, extent } = event.owner;
    const type = kind === 'rest' ? 'AWS::Serverless::Api' : 'AWS::Serverless::HttpApi';
    const made: Declared = { id, type, at, extent, node: emptyMap(at), properties, madeFor: event.owner.id };
    api = draft(made, kind, true);
    scope.apis.set(id, api);
  }
  const route: Route = { event, path, method };
  scope.routes.set(event, route);
  if (!api || api.kind !== kind) return;
  api.routes.push(route);
  if (path === '$default' && isAny(method)) api.defaultRouteOf = event.owner.id;
  const settings = get(event.properties, 'RouteSettings');
  if (settings) addRouteSettings(api, route, settings);
}

function addRouteSettings(api: ApiDraft, { event, path, method }: Route, settings: DataNode): void {
  const key = method === ANY_METHOD ? path : `${method.toUpperCase()} ${path}`;
  const condition = conditionOf(event.owner);
  const added = condition === undefined ? settings : node(choose(condition, settings), settings.span);
  const all = asMap(api.routeSettings) ?? emptyMap(settings.span);
  const before = asMap(get(all, key));
  let merged: DataNode = added;
  if (before && asMap(added)) {
    merged = before;
    for (const entry of entriesOf(added)) merged = withEntry(merged as MapNode, entry.key, entry.value, entry.keySpan);
  }
  api.routeSettings = withEntry(all, key, merged, event.at);
}

/** Adds the paths of all routes, those under conditions only together with them. */
function addPaths(api: ApiDraft): void {
  let body = asMap(api.body) ?? emptyMap(api.declared.at);
  const byPath = new Map<string, Route[]>();
  for (const route of api.routes) byPath.set(route.path, [...(byPath.get(route.path) ?? []), route]);
  for (const [path, routes] of byPath) {
    const [first] = routes;
    if (!first) continue;
    const at = get(first.event.properties, 'Path')?.span ?? first.event.at;
    let item: DataNode = emptyMap(at);
    for (const { method, event } of routes)
      item = withEntry(item as MapNode, methodKey(method), emptyMap(event.at), event.at);
    const conditions = new Set(routes.map(({ event }) => conditionOf(event.owner)));
    if (!conditions.has(undefined)) {
      const names = [...conditions].filter((name) => name !== undefined).sort();
      const [only] = names;
      if (only !== undefined) {
        const name =
          names.length === 1
            ? only
            : `${api.declared.id}${path.replaceAll('/', 'SLASH').replaceAll('{', 'OB').replaceAll('}', 'CB')}PathCondition`;
        item = node(choose(name, item), at);
      }
    }
    body = change(body, ['paths', path], at, () => item);
  }
  api.body = body;
}

/** The condition under which an implicit API exists: when any function with a route does. */
export function implicitAttributes(api: ApiDraft): readonly DataEntry[] {
  const { at, id } = api.declared;
  const attributes: DataEntry[] = [];
  const conditions = new Set(api.routes.map(({ event }) => conditionOf(event.owner)));
  if (!conditions.has(undefined) && conditions.size > 0) {
    const names = [...conditions].filter((name) => name !== undefined).sort();
    const name = names.length === 1 && names[0] !== undefined ? names[0] : `${id}Condition`;
    attributes.push({ key: 'Condition', keySpan: at, value: scalar(name, at) });
  }
  for (const key of ['DeletionPolicy', 'UpdateReplacePolicy']) {
    const values = new Set(api.routes.map(({ event }) => literal(get(event.owner.node, key))));
    const value = ['Retain', 'Snapshot', 'Delete'].find((one) => values.has(one));
    if (value !== undefined) attributes.push({ key, keySpan: at, value: scalar(value, at) });
  }
  return attributes;
}

/** Changes one path and method in an API's document, in every branch of the conditions around it. */
export function changeMethod(
  body: DataNode,
  path: string,
  method: string,
  at: Span,
  edit: (definition: MapNode) => DataNode,
): DataNode {
  const map = asMap(body);
  if (!map) return body;
  const key = methodKey(method);
  return change(map, ['paths', path], at, (item) =>
    eachBranch(item ?? emptyMap(at), (branch) => {
      const methods = asMap(branch);
      if (!methods) return branch;
      const definition = get(methods, key) ?? emptyMap(at);
      const changed = eachBranch(definition, (one) => (asMap(one) ? edit(one as MapNode) : one));
      return withEntry(methods, key, changed, at);
    }),
  );
}

/** Changes every method of an API's document that has an integration. */
export function changeMethods(
  body: DataNode,
  edit: (definition: MapNode, method: string, path: string) => DataNode,
): DataNode {
  const paths = asMap(get(body, 'paths'));
  const map = asMap(body);
  if (!map || !paths) return body;
  const changed = paths.entries.map((item) => ({
    ...item,
    value: eachBranch(item.value, (branch) => {
      const methods = asMap(branch);
      if (!methods) return branch;
      return {
        ...methods,
        entries: methods.entries.map((entry) =>
          NOT_METHODS.has(entry.key)
            ? entry
            : {
                ...entry,
                value: eachBranch(entry.value, (one) =>
                  asMap(one) && isTruthy(get(one, INTEGRATION)) ? edit(one as MapNode, entry.key, item.key) : one,
                ),
              },
        ),
      };
    }),
  }));
  return withEntry(map, 'paths', { ...paths, entries: changed });
}

/** Keys of a path item that are not methods. */
const NOT_METHODS: ReadonlySet<string> = new Set(['parameters', 'summary', 'description', 'servers', '$ref']);

/** Whether a path and method of the document has an integration in every branch. */
export function hasIntegration(body: DataNode | undefined, path: string, method: string): boolean {
  let found = false;
  let missing = false;
  const item = get(body, 'paths', path);
  if (!item) return false;
  eachBranch(item, (branch) => {
    const definition = get(branch, methodKey(method));
    if (!definition) missing = true;
    else
      eachBranch(definition, (one) => {
        if (isTruthy(get(one, INTEGRATION))) found = true;
        return one;
      });
    return branch;
  });
  return found && !missing;
}

/** The URI by which API Gateway invokes a function. */
export function invocationUri(partition: string, arn: Plain, streaming = false): Plain {
  const path = streaming ? ['2021-11-15', 'response-streaming-invocations'] : ['2015-03-31', 'invocations'];
  return {
    'Fn::Sub': `arn:${partition}:apigateway:\${AWS::Region}:lambda:path/${path[0]}/functions/${shorthand(arn)}/${path[1]}`,
  };
}

/** `${Function.Arn}` for the ARN that events name a function by. */
function shorthand(arn: Plain): string {
  const record = arn as { readonly Ref?: string; readonly 'Fn::GetAtt'?: readonly string[] };
  if (record.Ref !== undefined) return `\${${record.Ref}}`;
  return `\${${(record['Fn::GetAtt'] ?? []).join('.')}}`;
}

/** Whether a node can be worked on as an OpenAPI document: not an include or another intrinsic function. */
export function isDocument(body: DataNode | undefined): body is MapNode {
  return body?.kind === 'map' && !callOf(body) && asMap(get(body, 'paths')) !== undefined;
}

/** Whether the author wants the document merged with the events' routes. */
export function merges(api: ApiDraft): boolean {
  return isTrue(get(api.declared.properties, 'MergeDefinitions'));
}
