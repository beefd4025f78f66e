import { App, aws_codebuild as codebuild, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new codebuild.Project(stack, 'Deployment', {
  buildSpec: codebuild.BuildSpec.fromSourceFilename('buildspec.yml'),
  source: codebuild.Source.gitHub({ owner: 'example', repo: 'shop' }),
  environmentVariables: {
    STAGE: { value: 'prod' },
    REGISTRY_TOKEN: { type: codebuild.BuildEnvironmentVariableType.SECRETS_MANAGER, value: 'shop/registry:token' },
  },
});
