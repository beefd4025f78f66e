import { App, aws_lambda as lambda, aws_s3 as s3, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const code = lambda.Code.fromBucket(s3.Bucket.fromBucketName(stack, 'Artifacts', 'artifacts'), 'shared.zip');
const shared = new lambda.LayerVersion(stack, 'Shared', { code }); // expect
shared.addPermission('Everybody', { accountId: '*' });
