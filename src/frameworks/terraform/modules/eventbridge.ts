import type { Declarations, Inputs, ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { documentOf, statementsIn } from '#frameworks/terraform/modules/policies';
import { isFalse, listOf } from '#frameworks/terraform/values';
import type { When } from '#model/value';

const BUS = 'aws_cloudwatch_event_bus.this';
const ROLE = 'aws_iam_role.eventbridge';

/** What the module lets its role do for each kind of target, and the input that names the targets. */
const TARGETS: readonly (readonly [flag: string, resources: string, actions: readonly string[]])[] = [
  ['attach_kinesis_policy', 'kinesis_target_arns', ['kinesis:PutRecord']],
  ['attach_kinesis_firehose_policy', 'kinesis_firehose_target_arns', ['firehose:PutRecord']],
  ['attach_sqs_policy', 'sqs_target_arns', ['sqs:SendMessage*', 'kms:Decrypt', 'kms:GenerateDataKey']],
  ['attach_sns_policy', 'sns_target_arns', ['sns:Publish']],
  ['attach_lambda_policy', 'lambda_target_arns', ['lambda:InvokeFunction']],
  ['attach_sfn_policy', 'sfn_target_arns', ['states:StartExecution']],
];

/** https://registry.terraform.io/modules/terraform-aws-modules/eventbridge/aws (version 4) */
export const eventbridge: ModuleTable = {
  source: 'terraform-aws-modules/eventbridge/aws',
  defaults: {
    create: true,
    create_role: true,
    create_bus: true,
    create_rules: true,
    create_targets: true,
    create_permissions: true,
    create_schedules: true,
    create_pipes: true,
    bus_name: 'default',
    append_rule_postfix: true,
  },
  declare: (module) => {
    const { inputs } = module;
    const created = inputs.when('create');
    const owned = inputs.when('create', 'create_bus');
    module.add(BUS, owned, {
      name: inputs.input('bus_name'),
      ...inputs.same('event_source_name kms_key_identifier tags'),
    });
    const bus: Spec = owned ? module.attribute(BUS, 'name') : inputs.input('bus_name');
    const role = (value: Spec): Spec => (value ? module.attribute(ROLE, 'arn') : undefined);
    for (const [key, rule] of inputs.entries('rules')) {
      const name = inputs.when('append_rule_postfix') ? `${key.replaceAll('_', '-')}-rule` : key;
      module.add(
        'aws_cloudwatch_event_rule.this',
        inputs.when('create', 'create_rules'),
        {
          name,
          event_bus_name: bus,
          ...rule.same('description event_pattern schedule_expression'),
          state: rule.has('enabled') ? (isFalse(rule.get('enabled')) ? 'DISABLED' : 'ENABLED') : rule.input('state'),
        },
        key,
      );
    }
    for (const [key] of inputs.entries('targets'))
      for (const [index, target] of inputs.below('targets').items(key).entries())
        module.add(
          'aws_cloudwatch_event_target.this',
          inputs.when('create', 'create_targets'),
          {
            rule: module.attribute('aws_cloudwatch_event_rule.this', 'name', key),
            event_bus_name: bus,
            ...target.same('arn target_id input input_path'),
            role_arn: target.has('attach_role_arn') ? role(!isFalse(target.get('attach_role_arn'))) : undefined,
            dead_letter_config: [{ arn: target.input('dead_letter_arn') }],
            retry_policy: target.get('retry_policy') ? [target.input('retry_policy')] : undefined,
            input_transformer: target.get('input_transformer') ? [target.input('input_transformer')] : undefined,
            ecs_target: target.get('ecs_target') ? [target.input('ecs_target')] : undefined,
          },
          `${key}.${index}`,
        );
    for (const [key, permission] of inputs.entries('permissions')) {
      const [principal = '', statement = ''] = key.split(' ').filter((part) => part !== '');
      const at = permission.at;
      module.add(
        'aws_cloudwatch_event_permission.this',
        inputs.when('create', 'create_permissions'),
        {
          principal: { kind: 'set', at, data: principal },
          statement_id: { kind: 'set', at, data: statement },
          event_bus_name: permission.get('event_bus_name') ?? bus,
          action: permission.input('action'),
          condition: permission.has('condition_org')
            ? [{ key: 'aws:PrincipalOrgID', type: 'StringEquals', value: permission.input('condition_org') }]
            : undefined,
        },
        key,
      );
    }
    for (const [key, schedule] of inputs.entries('schedules'))
      module.add(
        'aws_scheduler_schedule.this',
        inputs.when('create', 'create_schedules'),
        {
          name: schedule.get('name') ?? key,
          ...schedule.same('description group_name kms_key_arn schedule_expression state'),
          schedule_expression_timezone: schedule.input('timezone'),
          target: [
            {
              ...schedule.same('arn input'),
              role_arn: schedule.has('role_arn') ? schedule.input('role_arn') : module.attribute(ROLE, 'arn'),
              dead_letter_config: [{ arn: schedule.input('dead_letter_arn') }],
            },
          ],
        },
        key,
      );
    declareRole(module, created);
  },
  outputs: {
    eventbridge_bus_name: `${BUS} name`,
    eventbridge_bus_arn: `${BUS} arn`,
    eventbridge_rule_arns: 'aws_cloudwatch_event_rule.this[rules] arn',
    eventbridge_rule_ids: 'aws_cloudwatch_event_rule.this[rules] id',
    eventbridge_schedule_arns: 'aws_scheduler_schedule.this[schedules] arn',
    eventbridge_role_arn: `${ROLE} arn`,
    eventbridge_role_name: `${ROLE} name`,
  },
};

function declareRole(module: Declarations, created: readonly When[] | undefined): void {
  const { inputs } = module;
  if (!created || !inputs.when('create_role')) return;
  module.add(ROLE, created, {
    name: inputs.get('role_name') ?? inputs.get('bus_name'),
    permissions_boundary: inputs.input('role_permissions_boundary'),
    assume_role_policy: documentOf(module, [
      {
        actions: ['sts:AssumeRole'],
        principals: [
          { type: 'Service', identifiers: ['events.amazonaws.com', 'scheduler.amazonaws.com', ...trusted(inputs)] },
        ],
      },
    ]),
  });
  const role = module.attribute(ROLE, 'name');
  for (const [flag, resources, actions] of TARGETS)
    if (inputs.when(flag))
      module.add(`aws_iam_role_policy.${resources}`, created, {
        role,
        policy: documentOf(module, [{ actions, resources: inputs.input(resources) }]),
      });
  if (inputs.when('attach_policy_json'))
    module.add('aws_iam_role_policy.additional_json', created, { role, policy: inputs.input('policy_json') });
  if (inputs.when('attach_policy_statements'))
    module.add('aws_iam_role_policy.additional_inline', created, {
      role,
      policy: documentOf(module, statementsIn(inputs, 'policy_statements')),
    });
  if (inputs.when('attach_policy'))
    module.add('aws_iam_role_policy_attachment.additional_one', created, { role, policy_arn: inputs.input('policy') });
}

function trusted(inputs: Inputs): readonly Spec[] {
  return listOf(inputs.get('trusted_entities')) ?? [];
}
