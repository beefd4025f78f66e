import { describe, expect, it } from '@jest/globals';
import type { Narrowed } from '#finding/narrowed';
import { byHarm, severityOfUnused } from '#finding/unused-access';

/** As far as a severity looks at it. */
function narrowed(
  unused: readonly string[],
  used: readonly string[] = [],
  wider: readonly string[] = [],
  unseen: readonly string[] = [],
): Narrowed {
  return { unused, wider, used: used.map((action) => ({ action })), unseen } as unknown as Narrowed;
}

describe('what nobody uses', () => {
  it('is low where it does another kind of harm than what is used', () => {
    expect(severityOfUnused(narrowed(['dynamodb:DeleteItem'], ['dynamodb:PutItem']), 'public')).toBe('low');
    expect(severityOfUnused(narrowed(['s3:PutObject'], ['s3:GetObject']), 'account')).toBe('low');
    expect(severityOfUnused(narrowed(['s3:GetObject'], ['dynamodb:GetItem']), 'account')).toBe('low');
    expect(severityOfUnused(narrowed([], ['sqs:SendMessage'], ['sqs:*']), 'account')).not.toBe('info');
  });

  it('is told in the summary where it is of the same kind, or harms nobody', () => {
    expect(severityOfUnused(narrowed(['dynamodb:Query'], ['dynamodb:Scan']), 'public')).toBe('info');
    expect(severityOfUnused(narrowed(['dynamodb:UpdateItem'], ['dynamodb:PutItem']), 'public')).toBe('info');
    expect(severityOfUnused(narrowed(['s3:PutObjectAcl'], ['s3:PutObject']), 'public')).toBe('info');
    expect(severityOfUnused(narrowed(['logs:DescribeLogStreams']), 'public')).toBe('info');
    expect(severityOfUnused(narrowed(['cloudwatch:PutMetricData']), 'public')).toBe('info');
    expect(severityOfUnused(narrowed(['dynamodb:DeleteItem'], ['dynamodb:BatchWriteItem']), 'public')).toBe('info');
    const polled = narrowed(['sqs:ChangeMessageVisibility'], ['sqs:ReceiveMessage'], [], ['sqs:DeleteMessage']);
    expect(severityOfUnused(polled, 'public')).toBe('info');
  });

  it('is worse where strangers come near what gives access away', () => {
    expect(severityOfUnused(narrowed(['s3:PutBucketPolicy'], ['s3:PutObject']), 'account')).toBe('low');
    expect(severityOfUnused(narrowed(['s3:PutBucketPolicy'], ['s3:PutObject']), 'public')).toBe('medium');
  });

  it('is named by how much harm it does', () => {
    expect(byHarm(['s3:ListBucket', 's3:PutObject', 's3:PutBucketPolicy', 's3:DeleteObject'])).toEqual([
      's3:PutBucketPolicy',
      's3:DeleteObject',
      's3:PutObject',
      's3:ListBucket',
    ]);
  });
});
