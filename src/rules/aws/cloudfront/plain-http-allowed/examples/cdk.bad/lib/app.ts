import { App, aws_cloudfront as cloudfront, aws_cloudfront_origins as origins, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const origin = new origins.HttpOrigin('origin.example.com');
new cloudfront.Distribution(stack, 'Site', { defaultBehavior: { origin } }); // expect
