import type { CallView } from '#runtimes/engine/view';
import { answered } from '#runtimes/observations/answers';
import { each, type Observer } from '#runtimes/observations/hooks';
import { fieldsOf, only, textOf } from '#runtimes/observations/options';

function isEverybody(view: CallView, name: string): boolean {
  const value = view.args.named.get(name);
  if (!value) return false;
  return textOf(value) === '*' || fieldsOf(view.machine, value, 1).some((one) => textOf(one.value) === '*');
}

/** With credentials, both answer with the origin that asks: https://www.starlette.io/middleware/#corsmiddleware */
const starlette: Observer = (view) => {
  if (only(view.args.named.get('allow_credentials')) === true && isEverybody(view, 'allow_origins'))
    view.observe('open-cors', { details: { origin: 'whatever origin asks' } });
  return undefined;
};

/** https://flask-cors.readthedocs.io/en/latest/api.html */
const flask: Observer = (view) => {
  const { named } = view.args;
  if (only(named.get('supports_credentials')) !== true || named.has('resources') || named.has('**')) return undefined;
  if (!named.has('origins') || isEverybody(view, 'origins'))
    view.observe('open-cors', { details: { origin: 'whatever origin asks' } });
  return undefined;
};

/** What an exception of the framework's tells is answered. */
const told =
  (...places: readonly (number | string)[]): Observer =>
  (view) => {
    for (const place of places) {
      const value = view.arg(place);
      if (!value) continue;
      const at = view.place(place);
      const taints = value.taints.map((one) =>
        one.origin === 'exception' && one.path.length === 0 ? { ...one, at } : one,
      );
      answered(view.machine, { ...value, taints }, at, view.context);
    }
    return undefined;
  };

export const RESPONSES: readonly Readonly<Record<string, Observer>>[] = [
  each(['fastapi.FastAPI().add_middleware', 'starlette.applications.Starlette().add_middleware'], starlette),
  { 'flask_cors.CORS': flask, 'flask.jsonify': told(0) },
  // https://fastapi.tiangolo.com/tutorial/handling-errors/
  each(
    [
      'fastapi.HTTPException',
      'fastapi.exceptions.HTTPException',
      'starlette.exceptions.HTTPException',
      'flask.abort',
      'werkzeug.exceptions.abort',
    ],
    told(1, 'detail', 'description'),
  ),
  each(['fastapi.responses.JSONResponse', 'starlette.responses.JSONResponse'], told(0, 'content')),
  // https://docs.aws.amazon.com/powertools/python/latest/core/event_handler/api_gateway/#raising-http-errors
  each(
    ['InternalServerError', 'BadRequestError', 'NotFoundError', 'UnauthorizedError', 'ForbiddenError'].map(
      (name) => `aws_lambda_powertools.event_handler.exceptions.${name}`,
    ),
    told(0),
  ),
  { 'aws_lambda_powertools.event_handler.exceptions.ServiceError': told(1, 'msg') },
  // https://aws.github.io/chalice/api.html#exceptions
  each(
    ['BadRequestError', 'ChaliceViewError', 'NotFoundError', 'ForbiddenError'].map((name) => `chalice.${name}`),
    told(0),
  ),
];
