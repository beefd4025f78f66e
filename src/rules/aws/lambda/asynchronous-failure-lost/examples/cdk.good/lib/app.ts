import {
  App,
  aws_events as events,
  aws_events_targets as targets,
  aws_lambda as lambda,
  Duration,
  Stack,
} from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const report = new lambda.Function(stack, 'Report', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  deadLetterQueueEnabled: true,
});
const schedule = events.Schedule.rate(Duration.days(1));
new events.Rule(stack, 'Nightly', { schedule, targets: [new targets.LambdaFunction(report)] });
