import { App, aws_iam as iam, aws_kms as kms, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const own = { principals: [new iam.AccountRootPrincipal()], actions: ['kms:*'], resources: ['*'] };
const policy = new iam.PolicyDocument({ statements: [new iam.PolicyStatement(own)] });
new kms.Key(stack, 'Orders', { policy });
