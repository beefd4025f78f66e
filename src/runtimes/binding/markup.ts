/** Where in markup a value stands: only there HTML escaping helps. */
export type MarkupPlace = 'content' | 'attribute';

/** Attributes in which text means more than itself: addresses, scripts, styles. */
const ACTIVE =
  /^(?:href|src|srcset|srcdoc|action|formaction|data|style|on\w+|xlink:href|background|poster|ping|http-equiv|content)$/i;

/**
 * In which place of markup the text after `before` stands; undefined where that is not certain, or where HTML escaping is not enough:
 * scripts, styles, comments, tags, attributes without quotes, addresses.
 */
export function markupPlace(before: string): MarkupPlace | undefined {
  const opened = before.lastIndexOf('<');
  const closed = before.lastIndexOf('>');
  if (opened < 0 && closed < 0) return undefined;
  if (isInside(before, 'script') || isInside(before, 'style') || before.lastIndexOf('<!--') > before.lastIndexOf('-->'))
    return undefined;
  if (opened < closed) return 'content';
  const open = openAttribute(before.slice(opened));
  return open && !ACTIVE.test(open.name) ? 'attribute' : undefined;
}

/** A value within an address: in a part of its path, or as the value of a parameter or the fragment. */
export interface AddressPlace {
  readonly part: 'path' | 'value';
  /** The quote around the attribute. */
  readonly quote: string;
}

/** Elements that show what is at an address, or lead there; others run or include it. */
const SHOWING = /^<(?:a|img|form|area|video|audio|source|track|input|button|iframe)\s/i;
/** Attributes that hold one address. */
const ADDRESS = /^(?:href|src|action|formaction|poster)$/i;
/** Stands for a value before the one that is looked at. */
export const HOLE = '\u0001';
/** An address whose host stands fixed, or that has none: nothing that follows makes it another scheme or host. */
const FIXED = new RegExp(
  `^(?:(?:https?:)?//[\\w.${HOLE}-]{1,253}(?::\\d{1,5})?[/?#]|/(?![/${HOLE}])|\\.{1,2}/|${HOLE}[/?#]|[\\w-]{1,100}(?:\\.\\w{1,10})?[/?#]|[?#])`,
  'i',
);
/** A parameter's name and what its value starts with. */
const PARAMETER = new RegExp(`[?&;][\\w.[\\]-]{1,100}=[\\w,.:+/${HOLE}-]{0,100}$`);

/**
 * Where in an address the text after `before` stands; undefined where it is no address of which the start is fixed, and where it is not
 * certain that the text is one part: what follows `?` without a name, or is added to the end of a word.
 * @param before with a `HOLE` for each value
 */
export function addressPlace(before: string): AddressPlace | undefined {
  const opened = before.lastIndexOf('<');
  if (opened < 0 || isInside(before, 'script') || isInside(before, 'style')) return undefined;
  if (before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return undefined;
  const tag = before.slice(opened);
  const open = SHOWING.test(tag) ? openAttribute(tag) : undefined;
  if (!open || !ADDRESS.test(open.name)) return undefined;
  const { quote, text } = open;
  if (!FIXED.test(text) || text.length > MAX_ADDRESS || /[\s\\<>"'`{}$]/.test(text)) return undefined;
  if (text.includes('#')) return /[#/=]$/.test(text) ? { part: 'value', quote } : undefined;
  if (text.includes('?')) return PARAMETER.test(text) ? { part: 'value', quote } : undefined;
  return /[/_=@-]$/.test(text) ? { part: 'path', quote } : undefined;
}

const MAX_ADDRESS = 500;

/** The attribute in whose value a tag stops, and the value so far. */
function openAttribute(
  tag: string,
): { readonly name: string; readonly quote: string; readonly text: string } | undefined {
  if (!/^<[a-z]/i.test(tag)) return undefined;
  let name = '';
  let quote = '';
  let start = 0;
  for (let at = 0; at < tag.length; at++) {
    const char = tag[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      [, name = ''] = /([\w:-]{1,60})\s{0,20}=\s{0,20}$/.exec(tag.slice(Math.max(0, at - 110), at)) ?? [];
      quote = char;
      start = at + 1;
    } else if (char === '>') return undefined;
  }
  return quote !== '' && name !== '' ? { name, quote, text: tag.slice(start) } : undefined;
}

function isInside(before: string, element: string): boolean {
  const lower = before.toLowerCase();
  const opened = lower.lastIndexOf(`<${element}`);
  return opened >= 0 && lower.indexOf(`</${element}`, opened) < 0;
}
