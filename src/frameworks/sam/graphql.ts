import {
  asMap,
  emptyMap,
  entriesOf,
  get,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  scalar,
  withEntry,
  withoutEntry,
} from '#frameworks/cloudformation/nodes';
import { forward, type Row, row, same } from '#frameworks/cloudformation/rows';
import { implied, lowerConnector } from '#frameworks/sam/connector';
import { awsPolicy, tagList, trust } from '#frameworks/sam/role';
import { type Declared, ownAttributes, type Scope } from '#frameworks/sam/scope';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** What SAM says of a GraphQL API. Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html */
const API_ROWS: readonly Row[] = [
  ...same('Name Visibility OwnerContact XrayEnabled IntrospectionConfig QueryDepthLimit ResolverCountLimit'),
  row('Auth.Type', 'AuthenticationType'),
  row('Auth.LambdaAuthorizer', 'LambdaAuthorizerConfig'),
  row('Auth.OpenIDConnect', 'OpenIDConnectConfig'),
  row('Auth.UserPool', 'UserPoolConfig'),
  row('Logging.ExcludeVerboseContent', 'LogConfig.ExcludeVerboseContent'),
  row('Logging.FieldLogLevel', 'LogConfig.FieldLogLevel'),
  row('Logging.CloudWatchLogsRoleArn', 'LogConfig.CloudWatchLogsRoleArn'),
];

const CACHE_ROWS: readonly Row[] = same('ApiCachingBehavior AtRestEncryptionEnabled TransitEncryptionEnabled Ttl Type');

/** The configuration that belongs to a kind of authorization. */
const AUTH_CONFIG: Readonly<Record<string, readonly [string, string]>> = {
  AWS_LAMBDA: ['LambdaAuthorizer', 'LambdaAuthorizerConfig'],
  OPENID_CONNECT: ['OpenIDConnect', 'OpenIDConnectConfig'],
  AMAZON_COGNITO_USER_POOLS: ['UserPool', 'UserPoolConfig'],
};

/** Lowers an `AWS::Serverless::GraphQLApi` to the AppSync API with its schema, keys, data sources, functions and resolvers. */
export function lowerGraphQLApi(api: Declared, scope: Scope): void {
  const { id, at, properties } = api;
  const base = ['Resources', id, 'Properties'];
  const attributes = ownAttributes(api);
  const generate = (
    name: string,
    type: string,
    made: MapNode | { readonly [key: string]: Plain | undefined },
    place = at,
  ): void => scope.generate(api, name, type, made, place, { attributes });
  const apiId: Plain = { 'Fn::GetAtt': [id, 'ApiId'] };

  let lowered = forward(API_ROWS, properties);
  if (!get(lowered, 'Name')) lowered = withEntry(lowered, 'Name', node(id, at), at);
  const tags = itemsOf(tagList(get(properties, 'Tags'), [], at));
  lowered = withEntry(lowered, 'Tags', node([...tags, { Key: 'graphqlapi:createdBy', Value: 'SAM' }], at), at);
  const auth = get(properties, 'Auth');
  const lambdas: DataNode[] = [];
  const uri = get(auth, 'LambdaAuthorizer', 'AuthorizerUri');
  if (uri && literal(get(auth, 'Type')) === 'AWS_LAMBDA') lambdas.push(uri);
  const additional = itemsOf(get(auth, 'Additional')).map((one): Plain => {
    const [sam, cfn] = AUTH_CONFIG[literal(get(one, 'Type')) ?? ''] ?? ['', ''];
    const config = sam === '' ? undefined : get(one, sam);
    const arn = sam === 'LambdaAuthorizer' ? get(config, 'AuthorizerUri') : undefined;
    if (arn) lambdas.push(arn);
    const plain = sam === 'UserPool' && asMap(config) ? withoutEntry(config as MapNode, 'DefaultAction') : config;
    return { AuthenticationType: get(one, 'Type'), ...(plain ? { [cfn]: plain } : {}) };
  });
  if (additional.length > 0)
    lowered = withEntry(
      lowered,
      'AdditionalAuthenticationProviders',
      node(additional, get(auth, 'Additional')?.span ?? at),
    );

  const logging = get(properties, 'Logging');
  const off = logging?.kind === 'scalar' && logging.value === false;
  if (!off) {
    let config = asMap(get(lowered, 'LogConfig')) ?? emptyMap(logging?.span ?? at);
    if (!get(config, 'FieldLogLevel')) config = withEntry(config, 'FieldLogLevel', node('ALL', config.span));
    if (!get(config, 'CloudWatchLogsRoleArn')) {
      const role = `${id}CloudWatchRole`;
      config = withEntry(config, 'CloudWatchLogsRoleArn', node({ 'Fn::GetAtt': [role, 'Arn'] }, config.span));
      const managed = awsPolicy('service-role/AWSAppSyncPushToCloudWatchLogs').replace(
        'arn:aws:',
        'arn:${AWS::Partition}:',
      );
      generate(role, 'AWS::IAM::Role', {
        AssumeRolePolicyDocument: trust('appsync.amazonaws.com'),
        ManagedPolicyArns: [{ 'Fn::Sub': managed }],
      });
    }
    lowered = withEntry(lowered, 'LogConfig', config, config.span);
  }
  scope.emit({
    id,
    type: 'AWS::AppSync::GraphQLApi',
    at,
    extent: api.extent,
    properties: lowered,
    attributes,
    declaredType: api.type,
    origin: { base, rows: API_ROWS },
  });
  for (const [index, arn] of lambdas.entries()) {
    const source = { Type: 'AWS::AppSync::GraphQLApi', Arn: { Ref: id }, ResourceId: apiId };
    const target = { Type: 'AWS::Lambda::Function', Arn: arn };
    lowerConnector(implied(api, `${id}ToLambdaAuthConnector${index + 1}`, arn.span, source, target, ['Write']), scope);
  }
  generate(`${id}Schema`, 'AWS::AppSync::GraphQLSchema', {
    ApiId: apiId,
    Definition: get(properties, 'SchemaInline'),
    DefinitionS3Location: get(properties, 'SchemaUri'),
  });
  for (const key of entriesOf(get(properties, 'ApiKeys')))
    generate(
      id + key.key,
      'AWS::AppSync::ApiKey',
      {
        ApiId: apiId,
        ApiKeyId: get(key.value, 'ApiKeyId'),
        Description: get(key.value, 'Description'),
        Expires: get(key.value, 'ExpiresOn'),
      },
      key.keySpan,
    );
  const cache = asMap(get(properties, 'Cache'));
  if (cache)
    scope.generate(
      api,
      `${id}ApiCache`,
      'AWS::AppSync::ApiCache',
      withEntry(cache, 'ApiId', node(apiId, at)),
      cache.span,
      { attributes, origin: { base: [...base, 'Cache'], rows: CACHE_ROWS } },
    );
  const domain = asMap(get(properties, 'DomainName'));
  if (domain) {
    generate(`${id}DomainName`, 'AWS::AppSync::DomainName', domain, domain.span);
    generate(
      `${id}DomainNameApiAssociation`,
      'AWS::AppSync::DomainNameApiAssociation',
      { ApiId: apiId, DomainName: { 'Fn::GetAtt': [`${id}DomainName`, 'DomainName'] } },
      domain.span,
    );
  }
  const sources = lowerDataSources(api, apiId, generate, scope);
  lowerResolvers(api, apiId, sources, generate, scope);
}

type Generate = (
  name: string,
  type: string,
  made: MapNode | { readonly [key: string]: Plain | undefined },
  place?: DataNode['span'],
) => void;

function lowerDataSources(api: Declared, apiId: Plain, generate: Generate, scope: Scope): ReadonlyMap<string, Plain> {
  const names = new Map<string, Plain>();
  const all = get(api.properties, 'DataSources');
  for (const kind of ['DynamoDb', 'Lambda'] as const) {
    for (const source of entriesOf(get(all, kind))) {
      const table = kind === 'DynamoDb';
      const name = `${api.id}${source.key}${table ? 'DynamoDB' : 'Lambda'}DataSource`;
      const { value, keySpan } = source;
      const region: Plain = get(value, 'Region') ?? { Ref: 'AWS::Region' };
      const given = get(value, 'ServiceRoleArn');
      generate(
        name,
        'AWS::AppSync::DataSource',
        {
          Name: get(value, 'Name') ?? source.key,
          Type: table ? 'AMAZON_DYNAMODB' : 'AWS_LAMBDA',
          ApiId: apiId,
          Description: get(value, 'Description'),
          DynamoDBConfig: table ? tableConfig(value, region) : undefined,
          LambdaConfig: table ? undefined : { LambdaFunctionArn: get(value, 'FunctionArn') },
          ServiceRoleArn: given ?? { 'Fn::GetAtt': [`${name}Role`, 'Arn'] },
        },
        keySpan,
      );
      names.set(source.key, { 'Fn::GetAtt': [name, 'Name'] });
      if (given) continue;
      generate(`${name}Role`, 'AWS::IAM::Role', { AssumeRolePolicyDocument: trust('appsync.amazonaws.com') }, keySpan);
      const permissions = itemsOf(get(value, 'Permissions')).flatMap((one) => literal(one) ?? []);
      const from = {
        Type: 'AWS::AppSync::DataSource',
        Arn: { 'Fn::GetAtt': [name, 'DataSourceArn'] },
        RoleName: { Ref: `${name}Role` },
      };
      const to = table
        ? { Type: 'AWS::DynamoDB::Table', Arn: get(value, 'TableArn') ?? tableArn(value, region) }
        : { Type: 'AWS::Lambda::Function', Arn: get(value, 'FunctionArn') };
      const granted = table ? (permissions.length > 0 ? permissions : ['Read', 'Write']) : ['Write'];
      const connector = `${name}To${table ? 'Table' : 'Lambda'}Connector`;
      lowerConnector(implied(api, connector, keySpan, from, to, granted), scope);
    }
  }
  return names;
}

function tableConfig(value: DataNode, region: Plain): Plain {
  const caller = get(value, 'UseCallerCredentials');
  const versioned = get(value, 'Versioned');
  return {
    AwsRegion: region,
    TableName: get(value, 'TableName'),
    UseCallerCredentials: isTruthy(caller) ? caller : undefined,
    Versioned: isTruthy(versioned) ? versioned : undefined,
    DeltaSyncConfig: get(value, 'DeltaSync'),
  };
}

function tableArn(value: DataNode, region: Plain): Plain {
  return {
    'Fn::Sub': [
      'arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}',
      { __TableName__: get(value, 'TableName'), __Region__: region },
    ],
  };
}

function runtimeOf(value: DataNode): Plain | undefined {
  const runtime = get(value, 'Runtime');
  return runtime ? { Name: get(runtime, 'Name'), RuntimeVersion: get(runtime, 'Version') } : undefined;
}

function lowerResolvers(
  api: Declared,
  apiId: Plain,
  sources: ReadonlyMap<string, Plain>,
  generate: Generate,
  scope: Scope,
): void {
  const { id, at, properties } = api;
  const functions = new Map<string, Plain>();
  let none = false;
  for (const fn of entriesOf(get(properties, 'Functions'))) {
    const given = get(fn.value, 'Id');
    if (given) {
      functions.set(fn.key, given);
      continue;
    }
    const source = get(fn.value, 'DataSource');
    const name = literal(source);
    const isNone = name?.toLowerCase() === 'none';
    if (isNone) none = true;
    generate(
      id + fn.key,
      'AWS::AppSync::FunctionConfiguration',
      {
        ApiId: apiId,
        Name: get(fn.value, 'Name') ?? fn.key,
        Code: get(fn.value, 'InlineCode'),
        CodeS3Location: get(fn.value, 'CodeUri'),
        DataSourceName: isNone
          ? { 'Fn::GetAtt': [`${id}NoneDataSource`, 'Name'] }
          : ((name === undefined ? undefined : sources.get(name)) ?? source),
        MaxBatchSize: get(fn.value, 'MaxBatchSize'),
        Description: get(fn.value, 'Description'),
        Runtime: runtimeOf(fn.value),
        SyncConfig: get(fn.value, 'Sync'),
      },
      fn.keySpan,
    );
    functions.set(fn.key, { 'Fn::GetAtt': [id + fn.key, 'FunctionId'] });
  }
  for (const type of entriesOf(get(properties, 'Resolvers')))
    for (const resolver of entriesOf(type.value)) lowerResolver(api, apiId, type, resolver, functions, scope);
  if (none)
    generate(
      `${id}NoneDataSource`,
      'AWS::AppSync::DataSource',
      { ApiId: apiId, Name: `${id}NoneDataSource`, Type: 'NONE' },
      at,
    );
}

function lowerResolver(
  api: Declared,
  apiId: Plain,
  type: DataEntry,
  resolver: DataEntry,
  functions: ReadonlyMap<string, Plain>,
  scope: Scope,
): void {
  const { value, keySpan } = resolver;
  const code = get(value, 'InlineCode');
  const uri = get(value, 'CodeUri');
  const pipeline = itemsOf(get(value, 'Pipeline')).flatMap((one): readonly Plain[] => {
    const id = functions.get(literal(one) ?? '');
    return id === undefined ? [] : [id];
  });
  const depends: DataEntry = { key: 'DependsOn', keySpan, value: node([`${api.id}Schema`], keySpan) };
  scope.generate(
    api,
    api.id + type.key + resolver.key,
    'AWS::AppSync::Resolver',
    {
      // SAM writes a resolver that passes the pipeline's result on where the author gives no code.
      Code: code ?? (uri ? undefined : scalar('export function request() { return {}; }', keySpan)),
      CodeS3Location: uri,
      Runtime: code || uri ? runtimeOf(value) : { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
      ApiId: apiId,
      FieldName: get(value, 'FieldName') ?? resolver.key,
      TypeName: type.key,
      Kind: 'PIPELINE',
      PipelineConfig: mapOf({ Functions: pipeline }, keySpan),
      CachingConfig: get(value, 'Caching'),
      MaxBatchSize: get(value, 'MaxBatchSize'),
    },
    keySpan,
    { attributes: [...ownAttributes(api).filter((entry) => entry.key !== 'DependsOn'), depends] },
  );
}
