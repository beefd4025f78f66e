import {
  asMap,
  emptyMap,
  entriesOf,
  get,
  isTruthy,
  literal,
  node,
  type Plain,
  stringOf,
  withEntry,
} from '#frameworks/cloudformation/nodes';
import { forward, type Row, row, same } from '#frameworks/cloudformation/rows';
import { customDomain, HTTP_DOMAIN } from '#frameworks/sam/domain';
import { authorizerSource } from '#frameworks/sam/rest-api';
import { type Declared, ownAttributes, passedOn, type Scope } from '#frameworks/sam/scope';
import type { DataEntry, DataNode } from '#syntax/document';

/** What SAM says of a WebSocket API. */
const API_ROWS: readonly Row[] = same(
  'ApiKeySelectionExpression Description DisableExecuteApiEndpoint DisableSchemaValidation IpAddressType Name RouteSelectionExpression',
);
const STAGE_ROWS: readonly Row[] = same(
  'StageName StageVariables AccessLogSettings DefaultRouteSettings RouteSettings',
);
const ROUTE_ROWS: readonly Row[] = same(
  'ApiKeyRequired ModelSelectionExpression OperationName RequestModels RequestParameters RouteResponseSelectionExpression',
);
const INTEGRATION_ROWS: readonly Row[] = [row('IntegrationTimeout', 'TimeoutInMillis')];

/** Lowers an `AWS::Serverless::WebSocketApi` to the API, its stage, and a route, integration and permission per route. */
export function lowerWebSocketApi(api: Declared, scope: Scope): void {
  const { id, at, properties } = api;
  const base = ['Resources', id, 'Properties'];
  const tags = asMap(get(properties, 'Tags')) ?? emptyMap(at);
  let lowered = forward(API_ROWS, properties);
  if (!get(lowered, 'Name')) lowered = withEntry(lowered, 'Name', node(id, at), at);
  lowered = withEntry(lowered, 'ProtocolType', node('WEBSOCKET', at), at);
  lowered = withEntry(lowered, 'Tags', withEntry(tags, 'websocketapi:createdBy', node('SAM', tags.span)), tags.span);
  scope.emit({
    id,
    type: 'AWS::ApiGatewayV2::Api',
    at,
    extent: api.extent,
    properties: lowered,
    attributes: ownAttributes(api),
    declaredType: api.type,
    origin: { base, rows: API_ROWS, section: 'WebSocketApi' },
  });
  const stageName = get(properties, 'StageName');
  const stage = stageName ? stringOf(stageName) : 'default';
  const stageId = `${id}${stage === 'default' ? 'Default' : (stage ?? '')}Stage`;
  const auth = get(properties, 'Auth');
  for (const route of entriesOf(get(properties, 'Routes'))) lowerRoute(api, route, stage, auth, scope);
  let staged = forward(STAGE_ROWS, properties);
  if (!stageName) staged = withEntry(staged, 'StageName', node('default', at), at);
  staged = withEntry(staged, 'ApiId', node({ Ref: id }, at), at);
  staged = withEntry(staged, 'AutoDeploy', node(true, at), at);
  staged = withEntry(staged, 'Tags', node({ 'websocketapi:createdBy': 'SAM' }, at), at);
  scope.generate(api, stageId, 'AWS::ApiGatewayV2::Stage', staged, at, {
    origin: { base, rows: STAGE_ROWS, section: 'WebSocketApi' },
  });
  scope.names.set(`${id}.Stage`, stageId);
  if (literal(get(auth, 'AuthType')) === 'CUSTOM' && auth) lowerAuthorizer(api, auth, scope);
  customDomain(api, HTTP_DOMAIN, passedOn(api), scope);
}

/** A route key as logical IDs have it: `$connect` is `Connect`. */
function namePart(key: string): string {
  const plain = key.replace(/[^A-Za-z0-9]/g, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1).toLowerCase();
}

function lowerRoute(
  api: Declared,
  route: DataEntry,
  stage: string | undefined,
  auth: DataNode | undefined,
  scope: Scope,
): void {
  const { id } = api;
  const { keySpan: at, key, value } = route;
  const map = asMap(value) ?? emptyMap(value.span);
  const base = ['Resources', id, 'Properties', 'Routes', key];
  const prefix = `${id}${namePart(key)}`;
  let made = forward(ROUTE_ROWS, map);
  made = withEntry(made, 'RouteKey', node(key, at), at);
  made = withEntry(made, 'ApiId', node({ Ref: id }, at), at);
  const target: Plain = { 'Fn::Join': ['/', ['integrations', { Ref: `${prefix}Integration` }]] };
  made = withEntry(made, 'Target', node(target, at), at);
  const authType = get(auth, 'AuthType');
  if (key === '$connect' && authType) {
    made = withEntry(made, 'AuthorizationType', authType);
    if (literal(authType) === 'CUSTOM')
      made = withEntry(made, 'AuthorizerId', node({ Ref: `${id}ConnectAuthorizer` }, authType.span));
  }
  scope.generate(api, `${prefix}Route`, 'AWS::ApiGatewayV2::Route', made, at, {
    origin: { base, rows: ROUTE_ROWS },
  });
  const arn = get(map, 'FunctionArn') ?? node({ Ref: 'AWS::NoValue' }, at);
  const invoke =
    'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${FunctionArn}/invocations';
  let integration = forward(INTEGRATION_ROWS, map);
  integration = withEntry(integration, 'ApiId', node({ Ref: id }, at), at);
  integration = withEntry(integration, 'IntegrationType', node('AWS_PROXY', at), at);
  integration = withEntry(integration, 'IntegrationUri', node({ 'Fn::Sub': [invoke, { FunctionArn: arn }] }, at), at);
  scope.generate(api, `${prefix}Integration`, 'AWS::ApiGatewayV2::Integration', integration, at, {
    origin: { base, rows: INTEGRATION_ROWS },
  });
  const from = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${id}.ApiId}/`;
  const source: Plain =
    stage === undefined
      ? { 'Fn::Sub': [`${from}\${__StageName__}/${key}`, { __StageName__: get(api.properties, 'StageName') }] }
      : { 'Fn::Sub': `${from}${stage}/${key}` };
  scope.generate(
    api,
    `${prefix}Permission`,
    'AWS::Lambda::Permission',
    { Action: 'lambda:InvokeFunction', FunctionName: arn, Principal: 'apigateway.amazonaws.com', SourceArn: source },
    at,
  );
}

function lowerAuthorizer(api: Declared, auth: DataNode, scope: Scope): void {
  const { id } = api;
  const name = `${id}ConnectAuthorizer`;
  const arn = get(auth, 'AuthArn');
  const uri = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${AuthArn}/invocations';
  scope.generate(
    api,
    name,
    'AWS::ApiGatewayV2::Authorizer',
    {
      ApiId: { Ref: id },
      AuthorizerCredentialsArn: get(auth, 'InvokeRole'),
      AuthorizerType: 'REQUEST',
      AuthorizerUri: arn ? { 'Fn::Sub': [uri, { AuthArn: arn }] } : undefined,
      IdentitySource: get(auth, 'IdentitySource'),
      Name: get(auth, 'Name') ?? name,
    },
    auth.span,
  );
  if (!arn || isTruthy(get(auth, 'InvokeRole'))) return;
  scope.generate(
    api,
    `${id}AuthorizerPermission`,
    'AWS::Lambda::Permission',
    {
      Action: 'lambda:InvokeFunction',
      FunctionName: arn,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: authorizerSource('${AWS::Partition}', id),
    },
    auth.span,
  );
}
