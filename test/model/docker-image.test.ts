import { describe, expect, it } from '@jest/globals';
import { baseRuntime, imageName } from '#model/docker-image';

describe('names of images', () => {
  it.each([
    ['node', 'node', undefined],
    ['node:22-slim', 'node', '22-slim'],
    ['localhost:5000/shop/base', 'localhost:5000/shop/base', undefined],
    ['localhost:5000/shop/base:4', 'localhost:5000/shop/base', '4'],
    ['public.ecr.aws/lambda/python:3.13', 'public.ecr.aws/lambda/python', '3.13'],
  ])('%s', (text, repository, tag) => {
    expect(imageName(text)).toMatchObject({ repository, tag, digest: undefined });
  });

  it('have digests, and scratch is none', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(imageName(`node:22@${digest}`)).toEqual({ repository: 'node', tag: '22', digest });
    expect(imageName('scratch')).toBeUndefined();
    expect(imageName('${BASE}')).toBeUndefined();
  });
});

describe('runtimes of base images', () => {
  it.each([
    ['public.ecr.aws/lambda/nodejs:18', 'nodejs18.x', 'public.ecr.aws/lambda/nodejs:24'],
    ['public.ecr.aws/lambda/nodejs:18.2024.10.12.18-arm64', 'nodejs18.x', 'public.ecr.aws/lambda/nodejs:24-arm64'],
    ['amazon/aws-lambda-python:3.9-x86_64', 'python3.9', 'amazon/aws-lambda-python:3.12-x86_64'],
    ['public.ecr.aws/lambda/provided:al2', 'provided.al2', 'public.ecr.aws/lambda/provided:al2023'],
    ['public.ecr.aws/lambda/dotnet:6', 'dotnet6', undefined],
    ['public.ecr.aws/lambda/go:1', 'go1.x', undefined],
  ])('%s is %s', (image, identifier, successor) => {
    expect(baseRuntime(image, '2026-11-22')).toMatchObject({ identifier });
    expect(baseRuntime(image, '2026-11-22')?.successor).toBe(successor);
  });

  it.each(['node:18', 'public.ecr.aws/lambda/python', 'public.ecr.aws/lambda/python:latest', 'x/lambda/nodejs:18'])(
    'are not known of %s',
    (image) => {
      expect(baseRuntime(image, '2026-11-22')).toBeUndefined();
    },
  );
});
