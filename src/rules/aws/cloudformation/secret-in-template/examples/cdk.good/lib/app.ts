import { App, aws_rds as rds, aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const generateSecretString = { secretStringTemplate: '{"username": "shop"}', generateStringKey: 'password' };
const credentials = new secretsmanager.Secret(stack, 'Credentials', { generateSecretString });
new rds.CfnDBInstance(stack, 'Database', {
  engine: 'postgres',
  masterUsername: 'shop',
  masterUserPassword: credentials.secretValueFromJson('password').unsafeUnwrap(),
});
