import type { Safe } from '#runtimes/engine/sinks';
import { EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import { join, made, Obj, object, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';

/** What a schema lets through, whichever library it is written for. */
export interface Schema {
  /** What the value itself is safe for, once it passed. */
  readonly safe: Safe;
  readonly fields?: ReadonlyMap<string, Schema>;
  /** What items of a list are, or the values of a map. */
  readonly items?: Schema;
  /** Whether fields that have no name in it are kept. */
  readonly isOpen?: boolean;
  /** Functions that check or change the value after it. */
  readonly then?: readonly { readonly how: 'check' | 'change'; readonly by: Value }[];
}

export const ANYTHING: Schema = { safe: 0 };

/** Fields that are looked at of one schema, however deep. */
const MAX_DEPTH = 6;

/** What comes out of a schema that something was put into. */
export function passed(view: CallView, schema: Schema, data: Value, depth = 0): Value {
  if (depth > MAX_DEPTH) return data;
  let value: Value;
  if (schema.fields) {
    const one = new Obj('map', undefined, view.at);
    for (const [name, inner] of schema.fields) {
      const given = view.field(data, name);
      if (given) view.machine.state.set(one.field(name), passed(view, inner, given, depth + 1));
    }
    // Of fields that it does not name nothing was checked.
    if (schema.isOpen) view.machine.state.set(one.spread, data);
    value = object(one);
  } else if (schema.items) {
    value = view.list(passed(view, schema.items, view.items(data), depth + 1));
  } else value = { ...data, taints: made(data.taints, schema.safe, schema.safe === 0 ? undefined : 'validation') };
  for (const { how, by } of schema.then ?? []) {
    const result = view.run(by, value);
    if (how === 'change') value = result;
    else {
      const truthy = result.implies?.truthy;
      if (truthy && truthy !== 'never')
        value = {
          ...value,
          taints: value.taints.map((one) => ({ ...one, safe: one.safe | (truthy.get(one.key) ?? 0) })),
        };
    }
  }
  return value;
}

/** What is known of the parts of a value when it passed. */
export function known(
  view: CallView,
  schema: Schema,
  data: Value,
  into = new Map<string, Safe>(),
  depth = 0,
): Map<string, Safe> {
  if (depth > MAX_DEPTH) return into;
  for (const taint of data.taints) {
    const safe = schema.fields && !schema.isOpen ? safeFor('record') : schema.fields ? 0 : schema.safe;
    if (safe !== 0 && taint.key !== '') into.set(taint.key, (into.get(taint.key) ?? 0) | safe);
  }
  for (const [name, inner] of schema.fields ?? []) {
    const given = view.field(data, name);
    if (given) known(view, inner, given, into, depth + 1);
  }
  if (schema.items) known(view, schema.items, view.items(data), into, depth + 1);
  for (const { how, by } of schema.then ?? []) {
    const truthy = how === 'check' ? view.run(by, data).implies?.truthy : undefined;
    if (truthy && truthy !== 'never') for (const [key, safe] of truthy) into.set(key, (into.get(key) ?? 0) | safe);
  }
  return into;
}

/** What both let through at least: of a union of schemas. */
export function eitherOf(schemas: readonly Schema[]): Schema {
  if (schemas.length === 0) return ANYTHING;
  const [first] = schemas;
  if (schemas.length === 1 && first) return first;
  if (schemas.every((one) => one.fields)) {
    const names = new Set(schemas.flatMap((one) => [...(one.fields?.keys() ?? [])]));
    const fields = new Map<string, Schema>();
    for (const name of names) {
      const own = schemas.flatMap((one) => one.fields?.get(name) ?? []);
      fields.set(name, eitherOf(own));
    }
    return { safe: 0, fields, isOpen: schemas.some((one) => one.isOpen) };
  }
  return { safe: schemas.reduce((all, one) => all & (one.fields || one.items ? 0 : one.safe), EVERYTHING) };
}

/** The value as it is known where the check has an answer: true when it passed. */
export function checked(view: CallView, schema: Schema, data: Value): Value {
  return {
    ...UNKNOWN,
    constants: [true, false],
    open: false,
    implies: { truthy: known(view, schema, data), falsy: new Map() },
  };
}

/** `{ error, value }`, `{ success, data }`: a failure that is nothing, or a success that is true, tells that it passed. */
export function outcome(
  view: CallView,
  schema: Schema,
  data: Value,
  names: { readonly success?: string; readonly failure?: string; readonly value: string },
): Value {
  const fields: Record<string, Value> = { [names.value]: join(passed(view, schema, data), UNKNOWN) };
  const truthy = known(view, schema, data);
  if (names.success !== undefined) fields[names.success] = checked(view, schema, data);
  if (names.failure !== undefined)
    fields[names.failure] = { ...UNKNOWN, implies: { truthy: new Map(), falsy: truthy } };
  return view.map(fields);
}
