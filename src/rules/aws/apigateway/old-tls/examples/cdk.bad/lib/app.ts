import { App, aws_apigateway as apigateway, aws_certificatemanager as acm, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b');
new apigateway.DomainName(stack, 'Domain', { // expect
  domainName: 'api.example.com',
  certificate,
  securityPolicy: apigateway.SecurityPolicy.TLS_1_0,
});
