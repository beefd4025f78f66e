import type { ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { documentOf, statementsIn } from '#frameworks/terraform/modules/policies';
import { HOLES } from '#frameworks/terraform/types/table';
import { Text } from '#model/text';

const TOPIC = 'aws_sns_topic.this';

/** https://registry.terraform.io/modules/terraform-aws-modules/sns/aws (version 6) */
export const sns: ModuleTable = {
  source: 'terraform-aws-modules/sns/aws',
  defaults: {
    create: true,
    fifo_topic: false,
    create_topic_policy: true,
    enable_default_topic_policy: true,
    create_subscription: true,
  },
  declare: (module) => {
    const { inputs, call } = module;
    const created = inputs.when('create');
    module.add(TOPIC, created, {
      ...inputs.same('name display_name fifo_topic content_based_deduplication fifo_throughput_scope'),
      ...inputs.same('kms_master_key_id signature_version tracing_config archive_policy tags'),
      policy: inputs.when('create_topic_policy') ? undefined : inputs.input('topic_policy'),
    });
    const policed = inputs.when('create', 'create_topic_policy');
    if (policed) {
      const arn = module.attribute(TOPIC, 'arn');
      const account: Spec = { kind: 'set', at: call.at, data: new Text([HOLES.account]) };
      const owners: Spec = {
        sid: 'DefaultStatementID',
        actions: ACTIONS,
        resources: [arn],
        principals: [{ type: 'AWS', identifiers: ['*'] }],
        condition: [{ test: 'StringEquals', variable: 'AWS:SourceAccount', values: [account] }],
      };
      module.add('aws_sns_topic_policy.this', policed, {
        arn,
        policy: documentOf(module, [
          ...(inputs.when('enable_default_topic_policy') ? [owners] : []),
          ...statementsIn(inputs, 'topic_policy_statements', arn),
        ]),
      });
    }
    for (const [key, subscription] of inputs.entries('subscriptions'))
      module.add(
        'aws_sns_topic_subscription.this',
        inputs.when('create', 'create_subscription'),
        {
          topic_arn: module.attribute(TOPIC, 'arn'),
          ...subscription.same('protocol endpoint filter_policy filter_policy_scope raw_message_delivery'),
          ...subscription.same('redrive_policy delivery_policy subscription_role_arn'),
        },
        key,
      );
  },
  outputs: {
    topic_arn: `${TOPIC} arn`,
    topic_id: `${TOPIC} id`,
    topic_name: `${TOPIC} name`,
    // The names until version 4.
    sns_topic_arn: `${TOPIC} arn`,
    sns_topic_id: `${TOPIC} id`,
    sns_topic_name: `${TOPIC} name`,
  },
};

const ACTIONS = [
  'sns:Subscribe',
  'sns:SetTopicAttributes',
  'sns:RemovePermission',
  'sns:Publish',
  'sns:ListSubscriptionsByTopic',
  'sns:GetTopicAttributes',
  'sns:DeleteTopic',
  'sns:AddPermission',
];
