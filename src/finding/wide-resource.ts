import type { Cloud } from '#model/cloud';
import { type IamAction, iamAction } from '#model/iam-action';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { isEveryResource } from '#model/scope';
import type { Statement } from '#model/statement';

/** A statement on every resource of the account, with the actions of it that could be limited to some. */
export interface WideResource {
  /** The `*`; undefined where the statement names its resources, or all that it allows is harmless anywhere. */
  readonly wildcard: Property | undefined;
  readonly limitable: readonly IamAction[];
}

/** What a statement allows on every resource although it could be limited: actions that are named, on what holds data or runs code. */
export function wideResource(statement: Statement, cloud: Cloud): WideResource {
  const none: WideResource = { wildcard: undefined, limitable: [] };
  if (statement.effect !== 'Allow' || statement.kind !== 'identity' || statement.conditions.length > 0) return none;
  const wildcard = statement.resources.find(isEveryResource);
  if (wildcard?.text !== '*') return none;
  const limitable = statement.actions
    .flatMap(({ string }) => (string === undefined ? [] : (iamAction(string) ?? [])))
    .filter(({ service, resourceTypes, level }) => DATA.has(service) && resourceTypes.length > 0 && level !== 'list')
    .filter((action) => !isTextMessage(action, statement.carrier, cloud) && !isLook(action));
  return limitable.length === 0 ? none : { wildcard, limitable };
}

/**
 * Reading how these are set up gets at nobody's data; images are pulled by a role that AWS itself gives every repository:
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html
 */
const SETTINGS = new Set(['scheduler', 'events', 'ecs', 'ecr', 'codebuild', 'ses']);

function isLook({ service, level }: IamAction): boolean {
  return level === 'read' && SETTINGS.has(service);
}

/**
 * Whether the action is, as far as can be seen, for text messages to phone numbers, which are no resources.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html
 */
function isTextMessage({ service, name }: IamAction, carrier: Resource, cloud: Cloud): boolean {
  if (service !== 'sns' || name !== 'Publish') return false;
  return !cloud.all('AWS::SNS::Topic').some((topic) => topic.stack === carrier.stack);
}

/** Services whose resources hold data or run code: a stranger's bucket matters more than a stranger's dashboard. */
const DATA = new Set(
  'dynamodb s3 sqs sns kinesis firehose secretsmanager ssm kms lambda states events rds-data execute-api appsync cognito-idp ses es aoss athena glue ecs ecr codebuild iot scheduler redshift-data bedrock elasticfilesystem'.split(
    ' ',
  ),
);
