import type { Cloud } from '#model/cloud';
import { resolve } from '#model/name';
import { serviceOfArn } from '#model/needs/arns';
import { declaredNeed, onDeclared } from '#model/needs/delivery';
import type { NeededOn, NeededPermission } from '#model/needs/need';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';

type Call = readonly [action: string, conditional?: 'conditional'];

/**
 * What polling a source asks of the role, for event source mappings and pipes. Sources:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html and its like for each source, and the managed policies
 * `AWSLambdaSQSQueueExecutionRole` and so on. What only some of the pages ask for is conditional.
 */
const POLLING: Readonly<Record<string, readonly Call[]>> = {
  sqs: [
    ['sqs:ReceiveMessage'],
    ['sqs:DeleteMessage'],
    ['sqs:GetQueueAttributes'],
    ['sqs:ChangeMessageVisibility', 'conditional'],
    ['sqs:GetQueueUrl', 'conditional'],
  ],
  dynamodb: [
    ['dynamodb:GetRecords'],
    ['dynamodb:GetShardIterator'],
    ['dynamodb:DescribeStream'],
    ['dynamodb:ListStreams', 'conditional'],
    ['dynamodb:ListShards', 'conditional'],
  ],
  kinesis: [
    ['kinesis:GetRecords'],
    ['kinesis:GetShardIterator'],
    ['kinesis:DescribeStream', 'conditional'],
    ['kinesis:DescribeStreamSummary', 'conditional'],
    ['kinesis:DescribeStreamConsumer', 'conditional'],
    ['kinesis:ListShards', 'conditional'],
    ['kinesis:ListStreams', 'conditional'],
    ['kinesis:SubscribeToShard', 'conditional'],
  ],
  kafka: [
    ['kafka:DescribeClusterV2', 'conditional'],
    ['kafka:DescribeCluster', 'conditional'],
    ['kafka:GetBootstrapBrokers'],
    ['kafka:ListScramSecrets', 'conditional'],
    ['kafka-cluster:*', 'conditional'],
    ['glue:GetSchema*', 'conditional'],
  ],
  mq: [['mq:DescribeBroker']],
  rds: [
    ['rds:DescribeDBClusters', 'conditional'],
    ['rds:DescribeDBClusterParameters', 'conditional'],
    ['rds:DescribeDBSubnetGroups', 'conditional'],
  ],
};

/** Sources that are reached over a network, with credentials. */
const NETWORKED: readonly string[] = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeVpcs',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeVpcEndpoints',
  'secretsmanager:GetSecretValue',
  'kms:Decrypt',
];

/** The service of each type, and the attribute that a policy names it by. */
const TYPES: Readonly<Record<string, readonly [service: string, attribute: string]>> = {
  'AWS::SQS::Queue': ['sqs', 'Arn'],
  'AWS::DynamoDB::Table': ['dynamodb', 'StreamArn'],
  'AWS::DynamoDB::GlobalTable': ['dynamodb', 'StreamArn'],
  'AWS::Kinesis::Stream': ['kinesis', 'Arn'],
  'AWS::Kinesis::StreamConsumer': ['kinesis', 'ConsumerARN'],
  'AWS::MSK::Cluster': ['kafka', 'Arn'],
  'AWS::MSK::ServerlessCluster': ['kafka', 'Arn'],
  'AWS::AmazonMQ::Broker': ['mq', 'Arn'],
  'AWS::DocDB::DBCluster': ['rds', 'Ref'],
};

/** What polling the source that a property of `by` names asks for. */
export function pollingNeeds(cloud: Cloud, by: Resource, property: string): readonly NeededPermission[] {
  const permissions: NeededPermission[] = [];
  for (const source of by.read([property]) as Property[]) {
    if (source.isAbsent) {
      // A cluster of one's own is named by its brokers.
      permissions.push(...networked(source, 'polls brokers'));
      continue;
    }
    const found = sourceOf(cloud, source);
    const calls = found && POLLING[found.service];
    if (!found || !calls) {
      // Whatever it is, it is one of these.
      const asked = { what: 'polls its source', property: source };
      for (const [action] of Object.values(POLLING).flat())
        permissions.push(declaredNeed(asked, action, { kind: 'unknown', why: 'the source is not known' }, true));
      permissions.push(...networked(source, asked.what));
      continue;
    }
    const what = 'polls its source';
    permissions.push(
      ...calls.map(([action, conditional]) => {
        const on: NeededOn = conditional ? { kind: 'unknown', why: 'the source, or all of them' } : found.on;
        return declaredNeed({ what, property: source }, action, on, conditional !== undefined);
      }),
    );
    if (!['sqs', 'dynamodb', 'kinesis'].includes(found.service)) permissions.push(...networked(source, what));
  }
  return permissions;
}

function networked(property: Property, what: string): readonly NeededPermission[] {
  return NETWORKED.map((action) =>
    declaredNeed({ what, property }, action, { kind: 'unknown', why: 'AWS chooses the resource' }, true),
  );
}

interface Source {
  readonly service: string;
  readonly on: NeededOn;
}

function sourceOf(cloud: Cloud, property: Property): Source | undefined {
  const declared = cloud.target(property) ?? resolve(cloud, property, ...Object.keys(TYPES));
  const [known, attribute] = (declared && TYPES[declared.type]) ?? [];
  if (declared && known !== undefined && attribute !== undefined)
    return { service: known, on: onDeclared(declared, attribute) };
  const { text } = property;
  const service = serviceOfArn(text);
  if (text === undefined || service === undefined) return undefined;
  return { service, on: { kind: 'arns', arns: [{ arn: text, written: text }] } };
}
