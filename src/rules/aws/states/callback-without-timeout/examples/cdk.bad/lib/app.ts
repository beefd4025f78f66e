import {
  App,
  aws_lambda as lambda,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  Stack,
} from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const lambdaFunction = new lambda.Function(stack, 'Approve', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
const integrationPattern = sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN;
const payload = sfn.TaskInput.fromObject({ token: sfn.JsonPath.taskToken });
const verify = new tasks.LambdaInvoke(stack, 'Verify', { lambdaFunction, integrationPattern, payload });
const definitionBody = sfn.DefinitionBody.fromChainable(verify);
new sfn.StateMachine(stack, 'Onboarding', { definitionBody }); // expect
