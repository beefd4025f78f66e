import { App, aws_iam as iam, aws_sns as sns, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const orders = new sns.Topic(stack, 'Orders');
orders.addToResourcePolicy(
  new iam.PolicyStatement({
    principals: [new iam.AccountPrincipal('111122223333')],
    actions: ['sns:Publish'],
    resources: [orders.topicArn],
  }),
);
