import type { Cloud } from '#model/cloud';
import type { Entry } from '#model/exposure';
import type { Patch } from '#model/patch';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { type Hole, Text } from '#model/text';
import { compatible } from '#model/value';

type Fn = Resource<'AWS::Lambda::Function'>;

/** A service that invokes functions by a Lambda permission, on behalf of whoever configured it, in whatever account. */
export interface InvokingService {
  /** Whose request makes the service invoke a function, as the plural subject of a sentence: `Buckets`. */
  readonly who: string;
  /** The property of the permission that tells the own resource from those of strangers. */
  readonly narrowedBy: 'SourceArn' | 'EventSourceToken';
  /** Whether the service is documented to send the account of the resource as well, so that `SourceAccount` narrows it. */
  readonly sendsAccount: boolean;
  /** The entries that the service makes. */
  readonly kinds: readonly Entry['kind'][];
}

const row = (
  who: string,
  sendsAccount: boolean,
  kinds: readonly Entry['kind'][] = [],
  narrowedBy: InvokingService['narrowedBy'] = 'SourceArn',
): InvokingService => ({ who, sendsAccount, kinds, narrowedBy });

/**
 * By the first label of the principal. Not here: services that assume a role instead (Scheduler, AppSync, Step Functions), and load
 * balancers, whose target group cannot exist before the permission that would have to name it.
 * Sources: the page of each service below https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html and, for the account,
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html,
 * https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html,
 * https://docs.aws.amazon.com/cognito/latest/developerguide/security_iam_resource-based-policy-examples.html,
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
 */
const SERVICES: Readonly<Record<string, InvokingService>> = {
  'alexa-appkit': row('Skills', false, [], 'EventSourceToken'),
  apigateway: row('APIs', false, ['rest-api', 'http-api', 'websocket']),
  bedrock: row('Agents', true),
  codecommit: row('Repositories', false),
  'cognito-idp': row('User pools', true, ['user-pool']),
  config: row('Config rules', true),
  events: row('Event rules', false, ['event-bus', 'schedule']),
  iot: row('IoT rules', false, ['iot']),
  'lambda.alarms.cloudwatch': row('Alarms', true),
  logs: row('Log groups', true, ['logs']),
  s3: row('Buckets', true, ['bucket']),
  secretsmanager: row('Secrets', true),
  ses: row('Receipt rules', true),
  sns: row('Topics', false, ['topic']),
};

/** The service that a permission's `Principal` is, where it is one that acts for strangers as well: `s3.amazonaws.com`. */
export function invokingService(principal: string | undefined): InvokingService | undefined {
  const match = /^([a-z0-9.-]{1,60}?)(\.[a-z]{2}-[a-z-]{1,20}-\d)?\.(amazonaws\.com(\.cn)?|amazon\.com)$/.exec(
    principal ?? '',
  );
  const label = match?.[1] ?? '';
  return Object.hasOwn(SERVICES, label) ? SERVICES[label] : undefined;
}

const hole = (name: string): Hole => ({ kind: 'hole', why: name, name });

/**
 * What narrows a permission to the application's own resource: its ARN where exactly one resource of the service invokes the function
 * and can be named without a circle of dependencies, else the account where the service sends it.
 * @param source the permission's missing `SourceArn`
 */
export function narrowingPatch(
  cloud: Cloud,
  source: Property,
  fn: Fn,
  service: InvokingService,
): { readonly title: string; readonly patches: readonly Patch[] } | undefined {
  const permission = source.resource;
  if (service.narrowedBy !== 'SourceArn') return undefined;
  const own = cloud.entries(fn).filter(({ kind }) => service.kinds.includes(kind));
  const sources = new Set(own.map((entry) => sourceOf(entry)));
  const [only] = sources;
  const arn = sources.size === 1 && only ? arnAsSource(only) : undefined;
  const waits = only?.attribute('DependsOn').flatMap((names) => names.items());
  const circle = waits?.some((name) => !name.isAbsent && (name.string === undefined || name.is(permission.logicalId)));
  if (arn && only && only.stack === permission.stack && !circle) {
    return {
      title: `Let only ${only.name} invoke the function`,
      patches: [source.set(arn)],
    };
  }
  if (!service.sendsAccount) return undefined;
  const account = new Text([hole('AWS::AccountId')]);
  return {
    title: 'Let only this account invoke the function',
    patches: permission
      .read(['SourceAccount'])
      .filter(({ when }) => compatible(when, source.when))
      .map((property) => property.set(account)),
  };
}

/** The resource whose ARN the service sends. */
function sourceOf({ by, source }: Entry): Resource | undefined {
  if (by.type === 'AWS::Events::Rule' || by.type === 'AWS::IoT::TopicRule') return by;
  return source;
}

/**
 * A bucket is not here: its notification is refused before the permission exists, so the permission cannot refer to it. A log group's
 * ARN ends in `:*`, as the service sends it.
 */
function arnAsSource(source: Resource): Text | undefined {
  if (source.isA('AWS::SNS::Topic')) return source.ref();
  if (source.isA('AWS::Events::Rule', 'AWS::IoT::TopicRule', 'AWS::Cognito::UserPool')) return source.ref('Arn');
  if (!source.isA('AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api')) return undefined;
  const [api] = source.ref().parts;
  if (api === undefined) return undefined;
  const where = ['arn:', hole('AWS::Partition'), ':execute-api:', hole('AWS::Region'), ':', hole('AWS::AccountId')];
  return new Text([...where, ':', api, '/*']);
}
