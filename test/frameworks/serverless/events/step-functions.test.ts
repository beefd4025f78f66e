import { describe, expect, it } from '@jest/globals';
import { dataOf, get } from '#frameworks/cloudformation/nodes';
import { lowered } from '#test/frameworks/serverless/events/service';

const SERVICE = `service: flows
provider:
  name: aws
functions:
  hello:
    handler: a.b
stepFunctions:
  stateMachines:
    orders:
      name: order-flow
      loggingConfig:
        level: ERROR
        destinations:
          - Fn::GetAtt: [Logs, Arn]
      events:
        - schedule: rate(1 hour)
        - http:
            path: orders
            method: post
      definition:
        StartAt: A
        States:
          A:
            Type: Task
            Resource:
              Fn::GetAtt: [hello, Arn]
            Next: B
          B:
            Type: Task
            Resource: arn:aws:states:::sqs:sendMessage.waitForTaskToken
            Parameters:
              QueueUrl: !Ref Queue
            Next: C
          C:
            Type: Task
            Resource: arn:aws:states:::sns:publish
            Parameters:
              TopicArn.$: $.topic
            End: true
    idle:
      definition:
        StartAt: A
        States:
          A:
            Type: Pass
            End: true
    odd:
      definition:
        StartAt: A
        States:
          A:
            Type: Task
            Resource: arn:aws:states:::aws-sdk:ec2:runInstances
            End: true
`;

function data(id: string, ...path: string[]): unknown {
  const one = lowered(SERVICE).service.lowered.get(id);
  const found = one && get(one.properties, ...path);
  return found && dataOf(found);
}

function statements(role: string): unknown {
  const policies = data(role, 'Policies') as { PolicyDocument: { Statement: unknown } }[];
  return policies[0]?.PolicyDocument.Statement;
}

// Held against `serverless package` with serverless-step-functions 3.
describe('state machines of serverless-step-functions', () => {
  it('name functions by their logical IDs', () => {
    expect(data('OrderDashflow', 'Definition', 'States', 'A', 'Resource')).toEqual({
      'Fn::GetAtt': ['HelloLambdaFunction', 'Arn'],
    });
    expect(data('OrderDashflow', 'StateMachineName')).toBe('order-flow');
    expect(data('OrderDashflow', 'LoggingConfiguration')).toEqual({
      Level: 'ERROR',
      IncludeExecutionData: false,
      Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: { 'Fn::GetAtt': ['Logs', 'Arn'] } } }],
    });
  });

  it('get a role for what their tasks call', () => {
    const arn = { 'Fn::GetAtt': ['HelloLambdaFunction', 'Arn'] };
    expect(statements('OrderDashflowRole')).toEqual([
      {
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: [arn, { 'Fn::Sub': ['${functionArn}:*', { functionArn: arn }] }],
      },
      { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: [{ 'Fn::GetAtt': ['Queue', 'Arn'] }] },
      {
        Effect: 'Allow',
        Action: [
          'sns:Publish',
          'logs:CreateLogDelivery',
          'logs:GetLogDelivery',
          'logs:UpdateLogDelivery',
          'logs:DeleteLogDelivery',
          'logs:ListLogDeliveries',
          'logs:PutResourcePolicy',
          'logs:DescribeResourcePolicies',
          'logs:DescribeLogGroups',
        ],
        Resource: '*',
      },
    ]);
  });

  it('are denied everything where nothing is called', () => {
    expect(statements('IdleStepFunctionsStateMachineRole')).toEqual([{ Effect: 'Deny', Action: '*', Resource: '*' }]);
  });

  it('are told of where a task is not known to the plugin', () => {
    expect(lowered(SERVICE).told).toEqual([
      'The plugin of state machines grants nothing for a task of odd: what its role may do was not wholly looked at.',
    ]);
  });

  it('are started by schedules and routes', () => {
    expect(data('OrdersStepFunctionsEventsRuleSchedule1', 'ScheduleExpression')).toBe('rate(1 hour)');
    expect(data('ApiGatewayMethodOrdersPost', 'Integration', 'Credentials')).toEqual({
      'Fn::GetAtt': ['ApigatewayToStepFunctionsRole', 'Arn'],
    });
    expect(data('ApiGatewayMethodOrdersPost', 'AuthorizationType')).toBe('NONE');
    expect(lowered(SERVICE).service.lowered.get('ApigatewayToStepFunctionsRole')?.generatedBy).toBe(
      'ApigatewayToStepFunctionsRole',
    );
  });
});
