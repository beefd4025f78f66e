import { App, aws_iam as iam, aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const payment = new secretsmanager.Secret(stack, 'Payment'); // expect
payment.addToResourcePolicy(
  new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ['secretsmanager:GetSecretValue'],
    resources: ['*'],
  }),
);
