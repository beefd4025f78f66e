import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { invokingService, narrowingPatch } from '#model/invoking-services';
import { att, type PlainResource, ref, stackOf } from './build.js';

describe('a service that invokes functions', () => {
  it.each([
    ['s3.amazonaws.com', 'Buckets'],
    ['logs.eu-west-1.amazonaws.com', 'Log groups'],
    ['events.amazonaws.com.cn', 'Event rules'],
    ['lambda.alarms.cloudwatch.amazonaws.com', 'Alarms'],
    ['alexa-appkit.amazon.com', 'Skills'],
  ])('is known by its principal: %s', (principal, who) => {
    expect(invokingService(principal)?.who).toBe(who);
  });

  it.each([
    'elasticloadbalancing.amazonaws.com',
    'scheduler.amazonaws.com',
    '123456789012',
    '*',
    'constructor.amazonaws.com',
  ])('is not %s', (principal) => expect(invokingService(principal)).toBeUndefined());
});

describe('what narrows a permission', () => {
  const narrowed = (resources: { readonly [name: string]: PlainResource }, principal: string) => {
    const cloud = new Cloud([
      stackOf({
        Fn: { Type: 'AWS::Lambda::Function' },
        May: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: ref('Fn'), Principal: principal } },
        ...resources,
      }),
    ]);
    const [fn] = cloud.all('AWS::Lambda::Function');
    const [source] = cloud.all('AWS::Lambda::Permission')[0]?.at('SourceArn') ?? [];
    const service = invokingService(principal);
    if (!fn || !source || !service) throw new Error('the test is wrong');
    const patch = narrowingPatch(cloud, source, fn, service);
    return patch?.patches.map((one) => (one.op === 'set' ? `${one.path.join('.')}=${String(one.value)}` : one.op));
  };
  const rule = (name: string, more: Partial<PlainResource> = {}) => ({
    [name]: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Id: 'a', Arn: att('Fn') }] }, ...more },
  });

  it('is the one resource that invokes the function', () => {
    expect(narrowed(rule('Nightly'), 'events.amazonaws.com')).toEqual(['SourceArn=${Nightly.Arn}']);
  });

  it('is nothing when several do, or when the one waits for the permission', () => {
    expect(narrowed({ ...rule('Nightly'), ...rule('Hourly') }, 'events.amazonaws.com')).toBeUndefined();
    const waiting = { DependsOn: ['May'] } as Partial<PlainResource>;
    expect(narrowed(rule('Nightly', waiting), 'events.amazonaws.com')).toBeUndefined();
  });

  it('is the account for a bucket, which cannot be named before the permission exists', () => {
    const bucket: PlainResource = {
      Type: 'AWS::S3::Bucket',
      Properties: {
        NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: att('Fn') }] },
      },
    };
    expect(narrowed({ Uploads: bucket }, 's3.amazonaws.com')).toEqual(['SourceAccount=${AWS::AccountId}']);
  });

  it('is every route of an API', () => {
    const api: PlainResource = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Target: att('Fn') } };
    expect(narrowed({ Api: api }, 'apigateway.amazonaws.com')).toEqual([
      'SourceArn=arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*',
    ]);
  });
});
