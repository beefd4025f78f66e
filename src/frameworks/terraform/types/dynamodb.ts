import { fixed, KEY_SCHEMA, mapData, TAGS } from '#frameworks/terraform/types/rows';
import {
  block,
  blocks,
  companion,
  json,
  made,
  type Row,
  resource,
  row,
  same,
  type Table,
} from '#frameworks/terraform/types/table';
import { argumentOf, isFalse, stringOf } from '#frameworks/terraform/values';

const INDEX: readonly Row[] = [
  row('name', 'IndexName'),
  row('projection_type', 'Projection.ProjectionType'),
  row('non_key_attributes', 'Projection.NonKeyAttributes'),
];

const CAPACITY: readonly Row[] = [
  row('read_capacity', 'ProvisionedThroughput.ReadCapacityUnits'),
  row('write_capacity', 'ProvisionedThroughput.WriteCapacityUnits'),
  block('on_demand_throughput', 'OnDemandThroughput', same('MaxReadRequestUnits MaxWriteRequestUnits')),
  block('warm_throughput', 'WarmThroughput', same('ReadUnitsPerSecond WriteUnitsPerSecond')),
];

/** DynamoDB: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table and the pages beside it. */
export const dynamodb: readonly Table[] = [
  resource(
    'aws_dynamodb_table',
    'AWS::DynamoDB::Table',
    [
      row('name', 'TableName'),
      ...same('BillingMode TableClass DeletionProtectionEnabled'),
      KEY_SCHEMA,
      blocks('attribute', 'AttributeDefinitions', [row('name', 'AttributeName'), row('type', 'AttributeType')]),
      ...CAPACITY,
      blocks('global_secondary_index', 'GlobalSecondaryIndexes', [
        ...INDEX,
        ...CAPACITY,
        KEY_SCHEMA,
        blocks('key_schema', 'KeySchema', same('AttributeName KeyType')),
      ]),
      blocks('local_secondary_index', 'LocalSecondaryIndexes', [...INDEX, KEY_SCHEMA]),
      block('point_in_time_recovery', 'PointInTimeRecoverySpecification', [
        row('enabled', 'PointInTimeRecoveryEnabled'),
        row('recovery_period_in_days', 'RecoveryPeriodInDays'),
      ]),
      block('server_side_encryption', 'SSESpecification', [
        row('enabled', 'SSEEnabled'),
        row('kms_key_arn', 'KMSMasterKeyId'),
        // Enabled is always with a key of KMS: AWS's own key, which CloudFormation calls `SSEEnabled: false`, is what there is without.
        made(
          'SSEType',
          (body, _lowering, { at }) => {
            const enabled = argumentOf(body, 'enabled');
            return enabled === undefined || isFalse(enabled) ? undefined : fixed('KMS', { at });
          },
          (below, datum) => (below.length === 0 && datum === 'KMS' ? { path: ['enabled'], datum: true } : undefined),
        ),
      ]),
      made('StreamSpecification', (body) => {
        const kind = argumentOf(body, 'stream_view_type');
        if (!kind || stringOf(kind) === '' || isFalse(argumentOf(body, 'stream_enabled'))) return undefined;
        return { kind: 'set', at: kind.at, data: mapData({ StreamViewType: kind }) };
      }),
      block('ttl', 'TimeToLiveSpecification', same('AttributeName Enabled')),
      block('import_table', 'ImportSourceSpecification', [
        ...same('InputCompressionType InputFormat'),
        row('s3_bucket_source.bucket', 'S3BucketSource.S3Bucket'),
        row('s3_bucket_source.bucket_owner', 'S3BucketSource.S3BucketOwner'),
        row('s3_bucket_source.key_prefix', 'S3BucketSource.S3KeyPrefix'),
      ]),
      ...TAGS,
    ],
    { attributes: { name: 'Ref' } },
  ),
  companion(
    'aws_dynamodb_resource_policy',
    { types: ['aws_dynamodb_table'], argument: 'resource_arn', named: 'name' },
    { as: 'merge' },
    [json('policy', 'ResourcePolicy.PolicyDocument')],
  ),
  companion(
    'aws_dynamodb_kinesis_streaming_destination',
    { types: ['aws_dynamodb_table'], argument: 'table_name', named: 'name' },
    { as: 'merge' },
    [
      row('stream_arn', 'KinesisStreamSpecification.StreamArn'),
      row(
        'approximate_creation_date_time_precision',
        'KinesisStreamSpecification.ApproximateCreationDateTimePrecision',
      ),
    ],
  ),
  resource(
    'aws_dax_cluster',
    'AWS::DAX::Cluster',
    [
      ...same('ClusterName Description NodeType ReplicationFactor SubnetGroupName SecurityGroupIds AvailabilityZones'),
      row('cluster_endpoint_encryption_type', 'ClusterEndpointEncryptionType'),
      row('iam_role_arn', 'IAMRoleARN'),
      row('notification_topic_arn', 'NotificationTopicARN'),
      row('maintenance_window', 'PreferredMaintenanceWindow'),
      row('server_side_encryption.enabled', 'SSESpecification.SSEEnabled'),
    ],
    { attributes: { cluster_name: 'Ref' } },
  ),
];
