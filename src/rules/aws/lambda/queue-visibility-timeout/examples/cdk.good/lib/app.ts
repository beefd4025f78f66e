import {
  App,
  aws_lambda as lambda,
  aws_lambda_event_sources as sources,
  aws_sqs as sqs,
  Duration,
  Stack,
} from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const queue = new sqs.Queue(stack, 'Queue', { visibilityTimeout: Duration.seconds(360) });
const orders = new lambda.Function(stack, 'Orders', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  timeout: Duration.seconds(60),
});
orders.addEventSource(new sources.SqsEventSource(queue));
