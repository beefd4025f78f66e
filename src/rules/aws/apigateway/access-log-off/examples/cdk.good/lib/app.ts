import { App, aws_apigatewayv2 as apigatewayv2, aws_logs as logs, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const httpApi = new apigatewayv2.HttpApi(stack, 'Shop', { createDefaultStage: false });
const log = new logs.LogGroup(stack, 'Access', { retention: logs.RetentionDays.THREE_MONTHS });
new apigatewayv2.HttpStage(stack, 'Live', {
  httpApi,
  autoDeploy: true,
  accessLogSettings: { destination: new apigatewayv2.LogGroupLogDestination(log) },
});
