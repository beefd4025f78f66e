import { App, aws_cognito as cognito, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const mfaSecondFactor = { otp: true, sms: false };
new cognito.UserPool(stack, 'Customers', { mfa: cognito.Mfa.REQUIRED, mfaSecondFactor });
