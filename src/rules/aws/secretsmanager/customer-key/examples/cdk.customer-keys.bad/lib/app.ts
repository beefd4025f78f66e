import { App, aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new secretsmanager.Secret(stack, 'Payment'); // expect
