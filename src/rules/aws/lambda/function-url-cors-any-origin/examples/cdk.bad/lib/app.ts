import { App, aws_lambda as lambda, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const account = new lambda.Function(stack, 'Account', { // expect
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
account.addFunctionUrl({
  authType: lambda.FunctionUrlAuthType.NONE,
  cors: { allowCredentials: true, allowedOrigins: ['*'] },
});
