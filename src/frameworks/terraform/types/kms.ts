import { TAGS } from '#frameworks/terraform/types/rows';
import { companion, constant, HOLES, json, resource, row, same, type Table } from '#frameworks/terraform/types/table';

/** KMS: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key and the pages beside it. */
export const kms: readonly Table[] = [
  resource(
    'aws_kms_key',
    'AWS::KMS::Key',
    [
      ...same('Description EnableKeyRotation RotationPeriodInDays KeyUsage MultiRegion BypassPolicyLockoutSafetyCheck'),
      row('is_enabled', 'Enabled'),
      row('customer_master_key_spec', 'KeySpec'),
      row('deletion_window_in_days', 'PendingWindowInDays'),
      json('policy', 'KeyPolicy'),
      ...TAGS,
    ],
    { attributes: { key_id: 'Ref' } },
  ),
  resource(
    'aws_kms_external_key',
    'AWS::KMS::Key',
    [
      ...same('Description Enabled KeySpec KeyUsage MultiRegion'),
      row('deletion_window_in_days', 'PendingWindowInDays'),
      constant('Origin', 'EXTERNAL'),
      json('policy', 'KeyPolicy'),
      ...TAGS,
    ],
    { attributes: { key_id: 'Ref' } },
  ),
  resource(
    'aws_kms_replica_key',
    'AWS::KMS::ReplicaKey',
    [
      ...same('Description Enabled PrimaryKeyArn'),
      row('deletion_window_in_days', 'PendingWindowInDays'),
      json('policy', 'KeyPolicy'),
      ...TAGS,
    ],
    { attributes: { key_id: 'Ref' } },
  ),
  companion(
    'aws_kms_key_policy',
    { types: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key'], argument: 'key_id' },
    { as: 'merge' },
    [json('policy', 'KeyPolicy')],
  ),
  resource('aws_kms_alias', 'AWS::KMS::Alias', [row('name', 'AliasName'), ...same('TargetKeyId')], {
    attributes: {
      name: 'Ref',
      // https://docs.aws.amazon.com/kms/latest/developerguide/alias-about.html
      arn: (ref) => ['arn:', HOLES.partition, ':kms:', HOLES.region, ':', HOLES.account, ':', ref('Ref')],
    },
  }),
];
