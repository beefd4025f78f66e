import type { Model } from '#runtimes/engine/language';
import { deepTaints } from '#runtimes/engine/marks';
import { api, decoded, join, marked, NO_ARGUMENTS, Obj, object, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each } from '#runtimes/javascript/models/family';
import { known, passed } from '#runtimes/javascript/schema';
import { jsonSchema, schemaOf } from '#runtimes/javascript/schema-readers';

/** How a handler with middleware around it is known: the handler and the middleware are kept in an object behind it. */
const WRAPPED = '<middy>';
/** How a middleware is known that changes or checks the event, with the options it was made with. */
const MIDDLEWARE = '<middleware:';

const wrapped: Model = (view) => {
  const kept = new Obj('list', undefined, view.at);
  const [handler] = view.args.list;
  if (handler) view.machine.state.set(kept.field('handler'), handler);
  return { ...UNKNOWN, apis: [{ path: WRAPPED, receiver: object(kept), args: view.args }] };
};

function keptBy(value: Value): Obj | undefined {
  return value.apis.find(({ path }) => path === WRAPPED)?.receiver?.objects[0];
}

/** `.use(a).use([b, c]).handler(fn)` and hooks: each gives the wrapped handler again. */
const used: Model = (view) => {
  // A method's receiver is what it was read from.
  const kept = keptBy(view.receiver);
  if (!kept) return view.receiver;
  const add = (value: Value): void => {
    const index = [...kept.fields.keys()].filter((name) => name !== 'handler').length;
    view.machine.state.set(kept.field(String(index)), value);
  };
  for (const value of view.args.list) {
    const lists = value.objects.filter((one) => one.kind === 'list');
    if (lists.length === 0) add(value);
    for (const list of lists) for (const cell of list.fields.values()) add(view.machine.state.get(cell) ?? UNKNOWN);
  }
  return view.receiver;
};

const handled: Model = (view) => {
  const kept = keptBy(view.receiver);
  const [handler] = view.args.list;
  if (kept && handler) view.machine.state.set(kept.field('handler'), handler);
  return view.receiver;
};

/** The event goes through the middleware in order, then to the handler. */
const invoked: Model = (view) => {
  const kept = view.receiver.objects[0];
  const cell = kept?.fields.get('handler');
  const handler = cell && view.machine.state.get(cell);
  if (!kept || !handler) return UNKNOWN;
  let event = view.arg(0) ?? UNKNOWN;
  for (const [name, middleware] of kept.fields) {
    const value = name === 'handler' ? undefined : view.machine.state.get(middleware);
    if (value) event = through(view, value, event);
  }
  const list = [event, ...view.args.list.slice(1)];
  return view.machine.call(handler, { ...NO_ARGUMENTS, list }, undefined, view.at.span, view.context);
};

function through(view: CallView, middleware: Value, event: Value): Value {
  for (const one of middleware.apis) {
    if (!one.path.startsWith(MIDDLEWARE)) continue;
    const change = CHANGES[one.path.slice(MIDDLEWARE.length, -1)];
    if (change) return change(view, event, one.args?.list[0]);
  }
  const before = middleware.objects.length > 0 ? view.field(middleware, 'before') : undefined;
  if (!before || before.closures.length === 0) return event;
  const request = view.map({ event, context: api('<context>'), internal: view.map({}) });
  view.run(before, request);
  return view.field(request, 'event') ?? event;
}

/** The event with one field in another form. */
function withField(view: CallView, event: Value, name: string, value: Value): Value {
  const made = new Obj('map', undefined, view.at);
  view.machine.state.set(made.spread, event);
  view.machine.state.set(made.field(name), value);
  return object(made);
}

type Change = (view: CallView, event: Value, options: Value | undefined) => Value;

/** A body that is JSON is read: https://middy.js.org/docs/middlewares/http-json-body-parser */
const jsonBody: Change = (view, event) => {
  const body = view.field(event, 'body') ?? UNKNOWN;
  return withField(view, event, 'body', marked(decoded(deepTaints(view.machine, body), '<json>')));
};

const CHANGES: Readonly<Record<string, Change>> = {
  json: jsonBody,
  form: (view, event) => withField(view, event, 'body', { ...UNKNOWN, taints: view.taints(view.field(event, 'body')) }),
  // https://middy.js.org/docs/middlewares/validator: a JSON schema of the event, as it is or compiled
  validator: (view, event, options) => {
    const schema = options && (view.field(options, 'eventSchema') ?? view.field(options, 'inputSchema'));
    if (schema) view.machine.state.refine(known(view, jsonSchema(view, compiledFrom(schema)), event));
    return event;
  },
  // https://docs.aws.amazon.com/powertools/typescript/latest/features/parser/
  parser: (view, event, options) => parsedEvent(view, event, options),
  // https://docs.aws.amazon.com/powertools/typescript/latest/features/validation/
  validation: (view, event, options) => {
    const schema = options && view.field(options, 'inboundSchema');
    if (schema) view.machine.state.refine(known(view, jsonSchema(view, schema), event));
    return event;
  },
};

/** What a schema was compiled from. */
function compiledFrom(schema: Value): Value {
  const compiled = schema.apis.find(({ path }) => path === '<json-schema-check>');
  return compiled?.receiver ?? schema;
}

/** The event that a schema let through; behind an envelope it is the body, parsed. */
function parsedEvent(view: CallView, event: Value, options: Value | undefined): Value {
  const schema = options && view.field(options, 'schema');
  if (!schema) return event;
  const envelope = view.field(options, 'envelope');
  const isBody = envelope?.apis.some(({ path }) => /(?:ApiGateway|LambdaFunctionUrl|VpcLattice)/.test(path));
  if (envelope && !isBody) return join(event, UNKNOWN);
  const data = isBody
    ? marked(decoded(deepTaints(view.machine, view.field(event, 'body') ?? UNKNOWN), '<json>'))
    : event;
  return passed(view, schemaOf(view, schema), data);
}

function middleware(name: string): Model {
  return (view) => ({ ...UNKNOWN, apis: [{ path: `${MIDDLEWARE}${name}>`, args: view.args }] });
}

/** A handler that streams its answer has the stream between the event and the context. */
const STREAMED = '<streamed>';

export const MIDDLEWARES: Readonly<Record<string, Model>> = {
  ...each('@middy/core middy @middy/core.middy', wrapped),
  [WRAPPED]: invoked,
  ...each(['use', 'before', 'after', 'onError', 'applyMiddleware'].map((name) => `${WRAPPED}.${name}`).join(' '), used),
  [`${WRAPPED}.handler`]: handled,
  ...each('@middy/http-json-body-parser middy/middlewares.jsonBodyParser', middleware('json')),
  ...each('@middy/http-urlencode-body-parser @middy/http-multipart-body-parser', middleware('form')),
  '@middy/validator': middleware('validator'),
  ...each('@aws-lambda-powertools/parser/middleware.parser', middleware('parser')),
  '@aws-lambda-powertools/validation/middleware.validator': middleware('validation'),
  // https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
  ...each('awslambda.streamifyResponse lambda-stream.streamifyResponse', (view) => ({
    ...UNKNOWN,
    apis: [{ path: STREAMED, receiver: view.arg(0) ?? UNKNOWN, args: view.args }],
  })),
  [STREAMED]: (view) => {
    const list = [view.arg(0) ?? UNKNOWN, api('<response-stream>'), view.arg(1) ?? UNKNOWN];
    return view.machine.call(view.receiver, { ...NO_ARGUMENTS, list }, undefined, view.at.span, view.context);
  },
};
