import { App, aws_iam as iam, aws_s3 as s3, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const uploads = new s3.Bucket(stack, 'Uploads', { enforceSSL: true });
uploads.addToResourcePolicy(
  new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal('cloudfront.amazonaws.com')],
    actions: ['s3:GetObject'],
    resources: [uploads.arnForObjects('*')],
  }),
);
