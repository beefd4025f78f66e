import type { ModuleTable } from '#frameworks/terraform/modules/declarations';

const TABLE = 'aws_dynamodb_table.this';

/** https://registry.terraform.io/modules/terraform-aws-modules/dynamodb-table/aws (version 5; since 3 with the same inputs) */
export const dynamodbTable: ModuleTable = {
  source: 'terraform-aws-modules/dynamodb-table/aws',
  defaults: {
    create_table: true,
    billing_mode: 'PAY_PER_REQUEST',
    point_in_time_recovery_enabled: false,
    ttl_enabled: false,
    server_side_encryption_enabled: false,
    stream_enabled: false,
  },
  declare: (module) => {
    const { inputs } = module;
    module.add(TABLE, inputs.when('create_table'), {
      ...inputs.same(
        'name billing_mode hash_key range_key read_capacity write_capacity stream_enabled stream_view_type',
      ),
      ...inputs.same('table_class deletion_protection_enabled tags'),
      ttl: [{ enabled: inputs.input('ttl_enabled'), attribute_name: inputs.input('ttl_attribute_name') }],
      point_in_time_recovery: [
        {
          enabled: inputs.input('point_in_time_recovery_enabled'),
          recovery_period_in_days: inputs.input('point_in_time_recovery_period_in_days'),
        },
      ],
      server_side_encryption: [
        {
          enabled: inputs.input('server_side_encryption_enabled'),
          kms_key_arn: inputs.input('server_side_encryption_kms_key_arn'),
        },
      ],
      attribute: inputs.input('attributes'),
      global_secondary_index: inputs.input('global_secondary_indexes'),
      local_secondary_index: inputs.input('local_secondary_indexes'),
      replica: inputs.input('replica_regions'),
    });
    if (inputs.has('resource_policy'))
      module.add('aws_dynamodb_resource_policy.this', inputs.when('create_table'), {
        resource_arn: module.attribute(TABLE, 'arn'),
        policy: inputs.input('resource_policy'),
      });
  },
  outputs: {
    dynamodb_table_arn: `${TABLE} arn`,
    dynamodb_table_id: `${TABLE} id`,
    dynamodb_table_stream_arn: `${TABLE} stream_arn`,
    dynamodb_table_stream_label: `${TABLE} stream_label`,
  },
};
