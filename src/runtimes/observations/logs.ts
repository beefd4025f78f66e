import type { Machine } from '#runtimes/engine/machine';
import { isSafeFor } from '#runtimes/engine/sinks';
import type { Taint, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { secretsOf } from '#runtimes/observations/answers';
import { isOneTime, isPassword, isSecretVariable } from '#runtimes/observations/names';
import { fieldsOf } from '#runtimes/observations/options';
import { namesIn } from '#runtimes/observations/written';
import type { Location } from '#source/file';

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

/**
 * Where in a value all variables of the environment stand: the value itself, a field, or what an object was spread from.
 * @param path of the environment: `process.env`
 */
export function environmentIn(
  machine: Machine,
  value: Value | undefined,
  path: string,
  at: Location,
): Location | undefined {
  const isAll = (one: Value | undefined): boolean => one?.apis.some((outside) => outside.path === path) ?? false;
  if (!value || isAll(value)) return value && at;
  if (value.objects.some((one) => isAll(machine.state.get(one.spread)))) return at;
  const field = fieldsOf(machine, value, 2).find((one) => isAll(one.value));
  return field && (field.owner.places.get(field.name) ?? field.owner.at ?? at);
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
