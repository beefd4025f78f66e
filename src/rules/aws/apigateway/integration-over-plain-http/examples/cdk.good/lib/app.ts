import { App, aws_apigateway as apigateway, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const api = new apigateway.RestApi(stack, 'Storefront', {
  defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
});
api.root.addMethod('GET', new apigateway.HttpIntegration('https://stock.example.com/v1'));
