import { App, aws_kms as kms, aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
new secretsmanager.Secret(stack, 'Payment', { encryptionKey });
