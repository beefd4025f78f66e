import { App, aws_iam as iam, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const resources = [`arn:aws:iam::${stack.account}:role/report`];
const statements = [new iam.PolicyStatement({ actions: ['iam:PassRole'], resources })];
new iam.ManagedPolicy(stack, 'Start', { statements });
