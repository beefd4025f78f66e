import { asMap, get, isTruthy, itemsOf, literal, type Plain } from '#frameworks/cloudformation/nodes';
import { afterLast, type FilledEvent, isOpen } from '#frameworks/serverless/events/event';
import { trimmedPath } from '#frameworks/serverless/events/paths';
import type { Service, ServiceFunction } from '#frameworks/serverless/service';
import type { Span } from '#source/span';
import type { DataNode, MapNode } from '#syntax/document';

/** An `http` event, read. Source: `api-gateway/lib/validate.js` of serverless 3.40.0. */
export interface RestRoute {
  readonly event: FilledEvent;
  /** In lower case: `get`, `any`. */
  readonly method: string;
  /** Without slashes at its ends; empty for the root. */
  readonly path: string;
  /** The settings where the long form is written. */
  readonly settings: MapNode | undefined;
  readonly integration: string;
  readonly authorizer: RestAuthorizer | undefined;
  readonly cors: RestCors | undefined;
}

export interface RestAuthorizer {
  readonly at: Span;
  /** `AWS_IAM`, `COGNITO_USER_POOLS`, `TOKEN`, `REQUEST`, in capitals; undefined where it is not said. */
  readonly type: string | undefined;
  readonly name: string;
  readonly arn: Plain | undefined;
  readonly fn: ServiceFunction | undefined;
  /** An authorizer of elsewhere. */
  readonly id: DataNode | undefined;
  readonly isPool: boolean;
  readonly written: MapNode | undefined;
  /** Only the deployment knows what it is. */
  readonly open: DataNode | undefined;
}

/** What CORS preflight requests are answered. */
export interface RestCors {
  readonly at: Span;
  readonly origins: readonly string[];
  readonly origin: string | undefined;
  readonly headers: readonly string[];
  readonly methods: readonly string[];
  readonly credentials: boolean;
  readonly maxAge: string | undefined;
  readonly cacheControl: string | undefined;
}

const HEADERS = [
  'Content-Type',
  'X-Amz-Date',
  'Authorization',
  'X-Api-Key',
  'X-Amz-Security-Token',
  'X-Amz-User-Agent',
  'X-Amzn-Trace-Id',
];

/** Reads an event; undefined where its method or path is not known, which is told. */
export function routeOf(service: Service, event: FilledEvent): RestRoute | undefined {
  const { value } = event;
  const settings = asMap(value);
  const [method, path] = settings
    ? [literal(get(settings, 'method')), literal(get(settings, 'path'))]
    : (literal(value) ?? '').trim().split(/ +/, 2);
  if (method === undefined || path === undefined) {
    const problem = 'has no method and path that could be read';
    service.tell(event.at, `The event http of the function ${event.fn.key} ${problem}: it was left out.`);
    return undefined;
  }
  const verb = method === '*' ? 'any' : method.toLowerCase();
  return {
    event,
    method: verb,
    path: trimmedPath(path),
    settings,
    integration: integrationOf(settings),
    authorizer: authorizerOf(service, get(settings, 'authorizer')),
    cors: corsOf(get(settings, 'cors'), verb.toUpperCase()),
  };
}

function integrationOf(settings: MapNode | undefined): string {
  const given = literal(get(settings, 'integration'));
  if (given === undefined) return isTruthy(get(settings, 'async')) ? 'AWS' : 'AWS_PROXY';
  const name = given.toUpperCase().replace('-', '_');
  return { LAMBDA: 'AWS', LAMBDA_PROXY: 'AWS_PROXY' }[name] ?? name;
}

function authorizerOf(service: Service, given: DataNode | undefined): RestAuthorizer | undefined {
  if (!isTruthy(given)) return undefined;
  const written = asMap(given);
  const text = literal(given);
  const type = (text?.toUpperCase() === 'AWS_IAM' ? text : literal(get(written, 'type')))?.toUpperCase();
  const id = type === undefined ? undefined : get(written, 'authorizerId');
  const base = {
    at: given.span,
    type,
    written,
    fn: undefined,
    id: undefined,
    arn: undefined,
    isPool: false,
    open: undefined,
  };
  if (id) return { ...base, name: '', id };
  if (type === 'AWS_IAM') return { ...base, name: '' };
  if (text === undefined && !written) return { ...base, name: '', open: given };
  const arn = written ? get(written, 'arn') : text?.includes(':') ? given : undefined;
  if (arn) {
    const name = literal(get(written, 'name')) ?? nameIn(arn);
    const isPool = type === 'COGNITO_USER_POOLS' || /^arn:[a-zA-Z-]*:cognito-idp/.test(literal(arn) ?? '');
    return { ...base, name, arn, isPool };
  }
  const name = text ?? literal(get(written, 'name')) ?? '';
  const fn = service.functions.get(name);
  if (!fn) {
    service.tell(given.span, `There is no function \`${name}\` that could authorize: name one of functions.`);
    return { ...base, name, open: given };
  }
  return { ...base, name, arn: fn.target, fn };
}

/** The last word of an ARN: `…:function:my-auth` is `auth`. */
function nameIn(arn: DataNode): string {
  if (isOpen(arn)) return 'authorizer';
  return afterLast(afterLast(literal(arn) ?? 'authorizer', ':'), '-');
}

function corsOf(given: DataNode | undefined, method: string): RestCors | undefined {
  if (!isTruthy(given) || isOpen(given) || literal(given) === 'false') return undefined;
  const map = asMap(given);
  const strings = (key: string): readonly string[] => itemsOf(get(map, key)).flatMap((item) => literal(item) ?? []);
  const methods = get(map, 'methods') ? [...strings('methods')] : ['OPTIONS'];
  for (const one of ['OPTIONS', method]) if (!methods.includes(one)) methods.push(one);
  const headers = strings('headers');
  const origin = literal(get(map, 'origin')) ?? (get(map, 'origins') ? undefined : '*');
  const credentials = get(map, 'allowCredentials');
  return {
    at: given.span,
    origins: strings('origins'),
    origin,
    headers: get(map, 'headers') ? headers : HEADERS,
    methods,
    credentials: isTruthy(credentials) && literal(credentials) !== 'false',
    maxAge: literal(get(map, 'maxAge')),
    cacheControl: literal(get(map, 'cacheControl')),
  };
}
