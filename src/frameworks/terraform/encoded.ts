import { dataOf } from '#frameworks/cloudformation/nodes';
import { heredocJson, heredocOf } from '#frameworks/terraform/heredoc-json';
import { isScalar, mapBranches } from '#frameworks/terraform/values';
import { parseJsonText } from '#model/json-text';
import { type Part, partsOf, Text } from '#model/text';
import type { SetValue, Value } from '#model/value';
import { type Location, SourceFile } from '#source/file';
import { parseDocument } from '#syntax/parse';

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
 * other text what it parses to, as JSON or, where an OpenAPI document is written in it, YAML. A value that is a structure already stays
 * as it is; text that is neither is unknown.
 */
export function decoded(value: Value): Value {
  return mapBranches(value, (one) => {
    const known = ENCODED.get(one);
    if (known) return known;
    const { data } = one;
    if (typeof data !== 'string' && !(data instanceof Text)) return one;
    const heredoc = heredocOf(one);
    const placed = heredoc && heredocJson(heredoc, decoded);
    if (placed) return placed;
    const json = parseJsonText(data, one.at);
    return json.kind === 'unknown' && looksLikeYaml(data) ? parseYamlText(data, one.at) : json;
  });
}

/** A first line that starts neither an object nor a list of JSON and has a key. */
function looksLikeYaml(text: string | Text): boolean {
  const [first] = partsOf(text);
  return typeof first === 'string' && /^\s{0,100}(?:---|#|["'\w-]{1,100}:)/.test(first);
}

/** Stand for what is filled in at deployment while YAML is read. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** What a text of YAML says, everything located at the text; what is filled in at deployment stays within its strings. */
export function parseYamlText(text: string | Text, at: Location): Value {
  const parts = partsOf(text);
  const source = parts.map((part, index) => (typeof part === 'string' ? part : `${OPEN}${index}${CLOSE}`)).join('');
  const { root, problems } = parseDocument(new SourceFile('text.yaml', source));
  if (!root || problems.length > 0) return { kind: 'unknown', at, why: 'the text is not YAML before the deployment' };
  const pieces = JSON.stringify(dataOf(root)).split(OPEN);
  const filled = pieces.flatMap((piece, index): Part[] => {
    const close = index === 0 ? -1 : piece.indexOf(CLOSE);
    const part = close === -1 ? undefined : parts[Number(piece.slice(0, close))];
    return part === undefined ? [piece] : [part, piece.slice(close + 1)];
  });
  return parseJsonText(Text.of(filled), at);
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
    return ['"', ...partsOf(data).map((part) => (typeof part === 'string' ? escaped(part) : part)), '"'];
  if (isScalar(data)) return [JSON.stringify(data)];
  const items: (readonly Part[])[] = Array.isArray(data)
    ? data.map((item: Value) => jsonParts(item, depth + 1))
    : [...(data as ReadonlyMap<string, Value>)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, item]) => [`"${escaped(name)}":`, ...jsonParts(item, depth + 1)]);
  const [open, close] = Array.isArray(data) ? ['[', ']'] : ['{', '}'];
  return [open, ...items.flatMap((item, index) => (index === 0 ? item : [',', ...item])), close];
}

/** A string's text within JSON, as Terraform's encoder writes it: signs of HTML are escaped as well. */
function escaped(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A structure as text of JSON that keeps it. */
export function encoded(text: SetValue, of: Value): SetValue {
  return withEncoded({ ...text, data: jsonText(of) }, of);
}
