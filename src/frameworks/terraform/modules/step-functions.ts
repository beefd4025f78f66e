import type { ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { documentOf, statementsIn } from '#frameworks/terraform/modules/policies';
import { HOLES } from '#frameworks/terraform/types/table';
import {
  argumentOf,
  isTrue,
  listOf,
  mapBranches,
  mapOf,
  stringOf,
  textOf,
  withData,
} from '#frameworks/terraform/values';
import { partsOf, Text } from '#model/text';
import type { Value } from '#model/value';

const MACHINE = 'aws_sfn_state_machine.this';
const ROLE = 'aws_iam_role.this';
const GROUP = 'aws_cloudwatch_log_group.sfn';

/** What the module lets the machine do for an integration, of those that serverless applications use. */
const INTEGRATIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  lambda: { lambda: ['lambda:InvokeFunction'] },
  dynamodb: { dynamodb: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'] },
  sqs: { sqs: ['sqs:SendMessage'] },
  sns: { sns: ['sns:Publish'] },
  eventbridge: { eventbridge: ['events:PutEvents'] },
  stepfunction: { stepfunction: ['states:StartExecution'] },
};

/** https://registry.terraform.io/modules/terraform-aws-modules/step-functions/aws (version 5) */
export const stepFunctions: ModuleTable = {
  source: 'terraform-aws-modules/step-functions/aws',
  defaults: {
    create: true,
    create_role: true,
    use_existing_role: false,
    use_existing_cloudwatch_log_group: false,
    type: 'STANDARD',
    attach_policies_for_integrations: true,
    attach_policy: false,
    attach_policies: false,
    attach_policy_json: false,
    attach_policy_statements: false,
  },
  declare: (module) => {
    const { inputs, call } = module;
    const created = inputs.when('create');
    if (!created) return;
    const logging = inputs.get('logging_configuration');
    const level = argumentOf(logging, 'level');
    const logs = level !== undefined && stringOf(level) !== 'OFF';
    const type = inputs.get('type');
    const traced = isTrue(argumentOf(argumentOf(inputs.get('service_integrations'), 'xray'), 'xray'));
    module.add(MACHINE, created, {
      ...inputs.same('name definition publish tags'),
      type: type && mapBranches(type, (one) => withData(one, stringOf(one)?.toUpperCase() ?? one.data)),
      role_arn: inputs.when('use_existing_role') ? inputs.input('role_arn') : module.attribute(ROLE, 'arn'),
      logging_configuration: logs
        ? [
            {
              level,
              include_execution_data: argumentOf(logging, 'include_execution_data'),
              log_destination: argumentOf(logging, 'log_destination') ?? suffixed(module.attribute(GROUP, 'arn')),
            },
          ]
        : undefined,
      tracing_configuration: traced ? [{ enabled: true }] : undefined,
    });
    if (logs && !inputs.when('use_existing_cloudwatch_log_group'))
      module.add(GROUP, created, {
        name: inputs.input('cloudwatch_log_group_name'),
        retention_in_days: inputs.input('cloudwatch_log_group_retention_in_days'),
        kms_key_id: inputs.input('cloudwatch_log_group_kms_key_id'),
      });
    if (!inputs.when('create_role', '!use_existing_role')) return;
    const service: Spec = {
      kind: 'set',
      at: call.at,
      data: new Text(['states.', HOLES.region, '.amazonaws.com']),
    };
    module.add(ROLE, created, {
      name: inputs.get('role_name') ?? inputs.get('name'),
      permissions_boundary: inputs.input('role_permissions_boundary'),
      assume_role_policy: documentOf(module, [
        { actions: ['sts:AssumeRole'], principals: [{ type: 'Service', identifiers: [service] }] },
      ]),
    });
    const role = module.attribute(ROLE, 'name');
    if (inputs.when('attach_policies_for_integrations'))
      for (const [name, integration] of inputs.entries('service_integrations')) {
        const statements = [...(mapOf(integration.value) ?? [])].flatMap(([key, resources]): Spec[] => {
          const actions = INTEGRATIONS[name]?.[key];
          if (!actions) return [];
          return [{ actions, resources: isTrue(resources) ? ['*'] : resources }];
        });
        if (statements.length > 0)
          module.add('aws_iam_role_policy.service', created, { role, policy: documentOf(module, statements) }, name);
      }
    if (inputs.when('attach_policy_json'))
      module.add('aws_iam_role_policy.additional_json', created, { role, policy: inputs.input('policy_json') });
    if (inputs.when('attach_policy_statements'))
      module.add('aws_iam_role_policy.additional_inline', created, {
        role,
        policy: documentOf(module, statementsIn(inputs, 'policy_statements')),
      });
    if (inputs.when('attach_policy'))
      module.add('aws_iam_role_policy_attachment.additional_one', created, {
        role,
        policy_arn: inputs.input('policy'),
      });
    if (inputs.when('attach_policies'))
      for (const [index, arn] of (listOf(inputs.get('policies')) ?? []).entries())
        module.add('aws_iam_role_policy_attachment.additional_many', created, { role, policy_arn: arn }, index);
  },
  outputs: {
    state_machine_id: `${MACHINE} id`,
    state_machine_arn: `${MACHINE} arn`,
    state_machine_name: `${MACHINE} name`,
    role_arn: `${ROLE} arn`,
    role_name: `${ROLE} name`,
    cloudwatch_log_group_arn: `${GROUP} arn`,
  },
};

/** A log group's ARN with the suffix that a destination has. */
function suffixed(arn: Value): Value {
  const text = textOf(arn);
  return text === undefined ? arn : { kind: 'set', at: arn.at, data: Text.of([...partsOf(text), ':*']) };
}
