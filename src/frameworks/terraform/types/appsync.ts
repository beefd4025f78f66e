import type { Instance } from '#frameworks/terraform/instance';
import { mapData, refTo, TAGS } from '#frameworks/terraform/types/rows';
import {
  type Addition,
  block,
  blocks,
  type LoweringScope,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';
import { argumentOf } from '#frameworks/terraform/values';

const OPEN_ID: Row = block('openid_connect_config', 'OpenIDConnectConfig', [
  row('auth_ttl', 'AuthTTL'),
  row('iat_ttl', 'IatTTL'),
  ...same('ClientId Issuer'),
]);

const LAMBDA_AUTHORIZER: Row = block(
  'lambda_authorizer_config',
  'LambdaAuthorizerConfig',
  same('AuthorizerResultTtlInSeconds AuthorizerUri IdentityValidationExpression'),
);

const USER_POOL: readonly Row[] = same('AppIdClientRegex AwsRegion UserPoolId');

const RUNTIME: Row = block('runtime', 'Runtime', same('Name RuntimeVersion'));

/** The schema that stands in the API's block: CloudFormation has a resource for it. */
function* schema(instance: Instance, lowering: LoweringScope): Iterable<Addition> {
  const definition = argumentOf(instance.body, 'schema');
  if (!definition) return;
  const properties = mapData({ ApiId: refTo(instance, lowering, 'ApiId'), Definition: definition });
  yield {
    suffix: 'schema',
    type: 'AWS::AppSync::GraphQLSchema',
    properties: { kind: 'set', at: definition.at, data: properties },
  };
}

/** AppSync: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_graphql_api and the pages beside it. */
export const appsync: readonly Table[] = [
  resource(
    'aws_appsync_graphql_api',
    'AWS::AppSync::GraphQLApi',
    [
      ...same('Name AuthenticationType Visibility IntrospectionConfig QueryDepthLimit ResolverCountLimit XrayEnabled'),
      ...same('ApiType MergedApiExecutionRoleArn'),
      LAMBDA_AUTHORIZER,
      OPEN_ID,
      block('user_pool_config', 'UserPoolConfig', [...USER_POOL, ...same('DefaultAction')]),
      blocks('additional_authentication_provider', 'AdditionalAuthenticationProviders', [
        ...same('AuthenticationType'),
        LAMBDA_AUTHORIZER,
        OPEN_ID,
        block('user_pool_config', 'UserPoolConfig', USER_POOL),
      ]),
      block('log_config', 'LogConfig', [
        row('cloudwatch_logs_role_arn', 'CloudWatchLogsRoleArn'),
        ...same('ExcludeVerboseContent FieldLogLevel'),
      ]),
      ...TAGS,
    ],
    { attributes: { id: 'ApiId' }, adds: schema },
  ),
  resource('aws_appsync_api_key', 'AWS::AppSync::ApiKey', same('ApiId Description'), {
    attributes: { id: 'ApiKeyId', key: 'ApiKey' },
  }),
  resource(
    'aws_appsync_datasource',
    'AWS::AppSync::DataSource',
    [
      ...same('ApiId Name Type Description ServiceRoleArn'),
      block('lambda_config', 'LambdaConfig', [row('function_arn', 'LambdaFunctionArn')]),
      block('dynamodb_config', 'DynamoDBConfig', [
        ...same('TableName UseCallerCredentials Versioned'),
        row('region', 'AwsRegion'),
      ]),
      block('http_config', 'HttpConfig', [
        ...same('Endpoint'),
        row('authorization_config.authorization_type', 'AuthorizationConfig.AuthorizationType'),
      ]),
      block('opensearchservice_config', 'OpenSearchServiceConfig', [...same('Endpoint'), row('region', 'AwsRegion')]),
      block('elasticsearch_config', 'ElasticsearchConfig', [...same('Endpoint'), row('region', 'AwsRegion')]),
      block('event_bridge_config', 'EventBridgeConfig', same('EventBusArn')),
      block('relational_database_config', 'RelationalDatabaseConfig', [
        row('source_type', 'RelationalDatabaseSourceType'),
        block('http_endpoint_config', 'RdsHttpEndpointConfig', [
          ...same('AwsSecretStoreArn DatabaseName DbClusterIdentifier Schema'),
          row('region', 'AwsRegion'),
        ]),
      ]),
    ],
    { attributes: { arn: 'DataSourceArn', name: 'Name' } },
  ),
  resource(
    'aws_appsync_resolver',
    'AWS::AppSync::Resolver',
    [
      ...same('ApiId Code Kind MaxBatchSize'),
      row('type', 'TypeName'),
      row('field', 'FieldName'),
      row('data_source', 'DataSourceName'),
      row('request_template', 'RequestMappingTemplate'),
      row('response_template', 'ResponseMappingTemplate'),
      block('pipeline_config', 'PipelineConfig', same('Functions')),
      block('caching_config', 'CachingConfig', same('CachingKeys Ttl')),
      RUNTIME,
    ],
    { attributes: { arn: 'ResolverArn' } },
  ),
  resource(
    'aws_appsync_function',
    'AWS::AppSync::FunctionConfiguration',
    [
      ...same(
        'ApiId Code Name Description FunctionVersion MaxBatchSize RequestMappingTemplate ResponseMappingTemplate',
      ),
      row('data_source', 'DataSourceName'),
      RUNTIME,
    ],
    { attributes: { arn: 'FunctionArn', function_id: 'FunctionId' } },
  ),
  resource('aws_appsync_domain_name', 'AWS::AppSync::DomainName', same('CertificateArn Description DomainName'), {
    attributes: { appsync_domain_name: 'AppSyncDomainName' },
  }),
  resource('aws_appsync_domain_name_api_association', 'AWS::AppSync::DomainNameApiAssociation', [
    ...same('ApiId DomainName'),
  ]),
  resource('aws_appsync_api_cache', 'AWS::AppSync::ApiCache', [
    ...same('ApiId ApiCachingBehavior AtRestEncryptionEnabled TransitEncryptionEnabled Ttl Type'),
  ]),
  resource('aws_appsync_source_api_association', 'AWS::AppSync::SourceApiAssociation', [
    row('merged_api_id', 'MergedApiIdentifier'),
    row('source_api_id', 'SourceApiIdentifier'),
    row('description', 'Description'),
  ]),
  resource('aws_appsync_type', 'AWS::AppSync::Type', same('ApiId Definition Format')),
  resource(
    'aws_appsync_api',
    'AWS::AppSync::Api',
    [
      ...same('Name OwnerContact'),
      block('event_config', 'EventConfig', [
        blocks('auth_provider', 'AuthProviders', [
          ...same('AuthType'),
          block('cognito_config', 'CognitoConfig', USER_POOL),
          LAMBDA_AUTHORIZER,
          OPEN_ID,
        ]),
        blocks('connection_auth_mode', 'ConnectionAuthModes', same('AuthType')),
        blocks('default_publish_auth_mode', 'DefaultPublishAuthModes', same('AuthType')),
        blocks('default_subscribe_auth_mode', 'DefaultSubscribeAuthModes', same('AuthType')),
        block('log_config', 'LogConfig', [
          row('cloudwatch_logs_role_arn', 'CloudWatchLogsRoleArn'),
          ...same('LogLevel'),
        ]),
      ]),
      ...TAGS,
    ],
    { attributes: { api_id: 'ApiId', api_arn: 'ApiArn' } },
  ),
  resource(
    'aws_appsync_channel_namespace',
    'AWS::AppSync::ChannelNamespace',
    [
      ...same('ApiId Name CodeHandlers'),
      blocks('publish_auth_mode', 'PublishAuthModes', same('AuthType')),
      blocks('subscribe_auth_mode', 'SubscribeAuthModes', same('AuthType')),
    ],
    { attributes: { channel_namespace_arn: 'ChannelNamespaceArn' } },
  ),
];
