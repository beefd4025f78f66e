import { App, aws_dynamodb as dynamodb, RemovalPolicy, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new dynamodb.Table(stack, 'Orders', { // expect
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  removalPolicy: RemovalPolicy.DESTROY,
});
