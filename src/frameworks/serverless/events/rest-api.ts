import {
  asMap,
  entriesOf,
  get,
  isTruthy,
  itemsOf,
  literal,
  node,
  type Plain,
  scalar,
} from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import { apiLogGroup, apiLogs, ensureLogRole } from '#frameworks/serverless/events/api-logs';
import {
  ACCOUNT,
  dependsOn,
  eventsOfType,
  executeApi,
  type FilledEvent,
  invocationUri,
  joined,
  PARTITION,
  permit,
  REGION,
} from '#frameworks/serverless/events/event';
import { normalizedPath, trimmedPath } from '#frameworks/serverless/events/paths';
import { preflightProperties, preflights } from '#frameworks/serverless/events/rest-cors';
import { authorizerId, lowerMethod, parametersOf } from '#frameworks/serverless/events/rest-method';
import { type RestAuthorizer, type RestRoute, routeOf } from '#frameworks/serverless/events/rest-route';
import { alphanumeric, normalized, upperFirst } from '#frameworks/serverless/naming';
import { machineRoutes } from '#frameworks/serverless/plugins/step-functions';
import type { Service, ServiceFunction, Source } from '#frameworks/serverless/service';
import type { Span } from '#source/span';
import type { DataEntry, DataNode } from '#syntax/document';

/** Source: `api-gateway/lib`, https://www.serverless.com/framework/docs/providers/aws/events/apigateway */
const API = 'ApiGatewayRestApi';
const DEPLOYMENT = 'ApiGatewayDeployment';
const STAGE = 'ApiGatewayStage';
const LOG_GROUP = 'ApiGatewayLogGroup';

const API_ROWS: readonly Row[] = [
  row('apiName', 'Name'),
  row('endpointType', 'EndpointConfiguration.Types.0'),
  row('vpcEndpointIds', 'EndpointConfiguration.VpcEndpointIds'),
  row('apiGateway.binaryMediaTypes', 'BinaryMediaTypes'),
  row('apiGateway.disableDefaultEndpoint', 'DisableExecuteApiEndpoint'),
  row('apiGateway.resourcePolicy', 'Policy.Statement'),
  row('apiGateway.apiKeySourceType', 'ApiKeySourceType'),
  row('apiGateway.minimumCompressionSize', 'MinimumCompressionSize'),
  row('apiGateway.description', 'Description'),
];
const STAGE_ROWS: readonly Row[] = [
  row('tracing.apiGateway', 'TracingEnabled'),
  row('logs.restApi.format', 'AccessLogSetting.Format'),
  row('logs.restApi.level', 'MethodSettings.0.LoggingLevel'),
  row('logs.restApi.fullExecutionData', 'MethodSettings.0.DataTraceEnabled'),
  row('apiGateway.metrics', 'MethodSettings.0.MetricsEnabled'),
];
const AUTHORIZER_ROWS: readonly Row[] = [
  row('resultTtlInSeconds', 'AuthorizerResultTtlInSeconds'),
  row('identitySource', 'IdentitySource'),
  row('identityValidationExpression', 'IdentityValidationExpression'),
];
const LOG_FORMAT = [
  'requestId: $context.requestId',
  'ip: $context.identity.sourceIp',
  'caller: $context.identity.caller',
  'user: $context.identity.user',
  'requestTime: $context.requestTime',
  'httpMethod: $context.httpMethod',
  'resourcePath: $context.resourcePath',
  'status: $context.status',
  'protocol: $context.protocol',
  'responseLength: $context.responseLength',
].join(', ');

/** Routes of REST APIs: `http`, with the API and all that belongs to it, which the service shares. */
export function lowerRestApi(service: Service): void {
  const events = [...eventsOfType(service, 'http'), ...machineRoutes(service)];
  const routes = events.flatMap((event) => routeOf(service, event) ?? []);
  const [first] = routes;
  if (!first) return;
  const settings = get(service.provider, 'apiGateway');
  const external = get(settings, 'restApiId');
  const api: Plain = external ?? { Ref: API };
  const { at } = first.event;
  if (!external) emitApi(service, settings, first.event);
  const resources = emitResources(service, routes, settings, api);
  const methods: string[] = [];
  for (const [path, cors] of preflights(routes)) {
    const id = methodId(path, 'options');
    methods.push(id);
    service.generate(
      cors.route.event.fn,
      id,
      'AWS::ApiGateway::Method',
      { ...preflightProperties(cors), ResourceId: resources(path), RestApiId: api },
      cors.route.event.at,
    );
  }
  for (const route of routes) {
    const id = methodId(route.path, route.method);
    const permission = permissionId(route.event.fn.key);
    methods.push(id);
    const validation = validationOf(service, route, id, api, settings);
    lowerMethod(service, route, { id, api, resource: resources(route.path), permission, validation });
    if (route.event.starts) continue;
    permit(service, route.event, permission, {
      Principal: 'apigateway.amazonaws.com',
      SourceArn: executeApi(api, '/*/*'),
    });
  }
  for (const { authorizer, event } of routes) if (authorizer?.arn) emitAuthorizer(service, event.fn, authorizer, api);
  service.generate(
    first.event.fn,
    DEPLOYMENT,
    'AWS::ApiGateway::Deployment',
    {
      RestApiId: api,
      StageName: get(settings, 'stage') ?? service.stage,
      Description: get(settings, 'description'),
    },
    at,
    { attributes: dependsOn(at, ...methods) },
  );
  emitPlans(service, first.event.fn, settings, api);
  if (!external) emitStage(service, settings, api, first.event);
}

function methodId(path: string, method: string): string {
  return `ApiGatewayMethod${normalizedPath(path)}${upperFirst(method.toLowerCase())}`;
}

function permissionId(name: string): string {
  return `${normalized(name)}LambdaPermissionApiGateway`;
}

function fromProvider(service: Service, rows: readonly Row[]): { readonly origin: readonly Source[] } {
  return { origin: [{ base: service.provider, rows }] };
}

function emitApi(service: Service, settings: DataNode | undefined, { fn, at }: FilledEvent): void {
  const { provider, stage, name } = service;
  const parts = isTruthy(get(settings, 'shouldStartNameWithService')) ? [name, '-', stage] : [stage, '-', name];
  const type = get(provider, 'endpointType');
  const policy = get(settings, 'resourcePolicy');
  const source = get(settings, 'apiKeySourceType');
  service.generate(
    fn,
    API,
    'AWS::ApiGateway::RestApi',
    {
      Name: get(provider, 'apiName') ?? service.text(parts, at),
      BinaryMediaTypes: get(settings, 'binaryMediaTypes'),
      DisableExecuteApiEndpoint: get(settings, 'disableDefaultEndpoint'),
      EndpointConfiguration: {
        Types: [capitals(type) ?? 'EDGE'],
        VpcEndpointIds: get(provider, 'vpcEndpointIds'),
      },
      Policy: isTruthy(policy) ? node({ Version: '2012-10-17', Statement: policy }, policy.span) : '',
      ApiKeySourceType: capitals(source),
      MinimumCompressionSize: get(settings, 'minimumCompressionSize'),
      Description: get(settings, 'description'),
    },
    at,
    fromProvider(service, API_ROWS),
  );
}

function capitals(of: DataNode | undefined): DataNode | undefined {
  const text = literal(of);
  return of && text !== undefined ? scalar(text.toUpperCase(), of.span) : of;
}

/** Emits a resource for each part of each path, but where `restApiResources` has one; gives the resource of a path. */
function emitResources(
  service: Service,
  routes: readonly RestRoute[],
  settings: DataNode | undefined,
  api: Plain,
): (path: string) => Plain {
  const root: Plain = get(settings, 'restApiRootResourceId') ?? { 'Fn::GetAtt': [API, 'RootResourceId'] };
  const known = new Map<string, Plain>([['', root]]);
  const predefined = get(settings, 'restApiResources');
  for (const entry of entriesOf(predefined)) known.set(trimmedPath(entry.key), entry.value);
  for (const item of predefined?.kind === 'list' ? predefined.items : []) {
    const id = get(item, 'resourceId');
    if (id) known.set(trimmedPath(literal(get(item, 'path')) ?? ''), id);
  }
  for (const { path, event } of routes) {
    if (known.has(path)) continue;
    const parts = path.split('/');
    let length = parts.length;
    while (length > 0 && !known.has(parts.slice(0, length).join('/'))) length -= 1;
    for (length += 1; length <= parts.length; length++) {
      const own = parts.slice(0, length).join('/');
      const id = `ApiGatewayResource${normalizedPath(own)}`;
      service.generate(
        event.fn,
        id,
        'AWS::ApiGateway::Resource',
        {
          ParentId: known.get(parts.slice(0, length - 1).join('/')) ?? root,
          PathPart: parts[length - 1],
          RestApiId: api,
        },
        event.at,
      );
      known.set(own, { Ref: id });
    }
  }
  return (path) => known.get(path) ?? root;
}

/** The validator and the models that a method checks requests with. Source: `api-gateway/lib/request-validator.js` */
function validationOf(
  service: Service,
  route: RestRoute,
  method: string,
  api: Plain,
  settings: DataNode | undefined,
): { readonly [key: string]: Plain | undefined } {
  const { event, settings: own } = route;
  const request = get(own, 'request');
  const schemas = asMap(get(request, 'schemas'));
  const isChecked = parametersOf(route).some(({ isRequired }) => isRequired);
  const at = request?.span ?? event.at;
  const models: { [key: string]: Plain } = {};
  for (const entry of entriesOf(schemas)) models[entry.key] = modelOf(service, route, entry, method, api, settings);
  if (!isChecked && !schemas) return {};
  const validator = `ApiGateway${alphanumeric(literal(service.name) ?? 'Service')}RequestValidator`;
  if (!service.lowered.has(validator))
    service.generate(
      event.fn,
      validator,
      'AWS::ApiGateway::RequestValidator',
      {
        RestApiId: api,
        ValidateRequestBody: true,
        ValidateRequestParameters: true,
        Name: service.text(
          [service.name, '-', service.stage, ' | Validate request body and querystring parameters'],
          at,
        ),
      },
      at,
    );
  return {
    RequestValidatorId: { Ref: validator },
    RequestModels: schemas && node(models, schemas.span),
  };
}

function modelOf(
  service: Service,
  { event }: RestRoute,
  { key, keySpan, value }: DataEntry,
  method: string,
  api: Plain,
  settings: DataNode | undefined,
): Plain {
  const shared = literal(value);
  const given = shared === undefined ? value : (get(settings, 'request', 'schemas', shared) ?? value);
  const isShared = given !== value && shared !== undefined;
  const schema = get(given, 'schema');
  const id = isShared ? `ApiGateway${upperFirst(camelCase(shared))}Model` : `${method}${startCase(key)}Model`;
  service.generate(
    event.fn,
    id,
    'AWS::ApiGateway::Model',
    {
      RestApiId: api,
      ContentType: isShared ? 'application/json' : key,
      Schema: schema ?? given,
      Name: schema || isShared ? get(given, 'name') : undefined,
      Description: schema || isShared ? get(given, 'description') : undefined,
    },
    keySpan,
  );
  return { Ref: id };
}

/** Words as lodash tells them apart: runs of capitals before a word, words, digits. */
function words(text: string): readonly string[] {
  return text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}

function camelCase(text: string): string {
  return words(text)
    .map((word, index) => (index === 0 ? word.toLowerCase() : upperFirst(word.toLowerCase())))
    .join('');
}

function startCase(text: string): string {
  return words(text).map(upperFirst).join('');
}

/** Source: `api-gateway/lib/authorizers.js` and `permissions.js` */
function emitAuthorizer(service: Service, user: ServiceFunction, authorizer: RestAuthorizer, api: Plain): void {
  const { at, arn, fn, isPool, name, type, written } = authorizer;
  if (!arn) return;
  const ttl = get(written, 'resultTtlInSeconds');
  const source = get(written, 'identitySource');
  const needsSource = !(type === 'REQUEST' && literal(ttl) === '0');
  service.generate(
    user,
    authorizerId(name),
    'AWS::ApiGateway::Authorizer',
    {
      AuthorizerResultTtlInSeconds: written && (ttl ?? 300),
      IdentitySource: source ?? (needsSource ? 'method.request.header.Authorization' : undefined),
      Name: name,
      RestApiId: api,
      IdentityValidationExpression: get(written, 'identityValidationExpression'),
      ...(isPool
        ? { Type: 'COGNITO_USER_POOLS', ProviderARNs: [arn] }
        : { Type: type ?? 'TOKEN', AuthorizerUri: invocationUri(arn) }),
    },
    at,
    {
      ...(written ? { origin: [{ base: written, rows: AUTHORIZER_ROWS }] } : {}),
      attributes: dependsOn(at, fn?.alias?.logicalId),
    },
  );
  const outside = get(written, 'managedExternally');
  const id = permissionId(name);
  if (isPool || service.lowered.has(id) || (isTruthy(outside) && literal(outside) !== 'false')) return;
  service.generate(
    user,
    id,
    'AWS::Lambda::Permission',
    {
      FunctionName: fn?.alias ? { Ref: fn.alias.logicalId } : arn,
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: executeApi(api, '/*/*'),
    },
    at,
  );
}

/** One plan of use, and its keys. */
interface Plan {
  /** Undefined for the one plan of a service that names none. */
  readonly name: string | undefined;
  readonly at: Span;
  readonly value: DataNode | undefined;
}

/** Source: `api-gateway/lib/usage-plan.js`, `api-keys.js`, `usage-plan-keys.js` */
function emitPlans(service: Service, fn: ServiceFunction, settings: DataNode | undefined, api: Plain): void {
  const written = get(settings, 'usagePlan');
  const keys = get(settings, 'apiKeys');
  const anchor = written ?? keys;
  if (!anchor) return;
  const plans: readonly Plan[] =
    written?.kind === 'list'
      ? written.items.flatMap((item) =>
          entriesOf(item)
            .slice(0, 1)
            .map((entry) => ({ name: entry.key, at: entry.keySpan, value: entry.value })),
        )
      : [{ name: undefined, at: anchor.span, value: written }];
  for (const plan of plans) emitPlan(service, fn, plan, api);
  const numbers = new Map<string | undefined, number>();
  for (const item of itemsOf(keys)) {
    const [entry] = item.kind === 'map' ? entriesOf(item) : [];
    const named = entry && plans.some(({ name }) => name === entry.key) ? entry : undefined;
    for (const key of named ? itemsOf(named.value) : [item]) {
      const number = (numbers.get(named?.key) ?? 0) + 1;
      numbers.set(named?.key, number);
      emitKey(service, fn, key, named?.key, number, api);
    }
  }
}

function planId(name: string | undefined): string {
  return `ApiGatewayUsagePlan${upperFirst(name ?? '')}`;
}

function emitPlan(service: Service, fn: ServiceFunction, { name, at, value }: Plan, api: Plain): void {
  const quota = get(value, 'quota');
  const throttle = get(value, 'throttle');
  const infix = name === undefined ? [] : [name, '-'];
  const described = name === undefined ? 'Usage plan for ' : `Usage plan "${name}" for `;
  service.generate(
    fn,
    planId(name),
    'AWS::ApiGateway::UsagePlan',
    {
      ApiStages: [{ ApiId: api, Stage: service.stage }],
      Description: service.text([described, service.name, ' ', service.stage, ' stage'], at),
      UsagePlanName: service.text([service.name, '-', ...infix, service.stage], at),
      Quota: quota && { Limit: get(quota, 'limit'), Offset: get(quota, 'offset'), Period: get(quota, 'period') },
      Throttle: throttle && { BurstLimit: get(throttle, 'burstLimit'), RateLimit: get(throttle, 'rateLimit') },
    },
    at,
    {
      ...(value
        ? {
            origin: [
              {
                base: value,
                rows: [
                  row('quota.limit', 'Quota.Limit'),
                  row('quota.offset', 'Quota.Offset'),
                  row('quota.period', 'Quota.Period'),
                  row('throttle.burstLimit', 'Throttle.BurstLimit'),
                  row('throttle.rateLimit', 'Throttle.RateLimit'),
                ],
              },
            ],
          }
        : {}),
      attributes: dependsOn(at, DEPLOYMENT),
    },
  );
}

function emitKey(
  service: Service,
  fn: ServiceFunction,
  key: DataNode,
  plan: string | undefined,
  number: number,
  api: Plain,
): void {
  const at = key.span;
  const map = asMap(key);
  const suffix = `${upperFirst(plan ?? '')}${number}`;
  service.generate(
    fn,
    `ApiGatewayApiKey${suffix}`,
    'AWS::ApiGateway::ApiKey',
    {
      Enabled: get(map, 'enabled') ?? true,
      Name: map ? get(map, 'name') : key,
      Value: get(map, 'value'),
      Description: get(map, 'description'),
      CustomerId: get(map, 'customerId'),
      StageKeys: [{ RestApiId: api, StageName: service.stage }],
    },
    at,
    {
      ...(map
        ? {
            origin: [
              {
                base: map,
                rows: [
                  row('enabled', 'Enabled'),
                  row('name', 'Name'),
                  row('value', 'Value'),
                  row('description', 'Description'),
                  row('customerId', 'CustomerId'),
                ],
              },
            ],
          }
        : {}),
      attributes: dependsOn(at, DEPLOYMENT),
    },
  );
  service.generate(
    fn,
    `ApiGatewayUsagePlanKey${suffix}`,
    'AWS::ApiGateway::UsagePlanKey',
    { KeyId: { Ref: `ApiGatewayApiKey${suffix}` }, KeyType: 'API_KEY', UsagePlanId: { Ref: planId(plan) } },
    at,
  );
}

/**
 * The stage. The template that the framework writes has none: the deployment makes it, and what `provider` says of tracing, logs
 * and metrics is set on it afterwards by calls. Source: `api-gateway/lib/stage.js` and `hack/update-stage.js`.
 */
function emitStage(service: Service, settings: DataNode | undefined, api: Plain, { fn, at }: FilledEvent): void {
  const { provider, name } = service;
  const stage = get(settings, 'stage') ?? service.stage;
  const written = get(provider, 'logs', 'restApi');
  const logs = isTruthy(written) && literal(written) !== 'false' ? apiLogs(written, LOG_FORMAT) : undefined;
  const metrics = get(settings, 'metrics');
  const tags = [...entriesOf(get(provider, 'stackTags')), ...entriesOf(get(provider, 'tags'))];
  const group =
    logs?.access && written ? service.text(['/aws/api-gateway/', name, '-', service.stage], written.span) : undefined;
  service.generate(
    fn,
    STAGE,
    'AWS::ApiGateway::Stage',
    {
      DeploymentId: { Ref: DEPLOYMENT },
      RestApiId: api,
      StageName: stage,
      TracingEnabled: get(provider, 'tracing', 'apiGateway'),
      AccessLogSetting:
        group &&
        logs &&
        node(
          {
            DestinationArn: joined('arn:', PARTITION, ':logs:', REGION, ':', ACCOUNT, ':log-group:', {
              Ref: LOG_GROUP,
            }),
            Format: logs.format,
          },
          group.span,
        ),
      MethodSettings:
        logs || metrics
          ? node(
              [
                {
                  HttpMethod: '*',
                  ResourcePath: '/*',
                  LoggingLevel: logs?.level,
                  DataTraceEnabled: logs?.inFull,
                  MetricsEnabled: metrics,
                },
              ],
              written?.span ?? metrics?.span ?? at,
            )
          : undefined,
      Tags: tags.length > 0 ? tags.map(({ key, value }) => ({ Key: key, Value: value })) : undefined,
    },
    at,
    fromProvider(service, STAGE_ROWS),
  );
  if (!group) return;
  apiLogGroup(service, LOG_GROUP, group, group.span);
  ensureLogRole(service, group.span);
}
