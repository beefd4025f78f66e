import type { EventShape } from '#model/handler';
import type { Machine, Registration } from '#runtimes/engine/machine';
import { mark } from '#runtimes/engine/models';
import {
  type Api,
  type Arguments,
  api,
  marked,
  NO_ARGUMENTS,
  Obj,
  object,
  type Taint,
  UNKNOWN,
  type Value,
} from '#runtimes/engine/value';
import { AZURE_HTTP_NODE } from '#runtimes/events/azure';
import { CLOUD_EVENT } from '#runtimes/events/google';
import { EXPRESS, FASTIFY, FETCH_REQUEST, HONO, KOA, type WebRequestShape } from '#runtimes/events/web';
import type { HandlerEntry } from '#runtimes/handlers/entry';
import { decoratorOf } from '#runtimes/javascript/models/nest';
import { response } from '#runtimes/javascript/responses';
import { triggersOf } from '#runtimes/registered';
import type { Request } from '#runtimes/requests';
import type { Expression } from '#syntax/code/form';

/** How a method is known that gives a part of the request. */
export const REQUEST_METHOD = '<request-method>';

/** Where a part of a request stands in the event of a gateway, which adapters make the request of. */
const IN_EVENT: Readonly<Record<string, readonly string[]>> = {
  body: ['body', '<json>'],
  json: ['body', '<json>'],
  parseBody: ['body', '<json>'],
  formData: ['body'],
  text: ['body'],
  rawBody: ['body'],
  query: ['queryStringParameters'],
  queries: ['queryStringParameters'],
  params: ['pathParameters'],
  param: ['pathParameters'],
  headers: ['headers'],
  header: ['headers'],
  get: ['headers'],
  url: ['rawPath'],
  originalUrl: ['rawPath'],
  path: ['rawPath'],
};

/** A part of the request: whoever sends it decides it. */
function part(name: string, text: string, shape: EventShape, registration: Registration, entry: HandlerEntry): Taint {
  const path = IN_EVENT[name] ?? [name];
  return {
    origin: 'event',
    path,
    text,
    at: registration.at,
    triggers: triggersOf(registration, entry.triggers),
    shape,
    key: path.join('.'),
    safe: 0,
    partial: [],
    weak: false,
    steps: undefined,
  };
}

/** A request as a framework hands it over: an object with its attributes, and methods that give parts of it. */
export function requestOf(
  shape: WebRequestShape,
  name: string,
  registration: Registration,
  entry: HandlerEntry,
  machine: Machine,
): Value {
  const made = attributes(shape.fields, name, registration, entry, machine);
  for (const [path, given] of Object.entries(shape.methods)) {
    const steps = path.split('.');
    const method = steps.pop() ?? '';
    let owner = made;
    for (const step of steps) {
      const cell = owner.field(step);
      const known = machine.state.get(cell);
      const [inner] = known?.objects ?? [];
      owner = inner ?? new Obj('map', undefined, registration.at);
      if (!inner) machine.state.set(cell, { ...(known ?? UNKNOWN), objects: [owner] });
    }
    const isTheirs = given.control === 'sender';
    const source =
      steps.at(-1) === 'headers' || steps.at(-1) === 'cookies' || steps.at(-1) === 'query'
        ? (steps.at(-1) ?? '')
        : method;
    const text = `${name}.${path}()`;
    const receiver = isTheirs ? marked([part(source, text, given, registration, entry)]) : UNKNOWN;
    const one: Api = { path: REQUEST_METHOD, receiver };
    machine.state.set(owner.field(method), { ...UNKNOWN, apis: [one] });
  }
  return object(made);
}

function attributes(
  fields: WebRequestShape['fields'],
  text: string,
  registration: Registration,
  entry: HandlerEntry,
  machine: Machine,
): Obj {
  const made = new Obj('map', undefined, registration.at);
  for (const [name, shape] of Object.entries(fields)) {
    if (shape.fields) {
      machine.state.set(
        made.field(name),
        object(attributes(shape.fields, `${text}.${name}`, registration, entry, machine)),
      );
    } else if (shape.control === 'sender') {
      machine.state.set(made.field(name), marked([part(name, `${text}.${name}`, shape, registration, entry)]));
    }
  }
  return made;
}

/** The name that a handler gives one of its parameters. */
function nameOf(registration: Registration, index: number, fallback: string): string {
  const pattern = registration.handler.closures[0]?.code.parameters[index]?.pattern;
  return pattern?.kind === 'name' ? pattern.name : fallback;
}

function given(...list: readonly Value[]): Arguments {
  return { ...NO_ARGUMENTS, list };
}

/** `(request, response, next)`. */
const express: Request = (machine, registration, entry) =>
  given(requestOf(EXPRESS, nameOf(registration, 0, 'req'), registration, entry, machine), response(), api('<next>'));

/** `(error, request, response, next)`: whatever any handler threw, or handed to `next`. */
const expressError: Request = (machine, registration, entry) => {
  const name = nameOf(registration, 1, 'req');
  const error = isForSome(registration)
    ? UNKNOWN
    : { ...UNKNOWN, apis: [{ path: '<exception>' }], taints: [mark('exception', '', registration)] };
  return given(error, requestOf(EXPRESS, name, registration, entry, machine), response(), api('<next>'));
};

/** Whether what is told depends on the error or on the environment: a class of one's own, its status, development. */
function isForSome({ handler }: Registration): boolean {
  const [closure] = handler.closures;
  const place = closure?.module.at(closure.code.span);
  const text = place?.file.slice(place.span) ?? '';
  if (
    /NODE_ENV|STAGE|IS_OFFLINE|\b(?:dev|development|isDev|debug|prod|isProd\w*)\b|instanceof|\.expose\b|\.isOperational\b/i.test(
      text,
    )
  )
    return true;
  return !/\.stack\b/.test(text) && /\.status(?:Code)?\b(?!\s{0,3}\()/.test(text);
}

const fastify: Request = (machine, registration, entry) =>
  given(requestOf(FASTIFY, nameOf(registration, 0, 'request'), registration, entry, machine), response());

/** The context is request and response at once. */
const hono: Request = (machine, registration, entry) => {
  const context = requestOf(HONO, nameOf(registration, 0, 'c'), registration, entry, machine);
  return given({ ...context, apis: response().apis }, api('<next>'));
};

const koa: Request = (machine, registration, entry) => {
  const context = requestOf(KOA, nameOf(registration, 0, 'ctx'), registration, entry, machine);
  return given({ ...context, apis: response().apis }, api('<next>'));
};

/** https://learn.microsoft.com/azure/azure-functions/functions-reference-node */
const azure: Request = (machine, registration, entry) =>
  given(requestOf(AZURE_HTTP_NODE, nameOf(registration, 0, 'request'), registration, entry, machine), api('<context>'));

/** What NestJS's decorators of parameters take of the request; with a name given, that field of it. */
const NEST: Readonly<Record<string, string>> = {
  Body: 'body',
  Query: 'query',
  Param: 'params',
  Headers: 'headers',
};

/** Parameters as their decorators say: https://docs.nestjs.com/controllers#request-object */
const nest: Request = (machine, registration, entry) => {
  const parameters = registration.handler.closures[0]?.code.parameters ?? [];
  return given(
    ...parameters.map((parameter, index): Value => {
      for (const node of parameter.decorators) {
        const decorator = decoratorOf(node);
        const field = decorator && Object.hasOwn(NEST, decorator.name) ? NEST[decorator.name] : undefined;
        if (field !== undefined) {
          const pipes = node.kind === 'call' ? node.args.map((one) => sourceOf(one.value)) : [];
          if (pipes.some((name) => /^Parse(?:Int|Float|Bool|UUID|Enum|Date)Pipe$/.test(name))) return UNKNOWN;
          const text = nameOf(registration, index, field);
          const taint = part(field, text, { control: 'sender', rest: { control: 'sender' } }, registration, entry);
          const path = decorator?.text === undefined ? taint.path : [...taint.path, decorator.text];
          return marked([{ ...taint, path, key: path.join('.') }]);
        }
        if (decorator?.name === 'Req' || decorator?.name === 'Request')
          return requestOf(EXPRESS, nameOf(registration, index, 'req'), registration, entry, machine);
        if (decorator?.name === 'Res' || decorator?.name === 'Response') return response();
      }
      return UNKNOWN;
    }),
  );
};

/** The class that a pipe is of, as written: `ParseIntPipe`, `new ParseIntPipe()`. */
function sourceOf(node: Expression): string {
  if (node.kind === 'name') return node.name;
  return node.kind === 'call' && node.callee.kind === 'name' ? node.callee.name : '';
}

/** `({ req, params, event })`, and before that the parameters alone. */
const powertools: Request = (machine, registration, entry) => {
  const any: EventShape = { control: 'sender', rest: { control: 'sender' } };
  const made = new Obj('map', undefined, registration.at);
  const request = requestOf(FETCH_REQUEST, 'req', registration, entry, machine);
  machine.state.set(made.field('req'), request);
  machine.state.set(made.field('request'), request);
  const params = marked([part('params', 'params', any, registration, entry)]);
  machine.state.set(made.field('params'), params);
  return given(object(made), object(made));
};

/** A request of the Fetch standard with the route's parameters and the query on it. */
const itty: Request = (machine, registration, entry) => {
  const { fields, methods } = FETCH_REQUEST;
  const any: EventShape = { control: 'sender', rest: { control: 'sender' } };
  const shape: WebRequestShape = { fields: { ...fields, params: any, query: any }, methods };
  return given(requestOf(shape, nameOf(registration, 0, 'request'), registration, entry, machine));
};

/** A message, a blob, a change: all of it is whoever's who could put it there. */
const azureMessage: Request = (_machine, registration, entry) => {
  const [trigger] = triggersOf(registration, entry.triggers);
  if (trigger?.kind !== 'azure-message' && trigger?.kind !== 'azure-blob') return given(UNKNOWN, api('<context>'));
  const name = nameOf(registration, 0, 'message');
  const taint = { ...part('', name, trigger.event, registration, entry), path: [], key: '' };
  return given(marked([taint]), api('<context>'));
};

const cloudEvent: Request = (_machine, registration, entry) => {
  const name = nameOf(registration, 0, 'event');
  return given(marked([{ ...part('', name, CLOUD_EVENT, registration, entry), path: [], key: '' }]));
};

/** By the kinds that JavaScript's models register. */
export const JAVASCRIPT_REQUESTS: Readonly<Record<string, Request>> = {
  express,
  'express-error': expressError,
  fastify,
  hono,
  koa,
  nest,
  itty,
  'powertools-js': powertools,
  azure,
  'azure-trigger': azureMessage,
  google: express,
  'cloud-event': cloudEvent,
};
