import { App, aws_lambda as lambda, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const hook = new lambda.Function(stack, 'Hook', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  reservedConcurrentExecutions: 10,
});
hook.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
