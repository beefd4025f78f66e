import {
  asMap,
  callOf,
  entriesOf,
  get,
  isTruthy,
  itemsOf,
  literal,
  node,
  type Plain,
} from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import { apiLogGroup } from '#frameworks/serverless/events/api-logs';
import {
  dependsOn,
  eventsOfType,
  executeApi,
  type FilledEvent,
  invocationUri,
  isOpen,
  origin,
  permit,
} from '#frameworks/serverless/events/event';
import { normalizedPath } from '#frameworks/serverless/events/paths';
import { authorizerWords, shortRoute } from '#frameworks/serverless/events/route-words';
import { normalized } from '#frameworks/serverless/naming';
import type { Service, ServiceFunction, Source } from '#frameworks/serverless/service';
import type { DataEntry, DataNode } from '#syntax/document';

/** Source: `http-api.js`, https://www.serverless.com/framework/docs/providers/aws/events/http-api */
const API = 'HttpApi';
const STAGE = 'HttpApiStage';
const LOG_GROUP = 'HttpApiLogGroup';

const CORS_ROWS: readonly Row[] = [
  row('httpApi.cors.allowedOrigins', 'CorsConfiguration.AllowOrigins'),
  row('httpApi.cors.allowedHeaders', 'CorsConfiguration.AllowHeaders'),
  row('httpApi.cors.allowedMethods', 'CorsConfiguration.AllowMethods'),
  row('httpApi.cors.exposedResponseHeaders', 'CorsConfiguration.ExposeHeaders'),
  row('httpApi.cors.allowCredentials', 'CorsConfiguration.AllowCredentials'),
  row('httpApi.cors.maxAge', 'CorsConfiguration.MaxAge'),
];
const API_ROWS: readonly Row[] = [
  row('httpApi.name', 'Name'),
  row('httpApi.disableDefaultEndpoint', 'DisableExecuteApiEndpoint'),
];
const STAGE_ROWS: readonly Row[] = [
  row('httpApi.metrics', 'DefaultRouteSettings.DetailedMetricsEnabled'),
  row('logs.httpApi.format', 'AccessLogSettings.Format'),
];
const ROUTE_ROWS: readonly Row[] = [row('authorizer.scopes', 'AuthorizationScopes')];
const AUTHORIZER_ROWS: readonly Row[] = [
  row('identitySource', 'IdentitySource'),
  row('issuerUrl', 'JwtConfiguration.Issuer'),
  row('audience', 'JwtConfiguration.Audience'),
  row('resultTtlInSeconds', 'AuthorizerResultTtlInSeconds'),
  row('enableSimpleResponses', 'EnableSimpleResponses'),
];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'OPTIONS', 'HEAD', 'DELETE'] as const;
const HEADERS = [
  'Content-Type',
  'X-Amz-Date',
  'Authorization',
  'X-Api-Key',
  'X-Amz-Security-Token',
  'X-Amz-User-Agent',
  'X-Amzn-Trace-Id',
];
const LOG_FORMAT = JSON.stringify({
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  requestTime: '$context.requestTime',
  httpMethod: '$context.httpMethod',
  routeKey: '$context.routeKey',
  status: '$context.status',
  protocol: '$context.protocol',
  responseLength: '$context.responseLength',
});

interface Route {
  readonly event: FilledEvent;
  /** `ANY` for all. */
  readonly method: string;
  /** `*` for the default route. */
  readonly path: string;
  readonly authorizer: DataNode | undefined;
}

/** Routes of HTTP APIs: `httpApi`, with the API, its stage and its authorizers, which the service shares. */
export function lowerHttpApi(service: Service): void {
  const routes = eventsOfType(service, 'httpApi').flatMap((event) => routeOf(service, event) ?? []);
  const [first] = routes;
  if (!first) return;
  const settings = get(service.provider, 'httpApi');
  const external = get(settings, 'id');
  const id: Plain = external ?? { Ref: API };
  if (!external) {
    lowerApi(service, settings, routes, first.event);
    for (const entry of entriesOf(get(settings, 'authorizers'))) lowerAuthorizer(service, first.event.fn, entry);
  }
  for (const route of routes) lowerRoute(service, route, id, settings);
}

function routeOf(service: Service, event: FilledEvent): Route | undefined {
  const { value, at } = event;
  const text = literal(value);
  const [method, path] =
    text === undefined
      ? [literal(get(value, 'method')) ?? '*', literal(get(value, 'path'))]
      : text === '*'
        ? ['*', '*']
        : text.trim().split(/ +/, 2);
  if (path === undefined || method === undefined) {
    const problem = 'has no method and path that could be read';
    service.tell(at, `The event httpApi of the function ${event.fn.key} ${problem}: it was left out.`);
    return undefined;
  }
  return { event, method: method === '*' ? 'ANY' : method.toUpperCase(), path, authorizer: get(value, 'authorizer') };
}

function lowerApi(
  service: Service,
  settings: DataNode | undefined,
  routes: readonly Route[],
  { fn, at }: FilledEvent,
): void {
  const { provider, stage, name } = service;
  const cors = get(settings, 'cors');
  const tags = get(provider, 'tags');
  const parts = isTruthy(get(settings, 'shouldStartNameWithService')) ? [name, '-', stage] : [stage, '-', name];
  const source = (own: readonly Row[]): readonly Source[] => [{ base: provider, rows: own }];
  service.generate(
    fn,
    API,
    'AWS::ApiGatewayV2::Api',
    {
      Name: get(settings, 'name') ?? service.text(parts, at),
      ProtocolType: 'HTTP',
      DisableExecuteApiEndpoint: get(settings, 'disableDefaultEndpoint'),
      Tags: tags,
      CorsConfiguration: isTruthy(cors) && literal(cors) !== 'false' ? corsOf(cors, routes) : undefined,
    },
    at,
    { origin: source([...API_ROWS, ...CORS_ROWS]) },
  );
  const logs = get(provider, 'logs', 'httpApi');
  const isLogged = isTruthy(logs) && literal(logs) !== 'false';
  if (isLogged) {
    const stack = get(provider, 'stackName') ?? service.text([name, '-', stage], logs.span);
    apiLogGroup(service, LOG_GROUP, service.text(['/aws/http-api/', stack], logs.span), logs.span);
  }
  service.generate(
    fn,
    STAGE,
    'AWS::ApiGatewayV2::Stage',
    {
      ApiId: { Ref: API },
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { DetailedMetricsEnabled: get(settings, 'metrics') ?? false },
      Tags: tags,
      AccessLogSettings: isLogged
        ? node(
            { DestinationArn: { 'Fn::GetAtt': [LOG_GROUP, 'Arn'] }, Format: get(logs, 'format') ?? LOG_FORMAT },
            logs.span,
          )
        : undefined,
    },
    at,
    { origin: source(STAGE_ROWS), attributes: isLogged ? dependsOn(at, LOG_GROUP) : [] },
  );
}

/** `true` allows every origin, the usual headers, and the methods of the routes. */
function corsOf(cors: DataNode, routes: readonly Route[]): Plain {
  if (callOf(cors)) return cors;
  const map = asMap(cors);
  const list = (key: string): Plain | undefined => {
    const given = get(map, key);
    return isOpen(given) || given?.kind === 'list' ? given : given && node([given], given.span);
  };
  const methods = new Set<string>(['OPTIONS']);
  for (const { method } of routes) for (const one of method === 'ANY' ? METHODS : [method]) methods.add(one);
  const credentials = get(map, 'allowCredentials');
  return node(
    {
      AllowCredentials: isTruthy(credentials) ? credentials : undefined,
      AllowHeaders: list('allowedHeaders') ?? HEADERS,
      AllowMethods: list('allowedMethods') ?? [...methods],
      AllowOrigins: list('allowedOrigins') ?? ['*'],
      ExposeHeaders: list('exposedResponseHeaders'),
      MaxAge: get(map, 'maxAge'),
    },
    cors.span,
  );
}

/** The name that an authorizer of `provider.httpApi.authorizers` is made under. */
function nameOf({ key, value }: DataEntry): string {
  return literal(get(value, 'name')) ?? key;
}

function lowerAuthorizer(service: Service, user: ServiceFunction, entry: DataEntry): void {
  const { value, keySpan: at } = entry;
  const name = nameOf(entry);
  const fn = service.functions.get(literal(get(value, 'functionName')) ?? '');
  const target: Plain | undefined = fn?.target ?? get(value, 'functionArn');
  const source = get(value, 'identitySource');
  const audience = get(value, 'audience');
  const isRequest = literal(get(value, 'type')) === 'request';
  const list = (of: DataNode | undefined): Plain => (of ? (isOpen(of) || of.kind === 'list' ? of : [of]) : []);
  service.generate(
    user,
    `HttpApiAuthorizer${normalized(name)}`,
    'AWS::ApiGatewayV2::Authorizer',
    {
      ApiId: { Ref: API },
      Name: get(value, 'name') ?? name,
      IdentitySource: list(source),
      ...(isRequest
        ? {
            AuthorizerType: 'REQUEST',
            EnableSimpleResponses: get(value, 'enableSimpleResponses'),
            AuthorizerResultTtlInSeconds: get(value, 'resultTtlInSeconds'),
            AuthorizerPayloadFormatVersion: get(value, 'payloadVersion') ?? '2.0',
            AuthorizerUri: target && invocationUri(target),
          }
        : { AuthorizerType: 'JWT', JwtConfiguration: { Audience: list(audience), Issuer: get(value, 'issuerUrl') } }),
    },
    at,
    { origin: [{ base: value, rows: AUTHORIZER_ROWS }], attributes: dependsOn(at, fn?.alias?.logicalId) },
  );
  const outside = get(value, 'managedExternally');
  if (!isRequest || !target || (isTruthy(outside) && literal(outside) !== 'false')) return;
  service.generate(
    user,
    `${normalized(name)}LambdaAuthorizerPermissionHttpApi`,
    'AWS::Lambda::Permission',
    {
      FunctionName: target,
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: executeApi({ Ref: API }, '/*'),
    },
    at,
    { attributes: dependsOn(at, fn?.alias?.logicalId) },
  );
}

function lowerRoute(service: Service, route: Route, api: Plain, settings: DataNode | undefined): void {
  const { event, method, path } = route;
  const { fn, at } = event;
  const integration = `HttpApiIntegration${normalized(fn.key)}`;
  const permission = `${normalized(fn.key)}LambdaPermissionHttpApi`;
  if (!service.lowered.has(permission)) {
    permit(service, event, permission, {
      Principal: 'apigateway.amazonaws.com',
      SourceArn: executeApi(api, '/*'),
    });
    service.generate(
      fn,
      integration,
      'AWS::ApiGatewayV2::Integration',
      {
        ApiId: api,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: fn.target,
        PayloadFormatVersion: get(fn.node, 'httpApi', 'payload') ?? get(settings, 'payload') ?? '2.0',
        TimeoutInMillis: 30_000,
      },
      at,
      { attributes: dependsOn(at, fn.alias?.logicalId) },
    );
  }
  const key = `${method} ${path}`;
  service.generate(
    fn,
    path === '*' ? 'HttpApiRouteDefault' : `HttpApiRoute${normalizedPath(key)}`,
    'AWS::ApiGatewayV2::Route',
    {
      ApiId: api,
      RouteKey: path === '*' ? '$default' : key,
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: integration }]] },
      ...authorization(service, route, settings),
    },
    at,
    {
      ...origin(event, ROUTE_ROWS, {
        short: shortRoute,
        words: authorizerWords('AWS::ApiGatewayV2::Route', authorizerNames(settings)),
      }),
      attributes: dependsOn(at, integration),
    },
  );
}

/** The name of each authorizer of `provider.httpApi.authorizers`, by the logical ID that it is made under. */
function authorizerNames(settings: DataNode | undefined): ReadonlyMap<string, string> {
  const entries = entriesOf(get(settings, 'authorizers'));
  return new Map(entries.map((entry) => [`HttpApiAuthorizer${normalized(nameOf(entry))}`, entry.key]));
}

/** Who may call a route, as its event says by name, id or type. */
function authorization(
  service: Service,
  { event, authorizer }: Route,
  settings: DataNode | undefined,
): { readonly [key: string]: Plain | undefined } {
  if (!isTruthy(authorizer)) return {};
  if (callOf(authorizer)) return { AuthorizationType: authorizer, AuthorizerId: authorizer };
  const at = authorizer.span;
  const own = literal(get(authorizer, 'type'));
  if (own === 'aws_iam') return { AuthorizationType: node('AWS_IAM', at) };
  const id = get(authorizer, 'id');
  const name = literal(authorizer) ?? literal(get(authorizer, 'name'));
  const known = entriesOf(get(settings, 'authorizers')).find((entry) => entry.key === name);
  const type = id ? own : literal(get(known?.value, 'type'));
  if (!id && !known) {
    const which = name === undefined ? 'it names' : `\`${name}\` that it names`;
    service.tell(
      at,
      `The event httpApi of the function ${event.fn.key}: the authorizer ${which} is not in provider.httpApi.authorizers.`,
    );
    return { AuthorizationType: UNKNOWN, AuthorizerId: UNKNOWN };
  }
  const scopes = get(authorizer, 'scopes');
  return {
    AuthorizationType: node(type === 'request' ? 'CUSTOM' : 'JWT', at),
    AuthorizerId: id ?? (known && node({ Ref: `HttpApiAuthorizer${normalized(nameOf(known))}` }, at)),
    AuthorizationScopes: scopes && !isOpen(scopes) ? itemsOf(scopes) : scopes,
  };
}

/** A reference to nothing that is declared: rules say nothing about it. */
const UNKNOWN: Plain = { Ref: 'UndeclaredAuthorizer' };
