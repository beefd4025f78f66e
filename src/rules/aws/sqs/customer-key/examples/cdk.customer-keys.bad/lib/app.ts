import { App, aws_sqs as sqs, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new sqs.Queue(stack, 'Orders'); // expect
