const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** One escape, with its backslash; every alternative starts differently, so no text makes it look back. */
const ESCAPE =
  /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)|(\r\n|[\s\S]))/g;

/** The text that a string or a piece of a template stands for (ECMA-262, string literals: SV). Broken escapes stand for themselves. */
export function cooked(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_all, braced, unicode, hex, octal, other) => {
    const digits: string | undefined = braced ?? unicode ?? hex;
    if (digits !== undefined) {
      const point = Number.parseInt(digits, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    }
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (other === '\r\n' || other === '\n' || other === '\r' || other === '\u2028' || other === '\u2029') return '';
    return ESCAPES[other] ?? other;
  });
}

/** The value of a string with its quotes; the closing one may be missing. */
export function stringValue(text: string): string {
  return cooked(withoutQuotes(text));
}

export function withoutQuotes(text: string): string {
  const closed = text.length > 1 && text.at(-1) === text[0];
  return text.slice(1, closed ? -1 : undefined);
}

/** The value of a piece of a template: its line breaks are line feeds, however the file writes them. */
export function templateText(text: string): string {
  return cooked(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
}

/** The value of a number as the language reads it: separators, other bases, big integers and old octal numbers. */
export function numberValue(text: string): number {
  const plain = text.replaceAll('_', '').replace(/n$/, '');
  return /^0[0-7]+$/.test(plain) ? Number.parseInt(plain, 8) : Number(plain);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** Markup's text with its character references resolved; names that are not of HTML's first ones stay as they are. */
export function unescapedMarkup(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]{1,30}));/g, (all, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    const point = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** The parts of `/pattern/flags`. */
export function regexParts(text: string): { readonly pattern: string; readonly flags: string } {
  const end = text.lastIndexOf('/');
  return end > 0 ? { pattern: text.slice(1, end), flags: text.slice(end + 1) } : { pattern: text.slice(1), flags: '' };
}
