import { orElse, TAGS, unset } from '#frameworks/terraform/types/rows';
import {
  type Attribute,
  block,
  blocks,
  type CompanionTable,
  companion,
  entries,
  HOLES,
  ignored,
  json,
  made,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';
import { argumentOf, textOf } from '#frameworks/terraform/values';
import type { SetValue, Value } from '#model/value';

const OF_METHOD: CompanionTable['owner'] = {
  types: ['aws_api_gateway_method'],
  same: ['rest_api_id', 'resource_id', 'http_method'],
};

const OF_API: CompanionTable['owner'] = { types: ['aws_api_gateway_rest_api'], argument: 'rest_api_id' };

const INTEGRATION: readonly Row[] = [
  ...same('Type Uri Credentials IntegrationHttpMethod RequestTemplates RequestParameters PassthroughBehavior'),
  ...same('CacheKeyParameters CacheNamespace ContentHandling ConnectionType ConnectionId'),
  row('timeout_milliseconds', 'TimeoutInMillis'),
];

/** `path/GET` of method settings: the path with its slash, and the method. All of them are `*\/*`. */
const METHOD_PATH: readonly Row[] = [
  made('ResourcePath', (body) => pathPart(body, ([path]) => `/${path}`)),
  made('HttpMethod', (body) => pathPart(body, ([, method]) => method)),
];

function pathPart(body: Value, of: (parts: readonly [path: string, method: string]) => string): Value | undefined {
  const whole = argumentOf(body, 'method_path');
  const text = textOf(whole);
  if (!whole || text === undefined) return whole;
  if (typeof text !== 'string')
    return { kind: 'unknown', at: whole.at, why: 'the path of the method is known in part' };
  const cut = text.lastIndexOf('/');
  const set: SetValue = {
    kind: 'set',
    at: whole.at,
    data: of([text.slice(0, cut).replace(/^\//, ''), text.slice(cut + 1)]),
  };
  return whole.kind === 'set' && whole.key ? { ...set, key: whole.key } : set;
}

/** The ARN that a permission to invoke or a policy names, up to the stage. Of a stage it is that of any API that has it. */
export function executionArn(api = ''): Attribute {
  return (ref) => ['arn:', HOLES.partition, ':execute-api:', HOLES.region, ':', HOLES.account, `:${api}`, ref('Ref')];
}

/** The ARN by which others attach something (a firewall) to what the path leads to; it has no account. */
export function managementArn(path: string): Attribute {
  return (ref) => ['arn:', HOLES.partition, ':apigateway:', HOLES.region, `::${path}`, ref('Ref')];
}

/** REST APIs: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_rest_api and the pages beside it. */
export const apiGateway: readonly Table[] = [
  resource(
    'aws_api_gateway_rest_api',
    'AWS::ApiGateway::RestApi',
    [
      ...same('Name Description DisableExecuteApiEndpoint FailOnWarnings MinimumCompressionSize Parameters'),
      row('api_key_source', 'ApiKeySourceType'),
      row('binary_media_types', 'BinaryMediaTypes'),
      row('put_rest_api_mode', 'Mode'),
      json('body', 'Body'),
      json('policy', 'Policy'),
      block('endpoint_configuration', 'EndpointConfiguration', same('Types VpcEndpointIds IpAddressType')),
      ...TAGS,
    ],
    {
      attributes: {
        root_resource_id: 'RootResourceId',
        arn: managementArn('/restapis/'),
        execution_arn: executionArn(),
      },
    },
  ),
  companion('aws_api_gateway_rest_api_policy', OF_API, { as: 'merge' }, [json('policy', 'Policy')]),
  companion('aws_api_gateway_rest_api_put', OF_API, { as: 'merge' }, [json('body', 'Body')]),
  resource('aws_api_gateway_resource', 'AWS::ApiGateway::Resource', same('RestApiId ParentId PathPart')),
  resource('aws_api_gateway_method', 'AWS::ApiGateway::Method', [
    ...same('RestApiId ResourceId HttpMethod AuthorizerId AuthorizationScopes ApiKeyRequired OperationName'),
    ...same('RequestModels RequestParameters RequestValidatorId'),
    row('authorization', 'AuthorizationType'),
  ]),
  companion('aws_api_gateway_integration', OF_METHOD, { as: 'merge' }, [
    ...INTEGRATION.map((one) => ({ ...one, cfn: ['Integration', ...one.cfn] })),
  ]),
  companion(
    'aws_api_gateway_integration_response',
    OF_METHOD,
    {
      as: 'append',
      cfn: ['Integration', 'IntegrationResponses'],
    },
    same('StatusCode SelectionPattern ResponseParameters ResponseTemplates ContentHandling'),
  ),
  companion('aws_api_gateway_method_response', OF_METHOD, { as: 'append', cfn: ['MethodResponses'] }, [
    ...same('StatusCode ResponseModels ResponseParameters'),
  ]),
  resource('aws_api_gateway_gateway_response', 'AWS::ApiGateway::GatewayResponse', [
    ...same('RestApiId ResponseType StatusCode ResponseParameters ResponseTemplates'),
  ]),
  resource('aws_api_gateway_deployment', 'AWS::ApiGateway::Deployment', [
    ...same('RestApiId Description StageName'),
    row('stage_description', 'StageDescription.Description'),
    row('variables', 'StageDescription.Variables'),
  ]),
  resource(
    'aws_api_gateway_stage',
    'AWS::ApiGateway::Stage',
    [
      ...same('RestApiId StageName DeploymentId Description CacheClusterEnabled CacheClusterSize ClientCertificateId'),
      ...same('DocumentationVersion Variables'),
      row('xray_tracing_enabled', 'TracingEnabled'),
      block('access_log_settings', 'AccessLogSetting', same('DestinationArn Format')),
      block(
        'canary_settings',
        'CanarySetting',
        same('DeploymentId PercentTraffic StageVariableOverrides UseStageCache'),
      ),
      ...TAGS,
    ],
    {
      attributes: {
        arn: managementArn('/restapis/*/stages/'),
        execution_arn: executionArn('*/'),
      },
    },
  ),
  companion(
    'aws_api_gateway_method_settings',
    { types: ['aws_api_gateway_stage'], same: ['rest_api_id', 'stage_name'] },
    { as: 'append', cfn: ['MethodSettings'] },
    [
      ...METHOD_PATH,
      block('settings', '', [
        ...same('CachingEnabled CacheDataEncrypted CacheTtlInSeconds DataTraceEnabled LoggingLevel MetricsEnabled'),
        row('throttling_burst_limit', 'ThrottlingBurstLimit', unset(-1)),
        row('throttling_rate_limit', 'ThrottlingRateLimit', unset(-1)),
      ]),
    ],
  ),
  resource('aws_api_gateway_authorizer', 'AWS::ApiGateway::Authorizer', [
    ...same('RestApiId Name Type AuthorizerUri AuthorizerCredentials AuthorizerResultTtlInSeconds IdentitySource'),
    row('identity_validation_expression', 'IdentityValidationExpression'),
    row('provider_arns', 'ProviderARNs'),
    orElse('type', 'Type', 'TOKEN'),
    orElse('identity_source', 'IdentitySource', 'method.request.header.Authorization'),
  ]),
  resource('aws_api_gateway_model', 'AWS::ApiGateway::Model', [
    ...same('RestApiId Name ContentType Description'),
    json('schema', 'Schema'),
  ]),
  resource('aws_api_gateway_request_validator', 'AWS::ApiGateway::RequestValidator', [
    ...same('RestApiId Name ValidateRequestBody ValidateRequestParameters'),
  ]),
  resource('aws_api_gateway_api_key', 'AWS::ApiGateway::ApiKey', [
    ...same('CustomerId Description Enabled Name Value'),
    orElse('enabled', 'Enabled', true),
    ...TAGS,
  ]),
  resource('aws_api_gateway_usage_plan', 'AWS::ApiGateway::UsagePlan', [
    row('name', 'UsagePlanName'),
    row('description', 'Description'),
    blocks('api_stages', 'ApiStages', [
      ...same('ApiId Stage'),
      entries('throttle', 'Throttle', 'path', same('BurstLimit RateLimit')),
    ]),
    block('quota_settings', 'Quota', same('Limit Offset Period')),
    block('throttle_settings', 'Throttle', same('BurstLimit RateLimit')),
    ...TAGS,
  ]),
  resource('aws_api_gateway_usage_plan_key', 'AWS::ApiGateway::UsagePlanKey', same('KeyId KeyType UsagePlanId')),
  resource(
    'aws_api_gateway_domain_name',
    'AWS::ApiGateway::DomainName',
    [
      ...same('DomainName CertificateArn RegionalCertificateArn OwnershipVerificationCertificateArn SecurityPolicy'),
      block('endpoint_configuration', 'EndpointConfiguration', same('Types IpAddressType')),
      block('mutual_tls_authentication', 'MutualTlsAuthentication', same('TruststoreUri TruststoreVersion')),
      ...TAGS,
    ],
    {
      attributes: {
        domain_name: 'Ref',
        arn: managementArn('/domainnames/'),
        cloudfront_domain_name: 'DistributionDomainName',
        cloudfront_zone_id: 'DistributionHostedZoneId',
        regional_zone_id: 'RegionalHostedZoneId',
      },
    },
  ),
  resource('aws_api_gateway_base_path_mapping', 'AWS::ApiGateway::BasePathMapping', [
    ...same('DomainName BasePath'),
    row('api_id', 'RestApiId'),
    row('stage_name', 'Stage'),
  ]),
  resource('aws_api_gateway_account', 'AWS::ApiGateway::Account', [row('cloudwatch_role_arn', 'CloudWatchRoleArn')]),
  resource('aws_api_gateway_vpc_link', 'AWS::ApiGateway::VpcLink', [...same('Name Description TargetArns'), ...TAGS]),
  resource('aws_api_gateway_client_certificate', 'AWS::ApiGateway::ClientCertificate', [
    ...same('Description'),
    ...TAGS,
  ]),
  ...ignored('aws_api_gateway_documentation_part aws_api_gateway_documentation_version'),
];
