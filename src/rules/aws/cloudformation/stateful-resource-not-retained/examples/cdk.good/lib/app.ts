import { App, aws_dynamodb as dynamodb, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new dynamodb.Table(stack, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
