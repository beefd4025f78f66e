import { App, aws_iam as iam, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const statements = [new iam.PolicyStatement({ actions: ['iam:PassRole'], resources: ['arn:aws:iam::*:role/*'] })];
new iam.ManagedPolicy(stack, 'Start', { statements }); // expect
