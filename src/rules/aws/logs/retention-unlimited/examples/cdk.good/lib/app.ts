import { App, aws_logs as logs, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new logs.LogGroup(stack, 'Orders', { retention: logs.RetentionDays.THREE_MONTHS });
