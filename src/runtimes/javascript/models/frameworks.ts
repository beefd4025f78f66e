import type { Model } from '#runtimes/engine/language';
import { all, sink } from '#runtimes/engine/models';
import { api, type Closure, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { isPage } from '#runtimes/javascript/answers';
import { each, family } from '#runtimes/javascript/models/family';
import { REQUEST_METHOD } from '#runtimes/javascript/requests';
import { RESPONSES } from '#runtimes/javascript/responses';

/** Registers each function given as a handler of requests. */
function registers(kind: string, takes: (closure: Closure) => boolean = () => true): Model {
  return (view) => {
    const [first] = view.args.list;
    const route = first && view.constant(first);
    const label = typeof route === 'string' ? route : '';
    for (const value of flat(view, view.args.list)) register(view, kind, value, label, takes);
    // Calls chain: `app.route('/x').get(…).post(…)`.
    return { ...view.receiver, pending: [] };
  };
}

function flat(view: CallView, values: readonly Value[]): readonly Value[] {
  return values.flatMap((value) =>
    value.objects.some((one) => one.kind === 'list') ? [value, view.items(value)] : [value],
  );
}

function register(
  view: CallView,
  kind: string,
  value: Value,
  label: string,
  takes: (closure: Closure) => boolean = () => true,
): void {
  const closures = value.closures.filter(takes);
  if (closures.length === 0) return;
  view.machine.registrations.push({ kind, handler: { ...value, closures }, label, at: view.at });
}

/** https://fastify.dev/docs/latest/Reference/Server/: those that are given the request first. */
const HANDLERS = 'setNotFoundHandler addHook';
const VERBS = 'get post put patch delete del options head all any';
/** What handles errors takes four arguments, the error first. */
const express = registers('express', (closure) => closure.code.parameters.length < 4);
const failed = registers('express-error', (closure) => closure.code.parameters.length === 4);
const fastify = registers('fastify');

/** `fastify.route({ method, url, handler })`, and plugins: `fastify.register(async (instance) => …)`. */
const route: Model = (view) => {
  const handler = view.arg('0.handler');
  if (handler) register(view, 'fastify', handler, '');
  return view.receiver;
};

const plugin: Model = (view) => {
  view.run(view.arg(0), api('fastify()'), view.arg(1) ?? UNKNOWN);
  return view.receiver;
};

/** `app.http('name', { handler })`: https://learn.microsoft.com/azure/azure-functions/functions-reference-node */
function azure(kind: string): Model {
  return (view) => {
    const handler = view.arg('1.handler') ?? view.arg(1);
    const [route, name] = [view.arg('1.route'), view.arg(0)].map((value) => view.constant(value));
    const label = typeof route === 'string' && kind === 'azure' ? route : name;
    if (handler) register(view, kind, handler, typeof label === 'string' ? label : '');
    return UNKNOWN;
  };
}

/** A response that a handler answers by calling back. */
const calledBack: Model = (view) => {
  const takesError = view.path === '<callback>' || view.path.endsWith('.done');
  // With an error the invocation fails, and what stands behind it is answered to nobody.
  if (takesError && isSurelyError(view.arg(0))) return UNKNOWN;
  const value = view.arg(takesError ? 1 : 0);
  if (value) view.machine.language.answered?.(view.machine, value, view.at, view.context, 'event');
  return UNKNOWN;
};

function isSurelyError(value: Value | undefined): boolean {
  if (!value) return false;
  const { apis, constants, objects, open } = value;
  const isCaught = apis.length > 0 && apis.every(({ path }) => path === '<exception>');
  return isCaught ? constants.length + objects.length === 0 : !open && constants.length > 0 && constants.every(Boolean);
}

/** A part of a request: with a name given, that field of it. It is told as it is written. */
const asked: Model = (view) => {
  const name = view.constant(view.arg(0));
  const { taints } = view.receiver;
  const value = typeof name === 'string' ? view.field({ ...UNKNOWN, taints }, name) : undefined;
  const written = view.node ? view.written(view.node) : '';
  const text = written.length > 0 && written.length <= 60 && !/\s/.test(written) ? written : undefined;
  const given = value?.taints ?? taints;
  return { ...UNKNOWN, taints: text === undefined ? given : given.map((taint) => ({ ...taint, text })) };
};

/** Web frameworks, and the SDKs of Azure and Google that hand requests to functions. */
export const FRAMEWORK_FAMILIES = {
  // https://expressjs.com/en/5x/api.html#app.METHOD, https://github.com/jeremydaly/lambda-api
  ...family('express @types/express express-promise-router lambda-api polka restify', {
    ...each(VERBS, express),
    use: all(failed, express),
  }),
  // https://fastify.dev/docs/latest/Reference/Routes/
  ...family('fastify', { ...each(VERBS, fastify), ...each(HANDLERS, fastify), route, register: plugin }),
  // https://hono.dev/docs/api/routing
  ...family('hono @hono/zod-openapi hono/tiny hono/quick', {
    ...each(VERBS, registers('hono')),
    use: registers('hono'),
    openapi: registers('hono'),
    on: registers('hono'),
  }),
  ...family('koa @koa/router koa-router', { ...each(VERBS, registers('koa')), use: registers('koa') }),
  // https://docs.aws.amazon.com/powertools/typescript/latest/features/event-handler/rest/
  ...family('@aws-lambda-powertools/event-handler/experimental-rest @aws-lambda-powertools/event-handler/http', {
    ...each(VERBS, registers('powertools-js')),
  }),
  // https://itty.dev/itty-router/
  ...family('itty-router', each(VERBS, registers('itty'))),
  ...family('@azure/functions', {
    ...each('http get post put patch deleteRequest', azure('azure')),
    ...each(
      'storageQueue serviceBusQueue serviceBusTopic eventHub eventGrid cosmosDB storageBlob',
      azure('azure-trigger'),
    ),
  }),
  // https://github.com/GoogleCloudPlatform/functions-framework-nodejs
  ...family('@google-cloud/functions-framework', {
    http: registers('google'),
    cloudEvent: registers('cloud-event'),
  }),
  ...family('firebase-functions firebase-functions/v2/https firebase-functions/v1', {
    onRequest: registers('express'),
  }),
};

/** https://developer.mozilla.org/docs/Web/API/Response/Response */
const webResponse: Model = (view) => {
  const headers = view.arg('1.headers');
  const type = headers && (view.field(headers, 'Content-Type') ?? view.field(headers, 'content-type'));
  const location = headers && (view.field(headers, 'Location') ?? view.field(headers, 'location'));
  if (type && isPage(type)) view.sink('html', 0, { callee: 'the page that is answered' });
  if (location) view.sink('redirect', 1, { value: location, callee: 'the redirect of the response' });
  return UNKNOWN;
};

export const FRAMEWORKS: Readonly<Record<string, Model>> = {
  Response: webResponse,
  'Response.redirect': sink('redirect', 0),
  ...RESPONSES,
  [REQUEST_METHOD]: asked,
  '<callback>': calledBack,
  '<context>.succeed': calledBack,
  '<context>.done': calledBack,
};
