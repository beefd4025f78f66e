import type { CallView } from '#runtimes/engine/view';
import { each, type Observer } from '#runtimes/observations/hooks';
import { fieldAt, isWholeObject } from '#runtimes/observations/options';
import { isSaid } from '#runtimes/observations/written';

/** What gives a token an end elsewhere, or asks for its age when it comes back. */
const ENDS = /\bexp\b|expiresIn|setExpirationTime|maxTokenAge|\bverify\w{0,10}\([^;]{0,200}\bmaxAge\b/;

/** Whether what is signed are claims that are known, and none of them is the end. */
function lacksEnd(view: CallView, claims: CallView['args']['list'][number] | undefined): boolean {
  return isWholeObject(view.machine, claims) && !fieldAt(view.machine, claims, ['exp']);
}

/** `jwt.sign(claims, key, options)`: https://github.com/auth0/node-jsonwebtoken#token-expiration-exp-claim */
const signed: Observer = (view) => {
  const options = view.arg(2);
  const isKnown = options === undefined || options.closures.length > 0 || isWholeObject(view.machine, options);
  if (!view.node || view.args.rest || !isKnown || isSaid(view.machine, ENDS)) return undefined;
  if (lacksEnd(view, view.arg(0))) view.observe('jwt-without-expiry');
  return undefined;
};

/** `new SignJWT(claims).setSubject(…).sign(key)`: https://github.com/panva/jose/blob/main/docs/jwt/sign/classes/SignJWT.md */
const built: Observer = (view, path) => {
  if (!path.startsWith('jose.SignJWT()') || !path.endsWith('.sign') || isSaid(view.machine, ENDS)) return undefined;
  let [one] = view.receiver.apis;
  for (let depth = 0; one && one.path !== 'jose.SignJWT()' && depth < 16; depth++) one = one.receiver?.apis[0];
  const claims = one?.args?.list[0];
  if (one && (claims === undefined || lacksEnd(view, claims))) view.observe('jwt-without-expiry');
  return undefined;
};

export const TOKENS: readonly Readonly<Record<string, Observer>>[] = [each(['jsonwebtoken.sign'], signed)];

export const EVERY_TOKEN: readonly Observer[] = [built];
