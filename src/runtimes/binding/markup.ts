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
  const tag = before.slice(opened);
  if (!/^<[a-z]/i.test(tag)) return undefined;
  let name = '';
  let quote = '';
  for (let at = 0; at < tag.length; at++) {
    const char = tag[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      [, name = ''] = /([\w:-]{1,60})\s{0,20}=\s{0,20}$/.exec(tag.slice(Math.max(0, at - 110), at)) ?? [];
      quote = char;
    }
  }
  return quote !== '' && name !== '' && !ACTIVE.test(name) ? 'attribute' : undefined;
}

function isInside(before: string, element: string): boolean {
  const lower = before.toLowerCase();
  const opened = lower.lastIndexOf(`<${element}`);
  return opened >= 0 && lower.indexOf(`</${element}`, opened) < 0;
}
