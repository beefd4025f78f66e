import { mark } from '#runtimes/engine/models';
import { isSafeFor } from '#runtimes/engine/sinks';
import type { Taint, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import type { Observer } from '#runtimes/observations/hooks';
import { isSaid } from '#runtimes/observations/written';

const TOKEN = /^(?:authorization|.{0,30}token|jwt)$/i;

/** Whether what is decoded is a part of a token that came in: cut at its dots, which a token of another kind has not. */
export function readsToken(view: CallView, value: Value | undefined): boolean {
  const isToken = view.taints(value).some(({ path }) => path.some((key) => TOKEN.test(key)));
  return isToken && isSaid(view.machine, /\bsplit\(\s{0,3}["'`]\.["'`]/);
}

/** What a token says of itself before anybody has checked who wrote it. */
export const unchecked = (view: CallView): readonly Taint[] => [mark('token', 'the token', view)];

/** Where the issuer is compared with those that are trusted, or looked up among them. */
const COMPARED =
  /\biss(?:uer)?\b['"\])]{0,4}\s{0,3}(?:[!=]==?|(?:not\s)?in\b)|[!=]==?\s{0,3}[\w.]{0,40}\biss(?:uer)?\b|\.(?:includes|has|get|test|startsWith|match)\(\s{0,3}[\w.[\]'"]{0,40}\biss(?:uer)?\b|\biss(?:uer)?\b['"\])]{0,4}\.(?:startsWith|startswith|match|includes)\(|\[[\w.]{0,40}\biss(?:uer)?\]/i;
/** What is fetched are keys. */
const KEYS = /jwks|openid-configuration|\bcerts\b|userPoolId/i;

/** The key that a token is checked with comes from where the token itself says: whoever signs with a key of their own names it there. */
export const ownKey: Observer = (view) => {
  const { machine } = view;
  const given = view.all.slice(0, 1).flatMap((one) => [...view.taints(one), ...view.taints(one, 'token')]);
  const isOwn = given.some(
    ({ origin, path, safe, ...rest }) =>
      path.some((key) => /^(?:iss|jku|x5u)$/.test(key)) &&
      (origin === 'token' ||
        (path.includes('<base64>') && !isSafeFor(machine.state.safetyOf({ origin, path, safe, ...rest }), 'url'))),
  );
  if (isOwn && isSaid(machine, KEYS) && !isSaid(machine, COMPARED))
    view.observe('jwt-not-verified', { details: { how: 'own key' }, confidence: 'medium' });
  return undefined;
};
