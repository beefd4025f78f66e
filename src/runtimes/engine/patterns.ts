import { EVERYTHING, type Safe, safeFor } from '#runtimes/engine/sinks';

/**
 * What a text is safe for that matches a regular expression: judged by the characters that may occur in it when the expression has to
 * match the whole text, and by the host when it has to start with one.
 * @param whole whether the match has to cover the whole text already (`re.fullmatch`)
 * @param start whether it has to begin at the start (`re.match`)
 * @returns undefined when the expression cannot be judged: then nothing is said of what it lets through
 */
export function safetyOf(pattern: string, flags: string, whole = false, start = whole): Safe | undefined {
  if (pattern.length > 2_000) return undefined;
  const multiline = flags.includes('m');
  const anchoredStart = start || (/^(?:\^|\\A)/.test(pattern) && !multiline);
  const anchoredEnd = whole || (/(?:[^\\]|^)(?:\$|\\[zZ])$/.test(pattern) && !multiline);
  if (!anchoredStart) return 0;
  const body = pattern.replace(/^(?:\^|\\A)/, '').replace(/(?:\$|\\[zZ])$/, '');
  const fixedHost = namesHost(body, anchoredEnd);
  if (!anchoredEnd) return fixedHost ? safeFor('url', 'redirect') : 0;
  // An alternative at the top is not covered by the anchors: `^a|b$`.
  if (hasTopAlternative(body) && !whole) return 0;
  const letters = alphabetOf(body);
  if (letters === undefined) return undefined;
  let safe = EVERYTHING & ~safeFor('identity', 'record', 'cloud-resource', 'allocation', 'regex');
  const has = (characters: string): boolean => letters === 'any' || [...characters].some((one) => letters.has(one));
  if (has('\'"`\\;')) safe &= ~safeFor('sql', 'code', 'xpath', 'template', 'dynamodb-expression', 'graphql', 'nosql');
  if (has(' \t') && (letters === 'any' || has('()'))) safe &= ~safeFor('sql');
  if (has(';|&$`\\"\'<>()\n *?')) safe &= ~safeFor('command');
  if (has('(){}$<%')) safe &= ~safeFor('code', 'template');
  if (has('.') && has('/\\')) safe &= ~safeFor('path', 'module', 'archive');
  if (has('/\\')) safe &= ~safeFor('path', 'module', 'archive');
  if (has('<>"\'&')) safe &= ~safeFor('html', 'mail', 'xml');
  if (has('()*\\')) safe &= ~safeFor('ldap');
  if (has('\r\n')) safe &= ~safeFor('header', 'log');
  if (has('.*+?()[]{}|\\^$')) safe &= ~safeFor('regex');
  else safe |= safeFor('regex');
  if (has(':/@.\\') && !fixedHost) safe &= ~safeFor('url', 'redirect');
  if (has('_')) safe &= ~safeFor('object-key');
  if (letters === 'any' || letters.size > 12) safe &= ~safeFor('module');
  return safe;
}

/** The scheme, one piece of a host (`shop`, `\.`, `(?:www|shop)`, `[a-z]+`), and a port. */
const SCHEME = /^\(?(?:\?:)?https?\??:\\?\/\\?\//;
const HOST_PIECE =
  /^(?:[\w-]|\\[.-]|\((?:\?:)?(?:[\w|-]|\\[.-]){1,200}\)\??|\[[\w-]{1,60}\](?:[+*]|\{\d{1,3},?\d{0,3}\})?)/;
const PORT = /^(?::\d{1,5}|\((?:\?:)?:\\d\+\)\?)/;
/** What may come right after the host: a path, a query, or nothing. */
const AFTER_HOST =
  /^(?:\\?\/|\[(?:\\?[/?#])+\](?![?*])|\((?:\?:)?(?:\\?\/|\[(?:\\?[/?#])+\]|\\[?]|#|\$)[^()]{0,100}\)(?![?*]))/;
/** The same where the pattern ends there. */
const END_AFTER_HOST = /^(?:\((?:\?:)?(?:\\?\/|\[(?:\\?[/?#])+\]|\\[?]|#)[^()]{0,100}\)[?*]?)?$/;

/** Whether a pattern that begins at the start says which host an address has: a domain is written out in it, and ends. */
function namesHost(body: string, anchoredEnd: boolean): boolean {
  const scheme = SCHEME.exec(body)?.[0];
  if (scheme === undefined) return false;
  let at = scheme.length;
  let fixed = '';
  for (;;) {
    const [piece] = HOST_PIECE.exec(body.slice(at, at + 300)) ?? [];
    if (piece === undefined) break;
    // What is optional, or any letters, is no part of the name that is surely there.
    fixed = piece.startsWith('[') || piece.endsWith('?') ? '' : fixed + piece;
    at += piece.length;
  }
  if (!/[\w)-]\\\.[\w(-]/.test(fixed) && fixed !== 'localhost') return false;
  const rest = body.slice(at).replace(PORT, '');
  return AFTER_HOST.test(rest) || (anchoredEnd && END_AFTER_HOST.test(rest));
}

function hasTopAlternative(body: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < body.length; at++) {
    const one = body[at];
    if (one === '\\') at += 1;
    else if (inClass) inClass = one !== ']';
    else if (one === '[') inClass = true;
    else if (one === '(') depth += 1;
    else if (one === ')') depth -= 1;
    else if (one === '|' && depth === 0) return true;
  }
  return false;
}

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const WORD = `${DIGITS}${LOWER}${LOWER.toUpperCase()}_`;
const BLANK = ' \t\n\r\f\v';

/** The characters that may occur in what a regular expression matches; `any` when it may be any of the dangerous ones. */
function alphabetOf(body: string): ReadonlySet<string> | 'any' | undefined {
  const found = new Set<string>();
  const add = (characters: string): void => {
    for (const one of characters) found.add(one);
  };
  for (let at = 0; at < body.length; at++) {
    const one = body[at] as string;
    if (one === '\\') {
      const escaped = escapeOf(body, at);
      if (escaped === undefined) return undefined;
      if (escaped.characters === 'any') return 'any';
      add(escaped.characters);
      at = escaped.end;
    } else if (one === '.') return 'any';
    else if (one === '[') {
      const end = classEnd(body, at);
      if (end === undefined) return undefined;
      if (body[at + 1] === '^') return 'any';
      const inside = classOf(body.slice(at + 1, end));
      if (inside === undefined) return undefined;
      if (inside === 'any') return 'any';
      add(inside);
      at = end;
    } else if (one === '(') {
      if (/^\(\?(?:[=!]|<[=!])/.test(body.slice(at, at + 4))) return undefined;
      const named = /^\((?:\?:|\?P?<\w{1,50}>)?/.exec(body.slice(at, at + 60));
      at += (named?.[0].length ?? 1) - 1;
    } else if (one === '{') {
      const count = /^\{\d{0,6},?\d{0,6}\}/.exec(body.slice(at, at + 16));
      if (count) at += count[0].length - 1;
      else add(one);
    } else if (!')|*+?^$'.includes(one)) add(one);
  }
  return found;
}

function escapeOf(body: string, at: number): { readonly characters: string; readonly end: number } | undefined {
  const next = body[at + 1];
  if (next === undefined) return undefined;
  if (next === 'd') return { characters: DIGITS, end: at + 1 };
  if (next === 'w') return { characters: WORD, end: at + 1 };
  if (next === 's') return { characters: BLANK, end: at + 1 };
  if (next === 'D' || next === 'W' || next === 'S') return { characters: 'any', end: at + 1 };
  if (next === 'b' || next === 'B') return { characters: '', end: at + 1 };
  if (next === 'n') return { characters: '\n', end: at + 1 };
  if (next === 'r') return { characters: '\r', end: at + 1 };
  if (next === 't') return { characters: '\t', end: at + 1 };
  if (/[A-Za-z0-9]/.test(next)) return undefined;
  return { characters: next, end: at + 1 };
}

function classEnd(body: string, at: number): number | undefined {
  for (let end = at + 1; end < body.length; end++) {
    if (body[end] === '\\') end += 1;
    else if (body[end] === ']' && end > at + 1) return end;
  }
  return undefined;
}

function classOf(inside: string): string | 'any' | undefined {
  let found = '';
  for (let at = 0; at < inside.length; at++) {
    let one = inside[at] as string;
    if (one === '\\') {
      const escaped = escapeOf(inside, at);
      if (!escaped) return undefined;
      if (escaped.characters === 'any') return 'any';
      if (escaped.characters.length !== 1) {
        found += escaped.characters;
        at = escaped.end;
        continue;
      }
      one = escaped.characters;
      at = escaped.end;
    }
    const last = inside[at + 2];
    if (inside[at + 1] === '-' && last !== undefined && last !== '\\') {
      const from = one.charCodeAt(0);
      const to = last.charCodeAt(0);
      if (to < from || to - from > 256) return 'any';
      for (let code = from; code <= to; code++) found += String.fromCharCode(code);
      at += 2;
    } else found += one;
  }
  return found;
}
