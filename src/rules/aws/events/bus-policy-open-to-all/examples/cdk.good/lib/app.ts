import { App, aws_events as events, aws_iam as iam, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const bus = new events.EventBus(stack, 'Orders');
bus.addToResourcePolicy(
  new iam.PolicyStatement({
    sid: 'Partners',
    principals: [new iam.AccountPrincipal('111122223333')],
    actions: ['events:PutEvents'],
    resources: [bus.eventBusArn],
  }),
);
