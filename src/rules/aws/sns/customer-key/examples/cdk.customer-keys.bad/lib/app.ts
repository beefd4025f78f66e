import { App, aws_sns as sns, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new sns.Topic(stack, 'Orders'); // expect
