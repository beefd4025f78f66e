import type { ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { documentOf, statementsIn } from '#frameworks/terraform/modules/policies';
import { HOLES } from '#frameworks/terraform/types/table';
import { listOf, textOf } from '#frameworks/terraform/values';
import { partsOf, Text } from '#model/text';
import type { Value } from '#model/value';

const KEY = 'aws_kms_key.this';

/** The inputs that name who may do what, with what they may do. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  key_owners: ['kms:*'],
  key_administrators: [
    'kms:Create*',
    'kms:Describe*',
    'kms:Enable*',
    'kms:List*',
    'kms:Put*',
    'kms:Update*',
    'kms:Revoke*',
    'kms:Disable*',
    'kms:Get*',
    'kms:Delete*',
    'kms:TagResource',
    'kms:UntagResource',
    'kms:ScheduleKeyDeletion',
    'kms:CancelKeyDeletion',
  ],
  key_users: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
  key_symmetric_encryption_users: [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey*',
    'kms:ReEncrypt*',
  ],
  key_asymmetric_sign_verify_users: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign', 'kms:Verify'],
};

/** https://registry.terraform.io/modules/terraform-aws-modules/kms/aws (version 4) */
export const kms: ModuleTable = {
  source: 'terraform-aws-modules/kms/aws',
  defaults: {
    create: true,
    create_external: false,
    create_replica: false,
    create_replica_external: false,
    multi_region: false,
    enable_key_rotation: true,
    enable_default_policy: true,
  },
  declare: (module) => {
    const { inputs, call } = module;
    const root: Spec = {
      kind: 'set',
      at: call.at,
      data: new Text(['arn:', HOLES.partition, ':iam::', HOLES.account, ':root']),
    };
    const holders = Object.entries(ROLES).flatMap(([name, actions]): Spec[] => {
      const named = inputs.get(name);
      if (!named || listOf(named)?.length === 0) return [];
      return [{ actions, resources: ['*'], principals: [{ type: 'AWS', identifiers: inputs.input(name) }] }];
    });
    const own: Spec = {
      sid: 'Default',
      actions: ['kms:*'],
      resources: ['*'],
      principals: [{ type: 'AWS', identifiers: [root] }],
    };
    module.add(KEY, inputs.when('create', '!create_external', '!create_replica', '!create_replica_external'), {
      ...inputs.same('description enable_key_rotation rotation_period_in_days is_enabled key_usage multi_region'),
      ...inputs.same('customer_master_key_spec deletion_window_in_days tags'),
      policy: inputs.has('policy')
        ? inputs.input('policy')
        : documentOf(module, [
            ...(inputs.when('enable_default_policy') ? [own] : []),
            ...holders,
            ...statementsIn(inputs, 'key_statements'),
          ]),
    });
    for (const [index, alias] of (listOf(inputs.get('aliases')) ?? []).entries())
      module.add(
        'aws_kms_alias.this',
        inputs.when('create'),
        { name: prefixed(alias), target_key_id: module.attribute(KEY, 'key_id') },
        index,
      );
  },
  outputs: { key_arn: `${KEY} arn`, key_id: `${KEY} key_id` },
};

/** Aliases are given without the prefix that AWS wants. */
function prefixed(alias: Value): Value {
  const text = textOf(alias);
  return text === undefined ? alias : { kind: 'set', at: alias.at, data: Text.of(['alias/', ...partsOf(text)]) };
}
