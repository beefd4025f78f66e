import { App, aws_lambda as lambda, aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const report = new lambda.Function(stack, 'Report', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
secretsmanager.Secret.fromSecretNameV2(stack, 'Token', 'report/token').grantRead(report);
