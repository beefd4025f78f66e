import { executionArn, managementArn } from '#frameworks/terraform/types/api-gateway';
import {
  block,
  blocks,
  entries,
  json,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';

const ROUTE_SETTINGS = same(
  'DataTraceEnabled DetailedMetricsEnabled LoggingLevel ThrottlingBurstLimit ThrottlingRateLimit',
);

/** Of these types CloudFormation has tags as a map, too. */
const TAGS: Row = row('tags', 'Tags');

/** HTTP and WebSocket APIs: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_api and beside it. */
export const apiGatewayV2: readonly Table[] = [
  resource(
    'aws_apigatewayv2_api',
    'AWS::ApiGatewayV2::Api',
    [
      ...same('Name ProtocolType Description Version RouteSelectionExpression ApiKeySelectionExpression'),
      ...same('DisableExecuteApiEndpoint FailOnWarnings IpAddressType Target RouteKey CredentialsArn'),
      json('body', 'Body'),
      block(
        'cors_configuration',
        'CorsConfiguration',
        same('AllowCredentials AllowHeaders AllowMethods AllowOrigins ExposeHeaders MaxAge'),
      ),
      TAGS,
    ],
    {
      attributes: {
        api_endpoint: 'ApiEndpoint',
        arn: managementArn('/apis/'),
        execution_arn: executionArn(),
      },
    },
  ),
  resource(
    'aws_apigatewayv2_stage',
    'AWS::ApiGatewayV2::Stage',
    [
      row('name', 'StageName'),
      ...same('ApiId AutoDeploy ClientCertificateId DeploymentId Description StageVariables'),
      block('access_log_settings', 'AccessLogSettings', same('DestinationArn Format')),
      block('default_route_settings', 'DefaultRouteSettings', ROUTE_SETTINGS),
      entries('route_settings', 'RouteSettings', 'route_key', ROUTE_SETTINGS),
      TAGS,
    ],
    {
      attributes: {
        arn: managementArn('/apis/*/stages/'),
        execution_arn: executionArn('*/'),
      },
    },
  ),
  resource('aws_apigatewayv2_route', 'AWS::ApiGatewayV2::Route', [
    ...same('ApiId RouteKey AuthorizationType AuthorizerId AuthorizationScopes Target ApiKeyRequired'),
    ...same('OperationName ModelSelectionExpression RequestModels RouteResponseSelectionExpression'),
    entries('request_parameter', 'RequestParameters', 'request_parameter_key', same('Required')),
  ]),
  resource('aws_apigatewayv2_integration', 'AWS::ApiGatewayV2::Integration', [
    ...same('ApiId IntegrationType IntegrationUri IntegrationMethod IntegrationSubtype PayloadFormatVersion'),
    ...same('ConnectionId ConnectionType CredentialsArn ContentHandlingStrategy Description PassthroughBehavior'),
    ...same('RequestParameters RequestTemplates TemplateSelectionExpression'),
    row('timeout_milliseconds', 'TimeoutInMillis'),
    block('tls_config', 'TlsConfig', same('ServerNameToVerify')),
  ]),
  resource('aws_apigatewayv2_authorizer', 'AWS::ApiGatewayV2::Authorizer', [
    ...same('ApiId Name AuthorizerType AuthorizerUri AuthorizerCredentialsArn AuthorizerPayloadFormatVersion'),
    ...same('AuthorizerResultTtlInSeconds EnableSimpleResponses'),
    row('identity_sources', 'IdentitySource'),
    block('jwt_configuration', 'JwtConfiguration', same('Audience Issuer')),
  ]),
  resource(
    'aws_apigatewayv2_domain_name',
    'AWS::ApiGatewayV2::DomainName',
    [
      row('domain_name', 'DomainName'),
      blocks('domain_name_configuration', 'DomainNameConfigurations', [
        ...same('CertificateArn EndpointType IpAddressType OwnershipVerificationCertificateArn SecurityPolicy'),
      ]),
      block('mutual_tls_authentication', 'MutualTlsAuthentication', same('TruststoreUri TruststoreVersion')),
      TAGS,
    ],
    {
      attributes: {
        domain_name: 'Ref',
        arn: managementArn('/domainnames/'),
      },
    },
  ),
  resource('aws_apigatewayv2_api_mapping', 'AWS::ApiGatewayV2::ApiMapping', [
    ...same('ApiId DomainName Stage ApiMappingKey'),
  ]),
  resource('aws_apigatewayv2_deployment', 'AWS::ApiGatewayV2::Deployment', same('ApiId Description')),
  resource('aws_apigatewayv2_vpc_link', 'AWS::ApiGatewayV2::VpcLink', [
    ...same('Name SecurityGroupIds SubnetIds'),
    TAGS,
  ]),
  resource('aws_apigatewayv2_model', 'AWS::ApiGatewayV2::Model', [
    ...same('ApiId Name ContentType Description'),
    json('schema', 'Schema'),
  ]),
  resource('aws_apigatewayv2_integration_response', 'AWS::ApiGatewayV2::IntegrationResponse', [
    ...same('ApiId IntegrationId IntegrationResponseKey ContentHandlingStrategy ResponseTemplates'),
    ...same('TemplateSelectionExpression'),
  ]),
  resource('aws_apigatewayv2_route_response', 'AWS::ApiGatewayV2::RouteResponse', [
    ...same('ApiId RouteId RouteResponseKey ModelSelectionExpression ResponseModels'),
  ]),
];
