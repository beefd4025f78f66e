import { codebuild } from '#frameworks/codebuild/index';
import { holdsTheContract } from '../contract.js';

holdsTheContract(
  codebuild,
  [
    {
      name: 'a deployment',
      path: 'buildspec.yml',
      settable: 0.95,
      text: `version: 0.2
# What the commands need.
env:
  variables:
    STAGE: prod
  secrets-manager:
    TOKEN: "shop/registry:token"
phases:
  install:
    runtime-versions: { nodejs: 22 }
  build:
    commands:
      - npm ci # from the lock file
      - sam build
      - |
        sam deploy \\
          --stack-name shop
`,
    },
  ],
  { declares: false },
);
