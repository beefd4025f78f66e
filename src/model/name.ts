import type { Cloud } from '#model/cloud';
import { once } from '#model/once';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { partsOf, Text } from '#model/text';

/**
 * Where a type keeps the name that others call it by when they do not refer to it: the property, and what `Ref` gives.
 * Source: "Return values" of each type in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::RestApi': ['Name'],
  'AWS::ApiGatewayV2::Api': ['Name'],
  'AWS::DynamoDB::Table': ['TableName'],
  'AWS::DynamoDB::GlobalTable': ['TableName'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName'],
  'AWS::IAM::Role': ['RoleName'],
  'AWS::Kinesis::Stream': ['Name'],
  'AWS::KinesisFirehose::DeliveryStream': ['DeliveryStreamName'],
  'AWS::Lambda::Function': ['FunctionName'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::SecretsManager::Secret': ['Name'],
  'AWS::SNS::Topic': ['TopicName'],
  'AWS::SQS::Queue': ['QueueName'],
  'AWS::SSM::Parameter': ['Name'],
  'AWS::StepFunctions::StateMachine': ['StateMachineName'],
};

/** The property that names a resource of the type, or undefined when the type has none here. */
export function nameProperty(resource: Resource): Property[] {
  const path = NAMES[resource.type];
  return path ? resource.read(path) : [];
}

/**
 * A string that is the same for two texts exactly when they are the same at every deployment, as far as that can be known:
 * equal literals, references, parameters and pseudo parameters. Colons and slashes within a filled-in part are replaced, so
 * that the string can be cut as an ARN.
 */
export function textKey(text: string | Text, stack: string): string {
  return partsOf(text)
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'ref') return sealed(`ref ${part.resource} ${part.attribute}`);
      if (part.name?.startsWith('AWS::')) return sealed(part.name);
      return sealed(`${part.name ?? part.why} ${stack}`);
    })
    .join('');
}

function sealed(text: string): string {
  return `\u0000${text.replaceAll(':', '\u0001').replaceAll('/', '\u0002')}\u0000`;
}

const byName = once((cloud: Cloud): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>();
  for (const resource of cloud.resources) {
    for (const { text } of nameProperty(resource)) {
      if (text === undefined) continue;
      const key = `${resource.type} ${textKey(text, resource.stack.id)}`;
      const same = found.get(key);
      if (same) same.push(resource);
      else found.set(key, [resource]);
    }
  }
  return found;
});

/**
 * The resource of one of the types that a property means: by reference, alone (`!Ref Queue`) or within an ARN
 * (`!Sub 'arn:…:role/${Role}'`), or by the name or ARN of a resource that the same stack, or one nested with it, gives that name.
 */
export function resolve(cloud: Cloud, property: Property, ...types: readonly string[]): Resource | undefined {
  const { text } = property;
  if (text === undefined) return undefined;
  return resolveText(cloud, text, property.resource.stack.id, ...types);
}

/** As `resolve`, for a text of a stack. */
export function resolveText(
  cloud: Cloud,
  text: string | Text,
  stack: string,
  ...types: readonly string[]
): Resource | undefined {
  if (text instanceof Text) {
    for (const ref of text.refs.toReversed()) {
      const resource = cloud.get(ref.resource);
      if (resource && types.includes(resource.type)) return resource;
    }
  }
  return resolveKey(cloud, textKey(text, stack), stack, ...types);
}

/** As `resolve`, for a text key. */
export function resolveKey(
  cloud: Cloud,
  key: string,
  stack: string,
  ...types: readonly string[]
): Resource | undefined {
  const names = byName(cloud);
  for (const name of candidates(key)) {
    for (const type of types) {
      const found = names.get(`${type} ${name}`)?.find((resource) => related(resource.stack.id, stack));
      if (found) return found;
    }
  }
  return undefined;
}

/** Whether two stacks are one, or one is nested in the other. */
function related(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}

/** The names that a name, queue URL or ARN may hold; ARN forms as in each service's authorization reference. */
function candidates(key: string): readonly string[] {
  if (key.startsWith('https:')) return [key.slice(key.lastIndexOf('/') + 1)];
  if (!key.startsWith('arn:')) return [key];
  const rest = key.split(':').slice(5).join(':').replace(/:\*$/, '');
  const name = rest.replace(/^[A-Za-z-]{1,40}[:/]/, '');
  const segments = name.split(/[:/]/);
  return [...new Set([name, rest, segments[0] ?? '', segments.at(-1) ?? '', rest.split('/')[0] ?? ''])];
}
