import { App, aws_iam as iam, aws_lambda as lambda, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const orders = new lambda.Function(stack, 'Orders', { // expect
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
orders.addPermission('Uploads', { principal: new iam.ServicePrincipal('s3.amazonaws.com') });
