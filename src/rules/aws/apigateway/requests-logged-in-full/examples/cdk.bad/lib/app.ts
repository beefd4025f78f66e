import { App, aws_apigateway as apigateway, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const api = new apigateway.RestApi(stack, 'Shop', { deployOptions: { loggingLevel: apigateway.MethodLoggingLevel.INFO, dataTraceEnabled: true } }); // expect
api.root.addMethod('GET', undefined, { authorizationType: apigateway.AuthorizationType.IAM });
