import { fixed, TAGS, unset } from '#frameworks/terraform/types/rows';
import {
  block,
  blocks,
  type CompanionTable,
  companion,
  ignored,
  json,
  keyed,
  made,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';
import { argumentOf, isTrue, mapBranches } from '#frameworks/terraform/values';

const OF_GROUP: CompanionTable['owner'] = {
  types: ['aws_cloudwatch_log_group'],
  argument: 'log_group_name',
  named: 'name',
};

/** A group that Terraform only forgets when it is deleted there is retained. */
const KEPT: Row = made('DeletionPolicy', (body) => {
  const skipped = argumentOf(body, 'skip_destroy');
  return (
    skipped && mapBranches(skipped, (one) => (isTrue(one) ? fixed('Retain', one) : { kind: 'absent', at: one.at }))
  );
});

/** CloudWatch: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group and the pages beside it. */
export const cloudwatch: readonly Table[] = [
  resource(
    'aws_cloudwatch_log_group',
    'AWS::Logs::LogGroup',
    [
      row('name', 'LogGroupName'),
      row('retention_in_days', 'RetentionInDays', unset(0)),
      ...same('KmsKeyId LogGroupClass DeletionProtectionEnabled'),
      ...TAGS,
    ],
    { attributes: { name: 'Ref', id: 'Ref' }, beside: [KEPT] },
  ),
  companion('aws_cloudwatch_log_data_protection_policy', OF_GROUP, { as: 'merge' }, [
    json('policy_document', 'DataProtectionPolicy'),
  ]),
  resource('aws_cloudwatch_log_subscription_filter', 'AWS::Logs::SubscriptionFilter', [
    row('name', 'FilterName'),
    ...same('DestinationArn Distribution FilterPattern LogGroupName RoleArn'),
  ]),
  resource('aws_cloudwatch_log_resource_policy', 'AWS::Logs::ResourcePolicy', [
    ...same('PolicyName'),
    json('policy_document', 'PolicyDocument'),
  ]),
  resource('aws_cloudwatch_log_destination', 'AWS::Logs::Destination', [
    row('name', 'DestinationName'),
    ...same('RoleArn TargetArn'),
  ]),
  companion(
    'aws_cloudwatch_log_destination_policy',
    { types: ['aws_cloudwatch_log_destination'], argument: 'destination_name', named: 'name' },
    { as: 'merge' },
    [json('access_policy', 'DestinationPolicy')],
  ),
  resource('aws_cloudwatch_log_metric_filter', 'AWS::Logs::MetricFilter', [
    row('name', 'FilterName'),
    row('pattern', 'FilterPattern'),
    row('log_group_name', 'LogGroupName'),
    blocks('metric_transformation', 'MetricTransformations', [
      row('name', 'MetricName'),
      row('namespace', 'MetricNamespace'),
      row('value', 'MetricValue'),
    ]),
  ]),
  resource('aws_cloudwatch_metric_alarm', 'AWS::CloudWatch::Alarm', [
    ...same('AlarmName AlarmDescription ComparisonOperator EvaluationPeriods DatapointsToAlarm ActionsEnabled'),
    ...same('MetricName Namespace Period Statistic ExtendedStatistic Threshold TreatMissingData Unit'),
    row('alarm_actions', 'AlarmActions'),
    row('ok_actions', 'OKActions'),
    row('insufficient_data_actions', 'InsufficientDataActions'),
    row('threshold_metric_id', 'ThresholdMetricId'),
    row('dimensions', 'Dimensions', keyed('Name', 'Value')),
    blocks('metric_query', 'Metrics', [
      ...same('AccountId Expression Id Label Period ReturnData'),
      block('metric', 'MetricStat', [
        ...same('Period Stat Unit'),
        row('metric_name', 'Metric.MetricName'),
        row('namespace', 'Metric.Namespace'),
        row('dimensions', 'Metric.Dimensions', keyed('Name', 'Value')),
      ]),
    ]),
  ]),
  resource('aws_cloudwatch_composite_alarm', 'AWS::CloudWatch::CompositeAlarm', [
    ...same('AlarmName AlarmDescription AlarmRule ActionsEnabled AlarmActions InsufficientDataActions'),
    row('ok_actions', 'OKActions'),
  ]),
  ...ignored('aws_cloudwatch_dashboard aws_cloudwatch_query_definition aws_cloudwatch_log_stream'),
  ...ignored(
    'aws_cloudwatch_metric_stream aws_cloudwatch_log_anomaly_detector aws_cloudwatch_contributor_insight_rule',
  ),
  ...ignored('aws_cloudwatch_log_index_policy aws_cloudwatch_log_transformer aws_cloudwatch_log_account_policy'),
];
