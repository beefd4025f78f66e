import type { OperationArgument } from '#model/operations';
import type { Machine } from '#runtimes/engine/machine';
import { FILLED_IN } from '#runtimes/engine/placeholders';
import type { Api, Obj, Value } from '#runtimes/engine/value';

/** Values that an argument may have, and pieces of a text: more are not followed. */
const MAX_PARTS = 16;

const unknown = (why: string) => ({ kind: 'unknown', why }) as const;

/** What a value is as an argument of an operation. A variable of the environment with a default is the variable. */
export function argumentOf(machine: Machine, value: Value, depth = 0): OperationArgument {
  if (value.taints.some(({ origin }) => origin === 'event')) {
    const [starts] = value.text ?? [];
    return { ...unknown('comes from the event'), ...(typeof starts === 'string' ? { starts } : {}) };
  }
  const variables = value.apis.flatMap((one) => environmentVariable(one) ?? []);
  if (variables.length > 0 && variables.length === value.apis.length) return oneOf(variables.map(environment));
  if (value.taints.length > 0) return unknown('is decided at run time');
  const filled = value.apis.flatMap((one) => filledIn(machine, one) ?? []);
  if (filled.length > 0 && filled.length === value.apis.length) return oneOf(filled);
  if (value.text) return joined(machine, value.text, depth);
  if (value.apis.length > 0) return unknown(`comes from ${nameOf(value.apis[0])}`);
  if (value.objects.length > 0) return listed(machine, value.objects, depth);
  const texts = value.constants.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
  if (texts.length === 0 || value.open) return unknown('is decided at run time');
  return oneOf(texts.map((text): OperationArgument => ({ kind: 'literal', text })));
}

/** The name of the environment variable that a value of the language's library is. */
export function environmentVariable({ path, args }: Api): string | undefined {
  const read = /^(?:process\.env|os\.environ)\.(\w+)$/.exec(path)?.[1];
  if (read !== undefined) return read;
  if (path !== 'os.getenv()' && path !== 'os.environ.get()') return undefined;
  const given = args?.list[0] ?? args?.named.get('key');
  const [name] = given?.constants ?? [];
  return given?.constants.length === 1 && !given.open && typeof name === 'string' ? name : undefined;
}

/** What the template puts there in which the code stands. */
function filledIn(machine: Machine, { path, args }: Api): OperationArgument | undefined {
  const [index] = args?.list[0]?.constants ?? [];
  const filled = path === FILLED_IN && typeof index === 'number' ? machine.filled[index] : undefined;
  return filled && { kind: 'template', ...filled };
}

function environment(name: string): OperationArgument {
  return { kind: 'environment', name };
}

function oneOf(all: readonly OperationArgument[]): OperationArgument {
  const [only] = all;
  if (!only) return unknown('is decided at run time');
  if (all.length > MAX_PARTS) return unknown('is one of too many');
  return all.length === 1 ? only : { kind: 'several', of: all };
}

function joined(machine: Machine, pieces: readonly (string | Value)[], depth: number): OperationArgument {
  if (depth > 3 || pieces.length > MAX_PARTS) return unknown('is put together at run time');
  const parts = pieces.map(
    (piece): OperationArgument =>
      typeof piece === 'string' ? { kind: 'literal', text: piece } : argumentOf(machine, piece, depth + 1),
  );
  return { kind: 'joined', parts };
}

/** The items of a list: all of them are passed. */
function listed(machine: Machine, objects: readonly Obj[], depth: number): OperationArgument {
  if (depth > 3 || objects.some((one) => one.kind !== 'list')) return unknown('is put together at run time');
  const items: OperationArgument[] = [];
  for (const one of objects) {
    const inside = [...one.fields.values(), one.rest].flatMap((cell) => machine.state.get(cell) ?? []);
    if (machine.state.get(one.spread)) return unknown('is put together at run time');
    items.push(...inside.map((item) => argumentOf(machine, item, depth + 1)));
  }
  return oneOf(items);
}

function nameOf(outside: Api | undefined): string {
  const name = outside?.path.replaceAll('()', '') ?? 'elsewhere';
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}
