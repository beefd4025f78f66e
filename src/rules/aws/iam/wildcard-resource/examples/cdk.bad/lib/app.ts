import { App, aws_iam as iam, aws_lambda as lambda, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const report = new lambda.Function(stack, 'Report', { // expect
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
report.addToRolePolicy(new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'] }));
