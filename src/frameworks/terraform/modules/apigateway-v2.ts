import type { Inputs, ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { isFalse, stringOf, textOf } from '#frameworks/terraform/values';
import { partsOf, Text } from '#model/text';
import type { Value } from '#model/value';

const API = 'aws_apigatewayv2_api.this';
const STAGE = 'aws_apigatewayv2_stage.this';
const DOMAIN = 'aws_apigatewayv2_domain_name.this';
const GROUP = 'aws_cloudwatch_log_group.this["this"]';

/** https://registry.terraform.io/modules/terraform-aws-modules/apigateway-v2/aws (version 5) */
export const apigatewayV2: ModuleTable = {
  source: 'terraform-aws-modules/apigateway-v2/aws',
  defaults: {
    create: true,
    protocol_type: 'HTTP',
    create_domain_name: true,
    create_routes_and_integrations: true,
    create_stage: true,
    stage_name: '$default',
  },
  declare: (module) => {
    const { inputs } = module;
    const created = inputs.when('create');
    const domain = inputs.when('create', 'create_domain_name');
    const api = module.attribute(API, 'id');
    module.add(API, created, {
      ...inputs.same('name description protocol_type route_selection_expression api_key_selection_expression body'),
      ...inputs.same('credentials_arn route_key target tags'),
      // The default endpoint is closed when there is a domain of one's own.
      disable_execute_api_endpoint: domain ? true : inputs.input('disable_execute_api_endpoint'),
      cors_configuration: inputs.get('cors_configuration') ? [inputs.input('cors_configuration')] : undefined,
    });
    for (const [key, authorizer] of inputs.entries('authorizers'))
      module.add(
        'aws_apigatewayv2_authorizer.this',
        created,
        {
          api_id: api,
          name: authorizer.get('name') ?? key,
          authorizer_type: authorizer.get('authorizer_type') ?? 'REQUEST',
          ...authorizer.same('authorizer_uri authorizer_credentials_arn authorizer_payload_format_version'),
          ...authorizer.same('authorizer_result_ttl_in_seconds enable_simple_responses identity_sources'),
          jwt_configuration: authorizer.get('jwt_configuration') ? [authorizer.input('jwt_configuration')] : undefined,
        },
        key,
      );
    const routed = inputs.when('create', 'create_routes_and_integrations');
    for (const [key, route] of inputs.entries('routes')) {
      const integration = route.below('integration');
      module.add(
        'aws_apigatewayv2_integration.this',
        routed,
        {
          api_id: api,
          integration_type: integration.get('type') ?? 'AWS_PROXY',
          integration_uri: integration.input('uri'),
          integration_method: integration.input('method'),
          integration_subtype: integration.input('subtype'),
          ...integration.same('connection_id connection_type credentials_arn description payload_format_version'),
          ...integration.same('request_parameters timeout_milliseconds'),
        },
        key,
      );
      const named = stringOf(route.get('authorizer_key'));
      module.add(
        'aws_apigatewayv2_route.this',
        routed,
        {
          api_id: api,
          route_key: { kind: 'set', at: route.at, data: key },
          ...route.same('authorization_type authorization_scopes api_key_required operation_name'),
          authorizer_id:
            named === undefined
              ? route.input('authorizer_id')
              : module.attribute('aws_apigatewayv2_authorizer.this', 'id', named),
          target: integrationOf(module.attribute('aws_apigatewayv2_integration.this', 'id', key)),
        },
        key,
      );
    }
    declareStage(module.inputs, api, module.attribute(GROUP, 'arn'), (address, body, when) => {
      module.add(address, when, body);
    });
    module.add(DOMAIN, domain, {
      domain_name: inputs.input('domain_name'),
      domain_name_configuration: [
        {
          certificate_arn: inputs.input('domain_name_certificate_arn'),
          endpoint_type: 'REGIONAL',
          security_policy: 'TLS_1_2',
        },
      ],
      mutual_tls_authentication: inputs.get('mutual_tls_authentication')
        ? [inputs.input('mutual_tls_authentication')]
        : undefined,
    });
    module.add('aws_apigatewayv2_api_mapping.this', inputs.when('create', 'create_domain_name', 'create_stage'), {
      api_id: api,
      domain_name: module.attribute(DOMAIN, 'id'),
      stage: module.attribute(STAGE, 'id'),
      api_mapping_key: inputs.input('api_mapping_key'),
    });
    for (const [key, link] of inputs.entries('vpc_links'))
      module.add(
        'aws_apigatewayv2_vpc_link.this',
        created,
        { name: link.get('name') ?? key, ...link.same('security_group_ids subnet_ids') },
        key,
      );
  },
  outputs: {
    api_id: `${API} id`,
    api_arn: `${API} arn`,
    api_endpoint: `${API} api_endpoint`,
    api_execution_arn: `${API} execution_arn`,
    stage_id: `${STAGE} id`,
    // The names until version 4.
    apigatewayv2_api_id: `${API} id`,
    apigatewayv2_api_arn: `${API} arn`,
    apigatewayv2_api_api_endpoint: `${API} api_endpoint`,
    apigatewayv2_api_execution_arn: `${API} execution_arn`,
    stage_arn: `${STAGE} arn`,
    stage_execution_arn: `${STAGE} execution_arn`,
    stage_invoke_url: `${STAGE} invoke_url`,
    domain_name_id: `${DOMAIN} id`,
    domain_name_arn: `${DOMAIN} arn`,
    stage_access_logs_cloudwatch_log_group_arn: `${GROUP} arn`,
  },
};

type Add = (address: string, body: { readonly [name: string]: Spec }, when: ReturnType<Inputs['when']>) => void;

function declareStage(inputs: Inputs, api: Value, group: Value, add: Add): void {
  const staged = inputs.when('create', 'create_stage');
  const logging = inputs.below('stage_access_log_settings');
  const silent = isNull(inputs, 'stage_access_log_settings');
  const makesGroup = !silent && !isFalse(logging.get('create_log_group'));
  const limits = inputs.below('stage_default_route_settings');
  const limit = (name: string, otherwise: number): Spec => (limits.has(name) ? limits.input(name) : otherwise);
  add(
    STAGE,
    {
      api_id: api,
      name: inputs.input('stage_name'),
      auto_deploy: stringOf(inputs.get('protocol_type')) === 'HTTP' ? true : undefined,
      stage_variables: inputs.input('stage_variables'),
      access_log_settings: silent
        ? undefined
        : [
            {
              destination_arn: makesGroup ? group : logging.input('destination_arn'),
              format: logging.get('format') ?? '{"requestId":"$context.requestId","status":"$context.status"}',
            },
          ],
      default_route_settings: isNull(inputs, 'stage_default_route_settings')
        ? undefined
        : [
            {
              ...limits.same('data_trace_enabled logging_level'),
              detailed_metrics_enabled: limits.get('detailed_metrics_enabled') ?? true,
              throttling_burst_limit: limit('throttling_burst_limit', 500),
              throttling_rate_limit: limit('throttling_rate_limit', 1000),
            },
          ],
    },
    staged,
  );
  if (makesGroup)
    add(
      GROUP,
      {
        name: logging.input('log_group_name'),
        retention_in_days: logging.get('log_group_retention_in_days') ?? 30,
        kms_key_id: logging.input('log_group_kms_key_id'),
      },
      staged,
    );
}

/** Whether an input is written as null, which takes its default away. */
function isNull(inputs: Inputs, name: string): boolean {
  const map = inputs.value?.kind === 'set' && inputs.value.data instanceof Map ? inputs.value.data : undefined;
  const value = map?.get(name);
  return value?.kind === 'set' && value.data === null;
}

function integrationOf(id: Value): Value {
  const text = textOf(id);
  return text === undefined ? id : { kind: 'set', at: id.at, data: Text.of(['integrations/', ...partsOf(text)]) };
}
