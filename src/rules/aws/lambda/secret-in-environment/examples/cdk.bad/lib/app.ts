import { App, aws_lambda as lambda, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new lambda.Function(stack, 'Pay', { // expect
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  environment: { apiKey: 'b8f3c0d9e7a64412' },
});
