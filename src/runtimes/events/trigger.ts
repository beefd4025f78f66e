import type { Cloud } from '#model/cloud';
import type { Entry } from '#model/exposure';
import type { EventShape, Trigger } from '#model/handler';
import { resolve } from '#model/name';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { labelWithFeeders, reachThroughSource } from '#runtimes/events/feeders';
import { AUTHORIZER, CLOUDFRONT, HTTP_API, LOAD_BALANCER, REST_API, WEBSOCKET } from '#runtimes/events/http';
import { templateShape } from '#runtimes/events/mapping-template';
import {
  BUS,
  DOCUMENTDB,
  DYNAMODB_STREAM,
  FIREHOSE,
  KAFKA,
  KINESIS,
  LOGS,
  MQ,
  S3,
  SERVICE_EVENT,
  SNS,
  SQS,
} from '#runtimes/events/messages';
import {
  ALEXA,
  APPSYNC,
  APPSYNC_AUTHORIZER,
  BEDROCK_AGENT,
  CLOUD_ALONE,
  CONNECT,
  IOT,
  LEX,
  MAIL,
  STATE_INPUT,
  USER_POOL,
} from '#runtimes/events/services';
import { SENDER, union } from '#runtimes/events/shape';

type Fn = Resource<'AWS::Lambda::Function'>;

/** Every way in which a function gets an event, with what the event holds. */
export function triggersOf(cloud: Cloud, fn: Fn): readonly Trigger[] {
  return cloud.entries(fn).map((entry) => triggerOf(cloud, entry));
}

/** An entry with what its event holds. */
export function triggerOf(cloud: Cloud, entry: Entry): Trigger {
  const label = labelWithFeeders(cloud, entry);
  return { kind: entry.kind, reach: reachThroughSource(cloud, entry), label, entry, event: eventShape(cloud, entry) };
}

/** What the event of an entry holds, field by field. */
export function eventShape(cloud: Cloud, entry: Entry): EventShape {
  if (isAuthorizer(entry)) return entry.kind === 'graphql' ? APPSYNC_AUTHORIZER : AUTHORIZER;
  // A pipe hands over a batch as it is polled, without the envelope around it, or what its template makes of it.
  if (entry.by.type === 'AWS::Pipes::Pipe') return SENDER;
  switch (entry.kind) {
    case 'rest-api':
      return restShape(entry);
    case 'http-api':
      return httpShape(cloud, entry);
    case 'function-url':
      return HTTP_API;
    case 'websocket':
      return WEBSOCKET;
    case 'alb':
      return LOAD_BALANCER;
    case 'graphql':
      return APPSYNC;
    case 'queue':
      return queueShape(entry);
    case 'topic':
      return SNS;
    case 'stream':
      return streamShape(entry);
    case 'bucket':
      return S3;
    case 'schedule':
      return CLOUD_ALONE;
    case 'event-bus':
      return busShape(entry);
    case 'user-pool':
      return USER_POOL;
    case 'iot':
      return IOT;
    case 'logs':
      return LOGS;
    case 'state-machine':
      return STATE_INPUT;
    case 'permission':
      if (entry.decidedBy?.is('alexa-appkit.amazon.com', 'alexa-connectedhome.amazon.com')) return ALEXA;
      // Whoever may invoke the function by itself gives the whole event.
      return entry.reach === 'service' || entry.reach === 'none' ? CLOUD_ALONE : SENDER;
    case 'other':
      return otherShape(entry);
  }
}

function isAuthorizer(entry: Entry): boolean {
  return entry.label.startsWith('authorizer ');
}

/** A proxy integration hands the request over; any other one what its mapping template makes of it. */
function restShape(entry: Entry): EventShape {
  const integrations =
    entry.by.type === 'AWS::ApiGateway::Method' ? entry.by.read(['Integration']) : operationIntegrations(entry);
  const shapes = integrations.flatMap((integration): EventShape[] => {
    const types = [...integration.at('Type'), ...integration.at('type')];
    if (!types.some((type) => type.string?.toUpperCase() === 'AWS')) return [];
    const templates = [...integration.at('RequestTemplates'), ...integration.at('requestTemplates')];
    return [templateShape(templates.flatMap((map) => map.entries().map(([, text]) => text)))];
  });
  const [first, ...others] = shapes;
  return first ? others.reduce(union, first) : REST_API;
}

/** The integrations of the operation of an OpenAPI document that the entry is. */
function operationIntegrations(entry: Entry): readonly Property<Json>[] {
  const { route } = entry;
  if (!route) return [];
  const method = route.method === 'ANY' ? 'x-amazon-apigateway-any-method' : route.method.toLowerCase();
  return entry.by.read(['Body', 'paths', route.path, method, 'x-amazon-apigateway-integration']);
}

/** Payload format 1.0 is a REST API's event. */
function httpShape(cloud: Cloud, entry: Entry): EventShape {
  const versions: readonly Property[] = [
    ...integrationsOf(cloud, entry).flatMap((integration) => integration.at('PayloadFormatVersion')),
    ...operationIntegrations(entry).flatMap((integration) => integration.at('payloadFormatVersion')),
  ];
  if (versions.some((version) => version.isUnknown)) return union(HTTP_API, REST_API);
  return versions.some((version) => version.is('1.0')) ? REST_API : HTTP_API;
}

function integrationsOf(cloud: Cloud, entry: Entry): readonly Resource<'AWS::ApiGatewayV2::Integration'>[] {
  if (!entry.by.isA('AWS::ApiGatewayV2::Route')) return [];
  return entry.by.at('Target').flatMap((target) => {
    const found = resolve(cloud, target, 'AWS::ApiGatewayV2::Integration');
    return found?.isA('AWS::ApiGatewayV2::Integration') ? [found] : [];
  });
}

function queueShape(entry: Entry): EventShape {
  return entry.source?.type === 'AWS::AmazonMQ::Broker' || sourceArn(entry).includes(':mq:') ? MQ : SQS;
}

const STREAMS: Readonly<Record<string, EventShape>> = {
  'AWS::Kinesis::Stream': KINESIS,
  'AWS::Kinesis::StreamConsumer': KINESIS,
  'AWS::DynamoDB::Table': DYNAMODB_STREAM,
  'AWS::DynamoDB::GlobalTable': DYNAMODB_STREAM,
  'AWS::MSK::Cluster': KAFKA,
  'AWS::MSK::ServerlessCluster': KAFKA,
  'AWS::DocDB::DBCluster': DOCUMENTDB,
  'AWS::KinesisFirehose::DeliveryStream': FIREHOSE,
};

function streamShape(entry: Entry): EventShape {
  const known = entry.source && STREAMS[entry.source.type];
  if (known) return known;
  const arn = sourceArn(entry);
  if (arn.includes(':kinesis:')) return KINESIS;
  if (arn.includes(':dynamodb:') || /\/stream\/|StreamArn\}$/.test(arn)) return DYNAMODB_STREAM;
  if (arn.includes(':rds:')) return DOCUMENTDB;
  if (arn.includes(':kafka:') || entry.by.read(['Topics']).some((topics) => topics.isWritten)) return KAFKA;
  // Which stream or queue it is cannot be seen: what is sent in any of them.
  return union(union(KINESIS, DYNAMODB_STREAM), union(KAFKA, SQS));
}

function sourceArn(entry: Entry): string {
  return String(entry.by.read(['EventSourceArn'])[0]?.text ?? '');
}

/**
 * On a bus of the application's own, or of a partner, everybody who may put events writes the detail. On the account's default bus
 * a rule for the events of AWS's services gets what these say.
 */
function busShape(entry: Entry): EventShape {
  const sources = entry.by
    .read(['EventPattern', 'source'])
    .flatMap((list) => list.items())
    .map((source) => source.string);
  const ofServices = sources.length > 0 && sources.every((source) => source?.startsWith('aws.'));
  if (ofServices && !sources.some((source) => source?.startsWith('aws.partner/'))) return SERVICE_EVENT;
  return BUS;
}

/** The rest, by what makes the entry or by the service that a permission is for. */
function otherShape(entry: Entry): EventShape {
  const byType = OTHERS[entry.by.type];
  if (byType) return byType;
  if (entry.by.type.startsWith('Custom::')) return CLOUD_ALONE;
  const service = /permission for ([a-z0-9-]+)\./.exec(entry.label)?.[1] ?? '';
  return (Object.hasOwn(SERVICES, service) ? SERVICES[service] : undefined) ?? SENDER;
}

const OTHERS: Readonly<Record<string, EventShape>> = {
  'AWS::SES::ReceiptRule': MAIL,
  'AWS::SecretsManager::RotationSchedule': CLOUD_ALONE,
  'AWS::Config::ConfigRule': CLOUD_ALONE,
  'AWS::Bedrock::Agent': BEDROCK_AGENT,
  'AWS::CloudFront::Distribution': CLOUDFRONT,
  'AWS::CloudFormation::CustomResource': CLOUD_ALONE,
};

/** By the service's part of its principal: `ses` of `ses.amazonaws.com`. */
const SERVICES: Readonly<Record<string, EventShape>> = {
  bedrock: BEDROCK_AGENT,
  cloudformation: CLOUD_ALONE,
  codecommit: CLOUD_ALONE,
  codedeploy: CLOUD_ALONE,
  codepipeline: CLOUD_ALONE,
  config: CLOUD_ALONE,
  connect: CONNECT,
  edgelambda: CLOUDFRONT,
  firehose: FIREHOSE,
  lex: LEX,
  lexv2: LEX,
  secretsmanager: CLOUD_ALONE,
  ses: MAIL,
  'vpc-lattice': LOAD_BALANCER,
};
