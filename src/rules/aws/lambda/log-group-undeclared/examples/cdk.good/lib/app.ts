import { App, aws_lambda as lambda, aws_logs as logs, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const logGroup = new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.THREE_MONTHS });
new lambda.Function(stack, 'Orders', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  logGroup,
});
new lambda.Function(stack, 'Returns', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  logRetention: logs.RetentionDays.ONE_MONTH,
});
