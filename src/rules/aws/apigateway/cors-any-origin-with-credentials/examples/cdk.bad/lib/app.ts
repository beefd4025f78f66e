import { App, aws_apigatewayv2 as apigatewayv2, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new apigatewayv2.CfnApi(stack, 'Shop', { // expect
  name: 'shop',
  protocolType: 'HTTP',
  corsConfiguration: { allowCredentials: true, allowOrigins: ['*'] },
});
