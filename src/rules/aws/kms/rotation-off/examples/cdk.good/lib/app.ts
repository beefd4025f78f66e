import { App, aws_kms as kms, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new kms.Key(stack, 'Orders', { enableKeyRotation: true });
