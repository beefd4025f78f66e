import { filled, privateKey } from './generated.js';

/** A file with a secret in it: where it is found, and what may be seen nowhere. */
export interface SecretFile {
  readonly path: string;
  readonly text: string;
  readonly line: number;
  readonly values: readonly string[];
}

const MARK = /«([^»]+)»/g;

/** Kinds of files, each with one secret between « and ». */
const KINDS: readonly (readonly [path: string, text: string])[] = [
  [
    'sam/template.yaml',
    "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n  Orders:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: orders.handler\n      Runtime: nodejs22.x\n      CodeUri: .\n      Environment:\n        Variables:\n          DB_PASSWORD: «Vq{{random:alphanumeric:16}}7»\n",
  ],
  [
    'serverless/serverless.yml',
    'service: shop\nprovider:\n  name: aws\n  runtime: nodejs22.x\n  environment:\n    API_TOKEN: «{{random:lower:32}}»\nfunctions:\n  orders:\n    handler: orders.handler\n',
  ],
  [
    'terraform/main.tf',
    'provider "aws" {\n  region     = "eu-central-1"\n  secret_key = "«{{random:base64:40}}»"\n}\n',
  ],
  ['terraform/prod.tfvars', 'stage       = "prod"\ndb_password = "«Vq{{random:alphanumeric:16}}7»"\n'],
  ['infra/main.bicep', "param name string\nvar apiKey = '«{{random:lower:32}}»'\n"],
  [
    '.github/workflows/deploy.yml',
    'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npx serverless deploy\n        env:\n          AWS_ACCESS_KEY_ID: «AKIA{{random:base32:16}}»\n',
  ],
  [
    'image/Dockerfile',
    'FROM public.ecr.aws/lambda/nodejs:22\nENV API_TOKEN=«{{random:lower:32}}»\nCMD ["orders.handler"]\n',
  ],
  ['.env.production', 'STAGE=prod\nSTRIPE_KEY=«sk_live_{{random:alphanumeric:40}}»\n'],
  ['.npmrc', '//registry.npmjs.org/:_authToken=«npm_{{random:alphanumeric:36}}»\n'],
  ['.pypirc', '[pypi]\nusername = __token__\npassword = «pypi-AgEIcHlwaS5vcmc{{random:base64url:70}}»\n'],
  [
    'local.settings.json',
    '{\n  "IsEncrypted": false,\n  "Values": {\n    "AzureWebJobsStorage": "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=«{{random:base64:86}}==»"\n  }\n}\n',
  ],
  [
    'src/orders.ts',
    "const region = 'eu';\nexport const client = new S3({ region, secretAccessKey: '«{{random:base64:40}}»' });\n",
  ],
  [
    'src/orders.js',
    "const url = '«https://hooks.slack.com/services/T{{random:base32:10}}/B{{random:base32:10}}/{{random:alphanumeric:24}}»';\n",
  ],
  ['src/orders.py', 'import os\n\nAPI_TOKEN = "«{{random:hex:40}}»"\n'],
  ['src/Orders.java', 'class Orders {\n  static final String API_KEY = "«{{random:lower:32}}»";\n}\n'],
  ['src/main.go', 'package main\n\nconst apiToken = "«{{random:lower:32}}»"\n'],
  ['src/Orders.cs', 'class Orders {\n  const string ApiKey = "«{{random:lower:32}}»";\n}\n'],
  [
    'notebooks/report.ipynb',
    '{\n "cells": [\n  {\n   "cell_type": "code",\n   "source": [\n    "api_token = \'«{{random:lower:32}}»\'\\n"\n   ]\n  }\n ]\n}\n',
  ],
  ['scripts/deploy.sh', '#!/bin/sh\nexport GITHUB_TOKEN=«ghp_{{random:alphanumeric:36}}»\n'],
  ['docs/setup.md', '# Setup\n\n```\nexport AWS_ACCESS_KEY_ID=«AKIA{{random:base32:16}}»\n```\n'],
  ['config/app.properties', 'stage=prod\ndb.password=«Vq{{random:alphanumeric:16}}7»\n'],
  ['config/app.ini', '[db]\npassword = «Vq{{random:alphanumeric:16}}7»\n'],
  [
    'buildspec.yml',
    'version: 0.2\nenv:\n  variables:\n    API_TOKEN: «{{random:lower:32}}»\nphases:\n  build:\n    commands:\n      - npm ci\n',
  ],
];

/** One file of each kind, with secrets that the seed makes. */
export function secretFiles(seed: number): readonly SecretFile[] {
  const files = KINDS.map(([path, pattern], index): SecretFile => {
    const text = filled(pattern, seed * 1000 + index);
    const before = text.slice(0, text.indexOf('«'));
    const values = [...text.matchAll(MARK)].map((match) => match[1] ?? '');
    return { path, text: text.replaceAll(/[«»]/g, ''), line: before.split('\n').length, values };
  });
  const pem = privateKey('RSA PRIVATE KEY', seed);
  const account = JSON.stringify(
    { type: 'service_account', private_key: `${privateKey('PRIVATE KEY', seed + 1)}\n` },
    undefined,
    2,
  );
  return [
    ...files,
    { path: 'deploy/id_rsa', text: `${pem}\n`, line: 1, values: pem.split('\n').slice(1, -1) },
    {
      path: 'deploy/account.json',
      text: account,
      line: 3,
      values: privateKey('PRIVATE KEY', seed + 1)
        .split('\n')
        .slice(1, -1),
    },
  ];
}

/** Parts of the values that a text holds: any twelve characters in a row give a secret away. */
export function leaks(text: string, files: readonly SecretFile[]): readonly string[] {
  return files.flatMap(({ path, values }) =>
    values.flatMap((value) => {
      // What every value of the format begins with is no part of the secret.
      const secret = value.replace(
        /^(?:AKIA|sk_live_|npm_|ghp_|pypi-AgEIcHlwaS5vcmc|https:\/\/hooks\.slack\.com\/services\/)/,
        '',
      );
      const parts = Array.from({ length: Math.max(1, secret.length - 11) }, (_, at) => secret.slice(at, at + 12));
      return parts.some((part) => text.includes(part)) ? [`${path}: ${secret}`] : [];
    }),
  );
}
