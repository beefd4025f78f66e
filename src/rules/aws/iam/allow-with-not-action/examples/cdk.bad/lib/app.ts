import { App, aws_iam as iam, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const statements = [new iam.PolicyStatement({ notActions: ['iam:*', 'organizations:*'], resources: ['*'] })];
new iam.ManagedPolicy(stack, 'Sync', { statements }); // expect
