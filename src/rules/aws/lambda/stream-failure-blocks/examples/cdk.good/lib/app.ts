import {
  App,
  aws_kinesis as kinesis,
  aws_lambda as lambda,
  aws_lambda_event_sources as sources,
  aws_sqs as sqs,
  Stack,
} from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const clicks = new kinesis.Stream(stack, 'Clicks');
const failed = new sqs.Queue(stack, 'Failed');
const orders = new lambda.Function(stack, 'Orders', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
const startingPosition = lambda.StartingPosition.TRIM_HORIZON;
const onFailure = new sources.SqsDlq(failed);
orders.addEventSource(new sources.KinesisEventSource(clicks, { startingPosition, retryAttempts: 3, onFailure }));
