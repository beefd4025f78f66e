import { describe, expect, it } from '@jest/globals';
import { actionsOf, iamAction } from '#model/iam-action';

describe('IAM actions', () => {
  it('knows level and resource types, whatever the capitals', () => {
    expect(iamAction('DynamoDB:getitem')).toEqual({
      service: 'dynamodb',
      name: 'GetItem',
      level: 'read',
      resourceTypes: ['table'],
    });
    expect(iamAction('iam:PutRolePolicy')?.level).toBe('permissions');
  });

  it('knows the actions that take no resource', () => {
    expect(iamAction('xray:PutTraceSegments')?.resourceTypes).toEqual([]);
  });

  it('gives nothing for wildcards, misspellings and names of JavaScript', () => {
    for (const action of ['s3:*', 's3:GetObjects', 'constructor:x', '__proto__:x', '', ':'])
      expect(iamAction(action)).toBeUndefined();
    expect(actionsOf('s3')?.size).toBeGreaterThan(100);
  });
});
