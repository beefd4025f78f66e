import { App, aws_lambda as lambda, aws_s3 as s3, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const code = lambda.Code.fromBucket(s3.Bucket.fromBucketName(stack, 'Artifacts', 'artifacts'), 'shared.zip');
const shared = new lambda.LayerVersion(stack, 'Shared', { code });
shared.addPermission('Organization', { accountId: '*', organizationId: 'o-a1b2c3d4e5' });
