import {
  App,
  aws_certificatemanager as acm,
  aws_cloudfront as cloudfront,
  aws_cloudfront_origins as origins,
  Stack,
} from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b');
new cloudfront.Distribution(stack, 'Site', {
  defaultBehavior: { origin: new origins.HttpOrigin('origin.example.com') },
  domainNames: ['www.example.com'],
  certificate,
  minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
});
