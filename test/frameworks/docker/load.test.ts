import { describe, expect, it } from '@jest/globals';
import { docker } from '#frameworks/docker/index';
import { MAX_CHARACTERS } from '#frameworks/docker/read';
import { stagesOf } from '#model/docker-image';
import type { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import { SourceFile } from '#source/file';
import { plainly, repository } from '../repository.js';

async function read(
  text: string,
  path = 'Dockerfile',
  files: Readonly<Record<string, string>> = {},
): Promise<Stack | undefined> {
  const file = new SourceFile(path, text);
  return docker.recognizes(file) ? docker.load(file, repository(files), { parameters: {} }) : undefined;
}

function imageOf(stack: Stack | undefined): Resource<'Docker::Image'> {
  const image = [...(stack?.resources.values() ?? [])][0];
  if (!image?.isA('Docker::Image')) throw new Error('no image');
  return image;
}

describe('the lens for Dockerfiles', () => {
  it.each([
    ['FROM public.ecr.aws/lambda/python:3.13\n'],
    ['FROM node:22\nRUN npm i aws-lambda-ric\n'],
    ['FROM python:3.13\nENTRYPOINT ["python", "-m", "awslambdaric"]\n'],
    [
      'FROM nginx:1.29\nCOPY --from=public.ecr.aws/awsguru/aws-lambda-adapter:0.9.1 /lambda-adapter /opt/\n# aws-lambda-adapter\n',
    ],
    ['FROM mcr.microsoft.com/azure-functions/python:4-python3.12\n'],
  ])('reads the image of a function: %j', async (text) => {
    expect(await read(text)).toBeDefined();
  });

  it('leaves other images to others', async () => {
    expect(await read('FROM nginx:latest\n# not public.ecr.aws/lambda/python\n')).toBeUndefined();
  });

  const SAM = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { PackageType: Image }
    Metadata: { DockerContext: ./orders, Dockerfile: Dockerfile.prod }
`;

  it.each([
    ['orders/Dockerfile.prod', { 'template.yaml': SAM }, true],
    ['orders/Dockerfile', { 'template.yaml': SAM }, false],
    ['svc/orders/Dockerfile.prod', { 'svc/template.yaml': SAM }, true],
    ['svc/Dockerfile', { 'svc/serverless.yml': 'provider:\n  ecr:\n    images:\n      api: { path: ./ }\n' }, true],
    ['svc/Dockerfile', { 'svc/serverless.yml': 'provider:\n  ecr:\n    images:\n      api: { uri: x }\n' }, false],
  ])('reads %s where a template names it', async (path, files, wanted) => {
    expect((await read('FROM alpine:3.22\n', path, files)) !== undefined).toBe(wanted);
  });

  it('knows what stands in which stage, and which stages are shipped', async () => {
    const image = imageOf(
      await read(`ARG VERSION=3.13
FROM public.ecr.aws/lambda/python:\${VERSION} AS base
FROM golang:\${GO:-1.25} AS tools
RUN go build
FROM Base
ENV A=1 B=\${A}
COPY --from=tools ["/a b", "/opt/"]
`),
    );
    const stages = stagesOf(image);
    expect(stages.map((stage) => [stage.name, stage.from?.string, stage.isShipped])).toEqual([
      ['base', 'public.ecr.aws/lambda/python:3.13', true],
      ['tools', 'golang:1.25', false],
      [undefined, 'Base', true],
    ]);
    expect(stages[2]?.instructions.map((one) => plainly(one.value))).toEqual([
      { ENV: { A: '1', B: '${A}' } },
      { COPY: { Sources: ['/a b'], Destination: '/opt/', Flags: { from: 'tools' } } },
    ]);
  });

  it('says that a file is too long instead of reading it', async () => {
    const stack = await read(`FROM public.ecr.aws/lambda/python:3.13\n${'RUN true\n'.repeat(MAX_CHARACTERS / 9)}`);
    expect(stack?.resources.size).toBe(0);
    expect(stack?.problems.map((problem) => problem.kind)).toEqual(['unreadable']);
  });

  it('does not touch a here-document', async () => {
    const stack = await read('FROM public.ecr.aws/lambda/python:3.13\nRUN <<EOF\nnpm ci\nEOF\n');
    const [run] = stagesOf(imageOf(stack)).flatMap((stage) => stage.instructions.flatMap((one) => one.at('RUN')));
    expect(run && stack?.edits([run.set('npm ci')])).toHaveProperty('declined');
  });
});
