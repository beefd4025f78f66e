import { App, aws_s3 as s3, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const blockPublicAccess = new s3.BlockPublicAccess({ blockPublicPolicy: false, restrictPublicBuckets: false });
new s3.Bucket(stack, 'Site', { blockPublicAccess }); // expect
