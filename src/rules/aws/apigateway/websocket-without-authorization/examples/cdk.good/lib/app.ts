import {
  App,
  aws_apigatewayv2 as apigatewayv2,
  aws_apigatewayv2_authorizers as authorizers,
  aws_apigatewayv2_integrations as integrations,
  aws_lambda as lambda,
  Stack,
} from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const connect = new lambda.Function(stack, 'Connect', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
const integration = new integrations.WebSocketLambdaIntegration('Connect', connect);
const authorizer = new authorizers.WebSocketIamAuthorizer();
const chat = new apigatewayv2.WebSocketApi(stack, 'Chat', { connectRouteOptions: { integration, authorizer } });
chat.addRoute('send', { integration });
