import { App, aws_iam as iam, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new iam.Role(stack, 'Partner', { assumedBy: new iam.AnyPrincipal() }); // expect
