import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { isTransient } from '#model/transient';
import { type PlainResource, stackOf } from './build.js';

const table = (key: string, more: PlainResource['Properties'] = {}): PlainResource => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [
      { AttributeName: key, KeyType: 'HASH' },
      { AttributeName: 'lockedAt', KeyType: 'RANGE' },
    ],
    ...more,
  },
});

describe('a table whose items pass', () => {
  it.each<[string, boolean, PlainResource]>([
    ['Orders', false, table('id')],
    ['Clients', true, table('connectionId')],
    ['SessionTable', true, table('id')],
    ['Orders', true, table('id', { TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } })],
    ['Orders', false, table('id', { TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: false } })],
  ])('%s: %s', (name, expected, resource) => {
    const [subject] = new Cloud([stackOf({ [name]: resource })]).all('AWS::DynamoDB::Table');
    if (!subject) throw new Error('there is no table');
    expect(isTransient(subject)).toBe(expected);
  });
});
