import {
  asList,
  asMap,
  callOf,
  change,
  choose,
  emptyMap,
  entriesOf,
  get,
  isTrue,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  stringOf,
  withEntry,
  withoutEntry,
} from '#frameworks/cloudformation/nodes';
import { forward, type Row, row, same } from '#frameworks/cloudformation/rows';
import {
  type ApiDraft,
  apiIdOf,
  changeMethod,
  changeMethods,
  hasIntegration,
  INTEGRATION,
  implicitAttributes,
  invocationUri,
  isAny,
  isDocument,
} from '#frameworks/sam/apis';
import { s3Location } from '#frameworks/sam/code';
import { customDomain, HTTP_DOMAIN } from '#frameworks/sam/domain';
import type { Event, Target } from '#frameworks/sam/event';
import { digest, isAlphanumeric } from '#frameworks/sam/names';
import { authorizerSource, authorizerUri, invokeRole } from '#frameworks/sam/rest-api';
import { conditionOf, ownAttributes, passedOn, type Scope } from '#frameworks/sam/scope';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

const CORS = 'x-amazon-apigateway-cors';

/** The names of CORS settings in SAM and in the API's document. */
const CORS_NAMES = [
  ['AllowOrigins', 'allowOrigins'],
  ['AllowHeaders', 'allowHeaders'],
  ['AllowMethods', 'allowMethods'],
  ['ExposeHeaders', 'exposeHeaders'],
  ['MaxAge', 'maxAge'],
  ['AllowCredentials', 'allowCredentials'],
] as const;

/** What SAM says of an HTTP API. Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html */
export const HTTP_API_ROWS: readonly Row[] = [
  ...same('FailOnWarnings'),
  ...CORS_NAMES.map(([sam, cfn]) => row(`CorsConfiguration.${sam}`, `Body.${CORS}.${cfn}`)),
];

/** What SAM says of the stage of an HTTP API. */
export const HTTP_STAGE_ROWS: readonly Row[] = same(
  'StageName StageVariables AccessLogSettings DefaultRouteSettings RouteSettings',
);

/** Writes the route of an `HttpApi` event into its API's document. */
export function addHttpRoute(event: Event, target: Target, scope: Scope): void {
  const route = scope.routes.get(event);
  const api = scope.apis.get(apiIdOf(event) ?? '');
  if (!route || api?.kind !== 'http' || !isDocument(api.body)) return;
  const { path, method } = route;
  const { at, properties } = event;
  if (hasIntegration(api.body, path, method)) {
    if (api.managed)
      scope.tell(at, `${method.toUpperCase()} ${path} is defined twice: the event ${event.name} was left out.`);
    return;
  }
  const condition = conditionOf(event.owner);
  const uri = invocationUri('${AWS::Partition}', target.arn);
  const timeout = get(properties, 'TimeoutInMillis');
  const integration: Plain = {
    type: 'aws_proxy',
    httpMethod: 'POST',
    payloadFormatVersion: get(properties, 'PayloadFormatVersion') ?? '2.0',
    uri: condition === undefined ? uri : choose(condition, uri),
    timeoutInMillis: isTruthy(timeout) ? timeout : undefined,
  };
  const parameters = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  const security = securityOf(event, api);
  api.body = changeMethod(api.body, path, method, at, (definition) => {
    let made = withEntry(definition, INTEGRATION, node(integration, at), at);
    if (path === '$default' && isAny(method)) made = withEntry(made, 'isDefaultRoute', node(true, at), at);
    if (!get(made, 'responses')) made = withEntry(made, 'responses', emptyMap(at), at);
    if (security) {
      const before = asList(get(made, 'security'))?.items ?? [];
      made = withEntry(made, 'security', { kind: 'list', items: [...before, security], span: security.span });
    }
    if (parameters.length > 0) made = withEntry(made, 'parameters', pathParameters(made, parameters, at), at);
    return condition === undefined ? made : node(choose(condition, made), at);
  });
}

function pathParameters(definition: MapNode, names: readonly string[], at: DataNode['span']): DataNode {
  const before = asList(get(definition, 'parameters'))?.items ?? [];
  const added = names
    .filter((name) => !before.some((one) => literal(get(one, 'name')) === name))
    .map((name) => node({ name, in: 'path', required: true }, at));
  return { kind: 'list', items: [...before, ...added], span: at };
}

/** The security requirement of an event: its authorizer, or the API's default where it only says scopes. */
function securityOf(event: Event, api: ApiDraft): DataNode | undefined {
  const auth = get(event.properties, 'Auth');
  if (!isTruthy(auth)) return undefined;
  const apiAuth = get(api.declared.properties, 'Auth');
  const authorizer = get(auth, 'Authorizer') ?? get(apiAuth, 'DefaultAuthorizer');
  const name = literal(authorizer);
  if (!authorizer || name === undefined) return undefined;
  const own = get(auth, 'AuthorizationScopes');
  const scopes =
    name === 'NONE' || name === 'AWS_IAM'
      ? undefined
      : isTruthy(own)
        ? own
        : get(apiAuth, 'Authorizers', name, 'AuthorizationScopes');
  return mapOf({ [name]: scopes ?? [] }, get(auth, 'Authorizer')?.span ?? auth.span);
}

/** Lowers an HTTP API to the API, its stage, permissions of its authorizers and domain. */
export function lowerHttpApi(api: ApiDraft, scope: Scope): void {
  const { declared } = api;
  const { id, at, properties } = declared;
  const base = api.implicit ? ['Globals', 'HttpApi'] : ['Resources', id, 'Properties'];
  const own = api.implicit ? implicitAttributes(api) : ownAttributes(declared);
  const passed = api.implicit ? own : passedOn(declared);
  const origin = (rows: readonly Row[]) => ({ base, rows, section: 'HttpApi' });
  const strict = get(properties, 'FailOnWarnings');
  let lowered = isTruthy(strict) ? forward(same('FailOnWarnings'), properties) : emptyMap(properties.span);
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
    type: 'AWS::ApiGatewayV2::Api',
    at,
    extent: declared.extent,
    properties: lowered,
    attributes: own,
    ...(api.implicit ? { generatedBy: api.routes[0]?.event.owner.id ?? id } : { declaredType: declared.type }),
    origin: origin(HTTP_API_ROWS),
  });
  lowerStage(api, passed, base, scope);
  for (const entry of entriesOf(get(properties, 'Auth', 'Authorizers'))) {
    const arn = get(entry.value, 'FunctionArn');
    if (!arn || !isTruthy(get(entry.value, 'EnableFunctionDefaultPermissions'))) continue;
    scope.generate(
      declared,
      `${id}${entry.key}AuthorizerPermission`,
      'AWS::Lambda::Permission',
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: arn,
        Principal: 'apigateway.amazonaws.com',
        SourceArn: authorizerSource('${AWS::Partition}', id),
      },
      entry.keySpan,
      { attributes: passed },
    );
  }
  customDomain(declared, HTTP_DOMAIN, passed, scope);
}

function lowerStage(api: ApiDraft, passed: readonly DataEntry[], base: readonly string[], scope: Scope): void {
  const { declared } = api;
  const { id, at, properties } = declared;
  const written = get(properties, 'StageName');
  const name = isTruthy(written) ? stringOf(written) : '$default';
  const stageId =
    name === undefined
      ? `${id}Stage`
      : name === '$default'
        ? `${id}ApiGatewayDefaultStage`
        : isAlphanumeric(name)
          ? `${id}${name}Stage`
          : `${id}Stage${digest(name)}`;
  let stage = forward(HTTP_STAGE_ROWS, properties);
  if (!isTruthy(written)) stage = withEntry(stage, 'StageName', node('$default', at), at);
  if (api.routeSettings) stage = withEntry(stage, 'RouteSettings', api.routeSettings);
  stage = withEntry(stage, 'ApiId', node({ Ref: id }, at), at);
  stage = withEntry(stage, 'AutoDeploy', node(true, at), at);
  const tags = asMap(get(properties, 'Tags')) ?? emptyMap(at);
  if (isDocument(api.body))
    stage = withEntry(stage, 'Tags', withEntry(tags, 'httpapi:createdBy', node('SAM', tags.span)), tags.span);
  scope.generate(declared, stageId, 'AWS::ApiGatewayV2::Stage', stage, at, {
    attributes: passed,
    origin: { base, rows: HTTP_STAGE_ROWS, section: 'HttpApi' },
  });
  scope.names.set(`${id}.Stage`, stageId);
}

function finished(api: ApiDraft, scope: Scope): DataNode {
  if (!api.body || !isDocument(api.body)) return api.body ?? emptyMap(api.declared.at);
  const { properties, at } = api.declared;
  let body: MapNode = addCors(api.body, scope.resolve(get(properties, 'CorsConfiguration')));
  body = addAuthorizers(body, asMap(get(properties, 'Auth')));
  body = addTags(body, get(properties, 'Tags'), at);
  const disabled = get(properties, 'DisableExecuteApiEndpoint');
  if (disabled) {
    const servers = itemsOf(get(body, 'servers'));
    const all = servers.length > 0 ? servers : [emptyMap(disabled.span)];
    const items = all.map((server) => {
      const map = asMap(server);
      const path = ['x-amazon-apigateway-endpoint-configuration', 'disableExecuteApiEndpoint'];
      return map ? change(map, path, disabled.span, () => disabled) : server;
    });
    body = withEntry(body, 'servers', { kind: 'list', items, span: disabled.span });
  }
  const name = get(properties, 'Name');
  if (isTruthy(name)) body = change(body, ['info', 'title'], name.span, () => name);
  const description = get(properties, 'Description');
  if (isTruthy(description) && !get(body, 'info', 'description'))
    body = change(body, ['info', 'description'], description.span, () => description);
  const paths = asMap(get(body, 'paths'));
  const fallback = get(paths, '$default');
  if (isTruthy(get(properties, 'FailOnWarnings')) && paths && fallback)
    body = withEntry(body, 'paths', withEntry(withoutEntry(paths, '$default'), '/$default', fallback));
  return body;
}

function addCors(body: MapNode, cors: DataNode | undefined): MapNode {
  if (!isTruthy(cors)) return body;
  const before = asMap(get(body, CORS)) ?? emptyMap(cors.span);
  if (callOf(cors)) return withEntry(body, CORS, cors);
  const map = asMap(cors);
  let settings = before;
  const origins = map ? get(map, 'AllowOrigins') : node(['*'], cors.span);
  for (const [sam, cfn] of CORS_NAMES) {
    const entry = entriesOf(map).find((one) => one.key === sam);
    const value = sam === 'AllowOrigins' ? (origins ?? (map ? node(['*'], cors.span) : undefined)) : get(map, sam);
    const wanted =
      sam === 'AllowCredentials' ? isTrue(value) : sam === 'MaxAge' ? value !== undefined : isTruthy(value);
    if (value && wanted) settings = withEntry(settings, cfn, value, entry?.keySpan ?? cors.span);
  }
  return withEntry(body, CORS, settings);
}

function addAuthorizers(body: MapNode, auth: MapNode | undefined): MapNode {
  if (!isTruthy(auth)) return body;
  const authorizers = asMap(get(auth, 'Authorizers'));
  const iam = get(auth, 'EnableIamAuthorizer');
  let changed = body;
  if (isTrue(iam) && iam)
    changed = change(changed, ['components', 'securitySchemes', 'AWS_IAM'], iam.span, () =>
      node(
        { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
        iam.span,
      ),
    );
  for (const entry of entriesOf(authorizers))
    changed = change(changed, ['components', 'securitySchemes', entry.key], entry.keySpan, () => authorizer(entry));
  const fallback = get(auth, 'DefaultAuthorizer');
  const name = literal(fallback);
  if (!fallback || name === undefined) return changed;
  const scopes = get(authorizers, name, 'AuthorizationScopes');
  return changeMethods(changed, (definition, method) => {
    if (method.toLowerCase() === 'options' || isTruthy(get(definition, 'security'))) return definition;
    return withEntry(definition, 'security', node([{ [name]: scopes ?? [] }], fallback.span), fallback.span);
  }) as MapNode;
}

/** One authorizer of an HTTP API as its document defines it. */
function authorizer(entry: DataEntry): DataNode {
  const { value } = entry;
  const at = value.span;
  const jwt = asMap(get(value, 'JwtConfiguration'));
  if (jwt && isTruthy(jwt)) {
    const configuration: MapNode = {
      ...jwt,
      entries: jwt.entries.map((one) => ({ ...one, key: one.key.toLowerCase() })),
    };
    return mapOf(
      {
        type: 'oauth2',
        'x-amazon-apigateway-authorizer': {
          jwtConfiguration: configuration,
          identitySource: get(value, 'IdentitySource'),
          type: 'jwt',
        },
      },
      at,
    );
  }
  const identity = get(value, 'Identity');
  const simple = get(value, 'EnableSimpleResponses');
  return mapOf(
    {
      type: 'apiKey',
      name: 'Unused',
      in: 'header',
      'x-amazon-apigateway-authorizer': {
        type: 'request',
        authorizerUri: authorizerUri('aws', get(value, 'FunctionArn'), at),
        authorizerCredentials: invokeRole(value),
        authorizerResultTtlInSeconds: get(identity, 'ReauthorizeEvery'),
        identitySource: isTruthy(identity) ? identitySources(identity) : undefined,
        authorizerPayloadFormatVersion: get(value, 'AuthorizerPayloadFormatVersion'),
        enableSimpleResponses: isTruthy(simple) ? simple : undefined,
      },
    },
    at,
  );
}

function identitySources(identity: DataNode): readonly string[] {
  return (
    [
      ['Headers', '$request.header.'],
      ['QueryStrings', '$request.querystring.'],
      ['StageVariables', '$stageVariables.'],
      ['Context', '$context.'],
    ] as const
  ).flatMap(([key, prefix]) => itemsOf(get(identity, key)).map((one) => prefix + (literal(one) ?? '')));
}

function addTags(body: MapNode, tags: DataNode | undefined, at: DataNode['span']): MapNode {
  const items = [...itemsOf(get(body, 'tags'))];
  const all: { key: string; value: Plain; at: DataNode['span'] }[] = entriesOf(tags).map((entry) => ({
    key: entry.key,
    value: entry.value,
    at: entry.keySpan,
  }));
  for (const tag of [...all, { key: 'httpapi:createdBy', value: 'SAM', at }]) {
    const made = node({ name: tag.key, 'x-amazon-apigateway-tag-value': tag.value }, tag.at);
    const index = items.findIndex((one) => literal(get(one, 'name')) === tag.key);
    if (index === -1) items.push(made);
    else items[index] = made;
  }
  return withEntry(body, 'tags', { kind: 'list', items, span: at });
}
