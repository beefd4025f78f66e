import type { Finding } from '#finding/finding';
import { code } from '#finding/markdown';
import { defineCloudRule, defineRule, defineStatementRule, type Rule, type RuleDefinition } from '#finding/rule';
import { frameworks } from '#frameworks/catalogue';
import { DEFAULT_CONFIG } from '#scan/config';
import { type Scan, type ScanOptions, scan } from '#scan/scan';
import { snapshotOf } from '../source/memory.js';

const WORDS = {
  title: 'Something wrong',
  why: 'Because it is.',
  how: 'Do not.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5],
  cwe: [306],
  references: ['https://example.com'],
  aliases: {},
} as const;

export function named(id: string, definition: RuleDefinition, more: Partial<Rule> = {}): Rule {
  return { ...definition, id, ...more } as Rule;
}

/** Public URL: the plainest kind of finding, on one word, with a fix. */
export const PUBLIC_URL = named(
  'test/lambda/public-url',
  defineRule({
    ...WORDS,
    aliases: {
      checkov: ['CKV_AWS_258'],
      kics: ['9488c451'],
      trivy: ['AWS-0067'],
      cfn_nag: ['F13'],
      'cdk-nag': ['LambdaFunctionUrlAuth', 'IAMNoWildcardPermissions'],
    },
    subject: 'AWS::Lambda::Url',
    *check(url) {
      for (const auth of url.at('AuthType')) {
        if (!auth.is('NONE')) continue;
        yield {
          at: auth,
          message: `${code(url.logicalId)} is public.`,
          remedy: { title: 'Require IAM', applicability: 'unsafe', patches: [auth.set('AWS_IAM')] },
        };
      }
    },
  }),
);

/** Findings on items of lists in statements. */
export const WILDCARD = named(
  'test/iam/wildcard',
  defineStatementRule({
    ...WORDS,
    *check(statement) {
      for (const action of statement.actions) if (action.string?.endsWith('*')) yield { at: action, message: 'Wide.' };
    },
  }),
);

/** Findings on what is not written. */
export const NO_ENCRYPTION = named(
  'test/sns/encryption',
  defineRule({
    ...WORDS,
    subject: 'AWS::SNS::Topic',
    *check(topic) {
      for (const key of topic.at('KmsMasterKeyId')) {
        if (key.isAbsent) {
          const patches = [key.set('alias/aws/sns')];
          yield { at: key, message: 'Plain.', remedy: { title: 'Encrypt', applicability: 'safe', patches } };
        }
      }
    },
  }),
);

/** Findings on secrets, of which no trace may be left. */
export const SECRET = named(
  'test/lambda/secret',
  defineRule({
    ...WORDS,
    practices: [8],
    cwe: [798],
    subject: 'AWS::Lambda::Function',
    *check(fn) {
      for (const variables of fn.at('Environment', 'Variables')) {
        for (const [name, value] of variables.entries()) {
          if (name.includes('SECRET')) yield { at: value, message: `${code(name)} is a secret.` };
        }
      }
    },
  }),
);

export const THROWS = named(
  'test/cloud/throws',
  defineCloudRule({
    ...WORDS,
    // biome-ignore lint/correctness/useYield: it throws before it could
    *check() {
      throw new TypeError('hunter2');
    },
  }),
);

export const RULES: readonly Rule[] = [PUBLIC_URL, WILDCARD, NO_ENCRYPTION, SECRET];

export function optionsOf(more: Partial<ScanOptions> = {}): ScanOptions {
  return { rules: RULES, frameworks, config: DEFAULT_CONFIG, today: '2026-11-22', scope: 'everything', ...more };
}

export function scanOfFiles(files: Readonly<Record<string, string>>, more: Partial<ScanOptions> = {}): Promise<Scan> {
  return scan(snapshotOf(files), optionsOf(more));
}

/** `rule path:line`. */
export function placeOf(finding: Finding): string {
  const { file, span } = finding.at;
  return `${finding.rule.id} ${file.path}:${file.position(span.start).line}`;
}
