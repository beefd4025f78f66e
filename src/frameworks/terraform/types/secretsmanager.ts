import { inlinePolicy, TAGS } from '#frameworks/terraform/types/rows';
import { block, blocks, companion, json, resource, row, same, type Table } from '#frameworks/terraform/types/table';

/** Secrets Manager: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret and the pages beside it. */
export const secretsmanager: readonly Table[] = [
  resource(
    'aws_secretsmanager_secret',
    'AWS::SecretsManager::Secret',
    [...same('Name Description KmsKeyId'), blocks('replica', 'ReplicaRegions', same('KmsKeyId Region')), ...TAGS],
    {
      attributes: { arn: 'Ref' },
      adds: inlinePolicy('AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy', 'SecretId'),
    },
  ),
  companion(
    'aws_secretsmanager_secret_version',
    { types: ['aws_secretsmanager_secret'], argument: 'secret_id', named: 'name' },
    { as: 'merge' },
    [row('secret_string', 'SecretString')],
    { alone: { type: 'AWS::SecretsManager::Secret', rows: [row('secret_string', 'SecretString')] } },
  ),
  resource('aws_secretsmanager_secret_policy', 'AWS::SecretsManager::ResourcePolicy', [
    row('secret_arn', 'SecretId'),
    json('policy', 'ResourcePolicy'),
    ...same('BlockPublicPolicy'),
  ]),
  resource('aws_secretsmanager_secret_rotation', 'AWS::SecretsManager::RotationSchedule', [
    ...same('SecretId'),
    row('rotation_lambda_arn', 'RotationLambdaARN'),
    row('rotate_immediately', 'RotateImmediatelyOnUpdate'),
    block('rotation_rules', 'RotationRules', same('AutomaticallyAfterDays Duration ScheduleExpression')),
  ]),
];
