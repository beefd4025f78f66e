import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { RULE_PAGES } from '#finding/page';

/** How the App is set up, from the environment; `.env.example` explains each variable. */
export interface Environment {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly queuePath: string;
  readonly concurrency: number;
  readonly reviewSeconds: number;
  readonly reviewMegabytes: number;
  /** Where GitHub's API is; undefined for api.github.com. */
  readonly apiUrl: string | undefined;
  /** Where people look at repositories. */
  readonly webUrl: string;
  /** Where the rules' pages are. */
  readonly rulesUrl: string;
  /** Whether deliveries that failed are asked for again. */
  readonly redeliver: boolean;
  /** Whether requests are spaced as GitHub asks; off only against a stand-in. */
  readonly throttle: boolean;
}

/** The environment is not usable; one sentence for each mistake. */
export class EnvironmentError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'EnvironmentError';
  }
}

const whole = (name: string, least: number, most: number, value: number) =>
  z.coerce
    .number({ error: `${name} must be a whole number.` })
    .int({ error: `${name} must be a whole number.` })
    .min(least, { error: `${name} must be at least ${least}.` })
    .max(most, { error: `${name} must be at most ${most}.` })
    .default(value);

const flag = (name: string, value: boolean) =>
  z
    .enum(['true', 'false'], { error: `${name} must be true or false.` })
    .default(value ? 'true' : 'false')
    .transform((text) => text === 'true');

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const schema = z.object({
  APP_ID: z.coerce
    .number({ error: 'APP_ID is missing: set it to the id on the settings page of your GitHub App.' })
    .int({ error: 'APP_ID must be the number on the settings page of your GitHub App.' })
    .positive({ error: 'APP_ID must be the number on the settings page of your GitHub App.' }),
  PRIVATE_KEY: z.string().optional(),
  PRIVATE_KEY_PATH: z.string().optional(),
  WEBHOOK_SECRET: z
    .string({ error: 'WEBHOOK_SECRET is missing: set it to the secret on the settings page of your GitHub App.' })
    .min(16, { error: 'WEBHOOK_SECRET must have at least 16 characters: `openssl rand -hex 32` makes a good one.' }),
  HOST: z.string().default('0.0.0.0'),
  PORT: whole('PORT', 0, 65_535, 3000),
  LOG_LEVEL: z.enum(LEVELS, { error: `LOG_LEVEL must be one of ${LEVELS.join(', ')}.` }).default('info'),
  QUEUE_PATH: z.string().min(1, { error: 'QUEUE_PATH must name a folder.' }).default('data/queue'),
  CONCURRENCY: whole('CONCURRENCY', 1, 64, 2),
  REVIEW_SECONDS: whole('REVIEW_SECONDS', 5, 3600, 120),
  REVIEW_MEMORY_MB: whole('REVIEW_MEMORY_MB', 64, 65_536, 512),
  GITHUB_API_URL: z
    .url({ protocol: /^https?$/, error: 'GITHUB_API_URL must be a URL such as https://github.example.com/api/v3.' })
    .optional(),
  RULES_URL: z.url({ protocol: /^https?$/, error: 'RULES_URL must be a URL.' }).default(RULE_PAGES),
  REDELIVER: flag('REDELIVER', true),
  THROTTLE: flag('THROTTLE', true),
});

/** Reads and checks the environment. @throws EnvironmentError */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  // An empty variable is an absent one: `.env` files write it so.
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse({ ...given, APP_ID: given.APP_ID ?? Number.NaN });
  const mistakes = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ message }) => message))];
  const privateKey = readKey(given.PRIVATE_KEY, given.PRIVATE_KEY_PATH);
  if ('mistake' in privateKey) mistakes.push(privateKey.mistake);
  if (!parsed.success || 'mistake' in privateKey) throw new EnvironmentError(mistakes);
  const { data } = parsed;
  return {
    appId: data.APP_ID,
    privateKey: privateKey.pem,
    webhookSecret: data.WEBHOOK_SECRET,
    host: data.HOST,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    queuePath: data.QUEUE_PATH,
    concurrency: data.CONCURRENCY,
    reviewSeconds: data.REVIEW_SECONDS,
    reviewMegabytes: data.REVIEW_MEMORY_MB,
    apiUrl: data.GITHUB_API_URL?.replace(/\/+$/, ''),
    // GitHub Enterprise Server has its API below the address that people use.
    webUrl: data.GITHUB_API_URL?.replace(/\/+$/, '').replace(/\/api\/v3$/, '') ?? 'https://github.com',
    rulesUrl: data.RULES_URL.replace(/\/+$/, ''),
    redeliver: data.REDELIVER,
    throttle: data.THROTTLE,
  };
}

/** The PEM itself, with real or escaped line breaks or as base64, or the file that has it. */
function readKey(
  text: string | undefined,
  path: string | undefined,
): { readonly pem: string } | { readonly mistake: string } {
  if (text === undefined && path === undefined)
    return {
      mistake: 'PRIVATE_KEY is missing: set it to the PEM of your GitHub App, or PRIVATE_KEY_PATH to its file.',
    };
  let value = text ?? '';
  if (text === undefined)
    try {
      value = readFileSync(path ?? '', 'utf8');
    } catch {
      return { mistake: `PRIVATE_KEY_PATH names a file that cannot be read: ${path}.` };
    }
  const pem = value.includes('-----BEGIN') ? value.replace(/\\n/g, '\n') : Buffer.from(value, 'base64').toString();
  return /-----BEGIN (?:RSA )?PRIVATE KEY-----/.test(pem)
    ? { pem }
    : { mistake: 'PRIVATE_KEY is not a private key: it must be the PEM that GitHub gave, as it is or in base64.' };
}
