import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { att, type Plain, type PlainResource, ref, stackOf, sub, UNKNOWN } from './build.js';

type Resources = { readonly [id: string]: PlainResource };

function load(resources: Resources) {
  const cloud = new Cloud([stackOf(resources)]);
  const fn = cloud.all('AWS::Lambda::Function')[0];
  if (!fn) throw new Error('The test needs a function.');
  return { cloud, fn };
}

const Fn: PlainResource = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: sub('${Stage}-orders') } };

describe('log groups', () => {
  const group = (name: Plain): PlainResource => ({ Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: name } });
  const found = (resources: Resources) => {
    const { cloud, fn } = load(resources);
    return cloud.logGroupOf(fn)?.logicalId;
  };

  it('are found by reference to the function, by its name, or where the function names them', () => {
    expect(found({ Fn, Group: group(sub('/aws/lambda/${Fn}')) })).toBe('Group');
    expect(found({ Fn, Group: group(sub('/aws/lambda/${Stage}-orders')) })).toBe('Group');
    expect(found({ Fn, Group: group('/aws/lambda/other') })).toBeUndefined();
    const named: PlainResource = {
      Type: 'AWS::Lambda::Function',
      Properties: { LoggingConfig: { LogGroup: ref('Group') } },
    };
    expect(found({ Fn: named, Group: group('app'), Default: group(sub('/aws/lambda/${Fn}')) })).toBe('Group');
  });
});

describe('references', () => {
  it('know the resource and the property that refers, also within a text', () => {
    const { cloud, fn } = load({
      Fn,
      Alarm: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: { Dimensions: [{ Name: 'FunctionName', Value: ref('Fn') }] },
      },
      Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Id: 'a', Arn: sub('${Fn.Arn}:live') }] } },
    });
    expect(cloud.referrers(fn).map(({ from, property }) => `${from.logicalId} ${property.path.join('.')}`)).toEqual([
      'Alarm Dimensions.0.Value',
      'Rule Targets.0.Arn',
    ]);
    expect(cloud.alarmsOn(fn).map((alarm) => alarm.logicalId)).toEqual(['Alarm']);
  });
});

describe('what configures a function from outside', () => {
  it('is found by any name of the function', () => {
    const { cloud, fn } = load({
      Fn,
      Queue: { Type: 'AWS::SQS::Queue' },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { FunctionName: att('Fn'), EventSourceArn: att('Queue') },
      },
      Config: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: { FunctionName: sub('${Stage}-orders'), Qualifier: 'x' },
      },
      Topic: { Type: 'AWS::SNS::Topic', Properties: { Subscription: [{ Protocol: 'lambda', Endpoint: att('Fn') }] } },
    });
    expect(cloud.eventSources(fn).map(({ mapping, source }) => [mapping.logicalId, source?.logicalId])).toEqual([
      ['Mapping', 'Queue'],
    ]);
    expect(cloud.invokeConfigs(fn).map((config) => config.logicalId)).toEqual(['Config']);
    expect(cloud.asynchronousInvokers(fn).map((entry) => entry.label)).toEqual(['topic Topic']);
  });
});

describe('the public access block', () => {
  it('holds by default, and says what a partial one lets through', () => {
    const block = (settings?: Plain) => {
      const properties = settings ? { PublicAccessBlockConfiguration: settings } : {};
      const cloud = new Cloud([stackOf({ B: { Type: 'AWS::S3::Bucket', Properties: properties } })]);
      const [bucket] = cloud.all('AWS::S3::Bucket');
      return bucket && cloud.publicAccessBlock(bucket);
    };
    expect(block()).toEqual({ acls: 'yes', policies: 'yes' });
    expect(block({ IgnorePublicAcls: true })).toEqual({ acls: 'yes', policies: 'no' });
    expect(block({ RestrictPublicBuckets: UNKNOWN })).toEqual({ acls: 'no', policies: 'unknown' });
  });
});

describe('writers', () => {
  const writers = (resource: Plain, action: Plain = 's3:PutObject') => {
    const { cloud } = load({
      Fn: { Type: 'AWS::Lambda::Function', Properties: { Role: att('Role') } },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] } }],
        },
      },
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: sub('${Stage}-uploads') } },
      Other: { Type: 'AWS::S3::Bucket' },
    });
    const bucket = cloud.get('template.yaml#Bucket');
    return bucket ? cloud.writersTo(bucket).map((one) => `${one.function.logicalId} ${one.certainty}`) : [];
  };

  it('are the functions whose statements mean the resource', () => {
    expect(writers(sub('${Bucket.Arn}/*'))).toEqual(['Fn yes']);
    expect(writers(sub('arn:aws:s3:::${Stage}-uploads/*'))).toEqual(['Fn yes']);
    expect(writers('*')).toEqual(['Fn yes']);
    expect(writers(sub('arn:${AWS::Partition}:s3:::*'), 's3:*')).toEqual(['Fn yes']);
    expect(writers('arn:aws:s3:::prod-*')).toEqual(['Fn unknown']);
    expect(writers(sub('${Other.Arn}/*'))).toEqual([]);
    expect(writers('arn:aws:sqs:*:*:*')).toEqual([]);
    expect(writers('*', 's3:GetObject')).toEqual([]);
  });
});
