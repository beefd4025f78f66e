import { App, aws_cognito as cognito, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new cognito.CfnIdentityPool(stack, 'Visitors', { allowUnauthenticatedIdentities: true }); // expect
