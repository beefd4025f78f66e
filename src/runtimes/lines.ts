import type { Model } from '#runtimes/engine/language';
import { type Taint, UNKNOWN } from '#runtimes/engine/value';

/** Fields of events that are maps or lists. */
const COLLECTIONS =
  /^(?:headers|multiValueHeaders|queryStringParameters|multiValueQueryStringParameters|pathParameters|requestContext|Records|records|detail|messageAttributes|arguments|dynamodb|NewImage|OldImage|Keys|request|<json>)$/;

/** Parts of a request that HTTP keeps in one line, until something decodes them. */
const ONE_LINE =
  /^(?:headers|multiValueHeaders|cookies|path|rawPath|rawQueryString|pathParameters|authorizationToken)$/;

/** Whether a mark is of a text in which lines can end: not of a map as a whole, nor of base64, nor of what is URL-encoded. */
function mayHoldLines({ path, shape, triggers }: Taint): boolean {
  const last = path.at(-1) ?? '';
  if (path.length === 0 || shape?.fields || shape?.rest || COLLECTIONS.test(last) || last === '[]' || last === '[key]')
    return false;
  const head = path[0] ?? '';
  if (last === 'length') return false;
  if (!path.some((key) => key === '<decoded>' || key === '<base64>' || key === '<json>')) {
    if (ONE_LINE.test(head)) return false;
    // A load balancer hands queries over as they came: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
    if (/QueryString/i.test(head) && triggers.every(({ kind }) => kind === 'alb')) return false;
  }
  if (head === 'records' || head === 'rmqMessagesByQueue') return path.includes('<base64>') || last === 'partitionKey';
  if (last === 'data' && (path.includes('kinesis') || head === 'awslogs')) return false;
  return !(last === 'key' && path.includes('s3'));
}

/**
 * Text that is logged as it is. What is logged as a whole (a dictionary, a list) is written with its line ends escaped, and so
 * cannot be mistaken for lines of its own.
 */
export function logged(from = 0): Model {
  return (view) => {
    view.args.list.forEach((value, index) => {
      if (index < from || value.objects.length > 0) return;
      const taints = value.taints.filter(mayHoldLines);
      view.sink('log', index, { value: { ...value, taints } });
    });
    return UNKNOWN;
  };
}
