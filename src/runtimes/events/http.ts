import type { EventShape } from '#model/handler';
import { all, fields, list, PROVIDER, SENDER, vouched } from '#runtimes/events/shape';

/** A request reaches an API of API Gateway only under one of its own names. */
const HEADERS: EventShape = fields(all('host Host', PROVIDER));

/**
 * What a proxy integration of a REST API hands over (payload format 1.0), without an authorizer's word being doubted. The API makes
 * the event: a field that is not named is none that a caller can add.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export const REST_API: EventShape = fields(
  {
    ...all('version resource httpMethod stageVariables isBase64Encoded', PROVIDER),
    ...all('path queryStringParameters multiValueQueryStringParameters pathParameters body', SENDER),
    ...all('headers multiValueHeaders', HEADERS),
    requestContext: vouched({ path: SENDER, identity: vouched({ userAgent: SENDER }) }),
  },
  PROVIDER,
);

/**
 * What an HTTP API (payload format 2.0) and a function URL hand over.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads
 */
export const HTTP_API: EventShape = fields(
  {
    ...all('version routeKey stageVariables isBase64Encoded', PROVIDER),
    ...all('rawPath rawQueryString cookies queryStringParameters pathParameters body', SENDER),
    headers: HEADERS,
    requestContext: vouched({ http: vouched({ path: SENDER, userAgent: SENDER }) }),
  },
  PROVIDER,
);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#receive-event-from-load-balancer */
export const LOAD_BALANCER: EventShape = fields(
  {
    ...all('requestContext httpMethod isBase64Encoded', PROVIDER),
    ...all('path headers multiValueHeaders queryStringParameters multiValueQueryStringParameters body', SENDER),
  },
  PROVIDER,
);

/**
 * The message of a WebSocket; `$connect` has headers and a query besides.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
 */
export const WEBSOCKET: EventShape = fields(
  {
    ...all('stageVariables isBase64Encoded', PROVIDER),
    ...all('headers multiValueHeaders queryStringParameters multiValueQueryStringParameters body', SENDER),
    requestContext: vouched({ identity: vouched({ userAgent: SENDER }), disconnectReason: SENDER }),
  },
  PROVIDER,
);

/**
 * What authorizers of REST, WebSocket (TOKEN and REQUEST) and HTTP APIs get.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export const AUTHORIZER: EventShape = fields({
  ...all('type version methodArn routeArn routeKey resource httpMethod stageVariables', PROVIDER),
  ...all('authorizationToken identitySource path rawPath rawQueryString cookies', SENDER),
  ...all('headers multiValueHeaders queryStringParameters multiValueQueryStringParameters pathParameters', SENDER),
  requestContext: vouched({
    path: SENDER,
    identity: vouched({ userAgent: SENDER }),
    http: vouched({ path: SENDER, userAgent: SENDER }),
  }),
});

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html */
export const CLOUDFRONT: EventShape = fields({
  Records: list(
    fields({
      cf: fields({
        config: PROVIDER,
        request: fields({
          ...all('clientIp method origin', PROVIDER),
          ...all('uri querystring headers', SENDER),
          body: fields(all('inputTruncated action encoding', PROVIDER)),
        }),
        response: PROVIDER,
      }),
    }),
  ),
});
