/** What kind of credential a literal seems to be, and how sure that is. The value itself is never part of it. */
export interface SecretKind {
  /** For people: `AWS access key ID`, `password`. */
  readonly kind: string;
  readonly confidence: 'high' | 'medium';
}

/** Formats that their issuers document; a value of one of them is a credential whatever its name is. */
const FORMATS: readonly (readonly [kind: string, format: RegExp])[] = [
  ['AWS access key ID', /^(?:AKIA|ASIA)[A-Z2-7]{16}$/],
  ['GitHub token', /^(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})$/],
  ['Stripe secret key', /^(?:sk|rk)_live_[A-Za-z0-9]{16,255}$/],
  ['Slack token', /^xox[abposr]-[A-Za-z0-9-]{10,255}$/],
  ['Google API key', /^AIza[\w-]{35}$/],
  ['SendGrid API key', /^SG\.[\w-]{16,64}\.[\w-]{16,64}$/],
  ['npm token', /^npm_[A-Za-z0-9]{36}$/],
  ['private key', /^-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/],
];

/** Words that end the name of something secret. What follows them (`_NAME`, `_ARN`, `_URL`, `_LENGTH`) makes it something else. */
const SECRET_NAME =
  /(?:^|[_.-])(?:password|passwd|passphrase|pwd|secret|token|api_?key|private_?key|secret_?key|access_?key|client_?secret|auth_?token|credentials?)$/;

/** A URL that carries a password: `postgres://shop:…@db.example.com`. */
const URL_PASSWORD = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{1,100}:([^\s:@/]{1,200})@/i;

const PLACEHOLDER =
  /example|change.?me|placeholder|replace|your|dummy|sample|insert|todo|fixme|xxx|\*\*\*|\.\.\.|^test|^fake|^none$|^null$|^secret$|^password$|^token$|^<.{0,100}>$|^\[.{0,100}\]$|^\$|^%|^#/i;

/**
 * What credential a literal value under a name is, if it is one. Names, references, paths, ARNs, placeholders and ordinary
 * words are not: a finding here asks somebody to rotate something.
 */
export function secretKind(name: string, value: string): SecretKind | undefined {
  if (value.length > 4096) return undefined;
  const format = FORMATS.find(([, pattern]) => pattern.test(value));
  if (format) return isPlaceholder(value) ? undefined : { kind: format[0], confidence: 'high' };
  const inUrl = URL_PASSWORD.exec(value)?.[1];
  if (inUrl !== undefined) {
    return isPlaceholder(inUrl) || isWord(inUrl) ? undefined : { kind: 'password in a URL', confidence: 'medium' };
  }
  const named = secretName(name);
  if (named === undefined || value.length < 8 || isPlaceholder(value) || isWord(value) || isName(value))
    return undefined;
  return { kind: named, confidence: 'medium' };
}

/** What a name says that it holds, if that is something secret: `auth token` of `NPM_AUTH_TOKEN`. */
export function secretName(name: string): string | undefined {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return SECRET_NAME.exec(words)?.[0]
    .replace(/^[_.-]/, '')
    .replaceAll('_', ' ');
}

function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || new Set(value).size < 5;
}

/** Letters only, or words joined by one kind of mark: what people call things. */
function isWord(value: string): boolean {
  return /^[A-Za-z]+(?:[-_./ ][A-Za-z]+){0,20}$/.test(value) && !/^[A-Za-z]{20,}$/.test(value);
}

/** A name, path, address or ARN that leads to the secret instead of being it. */
function isName(value: string): boolean {
  return (
    /^(?:arn:|https?:\/\/|s3:\/\/|\/|ssm:|secretsmanager:|projects\/)/i.test(value) ||
    value.includes('{{resolve:') ||
    /^[a-z][a-z0-9]*(?:[-_/.][a-z0-9]+)+$/.test(value) ||
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) ||
    /^(?:true|false|\d+)$/i.test(value)
  );
}
