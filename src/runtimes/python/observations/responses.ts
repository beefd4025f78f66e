import type { CallView } from '#runtimes/engine/view';
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

export const RESPONSES: readonly Readonly<Record<string, Observer>>[] = [
  each(['fastapi.FastAPI().add_middleware', 'starlette.applications.Starlette().add_middleware'], starlette),
  { 'flask_cors.CORS': flask },
];
