/** One piece of a program's text: enough of the language to tell code from comments and strings. */
export interface Token {
  /** `text`: a string literal without anything computed in it; `computed`: one with. */
  readonly kind: 'word' | 'text' | 'computed' | 'sign';
  /** The word, the sign, or what stands between the quotes. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The column of the token when it is the first of its line, else -1. */
  readonly indent: number;
}

/** The languages whose constructions are read. TypeScript stands for JavaScript as well. */
export type Language = 'typescript' | 'python';

const WORD = /[\p{L}\p{N}_$]/u;
const SPACE = /\s/;
/** After these a slash of JavaScript starts a regular expression, not a division. */
const BEFORE_PATTERN = new Set('( , = : [ ! & | ? { } ; + - * % < > ~ ^'.split(' '));
const KEYWORDS_BEFORE_PATTERN = new Set(['return', 'typeof', 'case', 'of', 'in', 'throw', 'else', 'do', 'await']);
const PYTHON_PREFIX = /^[rbuf]{1,2}$/i;

/** The tokens of a program's text, comments left out. Never throws; text that is cut off ends the last token. */
export function tokensOf(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let lineStart = 0;
  let lineOf = -1;
  let at = 0;
  const push = (kind: Token['kind'], value: string, start: number, end: number, indent?: number) => {
    const first = lineOf !== lineStart;
    lineOf = lineStart;
    tokens.push({ kind, value, start, end, indent: indent ?? (first ? start - lineStart : -1) });
    at = end;
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '\n') lineStart = at + 1;
    if (SPACE.test(char)) {
      at += 1;
    } else if (isComment(text, at, language)) {
      at = lineEnd(text, at);
    } else if (language === 'typescript' && text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      at = end === -1 ? text.length : end + 2;
      lineStart = Math.max(lineStart, text.lastIndexOf('\n', at - 1) + 1);
    } else if (char === '"' || char === "'" || (char === '`' && language === 'typescript')) {
      const read = stringAt(text, at, language);
      const last = tokens.at(-1);
      const prefix = language === 'python' && last?.end === at && PYTHON_PREFIX.test(last.value) ? last : undefined;
      if (prefix) tokens.pop();
      const computed = prefix?.value.toLowerCase().includes('f') === true && read.value.includes('{');
      push(read.computed || computed ? 'computed' : 'text', read.value, prefix?.start ?? at, read.end, prefix?.indent);
      lineStart = Math.max(lineStart, text.lastIndexOf('\n', read.end - 1) + 1);
      lineOf = lineStart;
    } else if (char === '/' && language === 'typescript' && startsPattern(tokens.at(-1))) {
      at = patternEnd(text, at);
    } else if (WORD.test(char)) {
      let end = at + 1;
      while (end < text.length && WORD.test(text[end] ?? '')) end += 1;
      push('word', text.slice(at, end), at, end);
    } else {
      push('sign', char, at, at + 1);
    }
  }
  return tokens;
}

function isComment(text: string, at: number, language: Language): boolean {
  return language === 'python' ? text[at] === '#' : text.startsWith('//', at);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

interface Literal {
  readonly value: string;
  readonly end: number;
  readonly computed: boolean;
}

function stringAt(text: string, start: number, language: Language): Literal {
  const quote = text[start] ?? '';
  const triple = language === 'python' && text.startsWith(quote.repeat(3), start);
  const close = triple ? quote.repeat(3) : quote;
  const from = start + close.length;
  let computed = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(close, at)) return { value: text.slice(from, at), end: at + close.length, computed };
    else if (text[at] === '\n' && !triple && quote !== '`') return { value: text.slice(from, at), end: at, computed };
    else if (quote === '`' && text.startsWith('${', at)) {
      computed = true;
      at = placeholderEnd(text, at + 2) - 1;
    }
  }
  return { value: text.slice(from), end: text.length, computed };
}

/** The end of what stands between `${` and `}` in a template, braces within it counted. */
function placeholderEnd(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function startsPattern(before: Token | undefined): boolean {
  if (!before) return true;
  if (before.kind === 'sign') return BEFORE_PATTERN.has(before.value);
  return before.kind === 'word' && KEYWORDS_BEFORE_PATTERN.has(before.value);
}

/** The end of a regular expression; the slash alone when none ends on its line. */
function patternEnd(text: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at + 1;
  }
  return start + 1;
}
