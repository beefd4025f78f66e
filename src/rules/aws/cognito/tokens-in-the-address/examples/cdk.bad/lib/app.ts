import { App, aws_cognito as cognito, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const userPool = cognito.UserPool.fromUserPoolId(stack, 'Customers', 'eu-west-1_Ab12Cd34');
new cognito.UserPoolClient(stack, 'Page', { userPool }); // expect
