import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType } from '@aws-cdk/service-spec-types';
import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { allDefaults } from '#model/defaults';
import { type PlainResource, stackOf, UNKNOWN, when } from './build.js';

const db = loadAwsServiceSpecSync();

function typeAt(type: string, path: string): PropertyType | undefined {
  const [resource] = db.lookup('resource', 'cloudFormationType', 'equals', type);
  let members: Readonly<Record<string, Property>> | undefined = resource?.properties;
  let found: PropertyType | undefined;
  for (const key of path.replaceAll('?', '').split('.')) {
    if (key === '*') {
      found = found?.type === 'array' ? found.element : undefined;
    } else {
      found = members?.[key]?.type;
    }
    const inner: PropertyType | undefined =
      found?.type === 'union' ? found.types.find((one) => one.type === 'ref') : found;
    members = inner?.type === 'ref' ? db.get('typeDefinition', inner.reference).properties : undefined;
  }
  return found;
}

describe('the table of defaults', () => {
  it('names only properties of the schema, with a value of their type and a source', () => {
    const wrong = allDefaults().filter(({ type, path, default: { value, source } }) => {
      const found = typeAt(type, path);
      const kinds = found?.type === 'union' ? found.types.map((one) => one.type) : [found?.type ?? 'missing'];
      const wanted = typeof value === 'number' ? ['number', 'integer'] : [typeof value];
      const allowed = found?.type === 'string' ? found.allowedValues : undefined;
      if (allowed && !allowed.includes(String(value))) return true;
      return (
        !kinds.some((kind) => wanted.includes(kind)) ||
        !/^https:\/\/docs\.aws\.amazon\.com\/.+\.html(#.+)?$/.test(source)
      );
    });
    expect(wrong.map(({ type, path }) => `${type} ${path}`)).toEqual([]);
    expect(allDefaults().length).toBeGreaterThan(100);
  });
});

describe('a property that is not written', () => {
  const bucket = (properties: PlainResource['Properties'] = {}) => {
    const [found] = new Cloud([stackOf({ B: { Type: 'AWS::S3::Bucket', Properties: properties } })]).all(
      'AWS::S3::Bucket',
    );
    return found?.at('PublicAccessBlockConfiguration', 'BlockPublicAcls') ?? [];
  };

  it('has the default of the whole block where the block is missing, another where it is written in part', () => {
    expect(bucket().map((one) => [one.kind, one.isTrue])).toEqual([['default', true]]);
    expect(bucket({ PublicAccessBlockConfiguration: { BlockPublicPolicy: true } }).map((one) => one.isFalse)).toEqual([
      true,
    ]);
    expect(bucket({ PublicAccessBlockConfiguration: UNKNOWN }).map((one) => one.isUnknown)).toEqual([true]);
    expect(
      bucket({ PublicAccessBlockConfiguration: when('Closed', { BlockPublicAcls: true }) }).map((one) => [
        one.kind,
        one.isTrue,
      ]),
    ).toEqual([
      ['set', true],
      ['default', true],
    ]);
  });

  it('keeps the path to the closest thing that is written as its place', () => {
    const [pool] = new Cloud([stackOf({ P: { Type: 'AWS::Cognito::UserPool', Properties: { Policies: {} } } })]).all(
      'AWS::Cognito::UserPool',
    );
    const [length] = pool?.at('Policies', 'PasswordPolicy', 'MinimumLength') ?? [];
    expect(length?.number).toBe(8);
    expect(length?.location.file.slice(length.location.span)).toBe('"Policies"');
  });
});
