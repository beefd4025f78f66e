import type { EventShape } from '#model/handler';
import type { Model } from '#runtimes/engine/language';
import type { Machine } from '#runtimes/engine/machine';
import { AS_TEXT, NOTHING } from '#runtimes/engine/sinks';
import { marked, type Taint, UNKNOWN, type Value } from '#runtimes/engine/value';
import { AZURE_HTTP_PYTHON, AZURE_MESSAGE_PYTHON } from '#runtimes/events/azure';
import { CHALICE, DJANGO, FLASK, POWERTOOLS, STARLETTE, type WebRequestShape } from '#runtimes/events/web';
import type { Location } from '#source/file';

/** A request, or message, as an object of a framework. */
interface Known {
  readonly shape: WebRequestShape;
  /** As the code calls it. */
  readonly text: string;
}

const REQUESTS: ReadonlyMap<string, Known> = new Map([
  ['flask.request', { shape: FLASK, text: 'request' }],
  ['<flask request>', { shape: FLASK, text: 'request' }],
  ['<starlette request>', { shape: STARLETTE, text: 'request' }],
  ['<django request>', { shape: DJANGO, text: 'request' }],
  ['<azure request>', { shape: AZURE_HTTP_PYTHON, text: 'req' }],
  ['<azure message>', { shape: AZURE_MESSAGE_PYTHON, text: 'message' }],
  ['chalice.Chalice().current_request', { shape: CHALICE, text: 'app.current_request' }],
  ['<powertools event>', { shape: POWERTOOLS, text: 'app.current_event' }],
]);

const RESOLVER = /^aws_lambda_powertools\.event_handler\.(?:\w+\.)*\w*(?:Resolver|Router)\(\)\.current_event/;

/** The request that a path starts with, and what is asked of it. */
function requestOf(path: string): (Known & { readonly rest: string }) | undefined {
  const normal = path.replace(RESOLVER, '<powertools event>');
  for (const [root, known] of REQUESTS)
    if (normal.startsWith(`${root}.`)) return { ...known, rest: normal.slice(root.length + 1) };
  return undefined;
}

/** Maps whose values are texts, whatever is sent. */
const TEXTS =
  /^(?:args|form|values|headers|cookies|view_args|GET|POST|COOKIES|params|route_params|query_params|path_params|uri_params|query_string_parameters|path_parameters|get_query_string_value|get_header_value)\b/;

/** Where a part of a request stands in the event of a gateway, which adapters make the request of. */
const IN_EVENT: readonly (readonly [parts: string, path: readonly string[]])[] = [
  ['json get_json json_body', ['body', '<json>']],
  ['body raw_body decoded_body get_body get_data data form POST files FILES stream', ['body']],
  [
    'args values query_params GET params query_string_parameters get_query_string_value multi_value_query_string_parameters',
    ['queryStringParameters'],
  ],
  ['view_args path_params uri_params path_parameters route_params', ['pathParameters']],
  ['headers META get_header_value', ['headers']],
  ['url full_path raw_path path_info', ['rawPath']],
];

const PATHS: ReadonlyMap<string, readonly string[]> = new Map(
  IN_EVENT.flatMap(([parts, path]) => parts.split(' ').map((part) => [part, path] as const)),
);

/** The place in the event: `query_params.get` with a name is `queryStringParameters` and that name. */
function inEvent([part = '', ...rest]: readonly string[]): readonly string[] {
  const known = PATHS.get(part.split('.')[0] ?? '');
  return known ? [...known, ...rest] : [part, ...rest];
}

/** A mark that starts at a request. */
export function requestTaint(
  machine: Machine,
  at: Location,
  text: string,
  path: readonly string[],
  shape?: EventShape,
  safe = NOTHING,
): Taint {
  const place = path.length === 0 ? path : inEvent(path);
  return {
    origin: 'event',
    path: place,
    text,
    at,
    triggers: machine.triggers,
    shape,
    key: place.join('.'),
    safe,
    partial: [],
    weak: false,
    steps: undefined,
  };
}

/** What an attribute of a request holds. */
export function webProperty(path: string, machine: Machine, at: Location): Value | undefined {
  const request = requestOf(path);
  if (!request) return undefined;
  const { rest, shape, text } = request;
  if (!Object.hasOwn(shape.fields, rest)) return undefined;
  const field = shape.fields[rest];
  if (!field || isVouched(field)) return UNKNOWN;
  const safe = TEXTS.test(rest) ? AS_TEXT : NOTHING;
  return marked([requestTaint(machine, at, `${text}.${rest}`, [rest], field, safe)]);
}

/** What a method of a request gives. */
export function webModel(path: string): Model | undefined {
  const request = requestOf(path);
  if (!request) return undefined;
  const { rest, shape, text } = request;
  const given = Object.hasOwn(shape.methods, rest) ? shape.methods[rest] : undefined;
  if (!given) return undefined;
  return (view) => {
    if (isVouched(given)) return UNKNOWN;
    const name = view.constant(view.either(0, 'name'));
    const safe = TEXTS.test(rest) ? AS_TEXT : NOTHING;
    const key = typeof name === 'string' ? [rest, name] : [rest];
    const read = typeof name === 'string' ? `${text}.${rest}(${JSON.stringify(name)})` : `${text}.${rest}()`;
    return marked([requestTaint(view.machine, view.at, read, key, given.rest ? given : undefined, safe)]);
  };
}

function isVouched(shape: EventShape): boolean {
  return shape.control === 'provider' && !shape.fields && !shape.rest;
}
