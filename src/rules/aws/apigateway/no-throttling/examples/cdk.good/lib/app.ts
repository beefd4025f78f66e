import {
  App,
  aws_apigatewayv2 as apigatewayv2,
  aws_apigatewayv2_integrations as integrations,
  aws_lambda as lambda,
  Stack,
} from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const order = new lambda.Function(stack, 'Order', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
const api = new apigatewayv2.HttpApi(stack, 'Shop', { createDefaultStage: false });
api.addRoutes({
  path: '/orders',
  methods: [apigatewayv2.HttpMethod.POST],
  integration: new integrations.HttpLambdaIntegration('Place', order),
});
api.addStage('Live', { autoDeploy: true, throttle: { rateLimit: 50, burstLimit: 100 } });
