import { App, aws_apigatewayv2 as apigatewayv2, aws_certificatemanager as acm, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b');
const domainName = new apigatewayv2.DomainName(stack, 'Domain', { domainName: 'api.example.com', certificate });
new apigatewayv2.HttpApi(stack, 'Shop', { defaultDomainMapping: { domainName }, disableExecuteApiEndpoint: true });
