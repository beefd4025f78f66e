import { App, aws_iam as iam, aws_sqs as sqs, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const orders = new sqs.Queue(stack, 'Orders'); // expect
orders.addToResourcePolicy(
  new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ['sqs:SendMessage'],
    resources: [orders.queueArn],
  }),
);
