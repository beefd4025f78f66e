import { App, aws_apigatewayv2 as apigatewayv2, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new apigatewayv2.HttpApi(stack, 'Shop'); // expect
