import { githubActions } from '#frameworks/github-actions/index';
import { holdsTheContract, type Sample } from '../contract.js';

const SAMPLES: readonly Sample[] = [
  {
    name: 'a deployment with OIDC',
    path: '.github/workflows/deploy.yml',
    settable: 0.95,
    text: `# Deploys main.
name: Deploy
on:
  push:
    branches: [main] # nothing else
  workflow_dispatch:
permissions:
  id-token: write
  contents: "read"
env:
  STAGE: prod
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: { name: prod, url: 'https://shop.example.com' }
    steps:
      - uses: actions/checkout@v4 # the sources
        with:
          fetch-depth: 1
      - name: 'Credentials'
        uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: arn:aws:iam::123456789012:role/deploy
          aws-region: eu-west-1
      - name: Deploy
        run: |
          # builds first
          sam build
          sam deploy --stack-name "$STACK" --no-confirm-changeset
        env:
          STACK: shop-\${{ github.ref_name }}
`,
  },
  {
    name: 'a deployment by an action of the repository',
    path: '.github/workflows/release.yaml',
    settable: 0.9,
    files: {
      '.github/actions/deploy/action.yml': `name: Deploy
description: Deploys one stack
runs:
  using: composite
  steps:
    - run: npx cdk deploy --require-approval never
      shell: bash
`,
    },
    text: `on: [push, workflow_dispatch]
env:
  AWS_SECRET_ACCESS_KEY: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
jobs:
  release:
    runs-on: [self-hosted, linux]
    steps:
      - uses: ./.github/actions/deploy
      - { run: 'echo done', shell: bash }
`,
  },
];

holdsTheContract(githubActions, SAMPLES, { declares: false });
