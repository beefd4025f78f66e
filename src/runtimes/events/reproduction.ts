import type { Reproduction, Trigger } from '#model/handler';
import type { Resource } from '#model/resource';
import { type EventData, isFields, queryOf } from '#runtimes/events/sample';

/** Kinds of triggers that a request over HTTP sets off, with the variable that holds where it goes. */
const HOSTS: Partial<Record<Trigger['kind'], string>> = {
  'rest-api': 'API_URL',
  'http-api': 'API_URL',
  'function-url': 'FUNCTION_URL',
  alb: 'LOAD_BALANCER_URL',
  'azure-http': 'FUNCTION_URL',
  'google-http': 'FUNCTION_URL',
};

/**
 * The event, and the command that sends it: the request itself where the trigger is one, else a local invocation by the framework's
 * own tool.
 * @param functions the functions that run the handler, as in `Handler.functions`
 */
export function reproduction(functions: readonly Resource[], trigger: Trigger, event: EventData): Reproduction {
  const text = JSON.stringify(event, undefined, 2);
  const host = HOSTS[trigger.kind];
  const isRequest = host !== undefined && trigger.entry?.label.startsWith('authorizer ') !== true;
  const request = isRequest ? curl(host, trigger, event) : undefined;
  return { event: text, command: request ?? locally(trigger) ?? invocation(functions) };
}

/** Headers that curl or the gateway sets by itself. */
const OWN_HEADERS = /^(host|user-agent|content-length|connection|x-forwarded-|x-amz(n|-cf)-)/i;

function curl(host: string, trigger: Trigger, event: EventData): string | undefined {
  // What a mapping template makes of a request does not tell the request.
  if (!isFields(event) || !('headers' in event)) return undefined;
  const context = isFields(event.requestContext) ? event.requestContext : {};
  const http = isFields(context.http) ? context.http : {};
  const method = textOf(event.httpMethod) ?? textOf(http.method) ?? 'GET';
  const path = textOf(event.rawPath) ?? textOf(event.path) ?? '/';
  const query = isFields(event.queryStringParameters)
    ? queryOf(event.queryStringParameters)
    : (textOf(event.rawQueryString) ?? '');
  const headers = isFields(event.headers) ? Object.entries(event.headers) : [];
  const cookies = Array.isArray(event.cookies) ? event.cookies.flatMap((one: EventData) => textOf(one) ?? []) : [];
  const body = textOf(event.body);
  const words = ['curl', '--path-as-is', '-X', quoted(method)];
  for (const [name, value] of headers)
    if (!OWN_HEADERS.test(name) && typeof value === 'string') words.push('-H', quoted(`${name}: ${value}`));
  if (cookies.length > 0) words.push('-b', quoted(cookies.join('; ')));
  const hasToken = headers.some(([name]) => name.toLowerCase() === 'authorization');
  if (trigger.reach === 'authenticated' && !hasToken) words.push('-H', '"Authorization: $TOKEN"');
  if (body !== undefined && body !== '') words.push('--data-raw', quoted(body));
  return [
    ...words,
    `"$${host}"${quoted(`${path.startsWith('/') ? path : `/${path}`}${query === '' ? '' : `?${query}`}`)}`,
  ].join(' ');
}

/** A message to a function that runs in the tools of Azure or Google. */
function locally(trigger: Trigger): string | undefined {
  if (trigger.kind === 'google-event')
    return "curl -X POST localhost:8080 -H 'ce-specversion: 1.0' -H 'ce-id: 1' -H 'ce-type: example' -H 'ce-source: example' -H 'content-type: application/json' --data-binary @event.json";
  // https://learn.microsoft.com/azure/azure-functions/functions-manually-run-non-http
  if (trigger.kind === 'azure-message' || trigger.kind === 'azure-blob')
    return 'curl -X POST "localhost:7071/admin/functions/$FUNCTION" -H \'content-type: application/json\' --data-binary "$(jq -n --rawfile input event.json \'{$input}\')"';
  return undefined;
}

/** The framework's own way to run a function on an event; the deployed function where there is none. */
function invocation(functions: readonly Resource[]): string {
  const [fn] = functions;
  switch (fn?.stack.framework) {
    case 'sam':
    case 'cloudformation':
    case 'cdk': {
      const path = fn.stack.root.path;
      const template = /^template\.ya?ml$/.test(path) ? '' : `-t ${quoted(path)} `;
      return `sam local invoke ${template}${quoted(fn.logicalId)} -e event.json`;
    }
    case 'serverless':
      return `serverless invoke local -f ${quoted(fn.name)} -p event.json`;
    case 'terraform':
      return `sam local invoke --hook-name terraform ${quoted(fn.name)} -e event.json`;
    default:
      return 'aws lambda invoke --function-name "$FUNCTION" --cli-binary-format raw-in-base64-out --payload file://event.json /dev/stdout';
  }
}

function textOf(value: EventData | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A word that no POSIX shell reads anything into. */
export function quoted(text: string): string {
  if (/^[\w@%+=:,./-]{1,200}$/.test(text) && !text.startsWith('-')) return text;
  return `'${text.replaceAll('\u0000', '').replaceAll("'", "'\\''")}'`;
}
