import type { Rewrite } from '#model/handler';
import { isSafeFor } from '#runtimes/engine/sinks';
import type { Obj } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { RESPONSE } from '#runtimes/javascript/responses';
import { answered, isIdentity } from '#runtimes/observations/answers';
import { each, type Observer } from '#runtimes/observations/hooks';
import { fieldAt, only, textOf, withArgument, withField } from '#runtimes/observations/options';
import type { Location } from '#source/file';

/** What is sent by a method of the response is answered as well. */
const sent: Observer = (view) => {
  const body = view.arg(0);
  if (body) answered(view.machine, body, view.place(0), view.context);
  return undefined;
};

/** `res.cookie('session', id, { … })`: https://expressjs.com/en/5x/api.html#res.cookie */
const cookie: Observer = (view) => {
  const name = textOf(view.arg(0));
  const options = view.arg(2);
  if (name === undefined || !isIdentity(name) || view.args.list.length < 2 || view.args.rest) return undefined;
  const isKnown =
    !options ||
    (!options.open &&
      options.objects.length === 1 &&
      !options.objects.some((one) => view.machine.state.get(one.spread)));
  if (!isKnown) return undefined;
  const missing = [
    ['secure', 'Secure'],
    ['httpOnly', 'HttpOnly'],
  ].filter(([flag = '']) => {
    const field = fieldAt(view.machine, options, [flag]);
    return !field || only(field.value) === false;
  });
  if (missing.length > 0)
    view.observe('cookie-without-flags', {
      details: { cookie: name, missing: missing.map(([, flag]) => flag).join(' and ') },
      rewrite: flagged(
        view,
        missing.flatMap(([flag]) => flag ?? []),
      ),
    });
  return undefined;
};

const TITLE = 'Keep scripts and plain http away from the cookie';

/** Options that are missing are added; one that is switched off stands there for a reason that its owner knows. */
function flagged(view: CallView, flags: readonly string[]): Rewrite | undefined {
  const options = view.arg(2);
  if (flags.some((flag) => fieldAt(view.machine, options, [flag]))) return undefined;
  const fields = flags.map((flag) => `${flag}: true`).join(', ');
  return view.node?.args.length === 2 ? withArgument(view, TITLE, `{ ${fields} }`) : withField(view, TITLE, 2, fields);
}

/** What was set on a response so far: the two headers count together. */
const SET = new WeakMap<Obj, { readonly reflected?: Location; readonly credentials?: true }>();

const headed: Observer = (view) => {
  const name = textOf(view.arg(0))?.toLowerCase();
  const response = view.receiver.apis.find(({ path }) => path === RESPONSE)?.receiver?.objects[0];
  if (!response || !name?.startsWith('access-control-allow-')) return undefined;
  const value = view.arg(1);
  const isReflected =
    name.endsWith('-origin') &&
    value?.taints.some(
      ({ origin, path, safe }) => origin === 'event' && /^origin$/i.test(path.at(-1) ?? '') && !isSafeFor(safe, 'url'),
    );
  const isCredentials = name.endsWith('-credentials') && String(only(value)).toLowerCase() === 'true';
  const known = SET.get(response) ?? {};
  const now = {
    ...known,
    ...(isReflected ? { reflected: view.at } : {}),
    ...(isCredentials ? { credentials: true as const } : {}),
  };
  SET.set(response, now);
  if (now.reflected && now.credentials)
    view.observe('open-cors', { at: now.reflected, details: { origin: 'whatever origin asks' }, confidence: 'medium' });
  return undefined;
};

/** `cors({ origin: true, credentials: true })` answers with the origin that asks: https://github.com/expressjs/cors#configuration-options */
const shared: Observer = (view) => {
  const options = view.arg(0);
  const origin = fieldAt(view.machine, options, ['origin']);
  const credentials = fieldAt(view.machine, options, ['credentials']);
  if (only(origin?.value) === true && only(credentials?.value) === true)
    view.observe('open-cors', { details: { origin: 'whatever origin asks' } });
  return undefined;
};

const methods = (...names: readonly string[]): readonly string[] => names.map((name) => `${RESPONSE}.${name}`);

export const RESPONSES: readonly Readonly<Record<string, Observer>>[] = [
  each(methods('send', 'json', 'jsonp', 'end', 'write', 'html', 'text'), sent),
  each(methods('cookie', 'setCookie'), cookie),
  each(methods('set', 'header', 'setHeader'), headed),
  { cors: shared, '@fastify/cors': shared },
];
