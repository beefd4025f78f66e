import { describe, expect, it } from '@jest/globals';
import { actionsOf, iamAction } from '#model/iam-action';
import { arnFormat } from '#model/iam-resource';
import { KINDS } from '#model/needs/kinds';
import { OPERATION_ACTIONS, OPERATION_FAMILIES, UNSEEN_ACTIONS } from '#model/needs/operation-actions';
import { managedPolicy } from '#model/privilege/managed-policy';
import { sdkClient } from '#model/sdk-client';
import { SDK_CLIENTS } from '#model/sdk-clients.generated';

/** The actions that a text of the table names. */
const named = (text: string): readonly string[] =>
  text
    .split(' ')
    .filter((token) => token !== '=')
    .map((token) => token.replace(/^\?/, '').replace(/[~@/].*$/, ''));

/** Whether IAM has an action, or one that a pattern means. */
function exists(action: string): boolean {
  if (!action.includes('*')) return iamAction(action) !== undefined;
  const [service = '', name = ''] = action.split(':');
  const start = name.slice(0, name.indexOf('*')).toLowerCase();
  return [...(actionsOf(service)?.keys() ?? [])].some((one) => one.startsWith(start));
}

describe('the table of operations', () => {
  it('names actions that IAM has', () => {
    const wrong = Object.entries(OPERATION_ACTIONS).flatMap(([operation, text]) =>
      named(text)
        .filter((action) => !exists(action))
        .map((action) => `${operation}: ${action}`),
    );
    expect(wrong).toEqual([]);
    expect(OPERATION_FAMILIES.flatMap(([, , text]) => named(text)).filter((action) => !exists(action))).toEqual([]);
    expect(Object.keys(OPERATION_ACTIONS).length).toBeGreaterThan(150);
  });

  it('is of services that IAM has', () => {
    for (const key of Object.keys(OPERATION_ACTIONS)) expect(actionsOf(key.split(':')[0] ?? '')).toBeDefined();
    for (const action of UNSEEN_ACTIONS) expect(actionsOf(action.split(':')[0] ?? '')).toBeDefined();
  });
});

describe('kinds of resources', () => {
  it('have a format that IAM has, with a placeholder for the name', () => {
    for (const { id } of KINDS) {
      const [service = '', type = ''] = id.split(':');
      const format = arnFormat(service, type);
      expect(
        format?.some((part) => typeof part === 'object' && !/^(?:Partition|Region|Account)$/.test(part.placeholder)),
      ).toBe(true);
    }
    expect(arnFormat('sqs', 'queue')).toEqual([
      'arn:',
      { placeholder: 'Partition' },
      ':sqs:',
      { placeholder: 'Region' },
      ':',
      { placeholder: 'Account' },
      ':',
      { placeholder: 'QueueName' },
    ]);
    expect(arnFormat('sqs', 'frob')).toBeUndefined();
    expect(arnFormat('constructor', 'toString')).toBeUndefined();
  });
});

describe('clients of the SDKs', () => {
  it('are found by each of their names', () => {
    const names: Readonly<Record<string, readonly string[]>> = {
      'cognito-idp': ['cognito-idp', 'cognito-identity-provider', 'CognitoIdentityServiceProvider'],
      logs: ['logs', 'cloudwatch-logs', 'CloudWatchLogs'],
      cloudwatch: ['cloudwatch', 'CloudWatch'],
      events: ['events', 'eventbridge', 'EventBridge', 'CloudWatchEvents'],
      states: ['sfn', 'stepfunctions', 'StepFunctions'],
      'rds-data': ['rds-data', 'RDSDataService', 'RDS Data'],
      iot: ['iot', 'iot-data', 'iot-data-plane', 'IotData'],
      ses: ['ses', 'sesv2', 'SESV2', 'SES'],
      bedrock: ['bedrock', 'bedrock-runtime', 'bedrock-agent-runtime'],
      sagemaker: ['sagemaker-runtime', 'SageMakerRuntime'],
      elasticloadbalancing: ['elbv2', 'elastic-load-balancing-v2', 'ELBv2'],
      'execute-api': ['apigatewaymanagementapi', 'ApiGatewayManagementApi'],
      apigateway: ['api-gateway', 'apigatewayv2', 'APIGateway'],
      tag: ['resourcegroupstaggingapi', 'resource-groups-tagging-api'],
      s3: ['s3', 'S3', 's3-control'],
      kms: ['kms', 'KMS'],
      ssm: ['ssm', 'SSM'],
      sts: ['sts'],
      dynamodb: ['dynamodb', 'DynamoDB', 'dynamodb-streams', 'DynamoDBStreams'],
      firehose: ['firehose', 'Firehose'],
      kinesis: ['kinesis'],
      lex: ['lex-runtime-v2', 'lexv2-runtime', 'LexRuntimeV2', 'LexRuntime'],
      ec2: ['ec2', 'EC2'],
      ecs: ['ecs', 'ECS'],
      route53: ['route-53', 'route53', 'Route53'],
      ce: ['cost-explorer', 'ce', 'CostExplorer'],
      elasticfilesystem: ['efs', 'EFS'],
    };
    const wrong = Object.entries(names).flatMap(([prefix, all]) =>
      all.filter((name) => sdkClient(name)?.prefix !== prefix),
    );
    expect(wrong).toEqual([]);
    expect(sdkClient('frobnicator')).toBeUndefined();
    expect(sdkClient('constructor')).toBeUndefined();
    expect(sdkClient('rds-db')?.prefix).toBe('rds-db');
  });

  it('have prefixes that IAM has', () => {
    for (const line of SDK_CLIENTS) {
      const prefix = line.split('|')[1];
      if (prefix) expect(actionsOf(prefix)).toBeDefined();
    }
    expect(SDK_CLIENTS.length).toBeGreaterThan(400);
  });
});

describe('managed policies', () => {
  it('are read with or without their path', () => {
    const basic = managedPolicy('service-role/AWSLambdaBasicExecutionRole');
    expect(basic).toEqual([
      {
        effect: 'Allow',
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        notActions: [],
        resources: ['*'],
        notResources: [],
        conditional: false,
      },
    ]);
    expect(managedPolicy('AWSLambdaBasicExecutionRole')).toEqual(basic);
    expect(managedPolicy('AdministratorAccess')?.[0]?.actions).toEqual(['*']);
    expect(managedPolicy('PowerUserAccess')?.[0]?.notActions).toEqual(['iam:*', 'organizations:*', 'account:*']);
    expect(managedPolicy('AmazonSSMReadOnlyAccess')?.[0]?.actions).toContain('ssm:Get*');
    expect(managedPolicy('NoSuchPolicy')).toBeUndefined();
    expect(managedPolicy('constructor')).toBeUndefined();
  });
});
