import { code, plain } from '#finding/markdown';

/**
 * The first `limit` UTF-16 units of a text, with an ellipsis where something was left out; never half a surrogate pair. GitHub
 * counts characters, of which there are at most as many.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const half = end > 0 && /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return `${text.slice(0, half ? end - 1 : end)}…`;
}

const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;
const KEPT_ENTITIES = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&#39;', '&#58;', '&#91;', '&#93;', '&#46;']);
const NO_BREAK_IN = '&#8203;';

/** One piece of Markdown text: a code span's content, or a character with the Markdown that shows it. */
type Token =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly markdown: string };

/**
 * A message as one line of Markdown in which only code spans and emphasis are markup. It is the second wall behind the
 * escaping of whoever wrote the message: no HTML or HTML comment, link, image, heading, list, fence, mention or reference to
 * an issue comes out of it, whatever it quotes. A zero-width space stands behind `@` and `#1`, since GitHub looks for
 * mentions after it has resolved escapes and entities (zwave-js-ui#4743).
 */
export function inline(markdown: string, limit = 1500): string {
  const text = tokens(markdown, limit)
    .map((token) => (token.kind === 'code' ? span(token.text) : token.markdown))
    .join('');
  return text
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=#~|]/, '\\$&')
    .replace(/^\*(?!\*?[^\s*])/, '\\*');
}

/** Untrusted text that is no Markdown, as one line of Markdown that shows it as it is. */
export function inlineText(text: string, limit = 1500): string {
  return inline(plain(cut(text.replace(INVISIBLE, ' '), limit)), limit * 6);
}

/** Untrusted text as inline code. */
export function inlineCode(text: string): string {
  return inline(code(text));
}

/** A message in Markdown as plain text, for annotations: no markup in it is interpreted there. */
export function plainText(markdown: string, limit: number): string {
  const text = tokens(markdown, limit)
    .map((token) => token.text)
    .join('');
  return cut(text.replaceAll('**', '').trim(), limit);
}

/** A line of Markdown as a cell of a table: its pipes do not end the cell. */
export function cell(markdown: string): string {
  return markdown.replace(/(\\*)\|/g, (all, slashes: string) => (slashes.length % 2 === 1 ? all : `${slashes}\\|`));
}

/** A link; just the text where there is no address. Addresses other than http, https and relative ones are no links. */
export function link(markdown: string, url: string | undefined): string {
  if (url === undefined || (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url) && !/^https?:\/\//.test(url))) return markdown;
  const safe = url.replace(/[^!#$%&*+,./0-9:;=?@A-Z_a-z~-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
  );
  return `[${markdown}](${safe})`;
}

/** A fenced block; the fence is longer than any run of back-ticks in it. `content` without its last line break. */
export function fence(info: string, content: string): string {
  let longest = 2;
  for (const run of content.matchAll(/`+/g)) longest = Math.max(longest, run[0].length);
  const ticks = '`'.repeat(longest + 1);
  return content === '' ? `${ticks}${info}\n${ticks}` : `${ticks}${info}\n${content}\n${ticks}`;
}

/**
 * A section that is shown when clicked. `summary` is plain text: GitHub reads the line of these tags as HTML, in which a code
 * span protects nothing.
 */
export function details(summary: string, content: string): string {
  return `${detailsHead(summary)}${content}${DETAILS_TAIL}`;
}

/** The beginning of such a section. */
export function detailsHead(summary: string): string {
  const safe = summary
    .replace(INVISIBLE, ' ')
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@|#(?=\d)(?<!&#)/g, (character) => `${character}${NO_BREAK_IN}`);
  return `<details><summary>${safe}</summary>\n\n`;
}

/** Its end. */
export const DETAILS_TAIL = '\n\n</details>';

/** A path and a line as inline code; of a long path the end is shown. */
export function place(path: string, line: number | undefined): string {
  const short = path.length > 90 ? `…${path.slice(-89).replace(/^[\udc00-\udfff]/, '')}` : path;
  return inlineCode(line === undefined ? short : `${short}:${line}`);
}

function tokens(markdown: string, limit: number): Token[] {
  const clean = cut(markdown, limit * 4)
    .replace(INVISIBLE, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd');
  const text = cut(clean.replace(/ {2,}/g, ' ').trim(), limit);
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const [token, length] = tokenAt(text, at);
    found.push(token);
    at += length;
  }
  return found;
}

function tokenAt(text: string, at: number): readonly [Token, number] {
  const character = text.charAt(at);
  const next = text.charAt(at + 1);
  if (character === '\\' && next !== '' && PUNCTUATION.test(next)) return [literal(next, text.charAt(at + 2), true), 2];
  if (character === '`') return codeAt(text, at);
  if (character === '&') return entityAt(text, at);
  if (character === 'w' && text.startsWith('www.', at)) return [shown('www.', 'www&#46;'), 4];
  return [literal(character, next, false), 1];
}

/** A character that stands for itself. `escaped`: with a backslash before it, which is kept where it does the work. */
function literal(character: string, next: string, escaped: boolean): Token {
  if (character === '<') return shown('<', '&lt;');
  if (character === '>') return shown('>', '&gt;');
  if (character === '[') return shown('[', '&#91;');
  if (character === ']') return shown(']', '&#93;');
  if (character === '@') return shown('@', `@${NO_BREAK_IN}`);
  if (character === ':' && next === '/') return shown(':', '&#58;');
  if (character === '#' && /[0-9]/.test(next)) return shown('#', `#${NO_BREAK_IN}`);
  return shown(character, escaped ? `\\${character}` : character);
}

function codeAt(text: string, at: number): readonly [Token, number] {
  let end = at;
  while (text.charAt(end) === '`') end++;
  const ticks = end - at;
  let close = end;
  while (close < text.length) {
    const open = text.indexOf('`', close);
    if (open === -1) break;
    close = open;
    while (text.charAt(close) === '`') close++;
    if (close - open !== ticks) continue;
    const content = text.slice(end, open);
    const padded = content.startsWith(' ') && content.endsWith(' ') && content.trim() !== '';
    return [{ kind: 'code', text: padded ? content.slice(1, -1) : content }, close - at];
  }
  return [shown('`'.repeat(ticks), '\\`'.repeat(ticks)), ticks];
}

function entityAt(text: string, at: number): readonly [Token, number] {
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(text)?.[0];
  if (entity === undefined) return [shown('&', '&amp;'), 1];
  if (entity === NO_BREAK_IN) return [shown('', ''), entity.length];
  if (entity === '&#64;') return [shown('@', `@${NO_BREAK_IN}`), entity.length];
  if (entity === '&#35;') return [shown('#', `#${NO_BREAK_IN}`), entity.length];
  if (!KEPT_ENTITIES.has(entity)) return [shown('&', '&amp;'), 1];
  return [shown(DECODED[entity] ?? entity, entity), entity.length];
}

const DECODED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#58;': ':',
  '&#91;': '[',
  '&#93;': ']',
  '&#46;': '.',
};

function shown(text: string, markdown: string): Token {
  return { kind: 'text', text, markdown };
}

/** Nothing is markup in a code span; what looks like an HTML comment is broken all the same, for parsers less careful. */
function span(content: string): string {
  const safe = content.replaceAll('<!--', '<! --');
  let ticks = '`';
  while (safe.includes(ticks)) ticks += '`';
  const pad = safe.includes('`') || safe.trim() === '' ? ' ' : '';
  return `${ticks}${pad}${safe}${pad}${ticks}`;
}
