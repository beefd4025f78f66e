import { App, aws_kms as kms, aws_logs as logs, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
new logs.LogGroup(stack, 'Orders', { retention: logs.RetentionDays.ONE_MONTH, encryptionKey });
