import { App, aws_events as events, aws_iam as iam, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const bus = new events.EventBus(stack, 'Orders'); // expect
bus.addToResourcePolicy(
  new iam.PolicyStatement({
    sid: 'Partners',
    principals: [new iam.AnyPrincipal()],
    actions: ['events:PutEvents'],
    resources: [bus.eventBusArn],
  }),
);
