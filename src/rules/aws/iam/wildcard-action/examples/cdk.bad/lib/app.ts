import { App, aws_dynamodb as dynamodb, aws_lambda as lambda, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
const orders = new dynamodb.Table(stack, 'Orders', { partitionKey });
const worker = new lambda.Function(stack, 'Worker', { // expect
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
orders.grant(worker, 'dynamodb:*');
