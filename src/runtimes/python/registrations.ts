import { DURABLE_WRAPPERS, durableWrapper } from '#runtimes/durable';
import type { Model } from '#runtimes/engine/language';
import { type Api, api, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';

const VERBS = 'get|post|put|patch|delete|head|options';

/** Decorators that hand a function to a framework, by the path of what they are, with the shape of its requests. */
const REGISTRATIONS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [
    new RegExp(
      `^(?:flask|flask_restful|flask_openapi3)\\.[\\w.]*(?:Flask|Blueprint|OpenAPI)\\(\\)\\.(?:route|${VERBS})\\(\\)$`,
    ),
    'flask',
  ],
  [
    new RegExp(
      `^(?:fastapi|starlette)\\.[\\w.]*(?:FastAPI|APIRouter|Starlette)\\(\\)\\.(?:route|api_route|${VERBS})\\(\\)$`,
    ),
    'fastapi',
  ],
  [new RegExp(`^chalice\\.[\\w.]*(?:Chalice|Blueprint)\\(\\)\\.(?:route|${VERBS})\\(\\)$`), 'chalice'],
  [/^chalice\.[\w.]*(?:Chalice|Blueprint)\(\)\.(?:on_\w+|schedule|lambda_function)\(\)$/, 'chalice-event'],
  [
    new RegExp(
      `^aws_lambda_powertools\\.event_handler\\.(?:\\w+\\.)*(?:APIGateway\\w*|ALB|LambdaFunctionUrl|VPCLattice\\w*|BedrockAgent|Api)(?:Resolver|Router|HttpResolver|RestResolver)?\\(\\)\\.(?:route|${VERBS})\\(\\)$`,
    ),
    'powertools',
  ],
  [
    new RegExp(`^aws_lambda_powertools\\.event_handler\\.(?:\\w+\\.)*Router\\(\\)\\.(?:route|${VERBS})\\(\\)$`),
    'powertools',
  ],
  [
    /^aws_lambda_powertools\.event_handler\.(?:\w+\.)*(?:AppSyncResolver|Router)\(\)\.(?:resolver|batch_resolver)\(\)$/,
    'appsync',
  ],
  [/^azure\.functions\.(?:FunctionApp|Blueprint)\(\)\.route\(\)$/, 'azure-request'],
  [/^azure\.functions\.(?:FunctionApp|Blueprint)\(\)\.(?:\w+_trigger|blob_trigger)\(\)$/, 'azure-message'],
  [/^functions_framework\.http$/, 'google-request'],
  [/^functions_framework\.cloud_event$/, 'google-event'],
];

const WRAPS = '<context manager>';

/** What a decorator makes of a function: most leave it as it is. */
export function decoratorModel(outside: Api): Model | undefined {
  const { path } = outside;
  if (path === 'contextlib.contextmanager' || path === 'contextlib.asynccontextmanager')
    return (view) => wrapped(view, WRAPS, outside);
  if (/^aws_lambda_powertools\.utilities\.parser\.event_parser\(\)$/.test(path))
    return (view) => wrapped(view, '<event parser>', outside);
  if (/^aws_lambda_powertools\.utilities\.validation\.validator\(\)$/.test(path))
    return (view) => wrapped(view, '<event validator>', outside);
  if (/^aws_lambda_powertools\.utilities\.data_classes\.event_source\(\)$/.test(path))
    return (view) => wrapped(view, '<event source>', outside);
  const durable = durableWrapper(path);
  if (durable !== undefined) return (view) => wrapped(view, durable, outside);
  const [, kind] = REGISTRATIONS.find(([pattern]) => pattern.test(path)) ?? [];
  if (kind === undefined) return undefined;
  return (view) => {
    const target = view.arg(0) ?? UNKNOWN;
    register(view, kind, target, labelOf(view, outside));
    return target;
  };
}

/** What makes such a decorator: `app.get('/orders')`, which is no map's method. */
export function registrarModel(path: string): Model | undefined {
  const isKnown = REGISTRATIONS.some(([pattern]) => pattern.test(`${path}()`));
  return isKnown ? (view) => api(`${path}()`, view.args, view.receiver) : undefined;
}

/** A function that something stands around: what calls it calls that. */
function wrapped(view: CallView, path: string, outside: Api): Value {
  const target = view.arg(0) ?? UNKNOWN;
  return {
    ...UNKNOWN,
    open: false,
    apis: [{ path, receiver: target, ...(outside.args ? { args: outside.args } : {}) }],
  };
}

/** Hands a function to a framework. */
export function register(view: CallView, kind: string, handler: Value, label: string): void {
  const [closure] = handler.closures;
  const at = closure ? closure.module.at(closure.code.nameSpan) : view.at;
  view.machine.registrations.push({ kind, handler, label, at });
}

/** What decorators call the route, or what messages are read from. */
const ROUTES = 'route rule path queue topic bucket stream queue_name topic_name event_hub_name container_name'.split(
  ' ',
);

/** `GET /orders/<id>`. */
function labelOf(view: CallView, outside: Api): string {
  const verb = /\.(\w+)\(\)$/.exec(outside.path)?.[1] ?? '';
  const route = outside.args?.list[0] ?? ROUTES.flatMap((name) => outside.args?.named.get(name) ?? [])[0];
  const path = view.constant(route);
  return `${new RegExp(`^(?:${VERBS})$`).test(verb) ? verb.toUpperCase() : 'ANY'} ${typeof path === 'string' ? path : ''}`.trim();
}

/** Functions that a call hands over instead of a decorator. */
export const REGISTERING: Readonly<Record<string, Model>> = {
  ...DURABLE_WRAPPERS,
  'flask.Flask().add_url_rule': (view) => {
    const handler = view.either('view_func', 2);
    if (handler) register(view, 'flask', handler, `ANY ${String(view.constant(view.arg(0)) ?? '')}`);
    return UNKNOWN;
  },
  'fastapi.FastAPI().add_api_route': (view) => {
    const handler = view.either('endpoint', 1);
    if (handler) register(view, 'fastapi', handler, `ANY ${String(view.constant(view.arg(0)) ?? '')}`);
    return UNKNOWN;
  },
  [WRAPS]: (view) => {
    const made = view.machine.call(view.receiver, view.args, undefined, view.at.span, view.context);
    view.machine.ended = false;
    return view.items(made);
  },
};
