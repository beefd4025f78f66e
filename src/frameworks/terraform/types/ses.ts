import { mapData } from '#frameworks/terraform/types/rows';
import { block, made, type Row, resource, row, same, type Table } from '#frameworks/terraform/types/table';
import { argumentOf, listOf, mapOf, stringOf } from '#frameworks/terraform/values';
import type { Value } from '#model/value';

/** The actions of a rule, which CloudFormation has as one list: the argument, the action and its properties. */
const ACTIONS: readonly (readonly [own: string, cfn: string, names: Readonly<Record<string, string>>])[] = [
  [
    'lambda_action',
    'LambdaAction',
    { function_arn: 'FunctionArn', invocation_type: 'InvocationType', topic_arn: 'TopicArn' },
  ],
  [
    's3_action',
    'S3Action',
    {
      bucket_name: 'BucketName',
      kms_key_arn: 'KmsKeyArn',
      object_key_prefix: 'ObjectKeyPrefix',
      topic_arn: 'TopicArn',
    },
  ],
  ['sns_action', 'SNSAction', { topic_arn: 'TopicArn', encoding: 'Encoding' }],
  ['stop_action', 'StopAction', { scope: 'Scope', topic_arn: 'TopicArn' }],
];

/** The actions in their order, which Terraform writes as a number. */
const RULE_ACTIONS: Row = made('Rule.Actions', (body, _lowering, { at }) => {
  const found = ACTIONS.flatMap(([own, cfn, names]) =>
    (listOf(argumentOf(body, own)) ?? []).flatMap((item): { readonly position: number; readonly value: Value }[] => {
      if (!mapOf(item)) return [];
      const entries = Object.entries(names).map(([name, property]) => [property, argumentOf(item, name)] as const);
      const inner: Value = { kind: 'set', at: item.at, data: mapData(Object.fromEntries(entries)) };
      const position = Number(stringOf(argumentOf(item, 'position')) ?? 0);
      return [{ position, value: { kind: 'set', at: item.at, data: mapData({ [cfn]: inner }) } }];
    }),
  );
  if (found.length === 0) return undefined;
  return { kind: 'set', at, data: found.sort((a, b) => a.position - b.position).map(({ value }) => value) };
});

/** Mail: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ses_receipt_rule and others. */
export const ses: readonly Table[] = [
  resource('aws_ses_receipt_rule', 'AWS::SES::ReceiptRule', [
    ...same('RuleSetName After'),
    row('name', 'Rule.Name'),
    row('enabled', 'Rule.Enabled'),
    row('recipients', 'Rule.Recipients'),
    row('scan_enabled', 'Rule.ScanEnabled'),
    row('tls_policy', 'Rule.TlsPolicy'),
    RULE_ACTIONS,
  ]),
  resource('aws_ses_domain_identity', 'AWS::SES::EmailIdentity', [row('domain', 'EmailIdentity')]),
  resource('aws_ses_email_identity', 'AWS::SES::EmailIdentity', [row('email', 'EmailIdentity')]),
  resource('aws_sesv2_email_identity', 'AWS::SES::EmailIdentity', [
    ...same('EmailIdentity'),
    row('configuration_set_name', 'ConfigurationSetAttributes.ConfigurationSetName'),
  ]),
  resource('aws_ses_configuration_set', 'AWS::SES::ConfigurationSet', [
    ...same('Name'),
    row('delivery_options.tls_policy', 'DeliveryOptions.TlsPolicy'),
  ]),
  resource('aws_sesv2_configuration_set', 'AWS::SES::ConfigurationSet', [
    row('configuration_set_name', 'Name'),
    block('delivery_options', 'DeliveryOptions', same('TlsPolicy SendingPoolName')),
  ]),
];
