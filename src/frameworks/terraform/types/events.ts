import { flag, orElse, TAGS } from '#frameworks/terraform/types/rows';
import {
  block,
  blocks,
  type CompanionTable,
  companion,
  json,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';

const RETRY: Row = block('retry_policy', 'RetryPolicy', same('MaximumEventAgeInSeconds MaximumRetryAttempts'));

const DEAD_LETTERS: Row = block('dead_letter_config', 'DeadLetterConfig', same('Arn'));

const TARGET: readonly Row[] = [
  row('target_id', 'Id'),
  ...same('Arn RoleArn Input InputPath'),
  block('input_transformer', 'InputTransformer', [
    row('input_paths', 'InputPathsMap'),
    row('input_template', 'InputTemplate'),
  ]),
  DEAD_LETTERS,
  RETRY,
  block('sqs_target', 'SqsParameters', same('MessageGroupId')),
  block('kinesis_target', 'KinesisParameters', same('PartitionKeyPath')),
  block('http_target', 'HttpParameters', same('HeaderParameters PathParameterValues QueryStringParameters')),
  block('ecs_target', 'EcsParameters', [
    ...same('TaskDefinitionArn TaskCount LaunchType Group PlatformVersion'),
    row('network_configuration.subnets', 'NetworkConfiguration.AwsVpcConfiguration.Subnets'),
    row('network_configuration.security_groups', 'NetworkConfiguration.AwsVpcConfiguration.SecurityGroups'),
    row(
      'network_configuration.assign_public_ip',
      'NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp',
      flag('ENABLED', 'DISABLED'),
    ),
  ]),
];

const OF_BUS: CompanionTable['owner'] = {
  types: ['aws_cloudwatch_event_bus'],
  argument: 'event_bus_name',
  named: 'name',
};

const BUS_POLICY: readonly Row[] = [json('policy', 'Policy')];

/** EventBridge: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_event_rule and the pages beside it. */
export const events: readonly Table[] = [
  resource(
    'aws_cloudwatch_event_rule',
    'AWS::Events::Rule',
    [
      ...same('Name Description EventBusName ScheduleExpression RoleArn State'),
      row('is_enabled', 'State', flag('ENABLED', 'DISABLED')),
      json('event_pattern', 'EventPattern'),
      ...TAGS,
    ],
    { attributes: { name: 'Ref' } },
  ),
  companion(
    'aws_cloudwatch_event_target',
    { types: ['aws_cloudwatch_event_rule'], argument: 'rule', named: 'name' },
    { as: 'append', cfn: ['Targets'] },
    TARGET,
  ),
  resource(
    'aws_cloudwatch_event_bus',
    'AWS::Events::EventBus',
    [...same('Name Description EventSourceName KmsKeyIdentifier'), DEAD_LETTERS, ...TAGS],
    { attributes: { name: 'Ref' } },
  ),
  companion('aws_cloudwatch_event_bus_policy', OF_BUS, { as: 'merge' }, BUS_POLICY, {
    // The default bus is nobody's to declare; what it lets in is.
    alone: {
      type: 'AWS::Events::EventBus',
      rows: [row('event_bus_name', 'Name'), orElse('event_bus_name', 'Name', 'default'), ...BUS_POLICY],
    },
  }),
  resource('aws_cloudwatch_event_permission', 'AWS::Events::EventBusPolicy', [
    ...same('Action EventBusName Principal StatementId'),
    orElse('action', 'Action', 'events:PutEvents'),
    block('condition', 'Condition', same('Key Type Value')),
  ]),
  resource('aws_cloudwatch_event_archive', 'AWS::Events::Archive', [
    row('name', 'ArchiveName'),
    row('event_source_arn', 'SourceArn'),
    ...same('Description KmsKeyIdentifier RetentionDays'),
    json('event_pattern', 'EventPattern'),
  ]),
  resource('aws_cloudwatch_event_api_destination', 'AWS::Events::ApiDestination', [
    ...same('Name Description ConnectionArn HttpMethod InvocationEndpoint InvocationRateLimitPerSecond'),
  ]),
  resource(
    'aws_cloudwatch_event_connection',
    'AWS::Events::Connection',
    [
      ...same('Name Description AuthorizationType KmsKeyIdentifier'),
      row('auth_parameters.api_key.key', 'AuthParameters.ApiKeyAuthParameters.ApiKeyName'),
      row('auth_parameters.api_key.value', 'AuthParameters.ApiKeyAuthParameters.ApiKeyValue'),
      block('auth_parameters', 'AuthParameters', [
        block('basic', 'BasicAuthParameters', same('Username Password')),
        block('oauth', 'OAuthParameters', [
          ...same('AuthorizationEndpoint HttpMethod'),
          row('client_parameters.client_id', 'ClientParameters.ClientID'),
          row('client_parameters.client_secret', 'ClientParameters.ClientSecret'),
        ]),
      ]),
    ],
    { attributes: { secret_arn: 'SecretArn' } },
  ),
  resource(
    'aws_scheduler_schedule',
    'AWS::Scheduler::Schedule',
    [
      ...same('Name Description GroupName ScheduleExpression ScheduleExpressionTimezone State KmsKeyArn'),
      ...same('StartDate EndDate'),
      block('flexible_time_window', 'FlexibleTimeWindow', same('MaximumWindowInMinutes Mode')),
      block('target', 'Target', [
        ...same('Arn RoleArn Input'),
        DEAD_LETTERS,
        RETRY,
        block('sqs_parameters', 'SqsParameters', same('MessageGroupId')),
        block('kinesis_parameters', 'KinesisParameters', same('PartitionKey')),
        block('eventbridge_parameters', 'EventBridgeParameters', same('DetailType Source')),
      ]),
    ],
    { attributes: { name: 'Ref' } },
  ),
  resource('aws_scheduler_schedule_group', 'AWS::Scheduler::ScheduleGroup', [...same('Name'), ...TAGS], {
    attributes: { name: 'Ref' },
  }),
  resource(
    'aws_pipes_pipe',
    'AWS::Pipes::Pipe',
    [
      ...same('Name Description DesiredState RoleArn Source Target Enrichment KmsKeyIdentifier'),
      block('source_parameters', 'SourceParameters', [
        block('filter_criteria', 'FilterCriteria', [blocks('filter', 'Filters', same('Pattern'))]),
        block('sqs_queue_parameters', 'SqsQueueParameters', same('BatchSize MaximumBatchingWindowInSeconds')),
        ...['dynamodb_stream_parameters', 'kinesis_stream_parameters'].map((own) =>
          block(own, own.startsWith('d') ? 'DynamoDBStreamParameters' : 'KinesisStreamParameters', [
            ...same('BatchSize MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts'),
            ...same('OnPartialBatchItemFailure ParallelizationFactor StartingPosition'),
            DEAD_LETTERS,
          ]),
        ),
      ]),
      block('target_parameters', 'TargetParameters', [
        ...same('InputTemplate'),
        block('lambda_function_parameters', 'LambdaFunctionParameters', same('InvocationType')),
        block('step_function_state_machine_parameters', 'StepFunctionStateMachineParameters', same('InvocationType')),
        block('sqs_queue_parameters', 'SqsQueueParameters', same('MessageGroupId MessageDeduplicationId')),
        block('eventbridge_event_bus_parameters', 'EventBridgeEventBusParameters', [
          ...same('DetailType EndpointId Resources Source Time'),
        ]),
      ]),
      row('enrichment_parameters.input_template', 'EnrichmentParameters.InputTemplate'),
      block('log_configuration', 'LogConfiguration', [
        ...same('IncludeExecutionData Level'),
        row('cloudwatch_logs_log_destination.log_group_arn', 'CloudwatchLogsLogDestination.LogGroupArn'),
      ]),
      row('tags', 'Tags'),
    ],
    { attributes: { name: 'Ref' } },
  ),
];
