import { App, aws_iam as iam, aws_kms as kms, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const open = { principals: [new iam.AnyPrincipal()], actions: ['kms:Decrypt'], resources: ['*'] };
const policy = new iam.PolicyDocument({ statements: [new iam.PolicyStatement(open)] });
new kms.Key(stack, 'Orders', { policy }); // expect
