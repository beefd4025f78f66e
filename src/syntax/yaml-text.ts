import { Tagged } from '#syntax/document';
import { Declined, type Draft, draftOf } from '#syntax/draft';

/** How a YAML file is written, as far as new text must follow it. */
export interface YamlStyle {
  readonly quote: '"' | "'";
  /** Columns from a key to the keys below it. */
  readonly mapStep: number;
  /** Columns from a key to the dashes below it. */
  readonly listStep: number;
  /** What stands between the braces and what they hold; the same for brackets. */
  readonly bracePadding: '' | ' ';
  readonly bracketPadding: '' | ' ';
  /** How text of several lines is written. */
  readonly longText: 'block' | 'quotes';
}

/** What stands after `key:` or `-`: the rest of that line, with its leading blank, and the lines below. */
export interface Block {
  readonly first: string;
  readonly rest: readonly string[];
}

/** Lists and maps under a tag stand on one line up to this length. */
const SHORT = 80;

/** The value after a `key:` whose key stands at a column. */
export function afterKey(draft: Draft, column: number, style: YamlStyle): Block {
  if (draft instanceof Map && draft.size > 0)
    return { first: '', rest: mapLines(draft, column + style.mapStep, style) };
  if (Array.isArray(draft) && draft.length > 0)
    return { first: '', rest: listLines(draft, column + style.listStep, style) };
  return inline(draft, column + style.mapStep, style, (value) => afterKey(value, column, style));
}

/** The value after a dash that stands at a column. */
export function afterDash(draft: Draft, column: number, style: YamlStyle): Block {
  const lines =
    draft instanceof Map && draft.size > 0
      ? mapLines(draft, column + 2, style)
      : Array.isArray(draft) && draft.length > 0
        ? listLines(draft, column + 2, style)
        : undefined;
  if (lines !== undefined) return { first: ` ${lines[0]?.trimStart() ?? ''}`, rest: lines.slice(1) };
  return inline(draft, column + 2, style, (value) => {
    const rest =
      value instanceof Map ? mapLines(value, column + 2, style) : listLines(listOf(value), column + 2, style);
    return { first: '', rest };
  });
}

function listOf(draft: Draft): Draft[] {
  if (Array.isArray(draft)) return draft;
  throw new Declined();
}

/** The entries of a map, their keys at a column. */
export function mapLines(map: ReadonlyMap<string, Draft>, column: number, style: YamlStyle): string[] {
  return [...map].flatMap(([key, value]) => {
    const { first, rest } = afterKey(value, column, style);
    return [`${' '.repeat(column)}${keyText(key, style, false)}:${first}`, ...rest];
  });
}

/** The items of a list, their dashes at a column. */
export function listLines(items: readonly Draft[], column: number, style: YamlStyle): string[] {
  return items.flatMap((item) => {
    const { first, rest } = afterDash(item, column, style);
    return [`${' '.repeat(column)}-${first}`, ...rest];
  });
}

function inline(draft: Draft, literalColumn: number, style: YamlStyle, below: (value: Draft) => Block): Block {
  if (!(draft instanceof Tagged)) {
    const literal = typeof draft === 'string' ? literalText(draft, literalColumn, style) : undefined;
    if (literal !== undefined) return { first: ` ${literal[0] ?? ''}`, rest: literal.slice(1) };
    return {
      first: ` ${typeof draft === 'string' ? stringText(draft, style.quote, false) : flowText(draft, style)}`,
      rest: [],
    };
  }
  const value = draftOf(draft.value);
  const literal = typeof value === 'string' ? literalText(value, literalColumn, style) : undefined;
  if (literal !== undefined) return { first: ` ${tagText(draft.tag)} ${literal[0] ?? ''}`, rest: literal.slice(1) };
  const isBlock = (value instanceof Map && value.size > 0) || (Array.isArray(value) && value.length > 0);
  const flow = isBlock && !isShort(value) ? undefined : taggedText(draft, style, false);
  if (flow !== undefined && (!isBlock || flow.length <= SHORT)) return { first: ` ${flow}`, rest: [] };
  const { rest } = below(value);
  return { first: ` ${tagText(draft.tag)}`, rest };
}

function isShort(value: Draft): boolean {
  return Array.isArray(value) && value.every((item) => !(item instanceof Map) && !Array.isArray(item));
}

/** A value on one line, as it may stand within brackets. */
export function flowText(draft: Draft, style: YamlStyle): string {
  if (draft === null) return 'null';
  if (typeof draft === 'string') return stringText(draft, style.quote, true);
  if (typeof draft === 'number') return numberText(draft);
  if (typeof draft === 'boolean') return String(draft);
  if (Array.isArray(draft))
    return `[${padded(draft.map((item) => flowText(item, style)).join(', '), style.bracketPadding)}]`;
  if (draft instanceof Map) {
    const entries = [...draft].map(([key, value]) => `${keyText(key, style, true)}: ${flowText(value, style)}`);
    return `{${padded(entries.join(', '), style.bracePadding)}}`;
  }
  return taggedText(draft, style, true);
}

/** What stands between braces or brackets; nothing needs no padding. */
export function padded(inner: string, padding: '' | ' '): string {
  return inner === '' ? '' : padding + inner + padding;
}

function taggedText(tagged: Tagged, style: YamlStyle, inFlow: boolean): string {
  const value = draftOf(tagged.value);
  const tag = tagText(tagged.tag);
  if (value instanceof Tagged) throw new Declined();
  if (value instanceof Map || Array.isArray(value)) return `${tag} ${flowText(value, style)}`;
  const text = String(value ?? '');
  // What Sub is to fill in is easier told from YAML's own braces in quotes.
  if (text.includes('${')) return `${tag} ${quoted(text, readableQuote(text, style.quote))}`;
  return `${tag} ${stringText(text, style.quote, inFlow)}`;
}

function tagText(tag: string): string {
  if (!/^![\w:.-]{1,100}$/.test(tag)) throw new Declined();
  return tag;
}

/** A key as it is written. */
export function keyText(key: string, style: YamlStyle, inFlow: boolean): string {
  if (key.length > 500) throw new Declined();
  return stringText(key, style.quote, inFlow);
}

/** A number that reads back as itself. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Declined();
  return Object.is(value, -0) ? '0' : String(value);
}

/** Text, in quotes only where YAML would read it as something else. */
export function stringText(text: string, quote: '"' | "'", inFlow: boolean): string {
  return isPlain(text, inFlow) ? text : quoted(text, readableQuote(text, quote));
}

/** The quotes asked for, unless the text holds them and not the others. */
function readableQuote(text: string, quote: '"' | "'"): '"' | "'" {
  const other = quote === '"' ? "'" : '"';
  return text.includes(quote) && !text.includes(other) ? other : quote;
}

/** Text in quotes: the quotes asked for, unless it takes escapes, which only double quotes have. */
export function quoted(text: string, quote: '"' | "'"): string {
  if (quote === '"' || UNPRINTABLE.test(text)) return doubleQuoted(text);
  return `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(ESCAPED_TOO, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// Characters that YAML 1.2 (5.1) does not count as printable, and line breaks of any kind.
const UNPRINTABLE =
  /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const ESCAPED_TOO = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

/** Signs that start something else than plain text (YAML 1.2, 7.3.3), at the start of a text. */
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)/;

/** What YAML 1.1 or 1.2 readers take for a boolean, null, merge key, default, number, sexagesimal or date. */
const OTHER_TYPE =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(?:inf|nan)|[-+.]?[0-9][0-9a-fx_.,:eo+-]*|\d{4}-\d\d?-\d\d?.*)$/i;

function isPlain(text: string, inFlow: boolean): boolean {
  if (text === '' || text.trim() !== text || UNPRINTABLE.test(text)) return false;
  if (INDICATOR.test(text) || OTHER_TYPE.test(text)) return false;
  if (text.includes(': ') || text.includes(':\t') || text.endsWith(':') || text.includes(' #') || text.includes('\t#'))
    return false;
  if (!inFlow) return true;
  return !/[,[\]{}]/.test(text) && !/^[-?:]/.test(text);
}

/** Text of several lines as a literal block: header first. Undefined where only escapes can tell it. */
function literalText(text: string, column: number, style: YamlStyle): string[] | undefined {
  if (style.longText === 'quotes') return undefined;
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  if (!body.includes('\n') || /^[ \t\n]/.test(body) || body.endsWith('\n')) return undefined;
  if (UNPRINTABLE.test(body.replaceAll('\n', ''))) return undefined;
  const lines = body.split('\n').map((line) => (line === '' ? '' : ' '.repeat(column) + line));
  if (lines.some((line) => line !== '' && line.trim() === '')) return undefined;
  return [text.endsWith('\n') ? '|' : '|-', ...lines];
}
