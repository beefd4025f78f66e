import type { Context, Machine } from '#runtimes/engine/machine';
import type { Value } from '#runtimes/engine/value';
import { fieldsOf } from '#runtimes/observations/options';
import type { Location } from '#source/file';

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

/** What makes it depend on the request whether more is told: `if (event.queryStringParameters?.debug)`. */
const ASKED = /\bif\b[^\n]{0,160}\b(debug|verbose|trace|diagnostics?)\b[^\n]{0,60}(?:\n[^\n]{0,200})?$/i;

/**
 * All variables of the environment are answered: to everybody, or to whoever adds a word to the request.
 * @param at where they are read
 * @param answer where they stand in the answer
 */
export function environmentAnswered(
  machine: Machine,
  path: string,
  at: Location,
  context: Context,
  answer: Location = at,
): void {
  const { start } = at.span;
  const [, option] = ASKED.exec(at.file.text.slice(Math.max(0, start - 400), start)) ?? [];
  if (option === undefined)
    machine.observe('secret-returned', answer, context, { callee: path, details: { secret: path } });
  else machine.observe('debug-mode', at, context, { callee: path, details: { option, how: 'asked' } });
}
