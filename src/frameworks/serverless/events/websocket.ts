import { asMap, callOf, get, isTruthy, literal, node, type Plain } from '#frameworks/cloudformation/nodes';
import { row } from '#frameworks/cloudformation/rows';
import { apiLogGroup, apiLogs, ensureLogRole } from '#frameworks/serverless/events/api-logs';
import {
  afterLast,
  dependsOn,
  eventsOfType,
  type FilledEvent,
  invocationUri,
  origin,
  permit,
  settingsOf,
} from '#frameworks/serverless/events/event';
import { authorizerWords, WEBSOCKET } from '#frameworks/serverless/events/route-words';
import { normalized } from '#frameworks/serverless/naming';
import type { Service, ServiceFunction, Source } from '#frameworks/serverless/service';
import type { DataNode } from '#syntax/document';

/** Source: `websockets/lib`, https://www.serverless.com/framework/docs/providers/aws/events/websocket */
const API = 'WebsocketsApi';
const STAGE = 'WebsocketsDeploymentStage';
const DEPLOYMENT = 'WebsocketsDeployment';
const LOG_GROUP = 'WebsocketsLogGroup';
/** The permissions of WebSocket APIs name no source: the framework writes them so. */
const PRINCIPAL = 'apigateway.amazonaws.com';
const LOG_FORMAT =
  '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "$context.eventType $context.routeKey $context.connectionId" $context.requestId';

/** Routes of WebSocket APIs: `websocket`, with the API and its stage. */
export function lowerWebSockets(service: Service): void {
  const events = eventsOfType(service, 'websocket');
  const first = events.find((event) => literal(get(settingsOf(event, 'route'), 'route')) === '$connect') ?? events[0];
  if (!first) return;
  const external = get(service.provider, 'apiGateway', 'websocketApiId');
  const api: Plain = external ?? { Ref: API };
  const apiId = external ? undefined : API;
  if (!external) lowerApi(service, first);
  const waits = events.map((event) => lowerRoute(service, event, api, apiId));
  const description = get(service.provider, 'websocketsDescription') ?? 'Serverless Websockets';
  service.generate(
    first.fn,
    DEPLOYMENT,
    'AWS::ApiGatewayV2::Deployment',
    { ApiId: api, Description: description, StageName: external ? service.stage : undefined },
    first.at,
    { attributes: dependsOn(first.at, ...waits.flat()) },
  );
  if (!external) lowerStage(service, description, first);
}

function lowerApi(service: Service, { fn, at }: FilledEvent): void {
  const { provider } = service;
  const tags = get(provider, 'websocket', 'useProviderTags');
  service.generate(
    fn,
    API,
    'AWS::ApiGatewayV2::Api',
    {
      Name: get(provider, 'websocketsApiName') ?? service.text([service.stage, '-', service.name, '-websockets'], at),
      RouteSelectionExpression: get(provider, 'websocketsApiRouteSelectionExpression') ?? '$request.body.action',
      Description: get(provider, 'websocketsDescription') ?? 'Serverless Websockets',
      ProtocolType: 'WEBSOCKET',
      Tags: isTruthy(tags) ? get(provider, 'tags') : undefined,
    },
    at,
    {
      origin: [
        {
          base: provider,
          rows: [
            row('websocketsApiName', 'Name'),
            row('websocketsApiRouteSelectionExpression', 'RouteSelectionExpression'),
            row('websocketsDescription', 'Description'),
          ],
        },
      ],
    },
  );
  const connections = { 'Fn::Sub': 'arn:${AWS::Partition}:execute-api:*:*:*/@connections/*' };
  service.grant(undefined, { Effect: 'Allow', Action: ['execute-api:ManageConnections'], Resource: [connections] }, at);
}

function lowerStage(service: Service, description: Plain, { fn, at }: FilledEvent): void {
  const { provider, stage, name } = service;
  const written = get(provider, 'logs', 'websocket');
  const logs = isTruthy(written) && literal(written) !== 'false' ? apiLogs(written, LOG_FORMAT) : undefined;
  service.generate(
    fn,
    STAGE,
    'AWS::ApiGatewayV2::Stage',
    {
      ApiId: { Ref: API },
      StageName: stage,
      Description: description,
      DeploymentId: { Ref: DEPLOYMENT },
      DefaultRouteSettings:
        logs && written && node({ DataTraceEnabled: logs.inFull, LoggingLevel: logs.level }, written.span),
      AccessLogSettings:
        logs?.access && written
          ? node(
              {
                DestinationArn: {
                  'Fn::Sub': `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:\${${LOG_GROUP}}`,
                },
                Format: logs.format,
              },
              written.span,
            )
          : undefined,
    },
    at,
    {
      origin: [
        {
          base: provider,
          rows: [
            row('logs.websocket.format', 'AccessLogSettings.Format'),
            row('logs.websocket.level', 'DefaultRouteSettings.LoggingLevel'),
            row('logs.websocket.fullExecutionData', 'DefaultRouteSettings.DataTraceEnabled'),
          ],
        },
      ],
    },
  );
  if (!logs || !written) return;
  apiLogGroup(service, LOG_GROUP, service.text(['/aws/websocket/', name, '-', stage], written.span), written.span);
  ensureLogRole(service, written.span);
}

/** Emits a route with its integration and permission; gives what the deployment waits for. */
function lowerRoute(service: Service, event: FilledEvent, api: Plain, apiId: string | undefined): readonly string[] {
  const { fn, at } = event;
  const settings = settingsOf(event, 'route');
  const key = get(settings, 'route');
  const prefix = normalized(fn.key);
  const integration = `${prefix}WebsocketsIntegration`;
  service.generate(
    fn,
    integration,
    'AWS::ApiGatewayV2::Integration',
    { ApiId: api, IntegrationType: 'AWS_PROXY', IntegrationUri: invocationUri(fn.target) },
    at,
    { attributes: dependsOn(at, fn.alias?.logicalId) },
  );
  permit(service, event, `${prefix}LambdaPermissionWebsockets`, { Principal: PRINCIPAL }, [
    apiId,
    fn.alias?.logicalId ?? fn.logicalId,
  ]);
  const authorizer = lowerAuthorizer(service, fn, get(settings, 'authorizer'), api, apiId);
  const id = `${routeName(literal(key) ?? `Event${event.index}`)}WebsocketsRoute`;
  const response = get(settings, 'routeResponseSelectionExpression');
  service.generate(
    fn,
    id,
    'AWS::ApiGatewayV2::Route',
    {
      ApiId: api,
      RouteKey: key,
      AuthorizationType: authorizer ? node('CUSTOM', get(settings, 'authorizer')?.span ?? at) : 'NONE',
      AuthorizerId: authorizer && { Ref: authorizer },
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: integration }]] },
      RouteResponseSelectionExpression: response,
    },
    at,
    origin(event, [], { short: 'route', words: connectWords(service) }),
  );
  if (!response) return [id];
  service.generate(
    fn,
    `${id}Response`,
    'AWS::ApiGatewayV2::RouteResponse',
    { ApiId: api, RouteId: { Ref: id }, RouteResponseKey: '$default' },
    at,
  );
  return [`${id}Response`, id];
}

/** Functions that authorize other routes, by the logical IDs of their authorizers. */
function connectWords(service: Service): NonNullable<Source['words']> {
  const names = [...service.functions.keys()].map((key): [string, string] => [
    `${normalized(key)}WebsocketsAuthorizer`,
    key,
  ]);
  return authorizerWords(WEBSOCKET, new Map(names));
}

function routeName(key: string): string {
  return key
    .replaceAll('$', 'S')
    .replaceAll('/', 'Slash')
    .replaceAll('-', 'Dash')
    .replaceAll('_', 'Underscore')
    .replaceAll('.', 'Period');
}

/** Emits the authorizer that a route names, by function, ARN or both; gives its logical ID. */
function lowerAuthorizer(
  service: Service,
  caller: ServiceFunction,
  authorizer: DataNode | undefined,
  api: Plain,
  apiId: string | undefined,
): string | undefined {
  if (!authorizer) return undefined;
  const at = authorizer.span;
  const map = asMap(authorizer);
  const text = literal(authorizer);
  const arn = map ? get(map, 'arn') : text === undefined || text.includes(':') ? authorizer : undefined;
  const given = map ? literal(get(map, 'name')) : undefined;
  const known = callOf(arn) ? given : literal(arn) === undefined ? undefined : afterLast(literal(arn) ?? '', ':');
  const name = arn ? (known ?? 'Authorizer') : (given ?? text ?? 'Authorizer');
  const fn = arn ? undefined : service.functions.get(name);
  const target: Plain | undefined = arn ?? fn?.target;
  if (!target) return undefined;
  const id = `${normalized(name)}WebsocketsAuthorizer`;
  service.generate(
    caller,
    id,
    'AWS::ApiGatewayV2::Authorizer',
    {
      ApiId: api,
      Name: name,
      AuthorizerType: 'REQUEST',
      AuthorizerUri: invocationUri(target),
      IdentitySource: get(map, 'identitySource') ?? ['route.request.header.Auth'],
    },
    at,
    {
      origin: [{ base: authorizer, rows: [row('identitySource', 'IdentitySource')] }],
      attributes: dependsOn(at, fn?.alias?.logicalId),
    },
  );
  permit(
    service,
    { fn: fn ?? caller, at },
    `${normalized(name)}LambdaPermissionWebsockets`,
    { FunctionName: target, Principal: PRINCIPAL },
    [apiId, fn?.logicalId, fn?.alias?.logicalId],
  );
  return id;
}
