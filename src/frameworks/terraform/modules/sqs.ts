import type { Declarations, Inputs, ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { documentOf, statementsIn } from '#frameworks/terraform/modules/policies';
import { mapOf, stringOf } from '#frameworks/terraform/values';
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
    use_name_prefix: false,
    sqs_managed_sse_enabled: true,
    create_queue_policy: false,
    create_dlq: false,
    create_dlq_queue_policy: false,
  },
  declare: (module) => {
    const { inputs } = module;
    const created = inputs.when('create');
    module.add(QUEUE, created, {
      ...inputs.same('fifo_queue max_message_size tags'),
      name: queueName(inputs, inputs.get('name')),
      sqs_managed_sse_enabled: inputs.has('kms_master_key_id') ? undefined : inputs.input('sqs_managed_sse_enabled'),
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
      name: inputs.has('dlq_name')
        ? queueName(inputs, inputs.get('dlq_name'))
        : queueName(inputs, inputs.get('name'), '-dlq'),
      sqs_managed_sse_enabled:
        inputs.has('dlq_kms_master_key_id') || inputs.has('kms_master_key_id')
          ? undefined
          : inputs.input(
              inputs.has('dlq_sqs_managed_sse_enabled') ? 'dlq_sqs_managed_sse_enabled' : 'sqs_managed_sse_enabled',
            ),
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
    module.add('aws_sqs_queue_redrive_allow_policy.dlq', dead, {
      queue_url: module.attribute(DEAD_LETTERS, 'url'),
      redrive_allow_policy: merged(
        { redrivePermission: 'byQueue', sourceQueueArns: [module.attribute(QUEUE, 'arn')] },
        inputs.get('dlq_redrive_allow_policy'),
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
    // The names until version 4.
    sqs_queue_id: `${QUEUE} id`,
    sqs_queue_arn: `${QUEUE} arn`,
    sqs_queue_name: `${QUEUE} name`,
    dead_letter_queue_id: `${DEAD_LETTERS} id`,
    dead_letter_queue_arn: `${DEAD_LETTERS} arn`,
    dead_letter_queue_arn_static: `${DEAD_LETTERS} arn`,
    dead_letter_queue_url: `${DEAD_LETTERS} url`,
    dead_letter_queue_name: `${DEAD_LETTERS} name`,
  },
};

/** A name with the ending that queues of its kind have; the deployment makes one up from a prefix. */
function queueName(inputs: Inputs, name: Value | undefined, more = ''): Value | undefined {
  if (inputs.when('use_name_prefix')) return undefined;
  const text = stringOf(name);
  const ending = inputs.when('fifo_queue') ? `${more}.fifo` : more;
  if (!name || text === undefined || ending === '') return ending === '' ? name : undefined;
  return { kind: 'set', at: name.at, data: `${text.replace(/\.fifo$/, '')}${ending}` };
}

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
