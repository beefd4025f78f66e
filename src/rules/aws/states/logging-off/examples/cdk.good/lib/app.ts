import { App, aws_logs as logs, aws_stepfunctions as sfn, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const definitionBody = sfn.DefinitionBody.fromChainable(new sfn.Succeed(stack, 'Done'));
const destination = new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.THREE_MONTHS });
new sfn.StateMachine(stack, 'Checkout', { definitionBody, logs: { destination, level: sfn.LogLevel.ERROR } });
