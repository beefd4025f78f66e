import {
  asList,
  asMap,
  callOf,
  change,
  choose,
  eachBranch,
  emptyMap,
  entriesOf,
  get,
  isNoValue,
  isTrue,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  sameData,
  scalar,
  stringOf,
  withEntry,
  withoutEntry,
} from '#frameworks/cloudformation/nodes';
import { forward, type Row, row, same } from '#frameworks/cloudformation/rows';
import { arnPath } from '#frameworks/sam/api-events';
import {
  ANY_METHOD,
  type ApiDraft,
  apiIdOf,
  changeMethod,
  changeMethods,
  hasIntegration,
  INTEGRATION,
  implicitAttributes,
  invocationUri,
  isDocument,
  merges,
} from '#frameworks/sam/apis';
import { s3Location } from '#frameworks/sam/code';
import { customDomain, REST_DOMAIN } from '#frameworks/sam/domain';
import { type Event, eventPath, type Target } from '#frameworks/sam/event';
import { digest, isAlphanumeric } from '#frameworks/sam/names';
import { tagList } from '#frameworks/sam/role';
import { conditionOf, ownAttributes, passedOn, type Scope } from '#frameworks/sam/scope';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** What SAM says of a REST API. Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html */
export const REST_API_ROWS: readonly Row[] = [
  ...same(
    'Name Description BinaryMediaTypes MinimumCompressionSize FailOnWarnings Mode ApiKeySourceType Policy SecurityPolicy EndpointAccessMode',
  ),
  row('GatewayResponses', 'Body.x-amazon-apigateway-gateway-responses'),
];

/** What SAM says of the stage of a REST API. */
export const REST_STAGE_ROWS: readonly Row[] = same(
  'StageName CacheClusterEnabled CacheClusterSize Variables MethodSettings AccessLogSetting CanarySetting TracingEnabled',
);

const SECURITY = 'securityDefinitions';
const POLICY = 'x-amazon-apigateway-policy';
const CALLER = 'arn:aws:iam::*:user/*';

/** Writes the route of an `Api` event into its API's document. */
export function addRestRoute(event: Event, target: Target, scope: Scope): void {
  const route = scope.routes.get(event);
  const api = scope.apis.get(apiIdOf(event) ?? '');
  if (!route || api?.kind !== 'rest' || !isDocument(api.body)) return;
  const auth = asMap(get(event.properties, 'Auth'));
  if (!api.managed && !merges(api)) {
    if (auth && isTruthy(get(auth, 'OverrideApiAuth'))) addAuth(api, event, route.path, route.method, auth);
    return;
  }
  if (api.managed && hasIntegration(api.body, route.path, route.method)) {
    scope.tell(
      event.at,
      `${route.method.toUpperCase()} ${route.path} is defined twice: the event ${event.name} was left out.`,
    );
    return;
  }
  const condition = conditionOf(event.owner);
  const streaming = literal(get(event.properties, 'ResponseTransferMode')) === 'RESPONSE_STREAM';
  const uri = invocationUri('aws', target.arn, streaming);
  const apiAuth = get(api.declared.properties, 'Auth');
  const timeout = get(event.properties, 'TimeoutInMillis');
  const integration: Plain = {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: condition === undefined ? uri : choose(condition, uri),
    responseTransferMode: streaming ? 'STREAM' : undefined,
    credentials: credentials(auth, apiAuth),
    timeoutInMillis: isTruthy(timeout) ? timeout : undefined,
  };
  addDefinition(api, event, integration, {}, condition);
  if (auth) addAuth(api, event, route.path, route.method, auth);
  addRequestModel(api, event, route.path, route.method);
  addRequestParameters(api, event, route.path, route.method);
}

/** Writes the route of a state machine's `Api` event, which starts an execution. */
export function addStateMachineRoute(event: Event, machine: string, role: string, scope: Scope): void {
  const route = scope.routes.get(event);
  const api = scope.apis.get(apiIdOf(event) ?? '');
  if (!route || api?.kind !== 'rest' || !api.managed || !isDocument(api.body)) return;
  const condition = conditionOf(event.owner);
  const uri: Plain = { 'Fn::Sub': 'arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution' };
  const input = "$util.escapeJavaScript($input.json('$'))";
  const template = isTrue(get(event.properties, 'UnescapeMappingTemplate'))
    ? `{"input": "${input}.replaceAll("\\\\'","'")", "stateMachineArn": "\${${machine}}"}`
    : `{"input": "${input}", "stateMachineArn": "\${${machine}}"}`;
  const integration: Plain = {
    type: 'aws',
    httpMethod: 'POST',
    uri: condition === undefined ? uri : choose(condition, uri),
    responses: { '200': { statusCode: '200' }, '400': { statusCode: '400' } },
    credentials: { 'Fn::GetAtt': [role, 'Arn'] },
    requestTemplates: { 'application/json': { 'Fn::Sub': template } },
  };
  const responses: Plain = { '200': { description: 'OK' }, '400': { description: 'Bad Request' } };
  addDefinition(api, event, integration, responses, condition);
  const auth = asMap(get(event.properties, 'Auth'));
  if (auth) addAuth(api, event, route.path, route.method, auth);
}

function addDefinition(
  api: ApiDraft,
  event: Event,
  integration: Plain,
  responses: Plain,
  condition: string | undefined,
): void {
  const path = literal(get(event.properties, 'Path')) ?? '';
  const method = (literal(get(event.properties, 'Method')) ?? '').toLowerCase();
  if (!api.body) return;
  api.body = changeMethod(api.body, path, method, event.at, (definition) => {
    let made = withEntry(definition, INTEGRATION, node(integration, event.at), event.at);
    if (!api.managed || !get(made, 'responses'))
      made = withEntry(made, 'responses', node(responses, event.at), event.at);
    return condition === undefined ? made : node(choose(condition, made), event.at);
  });
}

function credentials(method: MapNode | undefined, api: DataNode | undefined): Plain | undefined {
  const own = literal(get(method, 'Authorizer'));
  const byDefault = literal(get(api, 'DefaultAuthorizer')) === 'AWS_IAM' && !isTruthy(method);
  if (own !== 'AWS_IAM' && !byDefault) return undefined;
  const role = roleIn(method) ?? roleIn(asMap(api));
  if (role === 'none') return undefined;
  if (role === undefined || literal(role) === 'CALLER_CREDENTIALS') return CALLER;
  return literal(role) === 'NONE' ? undefined : role;
}

/** `InvokeRole`; `none` where it is written without a value. */
function roleIn(auth: MapNode | undefined): DataNode | 'none' | undefined {
  const entry = auth?.entries.find((one) => one.key === 'InvokeRole');
  if (!entry) return undefined;
  return isTruthy(get(auth, 'InvokeRole')) ? entry.value : 'none';
}

/** The security requirements of a method with one more, where the author writes who may call it. */
function require(definition: MapNode, name: string, scopes: DataNode | undefined, at: Span): MapNode {
  const before = asList(get(definition, 'security'))?.items ?? [];
  const requirement = mapOf({ [name]: scopes ?? [] }, at);
  return withEntry(definition, 'security', { kind: 'list', items: [...before, requirement], span: at }, at);
}

const API_KEY: Plain = { type: 'apiKey', name: 'x-api-key', in: 'header' };
const IAM: Plain = {
  'x-amazon-apigateway-authtype': 'awsSigv4',
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
};

function define(body: MapNode, name: string, definition: Plain, at: Span): MapNode {
  if (get(body, SECURITY, name)) return body;
  return change(body, [SECURITY, name], at, () => node(definition, at));
}

function addAuth(api: ApiDraft, event: Event, path: string, method: string, auth: MapNode): void {
  const authorizer = get(auth, 'Authorizer');
  const name = literal(authorizer);
  const key = get(auth, 'ApiKeyRequired');
  if (authorizer && name !== undefined && api.body) {
    const defined = get(api.declared.properties, 'Auth', 'Authorizers', name);
    const scopes =
      name === 'NONE' ? undefined : (get(auth, 'AuthorizationScopes') ?? get(defined, 'AuthorizationScopes'));
    let first = '';
    api.body = changeMethod(api.body, path, method, event.at, (definition) => {
      const changed = require(definition, name, defined ? scopes : undefined, authorizer.span);
      first = firstRequirement(changed);
      return changed;
    });
    if (first === 'AWS_IAM' && asMap(api.body)) api.body = define(api.body as MapNode, 'AWS_IAM', IAM, authorizer.span);
  }
  if (key && api.body) {
    const required = isTruthy(key);
    api.body = changeMethod(api.body, path, method, event.at, (definition) =>
      require(definition, required ? 'api_key' : 'api_key_false', undefined, key.span),
    );
    if (required && asMap(api.body)) api.body = define(api.body as MapNode, 'api_key', API_KEY, key.span);
  }
  const policy = asMap(get(auth, 'ResourcePolicy'));
  if (policy && asMap(api.body)) {
    const stage = literal(get(api.declared.properties, 'StageName'));
    api.body = addResourcePolicy(api.body as MapNode, policy, [path], node(stage ?? 'Stage', policy.span));
  }
}

function firstRequirement(definition: MapNode): string {
  const [first] = asList(get(definition, 'security'))?.items ?? [];
  return first?.kind === 'map' ? (first.entries[0]?.key ?? '') : '';
}

function addRequestModel(api: ApiDraft, event: Event, path: string, method: string): void {
  const request = asMap(get(event.properties, 'RequestModel'));
  const model = literal(get(request, 'Model'));
  if (!request || model === undefined || !asMap(api.body)) return;
  const name = model.toLowerCase();
  const at = request.span;
  const required = get(request, 'Required');
  const three = get(api.body, 'swagger') === undefined;
  api.body = changeMethod(api.body as MapNode, path, method, at, (definition) => {
    if (three) {
      const schema: Plain = { $ref: `#/components/schemas/${name}` };
      return withEntry(
        definition,
        'requestBody',
        node({ content: { 'application/json': { schema } }, required }, at),
        at,
      );
    }
    const parameter: Plain = { in: 'body', name, schema: { $ref: `#/definitions/${name}` }, required };
    return withEntry(definition, 'parameters', appended(get(definition, 'parameters'), [parameter], at), at);
  });
  const body = get(request, 'ValidateBody');
  const parameters = get(request, 'ValidateParameters');
  if (!body && !parameters) return;
  const both = [isTrue(body), isTrue(parameters)] as const;
  const validator = both[0] ? (both[1] ? 'body-and-params' : 'body-only') : both[1] ? 'params-only' : 'no-validation';
  const settings: Plain = { validateRequestBody: both[0], validateRequestParameters: both[1] };
  api.body = change(api.body as MapNode, ['x-amazon-apigateway-request-validators', validator], at, () =>
    node(settings, at),
  );
  api.body = changeMethod(api.body, path, method, at, (definition) =>
    withEntry(definition, 'x-amazon-apigateway-request-validator', node(validator, at), at),
  );
}

function appended(list: DataNode | undefined, items: readonly Plain[], at: Span): DataNode {
  const before = asList(list);
  return {
    kind: 'list',
    items: [...(before?.items ?? []), ...items.map((item) => node(item, at))],
    span: before?.span ?? at,
  };
}

function addRequestParameters(api: ApiDraft, event: Event, path: string, method: string): void {
  const wanted = get(event.properties, 'RequestParameters');
  if (!wanted || !api.body) return;
  const parameters: Plain[] = [];
  const cached: string[] = [];
  for (const item of itemsOf(wanted)) {
    const entry = asMap(item)?.entries[0];
    const full = literal(item) ?? entry?.key;
    const match = /^method\.request\.(querystring|path|header)\.(.+)$/.exec(full ?? '');
    if (!match || full === undefined) continue;
    parameters.push({
      in: match[1] === 'querystring' ? 'query' : match[1],
      name: match[2],
      required: get(entry?.value, 'Required') ?? false,
      type: 'string',
    });
    if (isTruthy(get(entry?.value, 'Caching'))) cached.push(full);
  }
  api.body = changeMethod(api.body, path, method, wanted.span, (definition) => {
    let changed = withEntry(
      definition,
      'parameters',
      appended(get(definition, 'parameters'), parameters, wanted.span),
      wanted.span,
    );
    if (cached.length > 0)
      changed = change(changed, [INTEGRATION, 'cacheKeyParameters'], wanted.span, (old) =>
        appended(old, cached, wanted.span),
      );
    return changed;
  });
}

/** The statements that SAM makes of `ResourcePolicy`, for every method of the paths. */
function addResourcePolicy(body: MapNode, policy: MapNode, paths: readonly string[], stage: DataNode): MapNode {
  const at = policy.span;
  let statements: readonly DataNode[] = itemsOf(get(body, POLICY, 'Statement'));
  const add = (made: readonly Plain[], repeated: boolean): void => {
    const nodes = made.map((one) => node(one, at));
    for (const one of nodes)
      if (repeated || !statements.some((other) => sameData(other, one))) statements = [...statements, one];
  };
  for (const path of paths) {
    const resources = methodUris(body, path, stage);
    const statement = (effect: string, principal: Plain, condition?: Plain): Plain => ({
      Effect: effect,
      Action: 'execute-api:Invoke',
      Resource: resources,
      Principal: principal,
      Condition: condition,
    });
    for (const [name, effect] of [
      ['AwsAccountWhitelist', 'Allow'],
      ['AwsAccountBlacklist', 'Deny'],
    ] as const) {
      const accounts = get(policy, name);
      if (isTruthy(accounts)) add([statement(effect, { AWS: itemsOf(accounts) })], true);
    }
    for (const [name, operator] of [
      ['IpRangeWhitelist', 'NotIpAddress'],
      ['IpRangeBlacklist', 'IpAddress'],
    ] as const) {
      const ranges = get(policy, name);
      if (isTruthy(ranges))
        add(
          [statement('Allow', '*'), statement('Deny', '*', { [operator]: { 'aws:SourceIp': itemsOf(ranges) } })],
          false,
        );
    }
    for (const [kind, operator] of [
      ['Blacklist', 'StringEquals'],
      ['Whitelist', 'StringNotEquals'],
    ] as const) {
      const named = itemsOf(get(policy, `SourceVpc${kind}`));
      const starting = (prefix: string): readonly DataNode[] =>
        named.filter((one) => stringOf(one)?.startsWith(prefix) ?? false);
      const vpcs = [...starting('vpc-'), ...itemsOf(get(policy, `IntrinsicVpc${kind}`))];
      const endpoints = [...starting('vpce-'), ...itemsOf(get(policy, `IntrinsicVpce${kind}`))];
      if (vpcs.length + endpoints.length === 0) continue;
      const tests: Plain = {
        'aws:SourceVpc': vpcs.length > 0 ? vpcs : undefined,
        'aws:SourceVpce': endpoints.length > 0 ? endpoints : undefined,
      };
      add([statement('Allow', '*'), statement('Deny', '*', { [operator]: tests })], false);
    }
  }
  const custom = get(policy, 'CustomStatements');
  if (custom) add(itemsOf(custom), false);
  if (statements.length === 0 && paths.length === 0) return body;
  const document: Plain = statements.length > 0 ? { Version: '2012-10-17', Statement: statements } : {};
  return withEntry(body, POLICY, node(document, at), at);
}

function methodUris(body: MapNode, path: string, stage: DataNode): readonly Plain[] {
  const keys: string[] = [];
  const item = get(body, 'paths', path);
  if (item)
    eachBranch(item, (branch) => {
      keys.push(...(asMap(branch)?.entries ?? []).map((entry) => entry.key));
      return branch;
    });
  return keys.map((key) => ({
    'Fn::Sub': [
      `execute-api:/\${__Stage__}/${key === ANY_METHOD || key === 'any' ? '*' : key.toUpperCase()}${arnPath(path)}`,
      { __Stage__: stage },
    ],
  }));
}

/** Lowers an API to the REST API, its deployment and stage, permissions of its authorizers, domain and usage plan. */
export function lowerRestApi(api: ApiDraft, scope: Scope): void {
  const { declared } = api;
  const { id, at, properties } = declared;
  const base = api.implicit ? ['Globals', 'Api'] : ['Resources', id, 'Properties'];
  const own = api.implicit ? implicitAttributes(api) : ownAttributes(declared);
  const passed = api.implicit ? own : passedOn(declared);
  const origin = (rows: readonly Row[]) => ({ base, rows, section: 'Api' });

  let lowered = forward(
    REST_API_ROWS.filter((one) => !one.cfn.includes('Body')),
    properties,
  );
  for (const name of ['FailOnWarnings', 'Name', 'Description', 'Mode', 'ApiKeySourceType', 'Policy', 'SecurityPolicy'])
    if (get(lowered, name) && !isTruthy(get(lowered, name))) lowered = withoutEntry(lowered, name);
  const binary = scope.resolve(get(properties, 'BinaryMediaTypes'));
  if (binary && get(lowered, 'BinaryMediaTypes')) lowered = withEntry(lowered, 'BinaryMediaTypes', binary);
  lowered = withEndpoint(lowered, get(properties, 'EndpointConfiguration'));
  const uri = get(properties, 'DefinitionUri');
  if (isTruthy(uri))
    lowered = withEntry(
      lowered,
      'BodyS3Location',
      s3Location(uri, { bucket: 'Bucket', key: 'Key', version: 'Version' }),
    );
  else if (api.body) lowered = withEntry(lowered, 'Body', finished(api, scope), api.body.span);

  scope.emit({
    id,
    type: 'AWS::ApiGateway::RestApi',
    at,
    extent: declared.extent,
    properties: lowered,
    attributes: own,
    ...(api.implicit ? { generatedBy: api.routes[0]?.event.owner.id ?? id } : { declaredType: declared.type }),
    origin: origin(REST_API_ROWS),
  });

  const stageName = get(properties, 'StageName');
  const literalStage = stringOf(stageName) ?? '';
  const stageId =
    literalStage === '' || !isAlphanumeric(literalStage)
      ? `${id}Stage${literalStage === '' ? '' : digest(literalStage)}`
      : `${id}${literalStage}Stage`;
  const deploymentId = `${id}Deployment`;
  const openApi = get(properties, 'OpenApiVersion');
  scope.generate(
    declared,
    deploymentId,
    'AWS::ApiGateway::Deployment',
    {
      RestApiId: { Ref: id },
      Description: 'RestApi deployment',
      StageName: isTruthy(openApi) ? undefined : 'Stage',
    },
    at,
    { attributes: passed },
  );
  let stage = forward(REST_STAGE_ROWS, properties);
  stage = withEntry(stage, 'RestApiId', node({ Ref: id }, at), at);
  stage = withEntry(stage, 'DeploymentId', node({ Ref: deploymentId }, at), at);
  const tagNodes = tagList(get(properties, 'Tags'), [], at);
  if (tagNodes) stage = withEntry(stage, 'Tags', tagNodes);
  scope.generate(declared, stageId, 'AWS::ApiGateway::Stage', stage, at, {
    attributes: passed,
    origin: origin(REST_STAGE_ROWS),
  });
  scope.names.set(`${id}.Stage`, stageId);
  scope.names.set(`${id}.Deployment`, deploymentId);
  lowerAuthorizerPermissions(api, passed, scope);
  customDomain(declared, REST_DOMAIN, passed, scope);
  lowerUsagePlan(api, stageId, passed, scope);
}

function withEndpoint(lowered: MapNode, wanted: DataNode | undefined): MapNode {
  if (!isTruthy(wanted)) return lowered;
  const map = asMap(wanted);
  const type = get(map, 'Type');
  if (!map || !type) {
    const one = withEntry(lowered, 'EndpointConfiguration', mapOf({ Types: [wanted] }, wanted.span));
    return withEntry(one, 'Parameters', mapOf({ endpointConfigurationTypes: wanted }, wanted.span));
  }
  const endpoints = get(map, 'VPCEndpointIds') ?? get(map, 'VpcEndpointIds');
  const configuration = mapOf(
    { Types: [type], VpcEndpointIds: endpoints, IpAddressType: get(map, 'IpAddressType') },
    wanted.span,
  );
  const one = withEntry(lowered, 'EndpointConfiguration', configuration);
  return withEntry(one, 'Parameters', mapOf({ endpointConfigurationTypes: type }, wanted.span));
}

/** The API's document with CORS, authorizers, API keys, policy, gateway responses and models. */
function finished(api: ApiDraft, scope: Scope): DataNode {
  if (!api.body || !isDocument(api.body)) return api.body ?? emptyMap(api.declared.at);
  const { properties } = api.declared;
  let body: MapNode = addCors(api.body, get(properties, 'Cors'));
  body = addAuthorizers(body, asMap(get(properties, 'Auth')), get(properties, 'StageName'), scope);
  const responses = asMap(get(properties, 'GatewayResponses'));
  for (const entry of entriesOf(responses))
    body = change(body, ['x-amazon-apigateway-gateway-responses', entry.key], entry.keySpan, () =>
      gatewayResponse(entry),
    );
  const binary = scope.resolve(get(properties, 'BinaryMediaTypes'));
  if (isTruthy(binary)) body = withEntry(body, 'x-amazon-apigateway-binary-media-types', unescaped(binary));
  for (const entry of entriesOf(get(properties, 'Models')))
    body = change(body, ['definitions', entry.key.toLowerCase()], entry.keySpan, () => entry.value);
  const disabled = get(properties, 'DisableExecuteApiEndpoint');
  if (disabled) body = disableEndpoint(body, disabled);
  return asOpenApi3(body, get(properties, 'OpenApiVersion'));
}

function unescaped(types: DataNode): DataNode {
  if (types.kind === 'list') return { ...types, items: types.items.map(unescaped) };
  const text = stringOf(types);
  return text?.includes('~1') ? scalar(text.replaceAll('~1', '/'), types.span) : types;
}

function disableEndpoint(body: MapNode, disabled: DataNode): MapNode {
  const path = ['x-amazon-apigateway-endpoint-configuration', 'disableExecuteApiEndpoint'];
  if (get(body, 'swagger')) return change(body, path, disabled.span, () => disabled);
  const servers = itemsOf(get(body, 'servers'));
  const all = servers.length > 0 ? servers : [emptyMap(disabled.span)];
  const items = all.map((server) =>
    asMap(server) ? change(server as MapNode, path, disabled.span, () => disabled) : server,
  );
  return withEntry(body, 'servers', { kind: 'list', items, span: disabled.span });
}

function gatewayResponse(entry: DataEntry): DataNode {
  const at = entry.value.span;
  const parameters: { [key: string]: Plain } = {};
  for (const [name, prefix] of [
    ['Headers', 'header'],
    ['Paths', 'path'],
    ['QueryStrings', 'querystring'],
  ] as const)
    for (const one of entriesOf(get(entry.value, 'ResponseParameters', name)))
      parameters[`gatewayresponse.${prefix}.${one.key}`] = one.value;
  const status = get(entry.value, 'StatusCode');
  return mapOf(
    {
      responseParameters: parameters,
      responseTemplates: get(entry.value, 'ResponseTemplates') ?? {},
      statusCode: status && !callOf(status) ? scalar(literal(status) ?? '', status.span) : status,
    },
    at,
  );
}

/** An `OPTIONS` method that answers with the CORS headers, on every path that has none. */
function addCors(body: MapNode, cors: DataNode | undefined): MapNode {
  const paths = asMap(get(body, 'paths'));
  if (!isTruthy(cors) || !paths) return body;
  const map = asMap(cors);
  const origin: Plain = map ? (get(map, 'AllowOrigin') ?? "'*'") : cors;
  const seen = new Set<string>();
  const entries = paths.entries.map((item) => {
    const normal = item.key === '/' ? item.key : item.key.replace(/\/$/, '');
    if (seen.has(normal)) return item;
    seen.add(normal);
    const value = eachBranch(item.value, (branch) => {
      const methods = asMap(branch);
      if (!methods || get(methods, 'options')) return branch;
      const allowed = get(map, 'AllowMethods') ?? `'${allowedMethods(methods)}'`;
      const answer = preflight(
        origin,
        get(map, 'AllowHeaders'),
        allowed,
        get(map, 'MaxAge'),
        get(map, 'AllowCredentials'),
      );
      return withEntry(methods, 'options', node(answer, cors.span), cors.span);
    });
    return { ...item, value };
  });
  return withEntry(body, 'paths', { ...paths, entries });
}

function allowedMethods(item: MapNode): string {
  const keys = item.entries.map((entry) => entry.key);
  const all = keys.includes(ANY_METHOD)
    ? ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH']
    : [...keys, 'OPTIONS'].map((key) => key.toUpperCase());
  return [...new Set(all)].sort().join(',');
}

function preflight(
  origin: Plain,
  headers: DataNode | undefined,
  methods: Plain,
  maxAge: DataNode | undefined,
  withCredentials: DataNode | undefined,
): Plain {
  const values: { [key: string]: Plain } = { 'Access-Control-Allow-Origin': origin };
  if (isTruthy(headers)) values['Access-Control-Allow-Headers'] = headers;
  values['Access-Control-Allow-Methods'] = methods;
  if (maxAge) values['Access-Control-Max-Age'] = maxAge;
  if (isTrue(withCredentials)) values['Access-Control-Allow-Credentials'] = "'true'";
  const types = Object.keys(values).map((key) => [key, { type: key.endsWith('Max-Age') ? 'integer' : 'string' }]);
  return {
    summary: 'CORS support',
    consumes: ['application/json'],
    produces: ['application/json'],
    [INTEGRATION]: {
      type: 'mock',
      requestTemplates: { 'application/json': '{\n  "statusCode" : 200\n}\n' },
      responses: {
        default: {
          statusCode: '200',
          responseParameters: Object.fromEntries(
            Object.entries(values).map(([key, value]) => [`method.response.header.${key}`, value]),
          ),
          responseTemplates: { 'application/json': '{}\n' },
        },
      },
    },
    responses: { '200': { description: 'Default response for CORS method', headers: Object.fromEntries(types) } },
  };
}

function addAuthorizers(body: MapNode, auth: MapNode | undefined, stage: DataNode | undefined, scope: Scope): MapNode {
  if (!isTruthy(auth)) return body;
  const authorizers = asMap(get(auth, 'Authorizers'));
  const fallback = scope.resolve(get(auth, 'DefaultAuthorizer'));
  const name = literal(fallback);
  let changed = body;
  const names = new Set(['AWS_IAM', ...entriesOf(authorizers).map((entry) => entry.key)]);
  if (name === 'AWS_IAM' && fallback)
    changed = change(changed, [SECURITY, 'AWS_IAM'], fallback.span, () => node(IAM, fallback.span));
  for (const entry of entriesOf(authorizers))
    changed = change(changed, [SECURITY, entry.key], entry.keySpan, () => authorizer(entry));
  if (name !== undefined && fallback && (authorizers || name === 'AWS_IAM')) {
    const scopes = get(authorizers, name, 'AuthorizationScopes');
    const preflight = get(auth, 'AddDefaultAuthorizerToCorsPreflight');
    const alsoOptions = preflight === undefined || isTruthy(preflight);
    let iam = false;
    changed = changeMethods(changed, (definition, method) => {
      if (method.toLowerCase() === 'options' && !alsoOptions) return definition;
      const before = asList(get(definition, 'security'))?.items ?? [];
      const others = before.filter((one) => !keysOf(one).some((key) => names.has(key)));
      const ours = before.filter((one) => keysOf(one).some((key) => names.has(key)));
      const none = others.findIndex((one) => keysOf(one).includes('NONE'));
      const kept = none === -1 ? others : others.filter((_, index) => index !== none);
      const byDefault = [mapOf({ [name]: scopes ?? [] }, fallback.span)];
      const items = [...kept, ...(none !== -1 ? [] : ours.length > 0 ? ours : byDefault)];
      if (items.length === 0) return definition;
      if (items[0] && keysOf(items[0]).includes('AWS_IAM')) iam = true;
      const span = before.length > 0 ? (get(definition, 'security')?.span ?? fallback.span) : fallback.span;
      return withEntry(definition, 'security', { kind: 'list', items, span }, span);
    }) as MapNode;
    if (iam) changed = define(changed, 'AWS_IAM', IAM, fallback.span);
  }
  const key = get(auth, 'ApiKeyRequired');
  if (isTruthy(key)) {
    changed = define(changed, 'api_key', API_KEY, key.span);
    const preflight = get(auth, 'AddApiKeyRequiredToCorsPreflight');
    const alsoOptions = preflight === undefined || isTruthy(preflight);
    changed = changeMethods(changed, (definition, method) => {
      const before = asList(get(definition, 'security'))?.items ?? [];
      const others = before.filter((one) => !keysOf(one).some((one) => one === 'api_key' || one === 'api_key_false'));
      const refused = before.some((one) => keysOf(one).includes('api_key_false'));
      const without = refused || (method.toLowerCase() === 'options' && !alsoOptions);
      const items = without ? others : [...others, mapOf({ api_key: [] }, key.span)];
      if (items.length === before.length && items.every((one, index) => before[index] && sameData(one, before[index])))
        return definition;
      return withEntry(definition, 'security', { kind: 'list', items, span: key.span }, key.span);
    }) as MapNode;
  }
  const policy = asMap(get(auth, 'ResourcePolicy'));
  if (policy && isTruthy(policy)) {
    const paths = entriesOf(get(changed, 'paths')).map((entry) => entry.key);
    changed = addResourcePolicy(changed, policy, paths, stage ?? node('Stage', policy.span));
  }
  return changed;
}

function keysOf(requirement: DataNode): readonly string[] {
  return requirement.kind === 'map' ? requirement.entries.map((entry) => entry.key) : [];
}

/** One authorizer of a REST API as its document defines it. */
function authorizer(entry: DataEntry): DataNode {
  const { value } = entry;
  const at = value.span;
  const pool = get(value, 'UserPoolArn');
  const identity = get(value, 'Identity');
  const expression = get(identity, 'ValidationExpression');
  const header = get(identity, 'Header') ?? 'Authorization';
  if (isTruthy(pool)) {
    return mapOf(
      {
        type: 'apiKey',
        name: header,
        in: 'header',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': {
          type: 'cognito_user_pools',
          providerARNs: pool.kind === 'list' ? pool : [pool],
          identityValidationExpression: expression,
        },
      },
      at,
    );
  }
  const byRequest = literal(get(value, 'FunctionPayloadType')) === 'REQUEST';
  return mapOf(
    {
      type: 'apiKey',
      name: byRequest ? 'Unused' : header,
      in: 'header',
      'x-amazon-apigateway-authtype': 'custom',
      'x-amazon-apigateway-authorizer': {
        type: byRequest ? 'request' : 'token',
        authorizerUri: authorizerUri('aws', get(value, 'FunctionArn'), at),
        authorizerResultTtlInSeconds: get(identity, 'ReauthorizeEvery'),
        authorizerCredentials: invokeRole(value),
        identitySource: byRequest ? identitySource(identity) : undefined,
        identityValidationExpression: byRequest ? undefined : expression,
      },
    },
    at,
  );
}

/** The URI by which API Gateway invokes an authorizer's function. */
export function authorizerUri(partition: string, arn: DataNode | undefined, at: Span): Plain {
  return {
    'Fn::Sub': [
      `arn:${partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${__FunctionArn__}/invocations`,
      { __FunctionArn__: arn ?? node({ Ref: 'AWS::NoValue' }, at) },
    ],
  };
}

/** The role by which an authorizer's function is invoked, unless it is `NONE`. */
export function invokeRole(authorizer: DataNode): DataNode | undefined {
  const role = get(authorizer, 'FunctionInvokeRole');
  return !isTruthy(role) || literal(role) === 'NONE' || isNoValue(role) ? undefined : role;
}

function identitySource(identity: DataNode | undefined): string | undefined {
  const sources = (
    [
      ['Headers', 'method.request.header.'],
      ['QueryStrings', 'method.request.querystring.'],
      ['StageVariables', 'stageVariables.'],
      ['Context', 'context.'],
    ] as const
  ).flatMap(([key, prefix]) => itemsOf(get(identity, key)).map((one) => prefix + (literal(one) ?? '')));
  return sources.length > 0 ? sources.join(', ') : undefined;
}

function lowerAuthorizerPermissions(api: ApiDraft, attributes: readonly DataEntry[], scope: Scope): void {
  const { declared } = api;
  for (const entry of entriesOf(get(declared.properties, 'Auth', 'Authorizers'))) {
    const arn = get(entry.value, 'FunctionArn');
    if (!arn || isTruthy(get(entry.value, 'DisableFunctionDefaultPermissions'))) continue;
    scope.generate(
      declared,
      `${declared.id}${entry.key}AuthorizerPermission`,
      'AWS::Lambda::Permission',
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: arn,
        Principal: 'apigateway.amazonaws.com',
        SourceArn: authorizerSource('aws', declared.id),
      },
      entry.keySpan,
      { attributes },
    );
  }
}

/** The ARN of an API's authorizers. */
export function authorizerSource(partition: string, api: string): Plain {
  return {
    'Fn::Sub': [
      `arn:${partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/authorizers/*`,
      { __ApiId__: { Ref: api } },
    ],
  };
}

function lowerUsagePlan(api: ApiDraft, stageId: string, attributes: readonly DataEntry[], scope: Scope): void {
  const { declared } = api;
  const { id } = declared;
  const plan = asMap(get(declared.properties, 'Auth', 'UsagePlan'));
  const kind = literal(scope.resolve(get(plan, 'CreateUsagePlan')));
  if (!plan || (kind !== 'SHARED' && kind !== 'PER_API')) return;
  const at = plan.span;
  const prefix = kind === 'SHARED' ? 'Serverless' : id;
  const planId = `${prefix}UsagePlan`;
  const keyId = `${prefix}ApiKey`;
  const shared = scope.lowered.get(planId);
  const sharedKey = scope.lowered.get(keyId);
  const depends = (names: readonly string[]): DataEntry => ({
    key: 'DependsOn',
    keySpan: at,
    value: node(names, at),
  });
  const rows = same('UsagePlanName Description Quota Tags Throttle');
  const stages = [...itemsOf(get(shared?.properties, 'ApiStages')), { ApiId: { Ref: id }, Stage: { Ref: stageId } }];
  const keys = [
    ...itemsOf(get(sharedKey?.properties, 'StageKeys')),
    { RestApiId: { Ref: id }, StageName: { Ref: stageId } },
  ];
  const before = itemsOf(shared?.attributes.find((entry) => entry.key === 'DependsOn')?.value).flatMap(
    (one) => literal(one) ?? [],
  );
  scope.generate(
    declared,
    planId,
    'AWS::ApiGateway::UsagePlan',
    withEntry(forward(rows, plan), 'ApiStages', node(stages, at), at),
    at,
    {
      attributes: [...attributes, depends([...before, id])],
      origin: {
        base: api.implicit
          ? ['Globals', 'Api', 'Auth', 'UsagePlan']
          : ['Resources', id, 'Properties', 'Auth', 'UsagePlan'],
        rows,
      },
    },
  );
  scope.generate(declared, keyId, 'AWS::ApiGateway::ApiKey', { Enabled: true, StageKeys: keys }, at, {
    attributes: [...attributes, depends([planId])],
  });
  scope.generate(
    declared,
    `${prefix}UsagePlanKey`,
    'AWS::ApiGateway::UsagePlanKey',
    { KeyId: { Ref: keyId }, KeyType: 'API_KEY', UsagePlanId: { Ref: planId } },
    at,
    { attributes: [...attributes, depends([keyId])] },
  );
  scope.names.set(`${id}.UsagePlan`, planId);
  scope.names.set(`${id}.ApiKey`, keyId);
  scope.names.set(`${id}.UsagePlanKey`, `${prefix}UsagePlanKey`);
}

/** The document in the words of OpenAPI 3, where its version says that it is one. */
function asOpenApi3(body: MapNode, wanted: DataNode | undefined): MapNode {
  if (get(body, 'swagger')) return body;
  const version = literal(wanted) ?? literal(get(body, 'openapi'));
  if (version === undefined || !/^3(\.\d)?(\.\d)?$/.test(version)) return body;
  let changed = body;
  for (const [from, to] of [
    [SECURITY, 'securitySchemes'],
    ['definitions', 'schemas'],
  ] as const) {
    const value = get(changed, from);
    if (!isTruthy(value)) continue;
    changed = change(withoutEntry(changed, from), ['components', to], value.span, () => value);
  }
  const paths = asMap(get(changed, 'paths'));
  if (!paths) return changed;
  const entries = paths.entries.map((item) => {
    const options = asMap(get(asMap(item.value), 'options'));
    const methods = asMap(item.value);
    if (!options || !methods) return item;
    let made = withoutEntry(withoutEntry(options, 'produces'), 'consumes');
    const headers = asMap(get(made, 'responses', '200', 'headers'));
    if (headers)
      made = change(made, ['responses', '200', 'headers'], headers.span, () => ({
        ...headers,
        entries: headers.entries.map((one) => ({ ...one, value: mapOf({ schema: one.value }, one.value.span) })),
      }));
    return { ...item, value: withEntry(methods, 'options', made) };
  });
  return withEntry(changed, 'paths', { ...paths, entries });
}

/** Where the events of an API's routes stand, by path and method: what an edit of the document is written to. */
export function routePath(api: ApiDraft, path: string, method: string): readonly string[] | undefined {
  const route = api.routes.find(
    (one) => one.path === path && (one.method === method || (one.method === 'any' && method === ANY_METHOD)),
  );
  return route ? eventPath(route.event) : undefined;
}
