import { App, aws_kinesis as kinesis, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new kinesis.Stream(stack, 'Clicks', { encryption: kinesis.StreamEncryption.UNENCRYPTED }); // expect
