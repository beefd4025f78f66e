import type { CallView } from '#runtimes/engine/view';
import { isCredential } from '#runtimes/observations/names';
import { textOf } from '#runtimes/observations/options';

/** A URL with a password in it: https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
const WITH_PASSWORD = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:([^\s/@]{1,200})@([^\s/:?]{1,253})/i;

/** Whether an address is of the developer's own machine, where any password will do. */
export function isLocalEndpoint(address: string | undefined): boolean {
  return (
    address !== undefined &&
    /localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal|localstack|^db$|^postgres$|^mysql$|^redis$|^mongo$|\.local\b/.test(
      address,
    )
  );
}

/** Something outside is given a URL that holds a password. */
export function credentialInUrl(view: CallView): undefined {
  for (const [index, value] of view.args.list.entries()) {
    const url = textOf(value);
    if (url === undefined || url.length > 2_000) continue;
    const match = WITH_PASSWORD.exec(url);
    const [, password = '', host = ''] = match ?? [];
    if (match && isCredential(password) && !isLocalEndpoint(host))
      view.observe('credential-in-url', { at: view.place(index), details: { host } });
  }
  return undefined;
}

/** A token is signed or checked with a key that stands in the code, alone or where no other is set. */
export function signingKey(view: CallView, at: number | string, confidence: 'high' | 'medium' = 'high'): undefined {
  const value = view.arg(at);
  if (!value || value.text) return undefined;
  const texts = value.constants.filter((one) => typeof one === 'string');
  const isFallback = value.open && value.apis.some(({ path }) => /^(?:process\.env|os\.environ|os\.getenv)/.test(path));
  const [text] = texts;
  if (text === undefined || text === '' || text.startsWith('-----BEGIN PUBLIC') || text.startsWith('-----BEGIN CERT'))
    return undefined;
  if (value.open && !isFallback) return undefined;
  if (value.taints.some(({ origin }) => origin === 'event')) return undefined;
  view.observe('signing-key-in-code', {
    at: view.place(at),
    details: { how: isFallback ? 'fallback' : 'literal' },
    confidence: isFallback ? 'medium' : confidence,
  });
  return undefined;
}
