import { entropy, isName, isPlaceholder, isScrambled, isWord } from '#finding/placeholder';
import { isMixed, isUnguessable } from '#finding/secret-formats';
import { STOPWORDS } from '#finding/secret-formats.generated';
import { secretName } from '#finding/secret-name';
import type { Span } from '#source/span';

/** Parts of names of secrets, in small letters: where one of them stands, an assignment is looked for. */
export const SECRET_WORDS: readonly string[] = [
  'passw',
  'passphrase',
  'pwd',
  'secret',
  'token',
  'key',
  'credential',
  '_auth',
];

/** A value that is assigned to the name of a secret. */
export interface Assigned {
  readonly name: string;
  /** What the name says that it is: `auth token`. */
  readonly kind: string;
  readonly span: Span;
}

/** Names are shorter, and so are values; what is longer is not looked at. */
const LONGEST_NAME = 80;
const LONGEST_VALUE = 300;

/** Tokens that are handed to everybody: pages of results, requests that are not to be made twice, forms. */
const PUBLIC_TOKEN =
  /(?:next|continuation|page|pagination|starting|start|csrf|xsrf|cancel\w*|resume|sync|client|client_?request|idempotency|request|public|task|execution|service|device|push|registration|contract|symbol|design|lex|nft|erc20|mint)[_.-]?token$/i;

/** Files whose values stand without quotes. */
const PLAIN_VALUES =
  /(?:^|\/)(?:\.env[\w.-]*|[\w.-]*\.env|\.npmrc|\.yarnrc|\.pypirc|\.netrc|\.pgpass|credentials|config|pip\.conf|[\w.-]*Dockerfile[\w.-]*|Makefile|[\w.-]+\.(?:ya?ml|ini|cfg|conf|cnf|properties|sh|bash|zsh|dockerfile|mk|bat|cmd|txt|md|mdx|rst|adoc))$/i;

/** Texts about secrets rather than with them: tests, examples of interfaces, translations, data. */
const NOT_LOOKED_AT =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__snapshots__|spec|specs|fixtures?|mocks?|testdata|e2e|locales?|i18n|translations?|lang)\/|\.(?:test|spec|mock|fixture)s?\.\w{1,5}$|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.\w{1,4}$|\.(?:csv|tsv|html?|snap|xlf|po|graphql|proto|sql\.gz|log|d\.ts)$|(?:openapi|swagger)[^/]*\.(?:ya?ml|json)$/i;

/** Whether assignments in a file are looked at, by its path. */
export function hasAssignments(path: string): boolean {
  return !NOT_LOOKED_AT.test(path);
}

/**
 * The assignment whose name holds a place of the text, if what it assigns is a secret: not a reference, a placeholder, a name, a
 * word, a hash or an identifier. Looks at some hundred characters around the place, whatever the text says.
 */
export function assignedAt(text: string, at: number, path: string): Assigned | undefined {
  const start = runBack(text, at);
  const end = runOn(text, at);
  const name = text.slice(start, end).replace(/^[-.]+/, '');
  const kind = secretName(name);
  if (kind === undefined || PUBLIC_TOKEN.test(name)) return undefined;
  const value = valueAfter(text, start, end, path);
  if (!value || !isSecretValue(name, kind, text.slice(value.start, value.end))) return undefined;
  return { name, kind, span: value };
}

const NAME = /[\w.$-]/;

function runBack(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && NAME.test(text[start - 1] ?? '')) start--;
  return start;
}

function runOn(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_NAME && NAME.test(text[end] ?? '')) end++;
  return end;
}

/** What stands between a name and its value. */
const SIGNS: readonly RegExp[] = [
  // `name: string = `, `"name": `, `name := `, `name => `, `["name"] = `
  /["'`]?\]?\s{0,8}:\s{0,4}(?:string|str|String|Final|SecretStr)\s{0,4}=(?!=)[ \t]{0,8}/y,
  /["'`]?\]?[ \t]{0,16}(?::=|=>|\?=|=(?![=>~])|:(?![:/]))[ \t]{0,16}/y,
  // `<add key="name" value="`, `{ "name": "name", "value": "`, `- name: name` with `value:` below
  /["'],?\s{1,40}["']?[vV]alue["']?\s{0,4}[:=]\s{0,4}(?=["'])/y,
  /["']?[ \t]{0,4}\r?\n[ \t]{1,40}[vV]alue:[ \t]{1,4}/y,
];

function valueAfter(text: string, start: number, end: number, path: string): Span | undefined {
  for (const sign of SIGNS) {
    sign.lastIndex = end;
    if (sign.test(text))
      return valueAt(text, sign.lastIndex, path, text[end - 1] !== '-' && sign.lastIndex === end + 1);
  }
  // `--password value` of a command
  const option = text.startsWith('--', start) && /[ \t]{1,4}/y;
  if (!option) return undefined;
  option.lastIndex = end;
  return option.test(text) ? valueAt(text, option.lastIndex, path, true) : undefined;
}

function valueAt(text: string, at: number, path: string, tight: boolean): Span | undefined {
  const quote = text[at] ?? '';
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = closing(text, at + 1, quote);
    return end === undefined ? undefined : { start: at + 1, end };
  }
  if (!PLAIN_VALUES.test(path)) return undefined;
  // In a text for people only `NAME=value` is an assignment.
  if (/\.(?:md|mdx|rst|adoc|txt)$/i.test(path) && !tight) return undefined;
  const plain = /[^\s'"`,;|&<>(){}[\]\\]{8,300}(?=\s|$)/y;
  plain.lastIndex = at;
  return plain.test(text) ? { start: at, end: plain.lastIndex } : undefined;
}

/** Where a quoted value ends, on its line. */
function closing(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < Math.min(text.length, from + LONGEST_VALUE); at++) {
    const char = text[at];
    if (char === quote) return at;
    if (char === '\n') return undefined;
    if (char === '\\') at++;
  }
  return undefined;
}

/** Whether a value is what its name says: something that a person or a program keeps secret. */
function isSecretValue(name: string, kind: string, value: string): boolean {
  if (value.length < 8 || /\s|\$\{|\$\(|\{\{|#\{|%\(|\\/.test(value)) return false;
  if (isPlaceholder(value) || isWord(value) || isName(value) || isIdentifier(value)) return false;
  if (repeats(name, value)) return false;
  if (/pass|pwd/.test(kind))
    return isUnguessable(value) && (/\d/.test(value) || /[^\w.-]/.test(value) || isScrambled(value));
  return isMixed(value) && value.length >= 12 && entropy(value) >= 3 && !holdsWord(value);
}

/** References, calls, dates, versions, addresses, files, and names as programs write them. */
function isIdentifier(value: string): boolean {
  return (
    /^(?:process|os|env|var|local|data|module|secrets|params?|config|settings|self|this|event|ctx|context|req|request|response|props|state)[.[]/.test(
      value,
    ) ||
    /^[@!$%&<*]|[([]\w{0,40}[)\]]?$|[>]$/.test(value) ||
    /^[\d.:/TZ+-]+$/.test(value) ||
    /^[^@\s]{1,64}@[\w-]{1,64}\.[\w.]{2,64}$/.test(value) ||
    /\.(?:pem|json|key|crt|cer|p12|pfx|jks|txt|ya?ml|jsx?|tsx?|py|sh|html?|com|org|net|io|amazonaws\.com)$/i.test(
      value,
    ) ||
    /^[a-z]+(?:[A-Z][a-z]+){1,8}\d{0,3}$/.test(value) ||
    /^(?:[A-Z][a-z]+){2,8}\d{0,3}$/.test(value) ||
    /^[a-z]{2}-[a-z]+-\d_\w+$/.test(value) ||
    /^sha\d{1,3}[-:]/i.test(value) ||
    /\b[a-z][a-z0-9-]{1,30}:(?:\*|[A-Z][A-Za-z]{2,40})/.test(value)
  );
}

/** `dbPassword = "db-password-1"`: what a thing is called, with some number. */
function repeats(name: string, value: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  const [a, b] = [bare(name), bare(value)];
  return b.length >= 4 && (a.includes(b) || (a.length >= 4 && b.includes(a)))
    ? true
    : /passw|secret|token|apikey|credential/.test(b);
}

let words: readonly string[] | undefined;

/** Whether a value holds a word: keys and tokens are made by chance. */
function holdsWord(value: string): boolean {
  words ??= STOPWORDS.filter((word) => word.length >= 5);
  const small = value.toLowerCase();
  return words.some((word) => small.includes(word));
}
