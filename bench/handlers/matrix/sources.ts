import type { Family } from './part.js';
import type { TriggerId } from './triggers.js';

/** Where a value comes from. */
export interface Source {
  readonly id: string;
  readonly trigger: TriggerId;
  /** The expression in each language; `record` is one of the event's records. */
  readonly expression: Readonly<Record<Family, string>>;
  /** Vouched for by the provider, or the function's own: nobody outside decides it. */
  readonly trusted?: true;
  /** May be an object, not only text. */
  readonly structured?: true;
  /** Cannot hold a line break. */
  readonly oneLine?: true;
}

const source = (
  id: string,
  trigger: TriggerId,
  ecmascript: string,
  python: string,
  more: Pick<Source, 'trusted' | 'structured' | 'oneLine'> = {},
): Source => ({ id, trigger, expression: { ecmascript, python }, ...more });

/** What each event holds, as the providers document it. */
export const SOURCES: readonly Source[] = [
  source('v1 path', 'rest', 'event.pathParameters.item', 'event["pathParameters"]["item"]'),
  source(
    'v1 query',
    'rest',
    "event.queryStringParameters?.item ?? ''",
    '(event.get("queryStringParameters") or {}).get("item", "")',
  ),
  source(
    'v1 multi-value query',
    'rest',
    'event.multiValueQueryStringParameters.item[0]',
    'event["multiValueQueryStringParameters"]["item"][0]',
  ),
  source('v1 header', 'rest', "event.headers['x-item']", 'event["headers"]["x-item"]', { oneLine: true }),
  source('v1 body', 'rest', 'JSON.parse(event.body).item', 'json.loads(event["body"])["item"]', { structured: true }),
  source('v2 path', 'http', 'event.pathParameters.item', 'event["pathParameters"]["item"]'),
  source('v2 query', 'http', 'event.queryStringParameters.item', 'event["queryStringParameters"]["item"]'),
  source(
    'v2 raw query',
    'http',
    "new URLSearchParams(event.rawQueryString).get('item')",
    'parse_qs(event["rawQueryString"])["item"][0]',
  ),
  source('v2 cookie', 'http', "event.cookies[0].split('=')[1]", 'event["cookies"][0].split("=")[1]', { oneLine: true }),
  source('v2 body', 'http', 'JSON.parse(event.body).item', 'json.loads(event["body"]).get("item")', {
    structured: true,
  }),
  source('url query', 'url', 'event.queryStringParameters.item', 'event["queryStringParameters"]["item"]'),
  source(
    'url base64 body',
    'url',
    "Buffer.from(event.body, 'base64').toString('utf8')",
    'base64.b64decode(event["body"]).decode()',
  ),
  source('alb query', 'alb', 'event.queryStringParameters.item', 'event["queryStringParameters"]["item"]'),
  source('alb body', 'alb', 'JSON.parse(event.body).item', 'json.loads(event["body"])["item"]', { structured: true }),
  source('websocket message', 'websocket', 'JSON.parse(event.body).item', 'json.loads(event["body"])["item"]', {
    structured: true,
  }),
  source('appsync argument', 'appsync', 'event.arguments.item', 'event["arguments"]["item"]'),
  source('queue message', 'sqs', 'JSON.parse(record.body).item', 'json.loads(record["body"])["item"]', {
    structured: true,
  }),
  source(
    'queue attribute',
    'sqs',
    'record.messageAttributes.item.stringValue',
    'record["messageAttributes"]["item"]["stringValue"]',
  ),
  source(
    'topic message',
    'sns',
    'JSON.parse(record.Sns.Message).item',
    'json.loads(record["Sns"]["Message"])["item"]',
    { structured: true },
  ),
  source(
    'object key',
    's3',
    "decodeURIComponent(record.s3.object.key.replace(/\\+/g, ' '))",
    'unquote_plus(record["s3"]["object"]["key"])',
  ),
  source('table image', 'dynamodb', 'record.dynamodb.NewImage.item.S', 'record["dynamodb"]["NewImage"]["item"]["S"]'),
  source('bus detail', 'eventbridge', 'event.detail.item', 'event["detail"]["item"]', { structured: true }),
  source(
    'user attribute',
    'cognito',
    "event.request.userAttributes['custom:item']",
    'event["request"]["userAttributes"]["custom:item"]',
  ),
  source(
    'client metadata',
    'cognito',
    'event.request.clientMetadata.item',
    'event["request"]["clientMetadata"]["item"]',
  ),
  source('device message', 'iot', 'event.item', 'event["item"]', { structured: true }),
  source(
    'mail subject',
    'ses',
    'record.ses.mail.commonHeaders.subject',
    'record["ses"]["mail"]["commonHeaders"]["subject"]',
    { oneLine: true },
  ),
  source(
    'stream data',
    'kinesis',
    "JSON.parse(Buffer.from(record.kinesis.data, 'base64').toString()).item",
    'json.loads(base64.b64decode(record["kinesis"]["data"]))["item"]',
    { structured: true },
  ),
  source('azure query', 'azureHttp', "httpRequest.query.get('item') ?? ''", 'req.params.get("item", "")'),
  source('azure route', 'azureHttp', 'httpRequest.params.item', 'req.route_params["item"]'),
  source('azure body', 'azureHttp', '(await httpRequest.json()).item', 'req.get_json()["item"]', { structured: true }),
  source('azure header', 'azureHttp', "httpRequest.headers.get('x-item')", 'req.headers["x-item"]', { oneLine: true }),
  source('azure queue message', 'azureQueue', 'queueItem.item', 'json.loads(msg.get_body())["item"]', {
    structured: true,
  }),
  source('google query', 'googleHttp', 'req.query.item', 'request.args.get("item", "")'),
  source('google body', 'googleHttp', 'req.body.item', 'request.get_json()["item"]', { structured: true }),
  source(
    'google topic message',
    'googlePubsub',
    "JSON.parse(Buffer.from(cloudEvent.data.message.data, 'base64').toString()).item",
    'json.loads(base64.b64decode(cloud_event.data["message"]["data"]))["item"]',
    { structured: true },
  ),
  source('google object name', 'googleStorage', 'cloudEvent.data.name', 'cloud_event.data["name"]'),
  source('google event id', 'googlePubsub', 'cloudEvent.id', 'cloud_event["id"]', { trusted: true }),
  source(
    'v1 claim',
    'restCognito',
    'event.requestContext.authorizer.claims.sub',
    'event["requestContext"]["authorizer"]["claims"]["sub"]',
    { trusted: true },
  ),
  source(
    'v2 claim',
    'httpJwt',
    'event.requestContext.authorizer.jwt.claims.sub',
    'event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"]',
    { trusted: true },
  ),
  source('v1 request id', 'rest', 'event.requestContext.requestId', 'event["requestContext"]["requestId"]', {
    trusted: true,
  }),
  source('message id', 'sqs', 'record.messageId', 'record["messageId"]', { trusted: true }),
  source('record id', 'dynamodb', 'record.eventID', 'record["eventID"]', { trusted: true }),
  source('object etag', 's3', 'record.s3.object.eTag', 'record["s3"]["object"]["eTag"]', { trusted: true }),
  source('own environment', 'http', 'process.env.ITEM', 'os.environ["ITEM"]', { trusted: true }),
  source('event id', 'eventbridge', 'event.id', 'event["id"]', { trusted: true }),
  source('own schedule', 'schedule', "process.env.ITEM ?? 'north'", 'os.environ.get("ITEM", "north")', {
    trusted: true,
  }),
];
