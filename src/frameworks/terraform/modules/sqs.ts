import type { Declarations, ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { documentOf, statementsIn } from '#frameworks/terraform/modules/policies';
import { mapOf } from '#frameworks/terraform/values';
import type { Value } from '#model/value';

const QUEUE = 'aws_sqs_queue.this';
const DEAD_LETTERS = 'aws_sqs_queue.dlq';

/** What the queue for dead letters takes over where its own input is not written. */
const TAKEN_OVER = [
  'content_based_deduplication',
  'deduplication_scope',
  'delay_seconds',
  'fifo_throughput_limit',
  'kms_data_key_reuse_period_seconds',
  'kms_master_key_id',
  'message_retention_seconds',
  'receive_wait_time_seconds',
  'visibility_timeout_seconds',
] as const;

/** https://registry.terraform.io/modules/terraform-aws-modules/sqs/aws (version 5; since 4 with the same inputs) */
export const sqs: ModuleTable = {
  source: 'terraform-aws-modules/sqs/aws',
  defaults: {
    create: true,
    fifo_queue: false,
    sqs_managed_sse_enabled: true,
    create_queue_policy: false,
    create_dlq: false,
    create_dlq_queue_policy: false,
  },
  declare: (module) => {
    const { inputs } = module;
    const created = inputs.when('create');
    module.add(QUEUE, created, {
      ...inputs.same('name fifo_queue max_message_size sqs_managed_sse_enabled tags'),
      ...inputs.same(TAKEN_OVER.join(' ')),
    });
    declarePolicy(module, QUEUE, 'this', 'create_queue_policy', 'queue_policy_statements');
    const redrive = inputs.get('redrive_policy');
    const dead = inputs.when('create', 'create_dlq');
    if (!dead) {
      if ((mapOf(redrive)?.size ?? 0) > 0)
        module.add('aws_sqs_queue_redrive_policy.this', created, {
          queue_url: module.attribute(QUEUE, 'url'),
          redrive_policy: inputs.input('redrive_policy'),
        });
      return;
    }
    module.add(DEAD_LETTERS, dead, {
      ...inputs.same('fifo_queue max_message_size'),
      name: inputs.input('dlq_name'),
      ...Object.fromEntries(
        TAKEN_OVER.map((name) => [
          name,
          inputs.has(`dlq_${name}`) || !inputs.has(name) ? inputs.input(`dlq_${name}`) : inputs.get(name),
        ]),
      ),
    });
    module.add('aws_sqs_queue_redrive_policy.dlq', dead, {
      queue_url: module.attribute(QUEUE, 'url'),
      redrive_policy: merged(
        { deadLetterTargetArn: module.attribute(DEAD_LETTERS, 'arn'), maxReceiveCount: 5 },
        redrive,
      ),
    });
    declarePolicy(module, DEAD_LETTERS, 'dlq', 'create_dlq_queue_policy', 'dlq_queue_policy_statements');
  },
  outputs: {
    queue_id: `${QUEUE} id`,
    queue_arn: `${QUEUE} arn`,
    queue_arn_static: `${QUEUE} arn`,
    queue_url: `${QUEUE} url`,
    queue_name: `${QUEUE} name`,
    dead_letter_queue_id: `${DEAD_LETTERS} id`,
    dead_letter_queue_arn: `${DEAD_LETTERS} arn`,
    dead_letter_queue_arn_static: `${DEAD_LETTERS} arn`,
    dead_letter_queue_url: `${DEAD_LETTERS} url`,
    dead_letter_queue_name: `${DEAD_LETTERS} name`,
  },
};

/** What the module sets with what the call sets on top. */
function merged(own: { readonly [name: string]: Spec }, given: Value | undefined): Spec {
  return { ...own, ...Object.fromEntries(mapOf(given) ?? []) };
}

function declarePolicy(module: Declarations, queue: string, name: string, flag: string, statements: string): void {
  const { inputs } = module;
  const created = inputs.when('create', flag);
  if (!created) return;
  module.add(`aws_sqs_queue_policy.${name}`, created, {
    queue_url: module.attribute(queue, 'url'),
    policy: documentOf(module, statementsIn(inputs, statements, module.attribute(queue, 'arn'))),
  });
}
