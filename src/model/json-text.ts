import { Property } from '#model/property';
import { type Part, partsOf, Text } from '#model/text';
import type { Scalar, Value } from '#model/value';
import type { Location } from '#source/file';

/** Deeper JSON than this is unknown: no policy or definition comes near it, and walking it must stay within the stack. */
const MAX_DEPTH = 100;

/** Stand for the parts of a Text that are filled in at deployment: a number between two characters of the private use area. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/**
 * The property, or what the JSON in it says where a string stands in the place of a map (`PolicyDocument: '{"Version": …}'`,
 * `DefinitionString: !Sub '{…}'`). Everything in such JSON is located at the string. Text that is not JSON is unknown.
 */
export function jsonIn<T>(property: Property<T>): Property<T> {
  const text = property.kind === 'set' ? property.text : undefined;
  if (text === undefined) return property;
  // Where a policy belongs, an empty string is how to have none.
  if (text === '') {
    return new Property<T>(property.resource, property.path, { kind: 'absent', at: property.value.at }, property.when);
  }
  const value = parseJsonText(text, property.value.at);
  if (value.kind === 'conditional') return property;
  return new Property<T>(property.resource, property.path, value, property.when);
}

/** A string of JSON as a value; what is filled in at deployment stays a Text within the strings that it stands in. */
export function parseJsonText(text: string | Text, at: Location): Value {
  const parts = partsOf(text);
  const source = parts.map((part, index) => (typeof part === 'string' ? part : `${OPEN}${index}${CLOSE}`)).join('');
  try {
    return toValue(JSON.parse(source), parts, at, 0);
  } catch {
    const open = parts.find((part) => typeof part === 'object' && part.kind === 'hole');
    const why = typeof open === 'object' && open.kind === 'hole' ? open.why : undefined;
    return { kind: 'unknown', at, why: why ?? 'the text is not JSON' };
  }
}

function toValue(data: unknown, parts: readonly Part[], at: Location, depth: number): Value {
  if (depth > MAX_DEPTH) return { kind: 'unknown', at, why: 'JSON nested too deeply' };
  if (Array.isArray(data)) {
    return { kind: 'set', at, data: data.map((item) => toValue(item, parts, at, depth + 1)) };
  }
  if (typeof data === 'object' && data !== null) {
    const entries = Object.entries(data).map(([key, value]): [string, Value] => [
      filled(key, parts).toString(),
      toValue(value, parts, at, depth + 1),
    ]);
    return { kind: 'set', at, data: new Map(entries) };
  }
  return { kind: 'set', at, data: typeof data === 'string' ? filled(data, parts) : (data as Scalar) };
}

function filled(text: string, parts: readonly Part[]): string | Text {
  if (!text.includes(OPEN)) return text;
  const found: Part[] = [];
  let rest = text;
  for (let open = rest.indexOf(OPEN); open !== -1; open = rest.indexOf(OPEN)) {
    const close = rest.indexOf(CLOSE, open);
    const part = close === -1 ? undefined : parts[Number(rest.slice(open + 1, close))];
    if (part === undefined) break;
    found.push(rest.slice(0, open), part);
    rest = rest.slice(close + 1);
  }
  return Text.of([...found, rest]);
}
