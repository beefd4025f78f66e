import { App, aws_efs as efs, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new efs.CfnFileSystem(stack, 'Shared'); // expect
