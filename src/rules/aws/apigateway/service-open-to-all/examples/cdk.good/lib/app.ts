import { App, aws_apigateway as apigateway, aws_iam as iam, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const api = new apigateway.RestApi(stack, 'Orders', {
  cloudWatchRole: false,
  defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
});
const credentialsRole = iam.Role.fromRoleName(stack, 'Role', 'orders-api');
const path = `${stack.account}/orders`;
api.root.addMethod('POST', new apigateway.AwsIntegration({ service: 'sqs', path, options: { credentialsRole } }));
