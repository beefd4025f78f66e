import { isSafeFor } from '#runtimes/engine/sinks';
import type { Taint, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { secretsOf } from '#runtimes/observations/answers';
import { isOneTime, isPassword, isSecretVariable } from '#runtimes/observations/names';
import { namesIn } from '#runtimes/observations/written';

/** Parts of an event that hold all that somebody sent, and how messages call them. */
const WHOLE: Readonly<Record<string, string>> = { headers: 'headers', multiValueHeaders: 'headers', body: 'body' };

/** Headers that are as good as a password. */
const CREDENTIAL_HEADER = /^(?:authorization|cookie|x-api-key|x-auth-token|proxy-authorization)$/i;

/** Something is written to the log. */
export function logged(view: CallView, values: readonly Value[] = view.all): undefined {
  for (const value of values) {
    for (const name of ['event', 'secret'] as const) {
      const taints = view.taints(value, name);
      if (name === 'secret') {
        const [secret] = secretsOf(taints);
        if (secret && !isMasked(view, value)) view.observe('secret-logged', { details: { secret: secret.text } });
        continue;
      }
      judge(view, taints);
    }
  }
  codes(view);
  return undefined;
}

/** A code that was just made for somebody: whoever reads the log can use it before them. */
function codes(view: CallView): void {
  for (const { value } of view.node?.args ?? []) {
    const parts =
      value.kind === 'object' ? value.entries.flatMap((one) => ('spread' in one ? [] : [one.value])) : [value];
    for (const name of parts.flatMap((part) => namesIn(part))) {
      const cell = isOneTime(name) ? view.context.scope.lookup(name) : undefined;
      const taints = (cell && view.machine.state.get(cell)?.taints) ?? [];
      if (taints.some(({ origin }) => origin === 'generated' || origin === 'random'))
        view.observe('secret-logged', { details: { secret: name }, confidence: 'medium' });
    }
  }
}

/** `{ ...secret, password: '***' }`: whoever writes over the field that is secret knows what is logged. */
function isMasked(view: CallView, value: Value): boolean {
  return value.objects.some(
    (one) =>
      view.machine.state.get(one.spread) !== undefined &&
      [...one.fields].some(([name, cell]) => {
        const held = view.machine.state.get(cell);
        return (isPassword(name) || isSecretVariable(name)) && held !== undefined && held.taints.length === 0;
      }),
  );
}

function judge(view: CallView, taints: readonly Taint[]): void {
  for (const taint of taints) {
    // Whether there is one may be told: a truth value, a length.
    if (isSafeFor(taint.safe, 'sql') || taint.path.at(-1) === 'length') continue;
    const path = taint.path.filter((key) => !key.startsWith('<'));
    const last = path.at(-1) ?? '';
    if (isPassword(last) || CREDENTIAL_HEADER.test(last) || isSecretVariable(last))
      view.observe('secret-logged', { details: { secret: taint.text }, confidence: 'medium' });
    else if (path.length === 0 && taint.partial.length === 0 && !taint.path.includes('<base64>'))
      view.observe('event-logged', { details: { part: 'event', text: taint.text } });
    else if (path.length === 1 && WHOLE[last] !== undefined && taint.partial.length === 0)
      view.observe('event-logged', { details: { part: WHOLE[last] ?? '', text: taint.text } });
  }
}
