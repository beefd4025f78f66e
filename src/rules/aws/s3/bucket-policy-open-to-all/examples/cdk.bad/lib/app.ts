import { App, aws_iam as iam, aws_s3 as s3, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const uploads = new s3.Bucket(stack, 'Uploads'); // expect
uploads.addToResourcePolicy(
  new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:PutObject'],
    resources: [uploads.arnForObjects('*')],
  }),
);
