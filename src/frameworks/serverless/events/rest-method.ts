import { asMap, entriesOf, get, isTruthy, literal, node, type Plain } from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import { dependsOn, invocationUri, joined, origin, PARTITION, REGION } from '#frameworks/serverless/events/event';
import { corsHeaders, headerMap } from '#frameworks/serverless/events/rest-cors';
import type { RestAuthorizer, RestRoute } from '#frameworks/serverless/events/rest-route';
import { authorizerWords, shortRoute } from '#frameworks/serverless/events/route-words';
import { normalized } from '#frameworks/serverless/naming';
import type { Service } from '#frameworks/serverless/service';
import type { DataEntry, DataNode } from '#syntax/document';

/** Source: `api-gateway/lib/method`, https://www.serverless.com/framework/docs/providers/aws/events/apigateway */
const ROWS: readonly Row[] = [
  row('private', 'ApiKeyRequired'),
  row('operationId', 'OperationName'),
  row('authorizer.scopes', 'AuthorizationScopes'),
];

export function authorizerId(name: string): string {
  return `${normalized(name)}ApiGatewayAuthorizer`;
}

/** What a request needs to be let in. Source: `api-gateway/lib/method/authorization.js` */
function authorization(authorizer: RestAuthorizer | undefined): { readonly [key: string]: Plain | undefined } {
  if (!authorizer) return { AuthorizationType: 'NONE' };
  const { at, type, id, open, written, isPool, name } = authorizer;
  if (open) return { AuthorizationType: { Ref: 'UndeclaredAuthorizer' } };
  if (type === 'AWS_IAM' && !id) return { AuthorizationType: node('AWS_IAM', at) };
  const scopes = get(written, 'scopes');
  if (id) {
    const kind = type === 'TOKEN' || type === 'REQUEST' ? 'CUSTOM' : (type ?? 'CUSTOM');
    return {
      AuthorizationType: node(kind, at),
      AuthorizerId: id,
      AuthorizationScopes: kind === 'COGNITO_USER_POOLS' ? scopes : undefined,
    };
  }
  return {
    AuthorizationType: node(isPool ? 'COGNITO_USER_POOLS' : 'CUSTOM', at),
    AuthorizerId: node({ Ref: authorizerId(name) }, at),
    AuthorizationScopes: isPool && isTruthy(scopes) ? scopes : undefined,
  };
}

/** Functions of the service that could authorize, by the logical IDs of the authorizers that they would be. */
function authorizerNames(service: Service): ReadonlyMap<string, string> {
  return new Map([...service.functions.keys()].map((key) => [authorizerId(key), key]));
}

/** What a method is given by its API. */
export interface MethodPlace {
  readonly id: string;
  readonly api: Plain;
  readonly resource: Plain;
  readonly permission: string;
  /** The validator and models that check requests. */
  readonly validation: { readonly [key: string]: Plain | undefined };
}

/** Emits the method of a route. */
export function lowerMethod(service: Service, route: RestRoute, place: MethodPlace): void {
  const { event, settings, authorizer, method } = route;
  const { fn, at } = event;
  const needed = get(settings, 'private');
  const waits = authorizer?.arn ? [authorizerId(authorizer.name)] : event.starts ? [] : [place.permission];
  const parameters: { [key: string]: Plain } = {};
  for (const { name, required } of parametersOf(route)) parameters[name] = required;
  service.generate(
    fn,
    place.id,
    'AWS::ApiGateway::Method',
    {
      HttpMethod: method.toUpperCase(),
      RequestParameters: parameters,
      ResourceId: place.resource,
      RestApiId: place.api,
      OperationName: get(settings, 'operationId'),
      ApiKeyRequired: needed ?? false,
      ...authorization(authorizer),
      Integration: integration(route),
      MethodResponses: responses(route).map(({ code, entry }) => ({
        StatusCode: code,
        ResponseParameters: headerMap(headersOf(route, entry), () => true),
        ResponseModels: {},
      })),
      ...place.validation,
    },
    at,
    {
      ...origin(event, ROWS, {
        short: shortRoute,
        words: authorizerWords('AWS::ApiGateway::Method', authorizerNames(service)),
      }),
      attributes: dependsOn(at, ...waits, fn.alias?.logicalId),
    },
  );
}

/** One parameter of a request: `method.request.header.X-Id`. */
interface Parameter {
  readonly name: string;
  readonly required: Plain;
  readonly isRequired: boolean;
  readonly mapped: DataNode | undefined;
}

export function parametersOf({ settings }: RestRoute): readonly Parameter[] {
  const parameters = get(settings, 'request', 'parameters');
  return [
    ['querystrings', 'querystring'],
    ['paths', 'path'],
    ['headers', 'header'],
  ].flatMap(([key = '', word = '']) =>
    entriesOf(get(parameters, key)).map((entry) => {
      const map = asMap(entry.value);
      const required: Plain = map ? (get(map, 'required') ?? true) : entry.value;
      return {
        name: `method.request.${word}.${entry.key}`,
        required,
        isRequired: map ? literal(get(map, 'required')) !== 'false' : isTruthy(entry.value),
        mapped: get(map, 'mappedValue'),
      };
    }),
  );
}

function integration(route: RestRoute): Plain {
  const { event, settings, integration: type, method } = route;
  const { fn, starts } = event;
  if (starts)
    return {
      IntegrationHttpMethod: 'POST',
      Type: 'AWS',
      Credentials: starts.role,
      Uri: joined('arn:', PARTITION, ':apigateway:', REGION, `:states:action/${starts.action}`),
      PassthroughBehavior: get(settings, 'action') ? 'WHEN_NO_TEMPLATES' : 'NEVER',
      RequestTemplates: asMap(get(settings, 'request', 'template')),
      IntegrationResponses: integrationResponses(route),
    };
  const request = get(settings, 'request');
  const isHttp = type === 'HTTP' || type === 'HTTP_PROXY';
  const isTemplated = type === 'AWS' || type === 'HTTP' || type === 'MOCK';
  const verb = isHttp ? (literal(get(request, 'method')) ?? method).toUpperCase() : 'POST';
  const own = type === 'HTTP_PROXY' ? method.toUpperCase() : verb;
  const connection = isHttp ? literal(get(settings, 'connectionType')) : undefined;
  return {
    IntegrationHttpMethod: own,
    Type: type,
    Uri: isHttp
      ? get(request, 'uri')
      : type === 'MOCK'
        ? undefined
        : fn.alias
          ? aliasUri(fn.logicalId, fn.alias.name)
          : invocationUri(fn.target),
    ConnectionType: connection?.toUpperCase().replace('-', '_'),
    ConnectionId: connection === undefined ? undefined : get(settings, 'connectionId'),
    PassthroughBehavior: isTemplated
      ? (get(request, 'passThrough') ?? (type === 'AWS' ? 'NEVER' : undefined))
      : undefined,
    ContentHandling: isTemplated ? get(request, 'contentHandling') : undefined,
    RequestTemplates: isTemplated ? get(request, 'template') : undefined,
    IntegrationResponses: isTemplated ? integrationResponses(route) : undefined,
    RequestParameters: requestParameters(route, type),
  };
}

function integrationResponses(route: RestRoute): Plain {
  return responses(route).map(({ code, entry, pattern }) => ({
    StatusCode: code,
    SelectionPattern: get(entry?.value, 'pattern') ?? pattern ?? '',
    ResponseParameters: headerMap(headersOf(route, entry), (value) => value),
    ResponseTemplates: templatesOf(route, entry),
    ContentHandling: code.startsWith('2') ? get(route.settings, 'response', 'contentHandling') : undefined,
  }));
}

function aliasUri(logicalId: string, alias: string): Plain {
  const path = ':lambda:path/2015-03-31/functions/';
  return joined(
    'arn:',
    PARTITION,
    ':apigateway:',
    REGION,
    path,
    { 'Fn::GetAtt': [logicalId, 'Arn'] },
    ':',
    alias,
    '/invocations',
  );
}

function requestParameters(route: RestRoute, type: string): Plain | undefined {
  const isAsync = isTruthy(get(route.settings, 'async'));
  const parameters = type === 'AWS' || type === 'HTTP' || type === 'HTTP_PROXY' || isAsync ? parametersOf(route) : [];
  if (parameters.length === 0 && !isAsync) return undefined;
  const made: { [key: string]: Plain } = {};
  for (const { name, mapped } of parameters) made[`integration.${name.slice('method.'.length)}`] = mapped ?? name;
  if (isAsync) made['integration.request.header.X-Amz-Invocation-Type'] = "'Event'";
  return made;
}

interface Response {
  readonly code: string;
  readonly entry: DataEntry | undefined;
  readonly pattern?: string;
}

/** What the framework tells apart in what a function returns, where the event does not. Source: `api-gateway/lib/validate.js` */
const STATUS_CODES: readonly Response[] = ['200', '400', '401', '403', '404', '422', '500', '502', '504'].map(
  (code) => ({
    code,
    entry: undefined,
    pattern: code === '200' ? '' : patternOf(code),
  }),
);

function patternOf(code: string): string {
  if (code === '500') return '[\\s\\S]*(Process\\s?exited\\s?before\\s?completing\\s?request|\\[500\\])[\\s\\S]*';
  if (code === '504') return '([\\s\\S]*\\[504\\][\\s\\S]*)|(.*Task timed out after \\d+\\.\\d+ seconds$)';
  return `[\\s\\S]*\\[${code}\\][\\s\\S]*`;
}

/** What starting a state machine answers. */
const STARTED: readonly Response[] = [
  { code: '200', entry: undefined, pattern: '' },
  { code: '400', entry: undefined, pattern: '400' },
];

/** The responses of an integration with templates. */
function responses({ event, settings, integration: type }: RestRoute): readonly Response[] {
  if (event.starts) return STARTED;
  if (type === 'AWS_PROXY' || type === 'HTTP_PROXY') return [];
  const response = asMap(get(settings, 'response'));
  if (!response && type !== 'AWS') return [];
  const written = entriesOf(get(response, 'statusCodes'));
  if (written.length === 0) return type === 'MOCK' ? [] : STATUS_CODES;
  const own: Response[] = written.map((entry) => ({ code: entry.key, entry }));
  if (type === 'MOCK' || written.some((entry) => literal(get(entry.value, 'pattern')) === '')) return own;
  return [{ code: '200', entry: undefined, pattern: '' }, ...own.filter(({ code }) => code !== '200')];
}

function headersOf(route: RestRoute, entry: DataEntry | undefined): { readonly [key: string]: DataNode } {
  const headers: { [key: string]: DataNode } = { ...corsHeaders(route.cors, route.cors?.at ?? route.event.at) };
  for (const source of [get(route.settings, 'response', 'headers'), get(entry?.value, 'headers')])
    for (const header of entriesOf(source)) headers[header.key] = header.value;
  return headers;
}

function templatesOf({ settings }: RestRoute, entry: DataEntry | undefined): Plain {
  const made: { [key: string]: Plain } = {};
  const shared = get(settings, 'response', 'template');
  if (shared) made['application/json'] = shared;
  const own = get(entry?.value, 'template');
  if (own?.kind === 'scalar') made['application/json'] = own;
  else for (const one of entriesOf(own)) made[one.key] = one.value;
  return made;
}
