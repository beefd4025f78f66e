import { App, aws_codebuild as codebuild, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new codebuild.Project(stack, 'Deployment', { // expect
  buildSpec: codebuild.BuildSpec.fromSourceFilename('buildspec.yml'),
  source: codebuild.Source.gitHub({ owner: 'example', repo: 'shop' }),
  checkSecretsInPlainTextEnvVariables: false,
  environmentVariables: {
    STAGE: { value: 'prod' },
    REGISTRY_TOKEN: { value: 'npm_{{random:alphanumeric:36}}' },
  },
});
