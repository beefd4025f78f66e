import { App, aws_iam as iam, aws_sns as sns, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const orders = new sns.Topic(stack, 'Orders'); // expect
orders.addToResourcePolicy(
  new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ['sns:Publish'],
    resources: [orders.topicArn],
  }),
);
