import { App, aws_iam as iam, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
const github = 'token.actions.githubusercontent.com';
new iam.Role(stack, 'Deploy', { // expect
  assumedBy: new iam.WebIdentityPrincipal(`arn:aws:iam::${stack.account}:oidc-provider/${github}`, {
    StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' },
  }),
});
