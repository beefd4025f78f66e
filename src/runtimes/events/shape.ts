import type { EventShape } from '#model/handler';

/** What whoever calls or sends decides, all of it. */
export const SENDER: EventShape = { control: 'sender' };

/** What the cloud vouches for, all of it. */
export const PROVIDER: EventShape = { control: 'provider' };

/** A map with known fields; what is not named is the sender's, or as `rest` says. */
export function fields(known: Readonly<Record<string, EventShape>>, rest: EventShape = SENDER): EventShape {
  return { control: 'sender', fields: known, rest };
}

/** A map that the cloud fills, but for the fields named. */
export function vouched(known: Readonly<Record<string, EventShape>>): EventShape {
  return { control: 'provider', fields: known, rest: PROVIDER };
}

/** A list; all items are alike. */
export function list(of: EventShape): EventShape {
  return { control: of.control, rest: of };
}

/** The same shape for several names, separated by blanks. */
export function all(names: string, shape: EventShape): Record<string, EventShape> {
  return Object.fromEntries(names.split(' ').map((name) => [name, shape]));
}

/** What one key of an event leads to; `[]` is any item of a list. Below what has no fields everything is as it is. */
export function fieldOf(shape: EventShape, key: string): EventShape {
  const named = shape.fields && Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
  if (named) return named;
  if (shape.rest) return shape.rest;
  return shape.fields ? SENDER : { control: shape.control };
}

/** What a path from the event on leads to; the steps that decode text (`<json>`, `<base64>`) stay with what they decode. */
export function shapeAt(shape: EventShape, path: readonly string[]): EventShape {
  return path.reduce((at, key) => (key === JSON_TEXT || key === BASE64 ? at : fieldOf(at, key)), shape);
}

/** A step of a path that leads into the JSON which the text before it holds. */
export const JSON_TEXT = '<json>';

/** A step of a path that leads into what the text before it encodes. */
export const BASE64 = '<base64>';

/** Both events: a field is the sender's where either says so. */
export function union(a: EventShape, b: EventShape): EventShape {
  if (a === b) return a;
  const control = a.control === 'sender' || b.control === 'sender' ? 'sender' : 'provider';
  if (!a.fields && !a.rest && !b.fields && !b.rest) return { control };
  const keys = new Set([...Object.keys(a.fields ?? {}), ...Object.keys(b.fields ?? {})]);
  const merged = [...keys].map((key): [string, EventShape] => {
    // A field that only one of the events has is as that one says.
    const own = [a, b].filter((one) => one.fields && Object.hasOwn(one.fields, key));
    const [only] = own;
    return [key, own.length === 1 && only ? fieldOf(only, key) : union(fieldOf(a, key), fieldOf(b, key))];
  });
  const rest = union(fieldOf(a, ''), fieldOf(b, ''));
  return { control, fields: Object.fromEntries(merged), rest };
}
