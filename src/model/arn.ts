import { arnCovers, type Certainty } from '#model/action-pattern';
import type { Cloud } from '#model/cloud';
import { nameProperty, resolve } from '#model/name';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import type { Statement } from '#model/statement';
import { type Hole, partsOf, Text } from '#model/text';

const hole = (name: string): Hole => ({ kind: 'hole', why: name, name });
const REGION = hole('AWS::Region');
const ACCOUNT = hole('AWS::AccountId');

/**
 * The ARN before the name, from the service on, by type; region and account stand as they are filled in at deployment. Source:
 * "Resource types defined by" each service in
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const PREFIXES: Readonly<Record<string, readonly (string | Hole)[]>> = {
  'AWS::DynamoDB::Table': ['dynamodb:', REGION, ':', ACCOUNT, ':table/'],
  'AWS::DynamoDB::GlobalTable': ['dynamodb:', REGION, ':', ACCOUNT, ':table/'],
  'AWS::Events::EventBus': ['events:', REGION, ':', ACCOUNT, ':event-bus/'],
  'AWS::IAM::Role': ['iam::', ACCOUNT, ':role/'],
  'AWS::Kinesis::Stream': ['kinesis:', REGION, ':', ACCOUNT, ':stream/'],
  'AWS::KinesisFirehose::DeliveryStream': ['firehose:', REGION, ':', ACCOUNT, ':deliverystream/'],
  'AWS::Lambda::Function': ['lambda:', REGION, ':', ACCOUNT, ':function:'],
  'AWS::Logs::LogGroup': ['logs:', REGION, ':', ACCOUNT, ':log-group:'],
  'AWS::S3::Bucket': ['s3:::'],
  'AWS::SecretsManager::Secret': ['secretsmanager:', REGION, ':', ACCOUNT, ':secret:'],
  'AWS::SNS::Topic': ['sns:', REGION, ':', ACCOUNT, ':'],
  'AWS::SQS::Queue': ['sqs:', REGION, ':', ACCOUNT, ':'],
  'AWS::StepFunctions::StateMachine': ['states:', REGION, ':', ACCOUNT, ':stateMachine:'],
};

/** The resource's ARN as far as it is known; undefined for types that are not in the table. */
export function arnOf(resource: Resource): string | Text | undefined {
  const prefix = PREFIXES[resource.type];
  if (!prefix) return undefined;
  const [name] = nameProperty(resource);
  const known = name?.text === undefined ? [hole(`name of ${resource.id}`)] : partsOf(name.text);
  return Text.of(['arn:', hole('AWS::Partition'), ':', ...prefix, ...known]);
}

/**
 * Whether an entry of Resource speaks of a resource of the application, or of something within it (a bucket's objects, a table's
 * index): by reference, by name, or by a pattern that covers its ARN.
 */
export function speaksOfResource(cloud: Cloud, entry: Property, resource: Resource): Certainty {
  const { text } = entry;
  if (text === undefined) return entry.isUnknown ? 'unknown' : 'no';
  if (text instanceof Text && text.refs.length > 0) {
    return text.refs.some((ref) => ref.resource === resource.id) ? 'yes' : 'no';
  }
  if (resolve(cloud, entry, resource.type) === resource) return 'yes';
  const arn = arnOf(resource);
  if (arn === undefined) return text === '*' ? 'yes' : 'unknown';
  const within = Text.of([...partsOf(arn), '/', hole(`part of ${resource.id}`)]);
  const answers = [arnCovers(text, arn), arnCovers(text, within)];
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** Whether a statement speaks of a resource, whatever its actions and conditions. */
export function statementSpeaksOf(cloud: Cloud, statement: Statement, resource: Resource): Certainty {
  const named = statement.notResources.length > 0 ? statement.notResources : statement.resources;
  const answers = named.map((entry) => speaksOfResource(cloud, entry, resource));
  const any: Certainty = answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
  if (statement.notResources.length === 0) return any;
  return any === 'yes' ? 'no' : any === 'no' ? 'yes' : 'unknown';
}
