import { fixed, mapData, TAGS } from '#frameworks/terraform/types/rows';
import {
  block,
  blocks,
  json,
  made,
  type Row,
  resource,
  row,
  same,
  type Table,
  type Written,
} from '#frameworks/terraform/types/table';
import { argumentOf, stringOf } from '#frameworks/terraform/values';
import type { Datum } from '#model/patch';
import { Text } from '#model/text';

const LOGGED = block(
  'cloudwatch_logging_options',
  'CloudWatchLoggingOptions',
  same('Enabled LogGroupName LogStreamName'),
);

const BUFFERED: readonly Row[] = [
  row('buffering_interval', 'BufferingHints.IntervalInSeconds'),
  row('buffering_size', 'BufferingHints.SizeInMBs'),
];

const INTO_BUCKET: readonly Row[] = [
  row('bucket_arn', 'BucketARN'),
  row('role_arn', 'RoleARN'),
  ...same('Prefix ErrorOutputPrefix CompressionFormat'),
  row('kms_key_arn', 'EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN'),
  ...BUFFERED,
  LOGGED,
];

const PROCESSED = block('processing_configuration', 'ProcessingConfiguration', [
  ...same('Enabled'),
  blocks('processors', 'Processors', [
    ...same('Type'),
    blocks('parameters', 'Parameters', same('ParameterName ParameterValue')),
  ]),
]);

const VPC = block('vpc_config', 'VpcConfiguration', [
  ...same('SubnetIds SecurityGroupIds'),
  row('role_arn', 'RoleARN'),
]);

const SEARCHED: readonly Row[] = [
  row('role_arn', 'RoleARN'),
  row('domain_arn', 'DomainARN'),
  ...same('ClusterEndpoint IndexName IndexRotationPeriod TypeName S3BackupMode'),
  row('retry_duration', 'RetryOptions.DurationInSeconds'),
  ...BUFFERED,
  LOGGED,
  PROCESSED,
  VPC,
  block('s3_configuration', 'S3Configuration', INTO_BUCKET),
];

/** The encryption of a stream with all that belongs to it. */
function wholly(datum: Datum): readonly Written[] | undefined {
  if (datum === null || typeof datum !== 'object' || Array.isArray(datum) || datum instanceof Text) return undefined;
  return Object.entries(datum as { readonly [key: string]: Datum }).flatMap(([name, one]): Written[] => {
    if (name === 'EncryptionType') return [{ path: ['encryption_type'], datum: one }];
    return name === 'KeyId' ? [{ path: ['kms_key_id'], datum: one }] : [];
  });
}

/** Kinesis: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_stream and the pages beside it. */
export const kinesis: readonly Table[] = [
  resource(
    'aws_kinesis_stream',
    'AWS::Kinesis::Stream',
    [
      ...same('Name ShardCount'),
      row('retention_period', 'RetentionPeriodHours'),
      row('shard_level_metrics', 'DesiredShardLevelMetrics'),
      row('stream_mode_details.stream_mode', 'StreamModeDetails.StreamMode'),
      made(
        'StreamEncryption',
        (body) => {
          const type = argumentOf(body, 'encryption_type');
          if (!type || stringOf(type) === 'NONE') return undefined;
          const data = mapData({ EncryptionType: type, KeyId: argumentOf(body, 'kms_key_id') });
          return { kind: 'set', at: type.at, data };
        },
        (below, datum) => {
          if (below.length === 0) return wholly(datum);
          if (below.length === 1 && below[0] === 'EncryptionType') return { path: ['encryption_type'], datum };
          if (below.length === 1 && below[0] === 'KeyId') return { path: ['kms_key_id'], datum };
          return undefined;
        },
      ),
      ...TAGS,
    ],
    { attributes: { id: 'Arn', name: 'Ref' } },
  ),
  resource(
    'aws_kinesis_stream_consumer',
    'AWS::Kinesis::StreamConsumer',
    [row('name', 'ConsumerName'), row('stream_arn', 'StreamARN')],
    { attributes: { arn: 'Ref' } },
  ),
  resource('aws_kinesis_resource_policy', 'AWS::Kinesis::ResourcePolicy', [
    ...same('ResourceArn'),
    json('policy', 'ResourcePolicy'),
  ]),
  resource(
    'aws_kinesis_firehose_delivery_stream',
    'AWS::KinesisFirehose::DeliveryStream',
    [
      row('name', 'DeliveryStreamName'),
      made('DeliveryStreamType', (body, _lowering, { at }) => {
        if (argumentOf(body, 'kinesis_source_configuration')) return fixed('KinesisStreamAsSource', { at });
        return fixed(argumentOf(body, 'msk_source_configuration') ? 'MSKAsSource' : 'DirectPut', { at });
      }),
      block('server_side_encryption', 'DeliveryStreamEncryptionConfigurationInput', [
        row('key_arn', 'KeyARN'),
        made('KeyType', (body, _lowering, { at }) => {
          const enabled = argumentOf(body, 'enabled');
          if (stringOf(enabled) !== 'true') return enabled?.kind === 'unknown' ? enabled : undefined;
          return argumentOf(body, 'key_type') ?? fixed('AWS_OWNED_CMK', { at });
        }),
      ]),
      block('kinesis_source_configuration', 'KinesisStreamSourceConfiguration', [
        row('kinesis_stream_arn', 'KinesisStreamARN'),
        row('role_arn', 'RoleARN'),
      ]),
      block('msk_source_configuration', 'MSKSourceConfiguration', [
        row('msk_cluster_arn', 'MSKClusterARN'),
        row('topic_name', 'TopicName'),
        row('authentication_configuration.connectivity', 'AuthenticationConfiguration.Connectivity'),
        row('authentication_configuration.role_arn', 'AuthenticationConfiguration.RoleARN'),
      ]),
      block('extended_s3_configuration', 'ExtendedS3DestinationConfiguration', [
        ...INTO_BUCKET,
        ...same('S3BackupMode CustomTimeZone FileExtension'),
        PROCESSED,
        block('s3_backup_configuration', 'S3BackupConfiguration', INTO_BUCKET),
        row('dynamic_partitioning_configuration.enabled', 'DynamicPartitioningConfiguration.Enabled'),
        row(
          'dynamic_partitioning_configuration.retry_duration',
          'DynamicPartitioningConfiguration.RetryOptions.DurationInSeconds',
        ),
        row('data_format_conversion_configuration.enabled', 'DataFormatConversionConfiguration.Enabled'),
        block(
          'data_format_conversion_configuration.schema_configuration',
          'DataFormatConversionConfiguration.SchemaConfiguration',
          [...same('CatalogId DatabaseName Region TableName VersionId'), row('role_arn', 'RoleARN')],
        ),
      ]),
      block('s3_configuration', 'S3DestinationConfiguration', INTO_BUCKET),
      block('elasticsearch_configuration', 'ElasticsearchDestinationConfiguration', SEARCHED),
      block('opensearch_configuration', 'AmazonopensearchserviceDestinationConfiguration', SEARCHED),
      block('redshift_configuration', 'RedshiftDestinationConfiguration', [
        row('role_arn', 'RoleARN'),
        row('cluster_jdbcurl', 'ClusterJDBCURL'),
        ...same('Username Password S3BackupMode'),
        row('data_table_name', 'CopyCommand.DataTableName'),
        row('data_table_columns', 'CopyCommand.DataTableColumns'),
        row('copy_options', 'CopyCommand.CopyOptions'),
        LOGGED,
        PROCESSED,
        block('s3_configuration', 'S3Configuration', INTO_BUCKET),
        block('s3_backup_configuration', 'S3BackupConfiguration', INTO_BUCKET),
      ]),
      block('splunk_configuration', 'SplunkDestinationConfiguration', [
        row('hec_endpoint', 'HECEndpoint'),
        row('hec_endpoint_type', 'HECEndpointType'),
        row('hec_token', 'HECToken'),
        row('hec_acknowledgment_timeout', 'HECAcknowledgmentTimeoutInSeconds'),
        row('s3_backup_mode', 'S3BackupMode'),
        LOGGED,
        PROCESSED,
        block('s3_configuration', 'S3Configuration', INTO_BUCKET),
      ]),
      block('http_endpoint_configuration', 'HttpEndpointDestinationConfiguration', [
        row('role_arn', 'RoleARN'),
        row('url', 'EndpointConfiguration.Url'),
        row('name', 'EndpointConfiguration.Name'),
        row('access_key', 'EndpointConfiguration.AccessKey'),
        ...same('S3BackupMode'),
        ...BUFFERED,
        LOGGED,
        PROCESSED,
        block('s3_configuration', 'S3Configuration', INTO_BUCKET),
      ]),
      ...TAGS,
    ],
    { attributes: { id: 'Arn', name: 'Ref' } },
  ),
];
