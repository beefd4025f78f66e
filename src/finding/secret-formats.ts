import { entropy, isScrambled } from '#finding/placeholder';
import type { SecretFormat } from '#finding/secret-format';
import { FORMATS } from '#finding/secret-formats.generated';

/** A format with what is asked of a match beyond its expression, and what people call it. */
export interface KnownFormat extends SecretFormat {
  readonly kind: string;
  /** `high` where the format alone proves a credential. */
  readonly confidence: 'high' | 'medium';
  /** Whether a match is one, by its value and what stands around it. */
  readonly accepts?: (value: string, around: Surroundings) => boolean;
  /** Whether the value is a part of a longer one, to which the name in front belongs. */
  readonly isPart?: true;
  /** The last day on which a value counts, `YYYY-MM-DD`, where it or its line says so. */
  readonly until?: (value: string, line: string) => string | undefined;
}

export interface Surroundings {
  /** The line, at most some hundred characters on either side. */
  readonly line: string;
  readonly match: string;
}

/**
 * Rules of gitleaks that are not used: what they find opens nothing by itself, or they find too much that is no secret, or a
 * format of ours is more exact.
 */
const UNUSED: ReadonlySet<string> = new Set([
  'aws-amazon-bedrock-api-key-short-lived',
  'facebook-access-token',
  'flutterwave-public-key',
  'hashicorp-tf-password',
  'jwt',
  'lob-pub-api-key',
  'mailgun-pub-key',
  'mapbox-api-token',
  'new-relic-browser-api-token',
  'new-relic-user-api-id',
  'nytimes-access-token',
  'sendbird-access-id',
  'sourcegraph-access-token',
  'stripe-access-token',
  'sumologic-access-id',
  'twilio-api-key',
  'vault-service-token',
]);

/** Identifiers of clients are public by design. */
const PUBLIC_ID = /-client-id$/;

/** Keywords that stand in the credential itself, where gitleaks asks for the vendor's name somewhere in the file. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = { 'airtable-personnal-access-token': ['pat'] };

/** What people call formats whose id does not say it well. */
const KINDS: Readonly<Record<string, string>> = {
  'aws-access-token': 'AWS access key ID',
  'gcp-api-key': 'Google API key',
  'github-pat': 'GitHub token',
  'github-fine-grained-pat': 'GitHub token',
  'github-app-token': 'GitHub App token',
  'gitlab-pat': 'GitLab token',
  'gitlab-pat-routable': 'GitLab token',
  'npm-access-token': 'npm token',
  'pypi-upload-token': 'PyPI token',
  'sendgrid-api-token': 'SendGrid API key',
  'slack-webhook-url': 'Slack webhook',
  'openai-api-key': 'OpenAI API key',
  'azure-ad-client-secret': 'Microsoft Entra client secret',
};

const SHORT = /^(?:api|aws|jwt|pat|url|id|ca|cd|ci|oauth|scim|rrt|ptt|ad|gcp|hf)$/;

/** `databricks-api-token` as people say it: `Databricks API token`. */
function kindOf(id: string): string {
  const words = id.split('-').map((word) => (SHORT.test(word) ? word.toUpperCase() : word));
  const text = words.join(' ');
  return KINDS[id] ?? text.charAt(0).toUpperCase() + text.slice(1);
}

/** Formats from the issuers' own pages. */
const OWN: readonly KnownFormat[] = [
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
    id: 'aws-secret-access-key',
    kind: 'AWS secret access key',
    confidence: 'high',
    keywords: [
      'secret_access_key',
      'secretaccesskey',
      'secret-access-key',
      'aws_secret_key',
      'aws_secret',
      'secretkey',
      'secret_key',
    ],
    source:
      '(?:[Ss]ecret|SECRET)[_-]?(?:(?:[Aa]ccess|ACCESS)[_-]?)?(?:[Kk]ey|KEY)?["\'\\]]{0,2}[ \\t]{0,8}(?:=>|:=|[=:,])[ \\t]{0,8}["\'`]?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])',
    longest: 90,
    accepts: (value) => isMixed(value) && entropy(value) >= 4.2,
  },
  {
    // https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
    id: 'aws-bedrock-api-key',
    kind: 'Amazon Bedrock API key',
    confidence: 'high',
    keywords: ['bedrock-api-key-'],
    source: '\\b(bedrock-api-key-[A-Za-z0-9+/]{100,2000}={0,2})',
    longest: 2020,
    accepts: isMixed,
  },
  {
    // https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage
    id: 'azure-storage-account-key',
    isPart: true,
    kind: 'Azure account key',
    confidence: 'high',
    keywords: ['accountkey'],
    source: '[Aa]ccount[Kk]ey["\']?[ \\t]{0,4}[=:][ \\t]{0,4}["\']?([A-Za-z0-9+/]{86}==)',
    longest: 120,
    // The storage emulator's key is the same for everybody.
    accepts: (value) => !value.startsWith('Eby8vdM02x'),
  },
  {
    // https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas
    id: 'azure-shared-access-key',
    isPart: true,
    kind: 'Azure shared access key',
    confidence: 'high',
    keywords: ['sharedaccesskey'],
    source: '[Ss]hared[Aa]ccess[Kk]ey["\']?[ \\t]{0,4}[=:][ \\t]{0,4}["\']?([A-Za-z0-9+/]{43,88}={1,2})',
    longest: 130,
    accepts: isMixed,
  },
  {
    // https://learn.microsoft.com/azure/storage/common/storage-sas-overview
    id: 'azure-sas-signature',
    isPart: true,
    kind: 'Azure SAS signature',
    confidence: 'high',
    keywords: ['sig='],
    source: '[?&;]sig=([A-Za-z0-9%+/_-]{43,100}(?:={1,2}|%3[Dd])?)',
    longest: 120,
    accepts: (value, { line }) => isMixed(value) && /[?&;](?:se|sv|skn)=/.test(line),
    until: (_, line) => /[?&;]se=(\d{4}-\d{2}-\d{2})/.exec(line)?.[1],
  },
  {
    // https://developers.google.com/identity/protocols/oauth2
    id: 'google-oauth-client-secret',
    kind: 'Google OAuth client secret',
    confidence: 'high',
    keywords: ['gocspx-'],
    source: '\\b(GOCSPX-[\\w-]{28})(?![\\w-])',
    longest: 36,
    accepts: (value) => entropy(value) >= 3.5,
  },
  {
    id: 'google-oauth-refresh-token',
    kind: 'Google OAuth refresh token',
    confidence: 'high',
    keywords: ['1//0'],
    source: '\\b(1//0[\\w-]{40,200})(?![\\w-])',
    longest: 206,
    accepts: (value) => isMixed(value) && entropy(value) >= 4,
  },
  {
    // https://docs.stripe.com/keys
    id: 'stripe-secret-key',
    kind: 'Stripe secret key',
    confidence: 'high',
    keywords: ['sk_live', 'rk_live'],
    source: '\\b((?:sk|rk)_live_[A-Za-z0-9]{16,255})(?![A-Za-z0-9])',
    longest: 270,
  },
  {
    id: 'stripe-test-key',
    kind: 'Stripe test key',
    confidence: 'medium',
    keywords: ['sk_test', 'rk_test'],
    source: '\\b((?:sk|rk)_test_[A-Za-z0-9]{20,255})(?![A-Za-z0-9])',
    longest: 270,
    // The key of Stripe's own documentation.
    accepts: (value) => !value.startsWith('sk_test_4eC39HqLyjWD') && isMixed(value),
  },
  {
    id: 'stripe-webhook-secret',
    kind: 'Stripe webhook secret',
    confidence: 'high',
    keywords: ['whsec_'],
    source: '\\b(whsec_[A-Za-z0-9]{32,64})(?![A-Za-z0-9])',
    longest: 72,
    accepts: isMixed,
  },
  {
    // https://discord.com/developers/docs/resources/webhook
    id: 'discord-webhook-url',
    kind: 'Discord webhook',
    confidence: 'high',
    keywords: ['/api/webhooks/'],
    source: '(https://(?:\\w{1,10}\\.)?discord(?:app)?\\.com/api/webhooks/\\d{17,20}/[\\w-]{60,80})',
    longest: 160,
  },
  {
    // https://core.telegram.org/bots/features#botfather
    id: 'telegram-bot-token',
    kind: 'Telegram bot token',
    confidence: 'high',
    keywords: [':aa'],
    source: '(?<![\\w:/-])(\\d{8,10}:AA[\\w-]{33})(?![\\w-])',
    longest: 48,
    accepts: isMixed,
  },
  {
    // https://docs.docker.com/security/access-tokens/
    id: 'docker-access-token',
    kind: 'Docker access token',
    confidence: 'high',
    keywords: ['dckr_pat_', 'dckr_oat_'],
    source: '\\b(dckr_[po]at_[\\w-]{27,40})(?![\\w-])',
    longest: 52,
  },
  {
    // https://developer.hashicorp.com/vault/docs/concepts/tokens
    id: 'vault-token',
    kind: 'Vault token',
    confidence: 'high',
    keywords: ['hvs.'],
    source: '\\b(hvs\\.[\\w-]{90,120})(?![\\w-])',
    longest: 126,
  },
  {
    id: 'url-password',
    isPart: true,
    kind: 'password in a URL',
    confidence: 'medium',
    keywords: ['://'],
    source: '(?<=[a-z0-9+.-]{2})://[^\\s:@/\'"`<>]{0,64}:([^\\s@/\'"`<>]{6,128})@([\\w.-]{1,128})',
    longest: 360,
    accepts: (value, { match }) => !isLocal(match.slice(match.lastIndexOf('@') + 1)) && isUnguessable(value),
  },
  {
    // https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax
    id: 'connection-string-password',
    isPart: true,
    kind: 'password in a connection string',
    confidence: 'medium',
    keywords: ['password=', 'pwd='],
    source: ';[ ]?(?:[Pp]assword|PASSWORD|[Pp]wd|PWD)=([^;\'"\\s<>]{6,128})',
    longest: 140,
    accepts: (value, { line }) =>
      /(?:server|data source|host|initial catalog|user id|uid|username)=/i.test(line) &&
      !/(?:server|data source|host)=(?:tcp:)?(?:localhost|127\.|\(local|\.[;\\])/i.test(line) &&
      isUnguessable(value),
  },
  {
    id: 'authorization-header',
    kind: 'token in an Authorization header',
    confidence: 'medium',
    keywords: ['bearer ', 'basic '],
    source:
      '[Aa]uthorization["\']?[ \\t]{0,4}[:=,][ \\t]{0,4}["\']?(?:[Bb]earer|[Bb]asic) ([A-Za-z0-9._~+/-]{20,400}={0,2})(?![\\w{$])',
    longest: 440,
    accepts: (value, { match }) =>
      /basic /i.test(match) ? isBasic(value) : !value.startsWith('eyJ') && isMixed(value),
  },
  {
    // https://datatracker.ietf.org/doc/html/rfc7519
    id: 'jwt',
    kind: 'signed JWT',
    confidence: 'medium',
    keywords: ['eyj'],
    source: '(?<![\\w-])(eyJ[\\w-]{10,600}\\.eyJ[\\w-]{10,1200}\\.[\\w-]{40,800})(?![\\w-])',
    longest: 2610,
    accepts: isSignedToken,
    until: lastDay,
  },
];

/** Every format that is looked for. */
export const KNOWN_FORMATS: readonly KnownFormat[] = [
  ...OWN,
  ...FORMATS.filter(({ id }) => !UNUSED.has(id) && !PUBLIC_ID.test(id)).map(
    (format): KnownFormat => ({
      ...format,
      keywords: KEYWORDS[format.id] ?? format.keywords,
      kind: kindOf(format.id),
      confidence: format.named ? 'medium' : 'high',
      ...(format.named && { accepts: isNamedSecret }),
    }),
  ),
];

/** What a vendor's name stands before is its secret only where the name says so, or the value is too long for anything else. */
function isNamedSecret(value: string, { match }: Surroundings): boolean {
  const name = match.slice(0, match.lastIndexOf(value));
  const told = /key|token|secret|passw|pwd|auth|credential|access|webhook|dsn|[_.-]pat\b/i.test(name);
  return !/[\r\n]/.test(match.trimEnd()) && (told || value.length >= 40) && isMixed(value) && entropy(value) >= 3;
}

/** Letters and digits, several of each, or letters in no order of case: what chance makes, and words seldom are. */
export function isMixed(value: string): boolean {
  const letters = value.match(/[A-Za-z]/g)?.length ?? 0;
  return letters >= 2 && ((value.match(/\d/g)?.length ?? 0) >= 2 || isScrambled(value));
}

/** A password that is none of the words that everybody writes into examples. */
export function isUnguessable(value: string): boolean {
  const varied = /[A-Za-z]/.test(value) && (/[\d\W_]/.test(value) || isScrambled(value));
  return varied && entropy(value) >= 2.75 && !/[${}]/.test(value);
}

function isLocal(host: string): boolean {
  return /^(?:localhost|127\.|0\.0\.0\.0|host\.docker\.internal|example\.|host$|hostname$|db-?host|server$)|\.(?:example|test|invalid|local)$|(?:^|\.)example\.(?:com|org|net)$/i.test(
    host,
  );
}

function isBasic(value: string): boolean {
  const text = decoded(value);
  const [, password] = /^[\x21-\x7e]{1,100}:([\x21-\x7e]{6,200})$/.exec(text ?? '') ?? [];
  return password !== undefined && isUnguessable(password);
}

/** Whether a token is signed and says something of somebody; the samples of documentation are not. */
function isSignedToken(value: string): boolean {
  const [head = '', body = ''] = value.split('.');
  const [header, payload] = [objectIn(head), objectIn(body)];
  if (!header || !payload || typeof header.alg !== 'string' || header.alg.toLowerCase() === 'none') return false;
  // The sample of jwt.io and its many copies; keys that a vendor means to be public.
  if (payload.sub === '1234567890' || /john doe/i.test(String(payload.name)) || payload.role === 'anon') return false;
  return ['exp', 'iss', 'aud', 'sub', 'jti', 'iat'].filter((claim) => claim in payload).length >= 2;
}

function lastDay(token: string): string | undefined {
  const { exp } = objectIn(token.split('.')[1] ?? '') ?? {};
  if (typeof exp !== 'number' || exp < 0 || exp > 4_102_444_800) return undefined;
  return new Date(exp * 1000).toISOString().slice(0, 10);
}

function objectIn(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(decoded(part) ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function decoded(base64: string): string | undefined {
  try {
    return atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}
