import type { Model } from '#runtimes/engine/language';
import { decodes, passes } from '#runtimes/engine/models';
import { each } from '#runtimes/javascript/models/family';

/** Gives what it is given, in another dress. */
const same: Model = (view) => view.arg(0);
/** Gives what a text or record holds. */
const content = passes(0);

/** What wraps a function or a client without changing what it does. */
export const WRAPPERS: Readonly<Record<string, Model>> = {
  ...each('util.promisify util.callbackify pify es6-promisify.promisify es6-promisify', same),
  ...each('bluebird.promisify bluebird.promisifyAll bluebird.resolve', same),
  '@aws/durable-execution-sdk-js.withDurableExecution': same,
  // https://docs.aws.amazon.com/xray-sdk-for-nodejs/latest/reference/
  ...each(
    ['', '-core']
      .flatMap((name) =>
        ['captureAWS', 'captureAWSClient', 'captureAWSv3Client', 'captureHTTPs', 'capturePostgres', 'captureMySQL'].map(
          (method) => `aws-xray-sdk${name}.${method}`,
        ),
      )
      .join(' '),
    same,
  ),
  ...each(
    '@aws-lambda-powertools/tracer.Tracer().captureAWSv3Client @aws-lambda-powertools/tracer.Tracer().captureAWS',
    same,
  ),
  // https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-util-dynamodb/
  ...each(
    '@aws-sdk/util-dynamodb.unmarshall @aws-sdk/util-dynamodb.convertToNative ' +
      'aws-sdk.DynamoDB.Converter.unmarshall aws-sdk.DynamoDB.Converter.output dynamodb-data-types.AttributeValue.unwrap',
    content,
  ),
  // https://github.com/jshttp/cookie
  ...each('cookie.parse cookie.parseCookie set-cookie-parser.parse tough-cookie.Cookie.parse', decodes('<decoded>', 0)),
  ...each(
    'lodash.memoize lodash.once lodash.debounce lodash.throttle lodash.cloneDeep lodash.clone p-limit() memoizee',
    same,
  ),
};
