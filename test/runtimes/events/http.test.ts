import { describe, expect, it } from '@jest/globals';
import { templates } from '#frameworks/cloudformation/index';
import { sam } from '#frameworks/sam/index';
import { Cloud } from '#model/cloud';
import type { Trigger } from '#model/handler';
import { shapeAt } from '#runtimes/events/shape';
import { triggersOf } from '#runtimes/events/trigger';
import { load } from '#test/frameworks/repository';

const HEAD = "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n";

/** The triggers of the function `Fn` of a SAM template with this event and these resources. */
async function triggers(event: string, more = ''): Promise<readonly Trigger[]> {
  const properties = `Runtime: nodejs22.x, Handler: app.handler, CodeUri: src/`;
  const text = `${HEAD}  Fn:\n    Type: AWS::Serverless::Function\n    Properties: { ${properties}${event} }\n${more}`;
  const cloud = new Cloud([await load(text, { framework: templates([sam]) })]);
  const fn = cloud.all('AWS::Lambda::Function').find(({ logicalId }) => logicalId === 'Fn');
  return fn ? triggersOf(cloud, fn) : [];
}

const control = ([trigger]: readonly Trigger[], path: string): string | undefined =>
  trigger && shapeAt(trigger.event, path.split('.')).control;

describe('requests', () => {
  it('of a REST API: the caller writes parameters, headers and body, the gateway the context', async () => {
    const found = await triggers(', Events: { Get: { Type: Api, Properties: { Path: "/o/{id}", Method: get } } }');
    expect(found[0]?.kind).toBe('rest-api');
    for (const path of ['body', 'body.<json>.id', 'pathParameters.id', 'headers.host', 'queryStringParameters.q'])
      expect([path, control(found, path)]).toEqual([path, 'sender']);
    for (const path of [
      'requestContext.authorizer.claims.sub',
      'requestContext.requestId',
      'requestContext.identity.sourceIp',
      'httpMethod',
      'stageVariables.table',
    ])
      expect([path, control(found, path)]).toEqual([path, 'provider']);
    expect(control(found, 'requestContext.identity.userAgent')).toBe('sender');
  });

  it('of an HTTP API and of a function URL', async () => {
    for (const event of [
      ', Events: { Get: { Type: HttpApi, Properties: { Path: /o, Method: get } } }',
      ', FunctionUrlConfig: { AuthType: NONE }',
    ]) {
      const found = await triggers(event);
      for (const path of ['rawPath', 'cookies.[]', 'requestContext.http.path', 'body'])
        expect([path, control(found, path)]).toEqual([path, 'sender']);
      for (const path of ['requestContext.authorizer.jwt.claims.sub', 'requestContext.http.method', 'routeKey'])
        expect([path, control(found, path)]).toEqual([path, 'provider']);
    }
  });
});

describe('messages', () => {
  it('of a queue: who sends writes body and attributes', async () => {
    const found = await triggers(
      ', Events: { Q: { Type: SQS, Properties: { Queue: !GetAtt Q.Arn } } }',
      '  Q: { Type: AWS::SQS::Queue }\n',
    );
    expect(found.map(({ kind, label, reach }) => [kind, label, reach])).toEqual([['queue', 'queue Q', 'service']]);
    for (const path of ['Records.[].body', 'Records.[].messageAttributes.a.stringValue'])
      expect([path, control(found, path)]).toEqual([path, 'sender']);
    for (const path of ['Records.[].messageId', 'Records.[].eventSourceARN', 'Records.[].attributes.SenderId'])
      expect([path, control(found, path)]).toEqual([path, 'provider']);
  });
});
