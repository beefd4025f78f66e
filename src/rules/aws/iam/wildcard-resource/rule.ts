import { byExposure, holdersOf } from '#finding/holders';
import { code } from '#finding/markdown';
import type { Remedy } from '#finding/remedy';
import { defineStatementRule } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import { type IamAction, iamAction } from '#model/iam-action';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { isEveryResource } from '#model/scope';
import type { Statement } from '#model/statement';
import { needsServedBy, resourcesOf } from '#model/task-permissions';

/** Which actions can be limited: https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html */
export const rule = defineStatementRule({
  title: 'Every resource of the account reachable',
  why: 'A role is the blast radius of its function: with `*`, a bug in code that needs one resource reads or changes all of them, those of other applications in the account included.',
  how: 'Name the resources in `Resource`, such as `!GetAtt OrdersTable.Arn`. Leave `*` only to actions that cannot be limited.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2],
  cwe: [732],
  references: [
    'OWASP SAS-4',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_107', 'CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_111', 'CKV_AWS_355'],
    cfn_nag: ['W11', 'W12', 'W13'],
    trivy: ['AWS-0057'],
    'cdk-nag': ['IAMNoWildcardPermissions'],
  },
  *check(statement, { cloud }) {
    if (statement.effect !== 'Allow' || statement.kind !== 'identity' || statement.conditions.length > 0) return;
    const wildcard = statement.resources.find(isEveryResource);
    if (wildcard?.text !== '*') return;
    const limitable = statement.actions
      .flatMap(({ string }) => (string === undefined ? [] : (iamAction(string) ?? [])))
      .filter(({ service, resourceTypes, level }) => DATA.has(service) && resourceTypes.length > 0 && level !== 'list')
      .filter((action) => !isTextMessage(action, statement.carrier, cloud) && !isLook(action));
    const [first] = limitable;
    if (!first) return;
    const { phrase, reach } = holdersOf(cloud, statement.carrier);
    const named = limitable.slice(0, 3).map((action) => code(`${action.service}:${action.name}`));
    const more = limitable.length > 3 ? ` and ${limitable.length - 3} more` : '';
    yield {
      at: wildcard,
      message: `${phrase} may call ${named.join(', ')}${more} on every resource of the account, although ${limitable.length === 1 ? 'it' : 'each'} can be limited to the ones that the code uses.`,
      severity: byExposure(limitable.some(isGrave) ? 'medium' : 'low', reach),
      ...remedyOf(statement, wildcard, cloud),
    };
  },
});

/** A state machine's definition tells what its role is for. */
function remedyOf(statement: Statement, wildcard: Property, cloud: Cloud): { readonly remedy?: Remedy } {
  const needs = needsServedBy(cloud, statement);
  if (!needs || statement.resources.length !== 1) return {};
  const named = resourcesOf(needs);
  const [only] = named;
  const patch = named.length === 1 && only !== undefined ? wildcard.set(only) : wildcard.set(named);
  return {
    remedy: { title: 'Name what the tasks of the state machine call', applicability: 'unsafe', patches: [patch] },
  };
}

/** What changes something, or gets at credentials by reading. A durable execution is changed by who holds its token only. */
function isGrave({ service, name, level }: IamAction): boolean {
  return (level !== 'read' && !name.includes('DurableExecution')) || service === 'secretsmanager';
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
