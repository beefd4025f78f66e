import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { isEveryResource } from '#model/scope';
import { att, type Plain, stackOf, sub } from './build.js';

describe('every resource', () => {
  const isEvery = (entry: Plain) => {
    const cloud = new Cloud([
      stackOf({
        Uploads: { Type: 'AWS::S3::Bucket' },
        Policy: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: entry }] } },
        },
      }),
    ]);
    return cloud.statements.flatMap(({ resources }) => resources).map(isEveryResource);
  };

  it.each([
    '*',
    'arn:aws:s3:::*',
    'arn:aws:s3:::*/*',
    'arn:aws:iam::123456789012:role/*',
    'arn:aws:sqs:*:*:*',
    sub('arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*'),
  ])('is %j', (entry) => expect(isEvery(entry)).toEqual([true]));

  it.each([
    'arn:aws:s3:::uploads/*',
    'arn:aws:execute-api:eu-west-1:123456789012:abcdefghij/*',
    'arn:aws:dynamodb:eu-west-1:123456789012:table/orders*',
    sub('${Uploads.Arn}/*'),
    att('Uploads'),
  ])('is not %j', (entry) => expect(isEvery(entry)).toEqual([false]));
});
