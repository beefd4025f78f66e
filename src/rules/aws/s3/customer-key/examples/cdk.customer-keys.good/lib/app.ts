import { App, aws_s3 as s3, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new s3.Bucket(stack, 'Uploads', { encryption: s3.BucketEncryption.KMS });
