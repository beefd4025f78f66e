import type { Cloud } from '#model/cloud';
import { iamAction } from '#model/iam-action';
import { resolve } from '#model/name';
import type { NeededOn, NeededPermission } from '#model/needs/need';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { Text } from '#model/text';

/** Where each type names its key. Source: the template reference of each type. */
const KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'AWS::SQS::Queue': [['KmsMasterKeyId']],
  'AWS::SNS::Topic': [['KmsMasterKeyId']],
  'AWS::DynamoDB::Table': [['SSESpecification', 'KMSMasterKeyId']],
  'AWS::Kinesis::Stream': [['StreamEncryption', 'KeyId']],
  'AWS::SecretsManager::Secret': [['KmsKeyId']],
  'AWS::KinesisFirehose::DeliveryStream': [['DeliveryStreamEncryptionConfigurationInput', 'KeyARN']],
};

const DECRYPT = 'kms:Decrypt';
const GENERATE = 'kms:GenerateDataKey';

/**
 * What using data that is encrypted with a customer's key asks of KMS besides, by the action that uses it. Sources: the page on
 * encryption of each service, such as https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
const USES: Readonly<Record<string, readonly string[]>> = {
  'sqs:SendMessage': [GENERATE, DECRYPT],
  'sqs:ReceiveMessage': [DECRYPT],
  'sns:Publish': [GENERATE, DECRYPT],
  's3:GetObject': [DECRYPT],
  's3:PutObject': [GENERATE],
  'kinesis:PutRecord': [GENERATE],
  'kinesis:PutRecords': [GENERATE],
  'kinesis:GetRecords': [DECRYPT],
  'secretsmanager:GetSecretValue': [DECRYPT],
  'secretsmanager:PutSecretValue': [GENERATE, DECRYPT],
  'secretsmanager:CreateSecret': [GENERATE, DECRYPT],
};

/** Services that may encrypt with a key, so that calls on what is not declared may ask for KMS as well. */
const ENCRYPTING = new Set(
  'sqs sns s3 kinesis firehose secretsmanager ssm dynamodb logs states events rds-data athena glue redshift-data bedrock lambda sagemaker textract'.split(
    ' ',
  ),
);

/** The key of the customer that a resource is encrypted with, `aws` for none or AWS's own, undefined when not known. */
export function keyOf(resource: Resource): Property | 'aws' | undefined {
  const written = keyProperties(resource);
  if (written === undefined) return undefined;
  const own = written.filter((key) => !key.isAbsent && !isManagedByAws(key));
  const [only] = own;
  if (!only) return written.every((key) => key.isAbsent || isManagedByAws(key)) ? 'aws' : undefined;
  if (own.length > 1 || only.isUnknown || only.when.length > 0) return undefined;
  return only;
}

function keyProperties(resource: Resource): readonly Property[] | undefined {
  if (resource.isA('AWS::S3::Bucket')) {
    const rules = resource.at('BucketEncryption', 'ServerSideEncryptionConfiguration');
    if (rules.some((list) => list.isUnknown)) return undefined;
    return rules
      .flatMap((list) => list.items())
      .flatMap((rule) => rule.at('ServerSideEncryptionByDefault', 'KMSMasterKeyID'));
  }
  return KEYS[resource.type]?.flatMap((path) => resource.read(path));
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk */
function isManagedByAws({ text }: Property): boolean {
  const last = text instanceof Text ? text.parts.at(-1) : text;
  return typeof last === 'string' && /(?:^|:)alias\/aws\/[a-z0-9-]{1,40}$/.test(last);
}

/** Where a key is named in a policy; by an alias no permission can be given. */
export function onKey(cloud: Cloud, property: Property): NeededOn {
  const named = cloud.target(property);
  const [behind] = named?.isA('AWS::KMS::Alias') ? named.at('TargetKeyId') : [];
  const key = resolve(cloud, behind ?? property, 'AWS::KMS::Key', 'AWS::KMS::ReplicaKey');
  if (key) return { kind: 'arns', arns: [{ arn: key.ref('Arn'), written: key.ref('Arn'), target: key }] };
  const { text } = property;
  if (typeof text === 'string' && /^arn:[a-z-]{1,20}:kms:.{1,100}:key\//.test(text))
    return { kind: 'arns', arns: [{ arn: text, written: text }] };
  return { kind: 'unknown', why: 'the key is not declared here' };
}

/** What using data asks of KMS besides. */
export function encryptionNeeds(cloud: Cloud, calls: readonly NeededPermission[]): readonly NeededPermission[] {
  return calls.flatMap((call): readonly NeededPermission[] => {
    if (call.class !== 'required' || call.on.kind === 'every' || iamAction(call.action)?.level === 'list') return [];
    const [service = ''] = call.action.split(':');
    if (!ENCRYPTING.has(service)) return [];
    const base = { reason: call.reason, at: call.at };
    const may = (on: NeededOn): readonly NeededPermission[] =>
      [DECRYPT, GENERATE, 'kms:GenerateDataKey*', 'kms:Encrypt', 'kms:DescribeKey', 'kms:ReEncrypt*'].map((action) => ({
        ...base,
        action,
        class: 'conditional',
        on,
        certain: false,
      }));
    const target = call.on.kind === 'arns' ? call.on.arns[0]?.target : undefined;
    const key = target && keyOf(target);
    if (key === 'aws')
      return isStoredAnyway(call.action) ? may({ kind: 'unknown', why: 'each object may have a key of its own' }) : [];
    if (!key) return may({ kind: 'unknown', why: 'whether it is encrypted with a key is not known' });
    const on = onKey(cloud, key);
    const uses = USES[call.action];
    if (!uses) return may(on);
    return uses.map((action) => ({ ...base, action, class: 'required', on, certain: call.certain }));
  });
}

/** Objects may have been stored with another key than the bucket's. */
function isStoredAnyway(action: string): boolean {
  return action === 's3:GetObject' || action === 's3:PutObject';
}
