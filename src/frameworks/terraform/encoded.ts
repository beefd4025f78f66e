import { isScalar, mapBranches } from '#frameworks/terraform/values';
import { parseJsonText } from '#model/json-text';
import { type Part, partsOf, Text } from '#model/text';
import type { SetValue, Value } from '#model/value';

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

/** Deeper structures than this are cut off in their text. */
const MAX_DEPTH = 100;

/** The text of a structure as JSON, as far as it is known: what is filled in at deployment stands within. */
export function jsonText(value: Value): string | Text {
  return Text.of(jsonParts(value, 0));
}

function jsonParts(value: Value, depth: number): readonly Part[] {
  if (value.kind === 'absent') return ['null'];
  if (value.kind === 'unknown')
    return [{ kind: 'hole', why: value.why, ...(value.parameter === undefined ? {} : { name: value.parameter }) }];
  if (value.kind === 'conditional' || depth > MAX_DEPTH) return [{ kind: 'hole', why: 'depends on a condition' }];
  const { data } = value;
  if (data instanceof Text || typeof data === 'string')
    return [
      '"',
      ...partsOf(data).map((part) => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part)),
      '"',
    ];
  if (isScalar(data)) return [JSON.stringify(data)];
  const items: (readonly Part[])[] = Array.isArray(data)
    ? data.map((item: Value) => jsonParts(item, depth + 1))
    : [...(data as ReadonlyMap<string, Value>)].map(([name, item]) => [
        `${JSON.stringify(name)}:`,
        ...jsonParts(item, depth + 1),
      ]);
  const [open, close] = Array.isArray(data) ? ['[', ']'] : ['{', '}'];
  return [open, ...items.flatMap((item, index) => (index === 0 ? item : [',', ...item])), close];
}

/** A structure as text of JSON that keeps it. */
export function encoded(text: SetValue, of: Value): SetValue {
  return withEncoded({ ...text, data: jsonText(of) }, of);
}
