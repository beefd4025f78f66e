import { App, aws_rds as rds, aws_secretsmanager as secretsmanager, SecretValue, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const secretStringValue = SecretValue.unsafePlainText('{"username": "shop", "password": "Wk4-tulip-93-Barn"}');
new secretsmanager.Secret(stack, 'Credentials', { secretStringValue }); // expect
new rds.CfnDBInstance(stack, 'Database', { // expect
  engine: 'postgres',
  masterUsername: 'shop',
  masterUserPassword: 'Wk4-tulip-93-Barn',
});
