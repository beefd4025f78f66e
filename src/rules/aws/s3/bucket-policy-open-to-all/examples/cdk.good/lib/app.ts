import { App, aws_iam as iam, aws_s3 as s3, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const uploads = new s3.Bucket(stack, 'Uploads');
uploads.addToResourcePolicy(
  new iam.PolicyStatement({
    principals: [new iam.AccountPrincipal('111122223333')],
    actions: ['s3:PutObject'],
    resources: [uploads.arnForObjects('*')],
  }),
);
