import { App, aws_apigateway as apigateway, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const loggingLevel = apigateway.MethodLoggingLevel.ERROR;
const api = new apigateway.RestApi(stack, 'Shop', { deployOptions: { loggingLevel, dataTraceEnabled: false } });
api.root.addMethod('GET', undefined, { authorizationType: apigateway.AuthorizationType.IAM });
