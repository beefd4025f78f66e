import { mapBranches } from '#frameworks/terraform/values';
import { parseJsonText } from '#model/json-text';
import { Text } from '#model/text';
import type { Value } from '#model/value';

const ENCODED = new WeakMap<object, Value>();

/** Remembers what a text of JSON was made of; gives the same object back. */
export function withEncoded<T extends Value>(text: T, of: Value): T {
  ENCODED.set(text, of);
  return text;
}

/** What a text of JSON was made of, where the lens knows. */
export function encodedIn(text: Value): Value | undefined {
  return ENCODED.get(text);
}

/**
 * The JSON that a value holds as text, with its structure: what `jsonencode` or a policy document was given, every value at its place; of
 * other text what it parses to. A value that is a structure already stays as it is; text that is not JSON is unknown.
 */
export function decoded(value: Value): Value {
  return mapBranches(value, (one) => {
    const known = ENCODED.get(one);
    if (known) return known;
    const { data } = one;
    return typeof data === 'string' || data instanceof Text ? parseJsonText(data, one.at) : one;
  });
}
