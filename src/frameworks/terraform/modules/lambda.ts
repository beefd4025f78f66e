import type { Declarations, Inputs, ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { documentOf, statementsIn } from '#frameworks/terraform/modules/policies';
import { HOLES } from '#frameworks/terraform/types/table';
import { argumentOf, listOf, stringOf, textOf } from '#frameworks/terraform/values';
import { partsOf, Text } from '#model/text';
import { both, type Value } from '#model/value';

const FUNCTION = 'aws_lambda_function.this';
const ROLE = 'aws_iam_role.lambda';

/** https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws (version 8) */
export const lambda: ModuleTable = {
  source: 'terraform-aws-modules/lambda/aws',
  defaults: {
    create: true,
    create_function: true,
    create_layer: false,
    create_role: true,
    create_lambda_function_url: false,
    lambda_at_edge: false,
    memory_size: 128,
    timeout: 3,
    ephemeral_storage_size: 512,
    publish: false,
    package_type: 'Zip',
    snap_start: false,
    authorization_type: 'NONE',
    create_unqualified_alias_lambda_function_url: true,
    create_async_event_config: false,
    create_current_version_async_event_config: true,
    create_unqualified_alias_async_event_config: true,
    create_current_version_allowed_triggers: true,
    create_unqualified_alias_allowed_triggers: true,
    use_existing_cloudwatch_log_group: false,
    role_maximum_session_duration: 3600,
    attach_cloudwatch_logs_policy: true,
    attach_create_log_group_permission: true,
    attach_dead_letter_policy: false,
    attach_network_policy: false,
    attach_tracing_policy: false,
    attach_async_event_policy: false,
    attach_policy_json: false,
    attach_policy_jsons: false,
    attach_policy: false,
    attach_policies: false,
    attach_policy_statements: false,
  },
  declare: (module) => {
    const { inputs } = module;
    const created = inputs.when('create', 'create_function', '!create_layer');
    module.add(FUNCTION, created, {
      ...inputs.same('function_name description handler memory_size reserved_concurrent_executions runtime layers'),
      ...inputs.same('timeout publish kms_key_arn image_uri package_type architectures code_signing_config_arn'),
      role: inputs.when('create_role') ? module.attribute(ROLE, 'arn') : inputs.input('lambda_role'),
      ephemeral_storage: [{ size: inputs.input('ephemeral_storage_size') }],
      environment: [{ variables: inputs.input('environment_variables') }],
      dead_letter_config: [{ target_arn: inputs.input('dead_letter_target_arn') }],
      tracing_config: [{ mode: inputs.input('tracing_mode') }],
      vpc_config: [
        {
          subnet_ids: inputs.input('vpc_subnet_ids'),
          security_group_ids: inputs.input('vpc_security_group_ids'),
        },
      ],
      file_system_config: [
        { arn: inputs.input('file_system_arn'), local_mount_path: inputs.input('file_system_local_mount_path') },
      ],
      logging_config: [
        { log_group: inputs.input('logging_log_group'), log_format: inputs.input('logging_log_format') },
      ],
      snap_start: inputs.when('snap_start') ? [{ apply_on: 'PublishedVersions' }] : undefined,
      filename: sourceOf(inputs),
      s3_bucket: argumentOf(inputs.get('s3_existing_package'), 'bucket') ?? inputs.input('s3_bucket'),
      s3_key: argumentOf(inputs.get('s3_existing_package'), 'key'),
      tags: inputs.input('tags'),
    });
    module.add('aws_lambda_layer_version.this', inputs.when('create', 'create_layer'), {
      ...inputs.same('layer_name description license_info compatible_runtimes compatible_architectures'),
      filename: sourceOf(inputs),
    });
    if (!created) return;
    module.add(
      'aws_cloudwatch_log_group.lambda',
      inputs.when('create', 'create_function', '!create_layer', '!use_existing_cloudwatch_log_group'),
      {
        name:
          inputs.get('logging_log_group') ??
          named(inputs.when('lambda_at_edge') ? '/aws/lambda/us-east-1.' : '/aws/lambda/', inputs.get('function_name')),
        retention_in_days: inputs.input('cloudwatch_logs_retention_in_days'),
        kms_key_id: inputs.input('cloudwatch_logs_kms_key_id'),
        log_group_class: inputs.input('cloudwatch_logs_log_group_class'),
      },
    );
    declareRole(module);
    declareTriggers(module);
    module.add(
      'aws_lambda_function_url.this',
      inputs.when('create', 'create_function', '!create_layer', 'create_lambda_function_url'),
      {
        function_name: module.attribute(FUNCTION, 'function_name'),
        ...inputs.same('authorization_type invoke_mode'),
        cors: inputs.get('cors') ? [inputs.input('cors')] : undefined,
      },
    );
    const config = inputs.when('create', 'create_function', '!create_layer', 'create_async_event_config');
    module.add(
      'aws_lambda_function_event_invoke_config.this',
      config && inputs.when('create_unqualified_alias_async_event_config') ? config : undefined,
      {
        function_name: module.attribute(FUNCTION, 'function_name'),
        ...inputs.same('maximum_event_age_in_seconds maximum_retry_attempts'),
        destination_config: [
          {
            on_failure: [{ destination: inputs.input('destination_on_failure') }],
            on_success: [{ destination: inputs.input('destination_on_success') }],
          },
        ],
      },
      'unqualified_alias',
    );
  },
  outputs: {
    lambda_function_arn: `${FUNCTION} arn`,
    lambda_function_arn_static: `${FUNCTION} arn`,
    lambda_function_name: `${FUNCTION} function_name`,
    lambda_function_invoke_arn: `${FUNCTION} invoke_arn`,
    lambda_function_qualified_arn: `${FUNCTION} qualified_arn`,
    lambda_function_qualified_invoke_arn: `${FUNCTION} qualified_invoke_arn`,
    lambda_function_version: `${FUNCTION} version`,
    lambda_function_url: 'aws_lambda_function_url.this function_url',
    lambda_layer_arn: 'aws_lambda_layer_version.this arn',
    lambda_layer_layer_arn: 'aws_lambda_layer_version.this layer_arn',
    lambda_role_arn: `${ROLE} arn`,
    lambda_role_name: `${ROLE} name`,
    lambda_cloudwatch_log_group_arn: 'aws_cloudwatch_log_group.lambda arn',
    lambda_cloudwatch_log_group_name: 'aws_cloudwatch_log_group.lambda name',
  },
};

/** The directory or file of the code: `source_path` in any of its forms, or a package that exists. */
function sourceOf(inputs: Inputs): Spec {
  const path = inputs.get('source_path');
  const first = listOf(path)?.[0] ?? path;
  const named = textOf(first) === undefined ? argumentOf(first, 'path') : first;
  return named ?? inputs.input('local_existing_package');
}

function named(prefix: string, name: Value | undefined): Value | undefined {
  if (name?.kind === 'unknown')
    return { kind: 'set', at: name.at, data: new Text([prefix, { kind: 'hole', why: name.why }]) };
  const text = textOf(name);
  return name && text !== undefined ? { kind: 'set', at: name.at, data: Text.of([prefix, ...partsOf(text)]) } : name;
}

function declareRole(module: Declarations): void {
  const { inputs } = module;
  const created = inputs.when('create', 'create_function', '!create_layer', 'create_role');
  if (!created) return;
  const services = inputs.when('lambda_at_edge')
    ? ['lambda.amazonaws.com', 'edgelambda.amazonaws.com']
    : ['lambda.amazonaws.com'];
  const trusted = listOf(inputs.get('trusted_entities')) ?? [];
  const principals: Spec[] = trusted.map((entity) =>
    textOf(entity) === undefined ? entity : { type: 'Service', identifiers: [entity] },
  );
  module.add(ROLE, created, {
    name: inputs.get('role_name') ?? inputs.get('function_name'),
    description: inputs.input('role_description'),
    path: inputs.input('role_path'),
    permissions_boundary: inputs.input('role_permissions_boundary'),
    max_session_duration: inputs.input('role_maximum_session_duration'),
    assume_role_policy: documentOf(module, [
      { actions: ['sts:AssumeRole'], principals: [{ type: 'Service', identifiers: services }, ...principals] },
      ...statementsIn(inputs, 'assume_role_policy_statements'),
    ]),
  });
  const policy = (name: string, flag: string, document: () => Spec, key?: number): void => {
    const when = inputs.when(flag);
    if (!when) return;
    const body = { role: module.attribute(ROLE, 'name'), policy: document() };
    module.add(`aws_iam_role_policy.${name}`, both(created, when), body, key);
  };
  policy('logs', 'attach_cloudwatch_logs_policy', () => logging(module));
  policy('dead_letter', 'attach_dead_letter_policy', () =>
    documentOf(module, [
      { actions: ['sns:Publish', 'sqs:SendMessage'], resources: [inputs.input('dead_letter_target_arn')] },
    ]),
  );
  policy('async', 'attach_async_event_policy', () =>
    documentOf(module, [
      {
        actions: ['sns:Publish', 'sqs:SendMessage', 'events:PutEvents', 'lambda:InvokeFunction'],
        resources: [inputs.input('destination_on_failure'), inputs.input('destination_on_success')],
      },
    ]),
  );
  policy('additional_json', 'attach_policy_json', () => inputs.input('policy_json'));
  policy('additional_inline', 'attach_policy_statements', () =>
    documentOf(module, statementsIn(inputs, 'policy_statements')),
  );
  const attach = (name: string, arn: Spec, key?: number): void => {
    const body = { role: module.attribute(ROLE, 'name'), policy_arn: arn };
    module.add(`aws_iam_role_policy_attachment.${name}`, created, body, key);
  };
  // The module copies AWS's own policies into the role; they are attached here.
  const managed = (name: string): Spec => ({
    kind: 'set',
    at: module.call.at,
    data: new Text(['arn:', HOLES.partition, `:iam::aws:policy/${name}`]),
  });
  if (inputs.when('attach_network_policy')) attach('vpc', managed('service-role/AWSLambdaENIManagementAccess'));
  if (inputs.when('attach_tracing_policy')) attach('tracing', managed('AWSXRayDaemonWriteAccess'));
  if (inputs.when('attach_policy')) attach('additional_one', inputs.input('policy'));
  if (inputs.when('attach_policies'))
    for (const [index, arn] of (listOf(inputs.get('policies')) ?? []).entries()) attach('additional_many', arn, index);
  if (inputs.when('attach_policy_jsons'))
    for (const [index, document] of (listOf(inputs.get('policy_jsons')) ?? []).entries())
      policy('additional_jsons', 'attach_policy_jsons', () => document, index);
}

/** What the module lets every function do with its log group. */
function logging(module: Declarations): Spec {
  const { inputs } = module;
  const arn = module.attribute('aws_cloudwatch_log_group.lambda', 'arn');
  const text = textOf(arn);
  const under = (suffix: string): Value =>
    text === undefined ? arn : { kind: 'set', at: arn.at, data: Text.of([...partsOf(text), suffix]) };
  const creates =
    !inputs.when('use_existing_cloudwatch_log_group') && inputs.when('attach_create_log_group_permission');
  return documentOf(module, [
    {
      actions: [...(creates ? ['logs:CreateLogGroup'] : []), 'logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [under(':*'), under(':*:*')],
    },
  ]);
}

function declareTriggers(module: Declarations): void {
  const { inputs } = module;
  const created = inputs.when('create', 'create_function', '!create_layer');
  const aliased = inputs.when('create_unqualified_alias_allowed_triggers');
  const versioned = inputs.when('create_current_version_allowed_triggers');
  for (const [key, trigger] of inputs.entries('allowed_triggers')) {
    const service = trigger.get('service');
    const permission = {
      function_name: module.attribute(FUNCTION, 'function_name'),
      action: trigger.get('action') ?? 'lambda:InvokeFunction',
      principal: trigger.has('principal') ? trigger.input('principal') : hosted(service),
      ...trigger.same('principal_org_id source_arn source_account event_source_token function_url_auth_type'),
    };
    const qualifier = module.attribute(FUNCTION, 'version');
    if (versioned && !aliased)
      module.add('aws_lambda_permission.current_version_triggers', created, { ...permission, qualifier }, key);
    else if (aliased) module.add('aws_lambda_permission.unqualified_alias_triggers', created, permission, key);
  }
  for (const [key, source] of inputs.entries('event_source_mapping')) {
    module.add(
      'aws_lambda_event_source_mapping.this',
      created,
      {
        function_name: module.attribute(FUNCTION, 'arn'),
        enabled: source.has('enabled') ? source.input('enabled') : true,
        ...source.same('event_source_arn batch_size maximum_batching_window_in_seconds starting_position'),
        ...source.same('parallelization_factor maximum_retry_attempts maximum_record_age_in_seconds topics queues'),
        ...source.same('bisect_batch_on_function_error function_response_types tumbling_window_in_seconds'),
        destination_config: [{ on_failure: [{ destination_arn: source.input('destination_arn_on_failure') }] }],
        source_access_configuration: source.items('source_access_configuration').map((one) => one.value),
        scaling_config: source.has('scaling_config') ? [source.input('scaling_config')] : undefined,
        filter_criteria: source.has('filter_criteria')
          ? [{ filter: source.items('filter_criteria').map((one) => one.value) }]
          : undefined,
      },
      key,
    );
  }
}

/** `s3` is `s3.amazonaws.com`. */
function hosted(service: Value | undefined): Value | undefined {
  const name = stringOf(service);
  return service && name !== undefined ? { kind: 'set', at: service.at, data: `${name}.amazonaws.com` } : service;
}
