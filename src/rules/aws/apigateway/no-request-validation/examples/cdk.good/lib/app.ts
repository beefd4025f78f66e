import { App, aws_apigateway as apigateway, aws_lambda as lambda, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const place = new lambda.Function(stack, 'Place', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
const api = new apigateway.RestApi(stack, 'Orders', { cloudWatchRole: false });
const order = api.addModel('Order', {
  schema: { type: apigateway.JsonSchemaType.OBJECT, required: ['item'] },
});
api.root.addMethod('POST', new apigateway.LambdaIntegration(place), {
  authorizationType: apigateway.AuthorizationType.IAM,
  requestModels: { 'application/json': order },
  requestValidatorOptions: { validateRequestBody: true },
});
