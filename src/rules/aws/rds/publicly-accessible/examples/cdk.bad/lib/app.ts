import { App, aws_rds as rds, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new rds.CfnDBInstance(stack, 'Database', { engine: 'postgres', publiclyAccessible: true }); // expect
