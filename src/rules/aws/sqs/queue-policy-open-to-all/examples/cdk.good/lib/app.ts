import { App, aws_iam as iam, aws_sqs as sqs, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const orders = new sqs.Queue(stack, 'Orders');
orders.addToResourcePolicy(
  new iam.PolicyStatement({
    principals: [new iam.AccountPrincipal('111122223333')],
    actions: ['sqs:SendMessage'],
    resources: [orders.queueArn],
  }),
);
