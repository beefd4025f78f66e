import { App, aws_apigateway as apigateway, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const api = new apigateway.RestApi(stack, 'Shop', { cloudWatchRole: false });
api.root.addMethod('POST', undefined, { apiKeyRequired: true, authorizationType: apigateway.AuthorizationType.IAM });
