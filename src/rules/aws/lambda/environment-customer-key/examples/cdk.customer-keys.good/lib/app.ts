import { App, aws_kms as kms, aws_lambda as lambda, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const key = new kms.Key(stack, 'Key', { enableKeyRotation: true });
new lambda.Function(stack, 'Orders', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  environment: { TABLE: 'orders' },
  environmentEncryption: key,
});
