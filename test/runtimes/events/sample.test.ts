import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { templates } from '#frameworks/cloudformation/index';
import { sam } from '#frameworks/sam/index';
import { serverless } from '#frameworks/serverless/index';
import { terraform } from '#frameworks/terraform/index';
import { Cloud } from '#model/cloud';
import type { Trigger } from '#model/handler';
import { ASSUMED } from '#runtimes/events/assumed';
import { quoted, reproduction } from '#runtimes/events/reproduction';
import { sampleEvent } from '#runtimes/events/sample';
import { triggersOf } from '#runtimes/events/trigger';
import { load } from '#test/frameworks/repository';

const HEAD = "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n";

/** The function of a SAM template with this event, and its first trigger. */
async function of(event: string, more = '') {
  const properties = `Runtime: nodejs22.x, Handler: app.handler, CodeUri: src/`;
  const text = `${HEAD}  Fn:\n    Type: AWS::Serverless::Function\n    Properties: { ${properties}${event} }\n${more}`;
  const cloud = new Cloud([await load(text, { framework: templates([sam]) })]);
  const [fn] = cloud.all('AWS::Lambda::Function');
  const [trigger] = fn ? triggersOf(cloud, fn) : [];
  if (!fn || !trigger) throw new Error('the template declares no trigger');
  return { fn, trigger };
}

const path = (text: string) => text.split('.');
const REST = ', Events: { E: { Type: Api, Properties: { Path: "/orders/{id}", Method: get } } }';
const HTTP = ', Events: { E: { Type: HttpApi, Properties: { Path: "/orders/{id}", Method: post } } }';
const QUEUE = ', Events: { E: { Type: SQS, Properties: { Queue: !GetAtt Q.Arn } } }';
const QUEUE_TOO = '  Q: { Type: AWS::SQS::Queue }\n';

describe('sample events', () => {
  it('hold the payload at the path, and are whole', async () => {
    const { trigger } = await of(REST);
    const event = sampleEvent(trigger, path('pathParameters.id'), "1' OR '1'='1");
    expect(event).toMatchObject({
      httpMethod: 'GET',
      resource: '/orders/{id}',
      path: "/orders/1'%20OR%20'1'%3D'1",
      pathParameters: { id: "1' OR '1'='1" },
      requestContext: { stage: 'prod', identity: { sourceIp: '203.0.113.1' } },
    });
  });

  it('hold JSON in the body as text', async () => {
    const { trigger } = await of(HTTP);
    const event = sampleEvent(trigger, path('body.<json>.user.[].name'), 'x');
    expect(event).toMatchObject({ body: '{"user":[{"name":"x"}]}', headers: { 'content-type': 'application/json' } });
  });

  it('hold an object where JSON is read, a key where a key is chosen, and what is decoded encoded', async () => {
    const { trigger } = await of(HTTP);
    const rest = await of(REST);
    expect(sampleEvent(trigger, path('body.<json>.email'), '{"$ne": null}')).toMatchObject({
      body: '{"email":{"$ne":null}}',
    });
    expect(sampleEvent(trigger, path('body.<json>.[key]'), '__proto__')).toMatchObject({
      body: '{"__proto__":{"shown":true}}',
    });
    expect(sampleEvent(trigger, path('body.<decoded>.name'), 'a b')).toMatchObject({ body: 'name=a%20b' });
    expect(sampleEvent(rest.trigger, path('pathParameters.id.<decoded>'), '../x')).toMatchObject({
      path: '/orders/..%252Fx',
      pathParameters: { id: '..%2Fx' },
    });
    expect(sampleEvent(rest.trigger, path('queryStringParameters.q'), '{"$ne": null}')).toMatchObject({
      queryStringParameters: { q: '{"$ne": null}' },
    });
  });

  it('of a query agree with themselves', async () => {
    const { trigger } = await of(HTTP);
    expect(sampleEvent(trigger, path('queryStringParameters.q'), 'a&b c')).toMatchObject({
      queryStringParameters: { q: 'a&b c' },
      rawQueryString: 'q=a%26b%20c',
    });
  });

  it('of queues, streams and buckets have records', async () => {
    const queue = await of(QUEUE, QUEUE_TOO);
    expect(sampleEvent(queue.trigger, path('Records.[].body.<json>.id'), 'x')).toMatchObject({
      Records: [{ body: '{"id":"x"}', eventSource: 'aws:sqs' }],
    });
    const stream = await of(
      ', Events: { E: { Type: Kinesis, Properties: { Stream: !GetAtt S.Arn, StartingPosition: LATEST } } }',
      '  S: { Type: AWS::Kinesis::Stream }\n',
    );
    const event = sampleEvent(stream.trigger, path('Records.[].kinesis.data.<base64>.<json>.id'), 'x');
    const [record] = (event as { Records: { kinesis: { data: string } }[] }).Records;
    expect(Buffer.from(record?.kinesis.data ?? '', 'base64').toString()).toBe('{"id":"x"}');
    const bucket = await of(
      ', Events: { E: { Type: S3, Properties: { Bucket: !Ref B, Events: s3:ObjectCreated:* } } }',
      '  B: { Type: AWS::S3::Bucket }\n',
    );
    expect(sampleEvent(bucket.trigger, path('Records.[].s3.object.key'), '../x')).toMatchObject({
      Records: [{ eventSource: 'aws:s3', s3: { bucket: { name: 'b' }, object: { key: '../x', size: 1024 } } }],
    });
  });

  it('of an unknown sender are what the field belongs to', () => {
    expect(sampleEvent(ASSUMED, path('Records.[].Sns.Message'), 'x')).toMatchObject({
      Records: [{ EventSource: 'aws:sns', Sns: { Message: 'x' } }],
    });
    expect(sampleEvent(ASSUMED, path('body'), 'x')).toMatchObject({ httpMethod: 'POST', body: 'x' });
    expect(sampleEvent(ASSUMED, path('order.id'), 'x')).toEqual({ order: { id: 'x' } });
  });

  it('keep any field name and any payload as data', () => {
    const step = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('__proto__', 'constructor', '[]', '<json>', '0'),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.string(), (steps, payload) => {
        const event = sampleEvent(ASSUMED, steps, payload);
        expect(JSON.parse(JSON.stringify(event))).toEqual(event);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe('what reproduces a finding', () => {
  it('is the request where the trigger is one', async () => {
    const { fn, trigger } = await of(HTTP);
    const event = sampleEvent(trigger, path('body.<json>.name'), "'; DROP TABLE x; --");
    expect(reproduction([fn], trigger, event).command).toBe(
      `curl --path-as-is -X POST -H 'content-type: application/json' --data-raw '{"name":"'\\''; DROP TABLE x; --"}' "$API_URL"/orders/id`,
    );
  });

  it('carries a token where one is asked for', async () => {
    const { fn, trigger } = await of(', FunctionUrlConfig: { AuthType: AWS_IAM }');
    const { command } = reproduction([fn], trigger, sampleEvent(trigger, path('queryStringParameters.q'), 'x'));
    expect(command).toBe(`curl --path-as-is -X POST -H "Authorization: $TOKEN" "$FUNCTION_URL"'/?q=x'`);
  });

  it('is an invocation by the tool of the framework elsewhere', async () => {
    const { fn, trigger } = await of(QUEUE, QUEUE_TOO);
    const event = sampleEvent(trigger, path('Records.[].body'), 'x');
    expect(reproduction([fn], trigger, event).command).toBe('sam local invoke Fn -e event.json');
    const commands: string[] = [];
    for (const [framework, file, text] of [
      [
        serverless,
        'a/serverless.yml',
        'service: a\nprovider:\n  name: aws\n  runtime: nodejs22.x\nfunctions:\n  get:\n    handler: a.b\n',
      ],
      [
        terraform,
        'main.tf',
        'resource "aws_lambda_function" "get" {\n  function_name = "get"\n  runtime = "nodejs22.x"\n  handler = "a.b"\n}\n',
      ],
    ] as const) {
      const cloud = new Cloud([await load(text, { framework, path: file, files: { [file]: text } })]);
      commands.push(reproduction(cloud.all('AWS::Lambda::Function'), trigger, event).command);
    }
    expect(commands).toEqual([
      'serverless invoke local -f get -p event.json',
      'sam local invoke --hook-name terraform aws_lambda_function.get -e event.json',
    ]);
    expect(reproduction([], ASSUMED, {}).command).toMatch(/^aws lambda invoke --function-name "\$FUNCTION"/);
  });

  it('is the same words to a shell, whatever the payload', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const said = execFileSync('/bin/sh', ['-c', `printf %s ${quoted(text)}`], { encoding: 'utf8' });
        expect(said).toBe(text.replaceAll('\u0000', ''));
      }),
      { numRuns: 60 },
    );
  });

  it('a request to a server of another cloud is its own parts', () => {
    const trigger: Trigger = { ...ASSUMED, kind: 'google-http' };
    const of = (text: string) => reproduction([], trigger, sampleEvent(trigger, path(text), 'a b')).command;
    expect(of('query.q')).toBe(`curl --path-as-is -X POST "$FUNCTION_URL"'/?q=a%20b'`);
    expect(of('body.name')).toBe(
      `curl --path-as-is -X POST -H 'content-type: application/json' --data-raw '{"name":"a b"}' "$FUNCTION_URL"/`,
    );
    expect(of('headers.x-name')).toBe(`curl --path-as-is -X POST -H 'x-name: a b' "$FUNCTION_URL"/`);
  });
});
