import type { Declarations, Inputs, ModuleTable, Spec } from '#frameworks/terraform/modules/declarations';
import { documentOf } from '#frameworks/terraform/modules/policies';
import {
  argumentOf,
  isFalse,
  isTrue,
  listOf,
  mapBranches,
  mapOf,
  stringOf,
  textOf,
  withData,
} from '#frameworks/terraform/values';
import { partsOf, Text } from '#model/text';
import { both, type Value } from '#model/value';

const BUCKET = 'aws_s3_bucket.this';

/** https://registry.terraform.io/modules/terraform-aws-modules/s3-bucket/aws (since version 3.7, of 2023) */
export const s3Bucket: ModuleTable = {
  source: 'terraform-aws-modules/s3-bucket/aws',
  defaults: {
    create_bucket: true,
    attach_public_policy: true,
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
    control_object_ownership: false,
    object_ownership: 'BucketOwnerEnforced',
    attach_policy: false,
    attach_deny_insecure_transport_policy: false,
    attach_require_latest_tls_policy: false,
  },
  declare: (module) => {
    const { inputs } = module;
    const created = inputs.when('create_bucket');
    module.add(BUCKET, created, inputs.same('bucket object_lock_enabled tags'));
    if (!created) return;
    const companion = (type: string, body: { readonly [name: string]: Spec }, when = created): void => {
      module.add(`aws_s3_bucket_${type}.this`, when, { bucket: module.attribute(BUCKET, 'id'), ...body });
    };
    const blocking = inputs.when('attach_public_policy');
    if (blocking)
      companion(
        'public_access_block',
        inputs.same('block_public_acls block_public_policy ignore_public_acls restrict_public_buckets'),
        both(created, blocking),
      );
    const owned = inputs.when('control_object_ownership');
    if (owned) companion('ownership_controls', { rule: [inputs.same('object_ownership')] }, both(created, owned));
    if (inputs.has('acl')) companion('acl', inputs.same('acl'));
    if (isWritten(inputs.get('versioning')))
      companion('versioning', { versioning_configuration: [{ status: versioned(inputs.get('versioning')) }] });
    const encryption = inputs.entries('server_side_encryption_configuration').find(([key]) => key === 'rule')?.[1];
    if (encryption) {
      const rules = listOf(encryption.value) ?? [encryption.value];
      companion('server_side_encryption_configuration', { rule: rules.map(encryptionRule) });
    }
    if (isWritten(inputs.get('logging')))
      companion('logging', {
        target_bucket: argumentOf(inputs.get('logging'), 'target_bucket'),
        target_prefix: argumentOf(inputs.get('logging'), 'target_prefix'),
      });
    if (inputs.items('cors_rule').length > 0) companion('cors_configuration', { cors_rule: inputs.input('cors_rule') });
    declarePolicy(module);
  },
  outputs: {
    s3_bucket_id: `${BUCKET} id`,
    s3_bucket_arn: `${BUCKET} arn`,
    s3_bucket_bucket_domain_name: `${BUCKET} bucket_domain_name`,
    s3_bucket_bucket_regional_domain_name: `${BUCKET} bucket_regional_domain_name`,
    s3_bucket_website_endpoint: `${BUCKET} website_endpoint`,
  },
};

function isWritten(value: Value | undefined): boolean {
  return (mapOf(value)?.size ?? 0) > 0;
}

/** `enabled` as a boolean, or `status` as a boolean or word; versioning that says neither is enabled. */
function versioned(versioning: Value | undefined): Value | undefined {
  const said = argumentOf(versioning, 'enabled') ?? argumentOf(versioning, 'status');
  if (!said) return versioning && { kind: 'set', at: versioning.at, data: 'Enabled' };
  return mapBranches(said, (value) => {
    if (isTrue(value)) return withData(value, 'Enabled');
    if (isFalse(value)) return withData(value, 'Suspended');
    const word = stringOf(value)?.toLowerCase();
    return word === undefined ? value : withData(value, word.charAt(0).toUpperCase() + word.slice(1));
  });
}

/** A rule is an object here, and what it applies is one too. */
function encryptionRule(rule: Value | undefined): Spec {
  return {
    apply_server_side_encryption_by_default: argumentOf(rule, 'apply_server_side_encryption_by_default'),
    bucket_key_enabled: argumentOf(rule, 'bucket_key_enabled'),
  };
}

function declarePolicy(module: Declarations): void {
  const { inputs } = module;
  const arn = module.attribute(BUCKET, 'arn');
  const text = textOf(arn);
  const objects: Value =
    text === undefined ? arn : { kind: 'set', at: arn.at, data: Text.of([...partsOf(text), '/*']) };
  const deny = (sid: string, test: string, variable: string, value: string): Spec => ({
    sid,
    effect: 'Deny',
    actions: ['s3:*'],
    resources: [arn, objects],
    principals: [{ type: '*', identifiers: ['*'] }],
    condition: [{ test, variable, values: [value] }],
  });
  const statements = [
    ...(inputs.when('attach_deny_insecure_transport_policy')
      ? [deny('denyInsecureTransport', 'Bool', 'aws:SecureTransport', 'false')]
      : []),
    ...(inputs.when('attach_require_latest_tls_policy')
      ? [deny('denyOutdatedTLS', 'NumericLessThan', 's3:TlsVersion', '1.2')]
      : []),
  ];
  const own = inputs.when('attach_policy') && inputs.get('policy');
  if (statements.length === 0 && !own) return;
  module.add('aws_s3_bucket_policy.this', inputs.when('create_bucket'), {
    bucket: module.attribute(BUCKET, 'id'),
    policy:
      statements.length === 0
        ? inputs.input('policy')
        : documentOf(module, statements, own ? { source_policy_documents: [inputs.input('policy')] } : {}),
  });
}

/** https://registry.terraform.io/modules/terraform-aws-modules/s3-bucket/aws/latest/submodules/notification */
export const s3Notification: ModuleTable = {
  source: 'terraform-aws-modules/s3-bucket/aws//modules/notification',
  defaults: { create: true, create_lambda_permission: true, create_sqs_policy: true, create_sns_policy: true },
  declare: (module) => {
    const { inputs } = module;
    const created = inputs.when('create');
    const receivers = (name: string, own: string, arn: string): Spec =>
      inputs
        .entries(name)
        .map(([, entry]) => ({ [arn]: entry.input(own), ...entry.same('events filter_prefix filter_suffix') }));
    module.add('aws_s3_bucket_notification.this', created, {
      ...inputs.same('bucket eventbridge'),
      lambda_function: receivers('lambda_notifications', 'function_arn', 'lambda_function_arn'),
      queue: receivers('sqs_notifications', 'queue_arn', 'queue_arn'),
      topic: receivers('sns_notifications', 'topic_arn', 'topic_arn'),
    });
    const from = inputs.get('bucket_arn') ?? inputs.get('bucket');
    for (const [key, entry] of inputs.entries('lambda_notifications'))
      module.add(
        'aws_lambda_permission.allow',
        inputs.when('create_lambda_permission'),
        {
          ...entry.same('function_name qualifier source_account'),
          action: 'lambda:InvokeFunction',
          principal: 's3.amazonaws.com',
          source_arn: from,
        },
        key,
      );
    receive(module, 'sqs', 'sqs:SendMessage', 'queue_arn', from);
    receive(module, 'sns', 'sns:Publish', 'topic_arn', from);
  },
  outputs: {},
};

/** The policies that let S3 send to queues and topics. */
function receive(module: Declarations, service: 'sqs' | 'sns', action: string, own: string, from: Spec): void {
  const { inputs } = module;
  for (const [key, entry] of inputs.entries(`${service}_notifications`)) {
    const policy = documentOf(module, [
      {
        actions: [action],
        resources: [entry.input(own)],
        principals: [{ type: 'Service', identifiers: ['s3.amazonaws.com'] }],
        condition: [{ test: 'ArnEquals', variable: 'aws:SourceArn', values: [from] }],
      },
    ]);
    const target: { readonly [name: string]: Spec } =
      service === 'sqs' ? { queue_url: queueOf(entry) } : { arn: entry.input(own) };
    const type = service === 'sqs' ? 'aws_sqs_queue_policy' : 'aws_sns_topic_policy';
    module.add(`${type}.allow`, inputs.when(`create_${service}_policy`), { ...target, policy }, key);
  }
}

function queueOf(entry: Inputs): Spec {
  return entry.has('queue_id') ? entry.input('queue_id') : entry.input('queue_arn');
}
