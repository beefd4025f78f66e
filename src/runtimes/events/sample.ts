import type { Entry } from '#model/exposure';
import type { EventField, Trigger } from '#model/handler';
import { BASE64, JSON_TEXT } from '#runtimes/events/shape';

/** Plain data, as an event is. */
export type EventData = string | number | boolean | null | readonly EventData[] | { readonly [key: string]: EventData };
type Fields = { readonly [key: string]: EventData };

/** A moment that every sample has, so that the same finding shows the same event. */
const MOMENT = { iso: '2026-01-01T00:00:00.000Z', milliseconds: 1_767_225_600_000 };
const ACCOUNT = '123456789012';
const REGION = 'us-east-1';

/**
 * A realistic event of a trigger, as small as it can be and still be whole, with a text put at the place that a flow starts at. Steps
 * `<json>` and `<base64>` of the path lead into the text before them.
 */
export function sampleEvent(trigger: Trigger, path: EventField['path'], payload: string): EventData {
  if (trigger.kind === 'azure-http' || trigger.kind === 'google-http') return webRequest(path, payload);
  const event = put(baseOf(trigger, path), path, dataOf(path, payload), 0);
  return isFields(event) ? agreeing(event, routed(trigger), path) : event;
}

/** An object that a payload writes is one inside of JSON; elsewhere it is a text. */
function dataOf(path: readonly string[], payload: string): EventData {
  const wrapper = path.findLast((step) => step === JSON_TEXT || step === BASE64 || step === DECODED);
  const data = wrapper === JSON_TEXT && payload.startsWith('{') ? parsed(payload) : undefined;
  return isFields(data) ? data : payload;
}

/** Of a request that a framework hands over: which part of it an attribute or method of the request's object is. */
const QUERY: ReadonlySet<string> = new Set(['queryStringParameters', 'query']);
const HEADERS: ReadonlySet<string> = new Set(['headers', 'header', 'cookies', 'cookie']);

/** A request by its own parts, for servers that get no event. */
function webRequest(path: readonly string[], payload: string): Fields {
  const [first = '', ...rest] = path;
  const request = { httpMethod: 'POST', path: '/', queryStringParameters: {}, headers: {}, body: '' };
  const keys = rest.filter((step) => step !== JSON_TEXT && step !== '[]');
  if (QUERY.has(first)) return { ...request, queryStringParameters: { [keys[0] ?? 'q']: payload } };
  if (HEADERS.has(first)) return { ...request, headers: { [keys[0] ?? 'x-example']: payload } };
  if (first === 'pathParameters' || first === 'rawPath' || first === 'path' || first === 'url')
    return { ...request, path: `/${payload.replace(/^\//, '')}` };
  if (keys.length === 0 && rest.length === 0) return { ...request, body: payload };
  const body = JSON.stringify(
    put(
      undefined,
      rest.filter((step) => step !== JSON_TEXT),
      dataOf(path, payload),
      0,
    ),
  );
  return { ...request, headers: { 'content-type': 'application/json' }, body };
}

/** A path with more steps than this is cut off. */
const MAX_STEPS = 60;

/** A step to whatever key there is. */
const CHOSEN_KEY = '[key]';
/** Text that the code reads escapes out of: of a form, of a URL. */
const DECODED = '<decoded>';

function put(value: EventData | undefined, path: readonly string[], payload: EventData, at: number): EventData {
  const step = path[at];
  if (step === undefined || at > MAX_STEPS) return payload;
  if (step === JSON_TEXT) return JSON.stringify(put(parsed(value), path, payload, at + 1));
  if (step === DECODED) {
    const inner = put(undefined, path, payload, at + 1);
    return isFields(inner) ? queryOf(inner) : part(typeof inner === 'string' ? inner : JSON.stringify(inner));
  }
  if (step === BASE64) {
    const inner = put(typeof value === 'string' ? decoded(value) : undefined, path, payload, at + 1);
    return encoded(typeof inner === 'string' ? inner : JSON.stringify(inner));
  }
  if (step === '[]' || /^\d{1,4}$/.test(step)) {
    const items = Array.isArray(value) ? value : [];
    return [put(items[0], path, payload, at + 1), ...items.slice(1)];
  }
  const fields = isFields(value) ? value : {};
  // The key itself is what somebody chooses; what stands under it shows where it went.
  if (step === CHOSEN_KEY) {
    const below = path[at + 1] === undefined ? { shown: true } : put(undefined, path, 'shown', at + 1);
    return typeof payload === 'string' ? Object.fromEntries([...Object.entries(fields), [payload, below]]) : fields;
  }
  const known = Object.hasOwn(fields, step) ? fields[step] : undefined;
  // As a property of its own, whatever its name: `__proto__` is one in JSON.
  return Object.fromEntries([
    ...Object.entries(fields).filter(([key]) => key !== step),
    [step, put(known, path, payload, at + 1)],
  ]);
}

function parsed(value: EventData | undefined): EventData | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value) as EventData;
  } catch {
    return undefined;
  }
}

function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

export function isFields(value: EventData | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What has a route: the entry that a template declares, or what the code declares itself. */
type Routed = Pick<Entry, 'route'>;

function routed({ entry, route }: Trigger): Routed | undefined {
  return entry ?? (route && { route });
}

/** What a trigger's event is before anything is put into it. */
function baseOf(trigger: Trigger, path: readonly string[]): EventData {
  const { entry } = trigger;
  if (entry?.label.startsWith('authorizer ')) return authorizer(entry);
  const streams = entry?.source?.type ?? '';
  const kind = trigger.kind === 'direct' || trigger.kind === 'permission' ? likeliest(path) : trigger.kind;
  const has = (field: string): boolean => Object.hasOwn(trigger.event.fields ?? {}, field);
  switch (kind) {
    case 'rest-api':
      // What a mapping template makes of the request has nothing else in it.
      return has('requestContext') ? restRequest(routed(trigger)) : {};
    case 'http-api':
    case 'function-url':
      return has('rawPath') ? httpRequest(routed(trigger)) : restRequest(routed(trigger));
    case 'alb':
      return {
        requestContext: {
          elb: { targetGroupArn: arn('elasticloadbalancing', 'targetgroup/tg/6d0ecf831eec9f09') },
        },
        httpMethod: path[0] === 'body' ? 'POST' : 'GET',
        path: '/',
        queryStringParameters: {},
        headers: { host: 'example.com', 'user-agent': 'curl/8.5.0' },
        body: '',
        isBase64Encoded: false,
      };
    case 'websocket':
      return {
        requestContext: {
          routeKey: entry?.route?.path ?? '$default',
          eventType: 'MESSAGE',
          connectionId: 'L0SM9cOFvHcCIhw=',
          requestId: ID,
          domainName: `a1b2c3.execute-api.${REGION}.amazonaws.com`,
          stage: 'prod',
        },
        body: '{}',
        isBase64Encoded: false,
      };
    case 'queue':
      return streams === 'AWS::AmazonMQ::Broker' ? brokerMessage() : records(queueMessage(entry));
    case 'topic':
      return records({
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: arn('sns', `${nameOf(entry)}:${ID}`),
        Sns: {
          Type: 'Notification',
          MessageId: ID,
          TopicArn: arn('sns', nameOf(entry)),
          Subject: null,
          Message: '{}',
          Timestamp: MOMENT.iso,
          MessageAttributes: {},
        },
      });
    case 'bucket':
      return records({
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: REGION,
        eventTime: MOMENT.iso,
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'AWS:AIDAEXAMPLE' },
        requestParameters: { sourceIPAddress: '203.0.113.1' },
        s3: {
          s3SchemaVersion: '1.0',
          bucket: { name: nameOf(entry).toLowerCase(), arn: `arn:aws:s3:::${nameOf(entry).toLowerCase()}` },
          object: {
            key: 'upload.txt',
            size: 1024,
            eTag: 'd41d8cd98f00b204e9800998ecf8427e',
            sequencer: '0A1B2C3D4E5F',
          },
        },
      });
    case 'stream':
      return streamBatch(entry);
    case 'schedule':
      return busEvent('aws.events', 'Scheduled Event', {});
    case 'event-bus':
      return busEvent('com.example.app', 'example', {});
    case 'graphql':
      return {
        arguments: {},
        identity: null,
        source: null,
        request: { headers: {}, domainName: null },
        prev: null,
        info: { fieldName: 'field', parentTypeName: 'Query', variables: {}, selectionSetList: [] },
        stash: {},
      };
    case 'user-pool':
      return {
        version: '1',
        triggerSource: 'PreSignUp_SignUp',
        region: REGION,
        userPoolId: `${REGION}_example`,
        userName: 'someone',
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'example' },
        request: { userAttributes: { email: 'someone@example.com' }, validationData: {}, clientMetadata: {} },
        response: {},
      };
    case 'logs':
      return { awslogs: { data: '' } };
    default:
      return {};
  }
}

/** The event that a field belongs to, of a function of which no template shows who sends it. */
function likeliest(path: readonly string[]): Trigger['kind'] | undefined {
  const [first = '', , third = ''] = path;
  if (/^(rawPath|rawQueryString|cookies)$/.test(first)) return 'function-url';
  if (/^(body|path|headers|multiValue\w+|queryStringParameters|pathParameters)$/.test(first)) return 'rest-api';
  if (first !== 'Records') return undefined;
  if (third === 's3') return 'bucket';
  if (third === 'Sns') return 'topic';
  return third === 'dynamodb' || third === 'kinesis' ? 'stream' : 'queue';
}

const ID = '11111111-2222-3333-4444-555555555555';

function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

function nameOf(entry: Entry | undefined): string {
  return (entry?.source?.logicalId ?? 'example').replace(/[^\w-]/g, '-');
}

function records(...items: readonly EventData[]): Fields {
  return { Records: items };
}

function busEvent(source: string, type: string, detail: Fields): Fields {
  return {
    version: '0',
    id: ID,
    'detail-type': type,
    source,
    account: ACCOUNT,
    time: MOMENT.iso,
    region: REGION,
    resources: [],
    detail,
  };
}

function methodOf(entry: Routed | undefined, fallback: string): string {
  const method = entry?.route?.method;
  return method === undefined || method === 'ANY' ? fallback : method;
}

/** The path of a route with a word for each of its parameters. */
function pathOf(entry: Routed | undefined): string {
  const path = entry?.route?.path;
  return path?.startsWith('/') ? path.replace(/\{(\w{1,60})\+?\}/g, '$1') : '/';
}

function restRequest(entry: Routed | undefined): Fields {
  const method = methodOf(entry, 'POST');
  return {
    resource: entry?.route?.path ?? '/{proxy+}',
    path: pathOf(entry),
    httpMethod: method,
    headers: { Host: `a1b2c3.execute-api.${REGION}.amazonaws.com`, 'User-Agent': 'curl/8.5.0' },
    multiValueHeaders: {},
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'a1b2c3',
      httpMethod: method,
      path: `/prod${pathOf(entry)}`,
      resourcePath: entry?.route?.path ?? '/{proxy+}',
      stage: 'prod',
      requestId: ID,
      identity: { sourceIp: '203.0.113.1', userAgent: 'curl/8.5.0' },
    },
    body: null,
    isBase64Encoded: false,
  };
}

function httpRequest(entry: Routed | undefined): Fields {
  const method = methodOf(entry, 'POST');
  const path = pathOf(entry);
  const key = entry?.route?.path.startsWith('/') ? `${entry.route.method} ${entry.route.path}` : '$default';
  return {
    version: '2.0',
    routeKey: key,
    rawPath: path,
    rawQueryString: '',
    headers: { host: `a1b2c3.execute-api.${REGION}.amazonaws.com`, 'user-agent': 'curl/8.5.0' },
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'a1b2c3',
      domainName: `a1b2c3.execute-api.${REGION}.amazonaws.com`,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.1', userAgent: 'curl/8.5.0' },
      requestId: ID,
      routeKey: key,
      stage: '$default',
      time: '01/Jan/2026:00:00:00 +0000',
      timeEpoch: MOMENT.milliseconds,
    },
    isBase64Encoded: false,
  };
}

function authorizer(entry: Entry): Fields {
  if (entry.kind === 'graphql')
    return { authorizationToken: 'token', requestContext: { apiId: 'a1b2c3', variables: {} } };
  return {
    type: 'TOKEN',
    methodArn: arn('execute-api', 'a1b2c3/prod/GET/'),
    authorizationToken: 'Bearer token',
  };
}

function queueMessage(entry: Entry | undefined): Fields {
  return {
    messageId: ID,
    receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
    body: '{}',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: String(MOMENT.milliseconds),
      SenderId: 'AIDAEXAMPLE',
      ApproximateFirstReceiveTimestamp: String(MOMENT.milliseconds),
    },
    messageAttributes: {},
    md5OfBody: '99914b932bd37a50b983c5e7c90ae93b',
    eventSource: 'aws:sqs',
    eventSourceARN: arn('sqs', nameOf(entry)),
    awsRegion: REGION,
  };
}

function brokerMessage(): Fields {
  return {
    eventSource: 'aws:mq',
    eventSourceArn: arn('mq', `broker:example:b-${ID}`),
    messages: [{ messageID: 'ID:example', messageType: 'jms/text-message', data: encoded('{}') }],
  };
}

function streamBatch(entry: Entry | undefined): Fields {
  const about = (service: string): Fields => ({
    eventID: '1',
    eventVersion: '1.0',
    eventSource: `aws:${service}`,
    eventSourceARN: arn(service, `${service === 'dynamodb' ? 'table' : 'stream'}/${nameOf(entry)}`),
    awsRegion: REGION,
  });
  const type = entry?.source?.type ?? String(entry?.by.read(['EventSourceArn'])[0]?.text ?? '');
  if (type.includes('MSK') || type.includes(':kafka:'))
    return {
      eventSource: 'aws:kafka',
      records: {
        'topic-0': [{ topic: 'topic', partition: 0, offset: 1, timestamp: MOMENT.milliseconds, value: encoded('{}') }],
      },
    };
  if (type.includes('KinesisFirehose'))
    return {
      invocationId: ID,
      deliveryStreamArn: arn('firehose', `deliverystream/${nameOf(entry)}`),
      region: REGION,
      records: [{ recordId: '1', approximateArrivalTimestamp: MOMENT.milliseconds, data: encoded('{}') }],
    };
  if (type.includes('Kinesis') || type.includes(':kinesis:'))
    return records({
      ...about('kinesis'),
      eventName: 'aws:kinesis:record',
      kinesis: {
        kinesisSchemaVersion: '1.0',
        partitionKey: '1',
        sequenceNumber: '49590338271490256608559692538361571095921575989136588898',
        data: encoded('{}'),
        approximateArrivalTimestamp: MOMENT.milliseconds / 1000,
      },
    });
  return records({
    ...about('dynamodb'),
    eventName: 'INSERT',
    dynamodb: {
      Keys: { id: { S: '1' } },
      NewImage: { id: { S: '1' } },
      SequenceNumber: '111',
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  });
}

/** What other parts of a request say of the same: its path of its parameters, its query of what was put into it. */
function agreeing(event: Fields, entry: Routed | undefined, path: readonly string[]): Fields {
  const text = (of: EventData | undefined): string => (typeof of === 'string' ? of : '');
  let agreed = event;
  const parameters = event.pathParameters;
  const route = entry?.route?.path;
  if (isFields(parameters) && route?.startsWith('/')) {
    const filled = route.replace(/\{(\w{1,60})\+?\}/g, (_all, name: string) =>
      Object.hasOwn(parameters, name) ? text(parameters[name]).split('/').map(part).join('/') : name,
    );
    agreed = { ...agreed, ...('rawPath' in event ? { rawPath: filled } : { path: filled }) };
  }
  const query = event.queryStringParameters;
  if (isFields(query) && 'rawQueryString' in event) agreed = { ...agreed, rawQueryString: queryOf(query) };
  if (isFields(query) && 'multiValueQueryStringParameters' in event) {
    const lists = Object.entries(query).map(([key, value]): [string, EventData] => [key, [value]]);
    agreed = { ...agreed, multiValueQueryStringParameters: Object.fromEntries(lists) };
  }
  if (path[0] === 'body' && path[1] === JSON_TEXT && isFields(event.headers)) {
    agreed = { ...agreed, headers: { ...event.headers, 'content-type': 'application/json' } };
  }
  return agreed;
}

/** A query as it stands in a URL. */
export function queryOf(query: Fields): string {
  return Object.entries(query)
    .map(([key, value]) => `${part(key)}=${part(typeof value === 'string' ? value : '')}`)
    .join('&');
}

function part(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** Half of a pair of UTF-16 units cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
