import { App, aws_lambda as lambda, aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const key = secretsmanager.Secret.fromSecretNameV2(stack, 'Key', 'pay/key');
const pay = new lambda.Function(stack, 'Pay', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  environment: { API_KEY_SECRET: key.secretArn },
});
key.grantRead(pay);
