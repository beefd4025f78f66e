import { App, aws_kms as kms, aws_sns as sns, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const masterKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
new sns.Topic(stack, 'Orders', { masterKey });
