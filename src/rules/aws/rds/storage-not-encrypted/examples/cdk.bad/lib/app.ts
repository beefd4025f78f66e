import { App, aws_rds as rds, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new rds.CfnDBCluster(stack, 'Database', { engine: 'aurora-postgresql', storageEncrypted: false }); // expect
