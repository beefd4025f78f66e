import type { Cloud } from '#model/cloud';
import type { Resource } from '#model/resource';
import type { Statement } from '#model/statement';
import { partsOf, Text } from '#model/text';
import type { Value } from '#model/value';
import type { Scan } from '#scan/scan';

/** Resources whose properties are compared one by one; each is the only one of its type, so that its type is its name. */
const COMPARED = [
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::StepFunctions::StateMachine',
];

/** Compared by what they amount to: ways into functions, and what functions and state machines may do. */
const AMOUNTING = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::IAM::RolePolicy',
  'AWS::Lambda::Permission',
];

/** Names, packages and tags are each framework's own; the ids of targets and bucket notifications are nobody's concern. */
const OWN = new Set([
  'ApiName',
  'ClientName',
  'Code',
  'FunctionName',
  'Id',
  'Name',
  'QueueName',
  'Role',
  'StateMachineName',
  'TableName',
  'Tags',
  'TopicName',
  'UserPoolName',
  'ApiId',
  'RoleArn',
  'Description',
  'State',
  'Enabled',
  'Architectures',
]);

/** What every function may do in order to run, log, poll its queue or stream and trace: each framework grants it in its own way. */
const ROUTINE =
  /^Allow ((logs|xray):|sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes|GetQueueUrl|ChangeMessageVisibility) |dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams) )/;

/** What a form of the application amounts to, in words that do not depend on the framework. */
export interface Projection {
  readonly resources: Readonly<Record<string, unknown>>;
  readonly functions: Readonly<Record<string, unknown>>;
  readonly entries: readonly string[];
  readonly permissions: Readonly<Record<string, readonly string[]>>;
}

/** The name that a resource has in every form. */
export function nameOf(resource: Resource): string {
  if (resource.isA('AWS::Lambda::Function')) return resource.at('Handler')[0]?.string?.split('.')[0] ?? '?';
  if (resource.isA('AWS::Lambda::EventSourceMapping')) return `source of ${resource.at('BatchSize')[0]?.number}`;
  return resource.type;
}

export function projectionOf({ cloud }: Scan): Projection {
  const functions = cloud.all('AWS::Lambda::Function');
  const sources = cloud.all('AWS::Lambda::EventSourceMapping');
  return {
    resources: Object.fromEntries(
      [...COMPARED.flatMap((type) => cloud.ofType(type)), ...sources].map((one) => [
        nameOf(one),
        plain(cloud, one.properties),
      ]),
    ),
    functions: Object.fromEntries(functions.map((fn) => [nameOf(fn), plain(cloud, fn.properties)])),
    entries: cloud.allEntries
      .map((entry) => {
        const from = entry.source && entry.route === undefined ? nameOf(entry.source) : entry.kind;
        const route = entry.route ? ` ${entry.route.method} ${entry.route.path}` : '';
        return `${from}${route} reaches ${nameOf(entry.function)}: ${entry.reach}, ${entry.invocation}`;
      })
      .sort(),
    permissions: Object.fromEntries([
      ...functions.map((fn) => [nameOf(fn), allowed(cloud, cloud.grants(fn).statements)] as const),
      ...cloud.all('AWS::StepFunctions::StateMachine').map((machine) => {
        const role = machine.at('RoleArn').map((arn) => cloud.resolve(arn, 'AWS::IAM::Role'))[0];
        return [nameOf(machine), role ? allowed(cloud, cloud.grantsOfRole(role).statements) : ['?']] as const;
      }),
    ]),
  };
}

/** Resources of types that nothing above looks at: what a framework makes by itself. */
export function restOf({ cloud }: Scan): readonly string[] {
  const seen = new Set([...COMPARED, ...AMOUNTING, 'AWS::Lambda::Function', 'AWS::Lambda::EventSourceMapping']);
  return [...new Set(cloud.resources.map((one) => one.type).filter((type) => !seen.has(type)))].sort();
}

function allowed(cloud: Cloud, statements: readonly Statement[]): readonly string[] {
  return statements
    .flatMap(({ effect, actions, resources }) =>
      actions.flatMap((action) =>
        resources.map((resource) => `${effect} ${action.string ?? '?'} on ${words(cloud, resource.text)}`),
      ),
    )
    .filter((line) => !ROUTINE.test(line))
    .sort();
}

function words(cloud: Cloud, text: string | Text | undefined): string {
  if (text === undefined) return '?';
  return partsOf(text)
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'hole') return `\${${part.name ?? part.why}}`;
      const target = cloud.get(part.resource);
      return `\${${target ? nameOf(target) : part.resource}.${part.attribute}}`;
    })
    .join('');
}

function plain(cloud: Cloud, value: Value): unknown {
  if (value.kind === 'absent') return undefined;
  if (value.kind === 'unknown') return '?';
  if (value.kind === 'conditional') return value.branches.map((branch) => plain(cloud, branch.value));
  const { data } = value;
  if (Array.isArray(data)) return (data as readonly Value[]).map((item) => plain(cloud, item));
  if (data instanceof Map) {
    const entries = [...(data as ReadonlyMap<string, Value>)].filter(([key]) => !OWN.has(key));
    return Object.fromEntries(
      entries.map(([key, item]) => [key, plain(cloud, item)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
  if (data instanceof Text) return words(cloud, data);
  return data;
}
