import { App, aws_s3 as s3, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new s3.Bucket(stack, 'Photos', { accessControl: s3.BucketAccessControl.PRIVATE });
