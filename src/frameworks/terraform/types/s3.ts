import { fixed, flag, inlinePolicy, mapData, TAGS } from '#frameworks/terraform/types/rows';
import {
  block,
  blocks,
  type CompanionTable,
  companion,
  json,
  keyed,
  legacy,
  type MadeRow,
  made,
  type Row,
  resource,
  row,
  same,
  type Table,
  words,
} from '#frameworks/terraform/types/table';
import { argumentOf, listOf } from '#frameworks/terraform/values';
import type { Value } from '#model/value';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const CANNED = words({
  private: 'Private',
  'public-read': 'PublicRead',
  'public-read-write': 'PublicReadWrite',
  'authenticated-read': 'AuthenticatedRead',
  'aws-exec-read': 'AwsExecRead',
  'bucket-owner-read': 'BucketOwnerRead',
  'bucket-owner-full-control': 'BucketOwnerFullControl',
  'log-delivery-write': 'LogDeliveryWrite',
});

const ENCRYPTION = blocks('rule', 'BucketEncryption.ServerSideEncryptionConfiguration', [
  block('apply_server_side_encryption_by_default', 'ServerSideEncryptionByDefault', [
    row('sse_algorithm', 'SSEAlgorithm'),
    row('kms_master_key_id', 'KMSMasterKeyID'),
  ]),
  row('bucket_key_enabled', 'BucketKeyEnabled'),
]);

const CORS: readonly Row[] = [
  ...same('AllowedHeaders AllowedMethods AllowedOrigins Id'),
  row('expose_headers', 'ExposedHeaders'),
  row('max_age_seconds', 'MaxAge'),
];

const EXPIRY: readonly Row[] = [
  ...same('Id Prefix'),
  row('expiration.date', 'ExpirationDate'),
  row('expiration.days', 'ExpirationInDays'),
  row('expiration.expired_object_delete_marker', 'ExpiredObjectDeleteMarker'),
  blocks('transition', 'Transitions', [
    row('date', 'TransitionDate'),
    row('days', 'TransitionInDays'),
    row('storage_class', 'StorageClass'),
  ]),
];

const LIFECYCLE: readonly Row[] = [
  ...EXPIRY,
  row('status', 'Status'),
  row('abort_incomplete_multipart_upload.days_after_initiation', 'AbortIncompleteMultipartUpload.DaysAfterInitiation'),
  block('filter', '', [
    ...same('Prefix ObjectSizeGreaterThan ObjectSizeLessThan'),
    blocks('tag', 'TagFilters', same('Key Value')),
    block('and', '', [
      ...same('Prefix ObjectSizeGreaterThan ObjectSizeLessThan'),
      row('tags', 'TagFilters', keyed('Key', 'Value')),
    ]),
  ]),
  block('noncurrent_version_expiration', 'NoncurrentVersionExpiration', same('NewerNoncurrentVersions NoncurrentDays')),
  blocks('noncurrent_version_transition', 'NoncurrentVersionTransitions', [
    ...same('NewerNoncurrentVersions StorageClass'),
    row('noncurrent_days', 'TransitionInDays'),
  ]),
];

const REPLICATION: readonly Row[] = [
  ...same('Id Prefix Priority Status'),
  row('delete_marker_replication.status', 'DeleteMarkerReplication.Status'),
  block('destination', 'Destination', [
    ...same('Account Bucket StorageClass'),
    row('access_control_translation.owner', 'AccessControlTranslation.Owner'),
    row('encryption_configuration.replica_kms_key_id', 'EncryptionConfiguration.ReplicaKmsKeyID'),
    row('metrics.status', 'Metrics.Status'),
    row('metrics.event_threshold.minutes', 'Metrics.EventThreshold.Minutes'),
    row('replication_time.status', 'ReplicationTime.Status'),
    row('replication_time.time.minutes', 'ReplicationTime.Time.Minutes'),
  ]),
  block('filter', 'Filter', [
    ...same('Prefix'),
    block('tag', 'TagFilter', same('Key Value')),
    block('and', 'And', [...same('Prefix'), row('tags', 'TagFilters', keyed('Key', 'Value'))]),
  ]),
  row('source_selection_criteria.replica_modifications.status', 'SourceSelectionCriteria.ReplicaModifications.Status'),
  row(
    'source_selection_criteria.sse_kms_encrypted_objects.status',
    'SourceSelectionCriteria.SseKmsEncryptedObjects.Status',
  ),
];

/** CloudFormation has an entry for every event, Terraform one for every receiver. */
function notified(own: string, receiver: string, cfn: string, target: string): MadeRow {
  return made(`NotificationConfiguration.${cfn}`, (body) => {
    const receivers = argumentOf(body, own);
    if (!receivers) return undefined;
    const items = listOf(receivers);
    if (!items) return receivers;
    return { kind: 'set', at: receivers.at, data: items.flatMap((item) => notifications(item, receiver, target)) };
  });
}

function notifications(item: Value, receiver: string, target: string): readonly Value[] {
  if (item.kind !== 'set') return [item];
  const events = argumentOf(item, 'events');
  const rules = ['prefix', 'suffix'].flatMap((name): Value[] => {
    const value = argumentOf(item, `filter_${name}`);
    return value ? [{ kind: 'set', at: value.at, data: mapData({ Name: fixed(name, value), Value: value }) }] : [];
  });
  const set = (data: Readonly<Record<string, Value | undefined>>): Value => ({
    kind: 'set',
    at: item.at,
    data: mapData(data),
  });
  const filter =
    rules.length > 0 ? set({ S3Key: set({ Rules: { kind: 'set', at: item.at, data: rules } }) }) : undefined;
  const each = events ? (listOf(events) ?? [events]) : [undefined];
  return each.map((event) => set({ Event: event, Filter: filter, [target]: argumentOf(item, receiver) }));
}

const OF_BUCKET: CompanionTable['owner'] = {
  types: ['aws_s3_bucket', 'aws_s3_directory_bucket'],
  argument: 'bucket',
  named: 'bucket',
};

const BUCKET_ALONE = { type: 'AWS::S3::Bucket', rows: [row('bucket', 'BucketName')] };

function ofBucket(own: string, ...rows: readonly Row[]): CompanionTable {
  return companion(own, OF_BUCKET, { as: 'merge' }, rows);
}

/** S3: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket and the pages beside it. */
export const s3: readonly Table[] = [
  resource(
    'aws_s3_bucket',
    'AWS::S3::Bucket',
    [
      row('bucket', 'BucketName'),
      row('object_lock_enabled', 'ObjectLockEnabled'),
      ...TAGS,
      // What version 4 of the provider moved to resources of their own still works in the bucket.
      legacy(row('acl', 'AccessControl', CANNED)),
      legacy(row('acceleration_status', 'AccelerateConfiguration.AccelerationStatus')),
      legacy(row('versioning.enabled', 'VersioningConfiguration.Status', flag('Enabled', 'Suspended'))),
      legacy(block('server_side_encryption_configuration', '', [ENCRYPTION])),
      legacy(row('logging.target_bucket', 'LoggingConfiguration.DestinationBucketName')),
      legacy(row('logging.target_prefix', 'LoggingConfiguration.LogFilePrefix')),
      legacy(blocks('cors_rule', 'CorsConfiguration.CorsRules', CORS)),
      legacy(
        blocks('lifecycle_rule', 'LifecycleConfiguration.Rules', [
          ...EXPIRY,
          row('enabled', 'Status', flag('Enabled', 'Disabled')),
          row('abort_incomplete_multipart_upload_days', 'AbortIncompleteMultipartUpload.DaysAfterInitiation'),
          row('tags', 'TagFilters', keyed('Key', 'Value')),
          row('noncurrent_version_expiration.days', 'NoncurrentVersionExpiration.NoncurrentDays'),
        ]),
      ),
      legacy(row('website.index_document', 'WebsiteConfiguration.IndexDocument')),
      legacy(row('website.error_document', 'WebsiteConfiguration.ErrorDocument')),
    ],
    {
      attributes: {
        bucket: 'Ref',
        bucket_domain_name: 'DomainName',
        bucket_regional_domain_name: 'RegionalDomainName',
        website_endpoint: 'WebsiteURL',
      },
      adds: inlinePolicy('AWS::S3::BucketPolicy', 'PolicyDocument', 'Bucket'),
    },
  ),
  resource('aws_s3_bucket_policy', 'AWS::S3::BucketPolicy', [...same('Bucket'), json('policy', 'PolicyDocument')]),
  ofBucket(
    'aws_s3_bucket_public_access_block',
    row('block_public_acls', 'PublicAccessBlockConfiguration.BlockPublicAcls'),
    row('block_public_policy', 'PublicAccessBlockConfiguration.BlockPublicPolicy'),
    row('ignore_public_acls', 'PublicAccessBlockConfiguration.IgnorePublicAcls'),
    row('restrict_public_buckets', 'PublicAccessBlockConfiguration.RestrictPublicBuckets'),
  ),
  ofBucket(
    'aws_s3_bucket_versioning',
    row('versioning_configuration.status', 'VersioningConfiguration.Status', words({ Disabled: 'Suspended' })),
  ),
  ofBucket('aws_s3_bucket_server_side_encryption_configuration', ENCRYPTION),
  ofBucket('aws_s3_bucket_ownership_controls', blocks('rule', 'OwnershipControls.Rules', same('ObjectOwnership'))),
  ofBucket('aws_s3_bucket_acl', row('acl', 'AccessControl', CANNED)),
  ofBucket(
    'aws_s3_bucket_logging',
    row('target_bucket', 'LoggingConfiguration.DestinationBucketName'),
    row('target_prefix', 'LoggingConfiguration.LogFilePrefix'),
  ),
  ofBucket('aws_s3_bucket_cors_configuration', blocks('cors_rule', 'CorsConfiguration.CorsRules', CORS)),
  ofBucket('aws_s3_bucket_lifecycle_configuration', blocks('rule', 'LifecycleConfiguration.Rules', LIFECYCLE)),
  ofBucket(
    'aws_s3_bucket_website_configuration',
    row('index_document.suffix', 'WebsiteConfiguration.IndexDocument'),
    row('error_document.key', 'WebsiteConfiguration.ErrorDocument'),
    block('redirect_all_requests_to', 'WebsiteConfiguration.RedirectAllRequestsTo', same('HostName Protocol')),
    blocks('routing_rule', 'WebsiteConfiguration.RoutingRules', [
      block('condition', 'RoutingRuleCondition', same('HttpErrorCodeReturnedEquals KeyPrefixEquals')),
      block('redirect', 'RedirectRule', same('HostName HttpRedirectCode Protocol ReplaceKeyPrefixWith ReplaceKeyWith')),
    ]),
  ),
  companion(
    'aws_s3_bucket_notification',
    OF_BUCKET,
    { as: 'merge' },
    [
      notified('lambda_function', 'lambda_function_arn', 'LambdaConfigurations', 'Function'),
      notified('queue', 'queue_arn', 'QueueConfigurations', 'Queue'),
      notified('topic', 'topic_arn', 'TopicConfigurations', 'Topic'),
      row('eventbridge', 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled'),
    ],
    { alone: BUCKET_ALONE },
  ),
  ofBucket(
    'aws_s3_bucket_replication_configuration',
    row('role', 'ReplicationConfiguration.Role'),
    blocks('rule', 'ReplicationConfiguration.Rules', REPLICATION),
  ),
  ofBucket(
    'aws_s3_bucket_object_lock_configuration',
    row('object_lock_enabled', 'ObjectLockConfiguration.ObjectLockEnabled'),
    block('rule', 'ObjectLockConfiguration.Rule', [
      block('default_retention', 'DefaultRetention', same('Days Mode Years')),
    ]),
  ),
  ofBucket('aws_s3_bucket_accelerate_configuration', row('status', 'AccelerateConfiguration.AccelerationStatus')),
  companion(
    'aws_s3_bucket_intelligent_tiering_configuration',
    OF_BUCKET,
    { as: 'append', cfn: ['IntelligentTieringConfigurations'] },
    [
      row('name', 'Id'),
      row('status', 'Status'),
      row('filter.prefix', 'Prefix'),
      blocks('tiering', 'Tierings', same('AccessTier Days')),
    ],
  ),
  resource('aws_s3_access_point', 'AWS::S3::AccessPoint', [
    ...same('Name Bucket BucketAccountId'),
    row('account_id', 'BucketAccountId'),
    json('policy', 'Policy'),
    block(
      'public_access_block_configuration',
      'PublicAccessBlockConfiguration',
      same('BlockPublicAcls BlockPublicPolicy IgnorePublicAcls RestrictPublicBuckets'),
    ),
    row('vpc_configuration.vpc_id', 'VpcConfiguration.VpcId'),
  ]),
  resource('aws_s3_directory_bucket', 'AWS::S3Express::DirectoryBucket', [row('bucket', 'BucketName')]),
  resource('aws_s3control_object_lambda_access_point', 'AWS::S3ObjectLambda::AccessPoint', [
    ...same('Name'),
    block('configuration', 'ObjectLambdaConfiguration', [
      ...same('AllowedFeatures CloudWatchMetricsEnabled SupportingAccessPoint'),
      blocks('transformation_configuration', 'TransformationConfigurations', [
        ...same('Actions'),
        row('content_transformation.aws_lambda.function_arn', 'ContentTransformation.AwsLambda.FunctionArn'),
        row('content_transformation.aws_lambda.function_payload', 'ContentTransformation.AwsLambda.FunctionPayload'),
      ]),
    ]),
  ]),
  resource('aws_s3control_object_lambda_access_point_policy', 'AWS::S3ObjectLambda::AccessPointPolicy', [
    row('name', 'ObjectLambdaAccessPoint'),
    json('policy', 'PolicyDocument'),
  ]),
];
