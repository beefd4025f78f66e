import { describe, expect, it } from '@jest/globals';
import { audience, audienceOf } from '#model/audience';
import { Cloud } from '#model/cloud';
import { type Plain, ref, stackOf, sub, UNKNOWN } from './build.js';

function statements(...list: Plain[]) {
  return new Cloud([
    stackOf({
      Queue: { Type: 'AWS::SQS::Queue' },
      Policy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: { Queues: [ref('Queue')], PolicyDocument: { Statement: list } },
      },
    }),
  ]).statements;
}

const allow = (principal: Plain, condition?: Plain): Plain => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'sqs:SendMessage',
  Resource: '*',
  ...(condition ? { Condition: condition } : {}),
});
const who = (principal: Plain, condition?: Plain) => statements(allow(principal, condition)).map(audience)[0];

describe('whom a policy lets in', () => {
  it('is everybody, accounts or services, by the principal', () => {
    expect(who('*')).toBe('public');
    expect(who({ AWS: ['123456789012', '*'] })).toBe('public');
    expect(who({ AWS: sub('arn:aws:iam::${AWS::AccountId}:root') })).toBe('account');
    expect(who({ Service: 's3.amazonaws.com' })).toBe('service');
    expect(who({ AWS: UNKNOWN })).toBe('unknown');
    expect(who('*', UNKNOWN)).toBe('unknown');
  });

  it('is narrowed by conditions that hold only for some', () => {
    for (const condition of [
      { StringEquals: { 'AWS:SourceAccount': ref('AWS::AccountId') } },
      { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads' } },
      { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:123456789012:*' } },
      { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } },
      { StringEquals: { 'aws:PrincipalOrgID': UNKNOWN } },
      { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
    ]) {
      expect(who('*', condition)).toBe('account');
    }
  });

  it('is not narrowed by conditions that strangers meet', () => {
    for (const condition of [
      { Bool: { 'aws:SecureTransport': 'true' } },
      { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
      { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '0.0.0.0/0'] } },
      { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } },
      { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } },
      { StringNotEquals: { 'aws:SourceAccount': '123456789012' } },
      { StringEqualsIfExists: { 'aws:SourceAccount': '123456789012' } },
      { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-1' } },
    ]) {
      expect(who('*', condition)).toBe('public');
    }
  });

  it('is fenced by a denial for everybody else', () => {
    const fence = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
    };
    expect(audienceOf(statements(allow('*'), fence), 'sqs:SendMessage')).toBe('account');
    expect(audienceOf(statements(allow('*')), 'sqs:SendMessage')).toBe('public');
    expect(audienceOf(statements(allow('*')), 'sqs:ReceiveMessage')).toBe('none');
  });
});
