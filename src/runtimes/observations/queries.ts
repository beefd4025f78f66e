import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { secretsOf } from '#runtimes/observations/answers';
import { fieldsOf } from '#runtimes/observations/options';
import type { Location } from '#source/file';

/** Services that take their key in the query alone, as their documentation says: there is nothing to be done about it. */
const QUERY_ALONE =
  /^https?:\/\/(?:api\.openweathermap\.org|maps\.googleapis\.com|www\.alphavantage\.co|api\.giphy\.com|www\.omdbapi\.com|api\.nasa\.gov|api\.ipstack\.com|api\.weatherapi\.com|hooks\.slack\.com)\//i;

/** A secret becomes part of the query of a URL that is called: it stands in the logs of everyone on the way. */
export function secretInUrl(view: CallView, value: Value | undefined, at: Location): void {
  let before = '';
  for (const piece of value?.text ?? []) {
    if (typeof piece === 'string') {
      before += piece;
      continue;
    }
    const [secret] = before.includes('?') ? secretsOf(piece.taints) : [];
    if (secret && !secret.text.startsWith('a presigned') && !QUERY_ALONE.test(before))
      view.observe('secret-in-query', {
        at,
        details: { secret: secret.text, name: /[?&]([\w.-]{1,60})=$/.exec(before)?.[1] ?? '' },
      });
  }
}

/** As `secretInUrl`, of fields that become the query: `params`. */
export function secretInFields(view: CallView, fields: Value | undefined, url: Value | undefined, at: Location): void {
  if (!fields || isQueryAlone(url)) return;
  for (const { name, value } of fieldsOf(view.machine, fields, 1)) {
    const [secret] = secretsOf(value.taints);
    if (secret && !secret.text.startsWith('a presigned'))
      view.observe('secret-in-query', { at, details: { secret: secret.text, name } });
  }
}

function isQueryAlone(url: Value | undefined): boolean {
  const head = url?.text?.[0] ?? url?.constants[0];
  return typeof head === 'string' && QUERY_ALONE.test(head);
}
