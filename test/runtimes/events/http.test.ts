import { describe, expect, it } from '@jest/globals';
import { cloudOf, control, triggersIn } from '#test/runtimes/events/application';

const triggers = async (properties: string, more = '') => triggersIn(await cloudOf(properties, more));

describe('requests', () => {
  it('of a REST API: the caller writes parameters, headers and body, the gateway the context', async () => {
    const found = await triggers(', Events: { Get: { Type: Api, Properties: { Path: "/o/{id}", Method: get } } }');
    expect(found[0]?.kind).toBe('rest-api');
    for (const path of ['body', 'body.<json>.id', 'pathParameters.id', 'headers.referer', 'queryStringParameters.q'])
      expect([path, control(found, path)]).toEqual([path, 'sender']);
    for (const path of [
      'requestContext.authorizer.claims.sub',
      'headers.host',
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
