import {
  App,
  aws_kinesis as kinesis,
  aws_lambda as lambda,
  aws_lambda_event_sources as sources,
  Stack,
} from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const clicks = new kinesis.Stream(stack, 'Clicks');
const orders = new lambda.Function(stack, 'Orders', { // expect
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
});
const startingPosition = lambda.StartingPosition.TRIM_HORIZON;
orders.addEventSource(new sources.KinesisEventSource(clicks, { startingPosition }));
