import { App, aws_cognito as cognito, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new cognito.UserPool(stack, 'Customers', { passwordPolicy: { minLength: 6 } }); // expect
