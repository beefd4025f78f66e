import {
  App,
  aws_apigatewayv2 as apigatewayv2,
  aws_apigatewayv2_authorizers as authorizers,
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
const api = new apigatewayv2.HttpApi(stack, 'Shop'); // expect
const integration = new integrations.HttpLambdaIntegration('Orders', order);
const authorizer = new authorizers.HttpJwtAuthorizer('Customers', 'https://login.example.com', { jwtAudience: ['shop'] });
api.addRoutes({ path: '/orders/{id}', methods: [apigatewayv2.HttpMethod.GET], integration, authorizer });
api.addRoutes({ path: '/orders/{id}/refund', methods: [apigatewayv2.HttpMethod.POST], integration });
