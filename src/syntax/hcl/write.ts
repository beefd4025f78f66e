import { Declined } from '#syntax/draft';
import { type HclBlock, type HclDatum, Raw } from '#syntax/hcl/ast';
import { wordEnd } from '#syntax/hcl/tokens';

/** How HCL is written around a place. */
export interface HclStyle {
  readonly eol: string;
  /** The blanks that a level is indented by. */
  readonly step: string;
}

/** How the entries of an object are written. */
export interface EntryStyle {
  readonly isQuoted: boolean;
  readonly separator: '=' | ':';
}

const PLAIN_ENTRIES: EntryStyle = { isQuoted: false, separator: '=' };

/** Characters up to which a list of plain values stays on one line. */
const MAX_LINE = 80;

/**
 * A value as an expression, its first line to be put after text, its other lines indented from `indent`; all on one line
 * without an indent. Blanks within lines are left to the formatter.
 * @throws Declined for a number that HCL cannot write
 */
export function expressionText(datum: HclDatum, indent: string | undefined, style: HclStyle): string {
  if (datum instanceof Raw) return rawText(datum, indent, style);
  if (typeof datum === 'string') return quoted(datum);
  if (typeof datum === 'number') return numberText(datum);
  if (datum === null || typeof datum !== 'object') return String(datum);
  if (isList(datum)) return listText(datum, indent, style);
  const entries = Object.entries(datum);
  if (entries.length === 0) return '{}';
  const inner = indent === undefined ? undefined : indent + style.step;
  const texts = entries.map(([key, value]) => entryText(key, value, inner, style));
  if (inner === undefined) return `{ ${texts.join(', ')} }`;
  return `{${texts.map((text) => `${style.eol}${inner}${text}`).join('')}${style.eol}${indent}}`;
}

/** One entry of an object. */
export function entryText(
  key: string,
  value: HclDatum,
  indent: string | undefined,
  style: HclStyle,
  entry: EntryStyle = PLAIN_ENTRIES,
): string {
  const name = entry.isQuoted || !isName(key) || key === 'for' ? quoted(key) : key;
  return `${name} ${entry.separator} ${expressionText(value, indent, style)}`;
}

function listText(items: readonly HclDatum[], indent: string | undefined, style: HclStyle): string {
  if (items.length === 0) return '[]';
  const line = `[${items.map((item) => expressionText(item, undefined, style)).join(', ')}]`;
  const isPlain = items.every((item) => item === null || typeof item !== 'object' || item instanceof Raw);
  if (indent === undefined || (isPlain && !line.includes('\n') && (items.length === 1 || line.length <= MAX_LINE)))
    return line;
  const inner = indent + style.step;
  const lines = items.map((item) => `${style.eol}${inner}${expressionText(item, inner, style)},`);
  return `[${lines.join('')}${style.eol}${indent}]`;
}

/** Text written as it is; its lines after the first are indented like what holds it. */
function rawText(raw: Raw, indent: string | undefined, style: HclStyle): string {
  const lines = raw.text.split(/\r?\n/);
  if (lines.length === 1 || raw.text.includes('<<')) return lines.join(style.eol);
  if (indent === undefined) throw new Declined();
  return lines.map((line, i) => (i === 0 || line === '' ? line : indent + line)).join(style.eol);
}

/** A block, its first line to be put after an indent. */
export function blockText(block: HclBlock, indent: string, style: HclStyle): string {
  const labels = (block.labels ?? []).map((label) => ` ${quoted(label)}`).join('');
  const inner = indent + style.step;
  const attributes = Object.entries(block.attributes ?? {}).map(
    ([name, value]) => `${inner}${argumentText(name, value, inner, style)}`,
  );
  const blocks = (block.blocks ?? []).map((nested) => inner + blockText(nested, inner, style));
  const parts = [...(attributes.length > 0 ? [attributes.join(style.eol)] : []), ...blocks];
  if (parts.length === 0) return `${block.type}${labels} {}`;
  return `${block.type}${labels} {${style.eol}${parts.join(style.eol + style.eol)}${style.eol}${indent}}`;
}

/**
 * `name = value`.
 * @throws Declined for a name that HCL cannot write
 */
export function argumentText(name: string, value: HclDatum, indent: string | undefined, style: HclStyle): string {
  if (!isName(name)) throw new Declined();
  return `${name} = ${expressionText(value, indent, style)}`;
}

export function isName(text: string): boolean {
  return text !== '' && wordEnd(text, 0) === text.length;
}

export function isList(datum: HclDatum): datum is readonly HclDatum[] {
  return Array.isArray(datum);
}

const ESCAPES: { readonly [sign: string]: string } = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\',
};

function quoted(text: string): string {
  const escaped = text.replace(/[\n\r\t"\\]/g, (sign) => ESCAPES[sign] ?? sign);
  return `"${escapedSequences(escaped)}"`;
}

/** Text in which nothing starts a template sequence. */
export function escapedSequences(text: string): string {
  return text.replaceAll('${', '$$${').replaceAll('%{', '%%{');
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Declined();
  return String(value);
}
