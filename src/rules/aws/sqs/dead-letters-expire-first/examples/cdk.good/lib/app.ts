import { App, aws_sqs as sqs, Duration, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const queue = new sqs.Queue(stack, 'Failed', { retentionPeriod: Duration.days(14) });
const deadLetterQueue = { queue, maxReceiveCount: 5 };
new sqs.Queue(stack, 'Orders', { retentionPeriod: Duration.days(10), deadLetterQueue });
