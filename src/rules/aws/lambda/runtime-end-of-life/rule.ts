import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { type LambdaRuntime, lambdaRuntime, successorOf } from '#model/lambda-runtimes';

/** Days before the end at which it is worth planning: AWS itself writes 180 days ahead. */
const NOTICE = 90;

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy */
export const rule = defineRule({
  title: 'Runtime without security patches',
  why: 'AWS patches neither the language nor the libraries of a deprecated runtime, so every weakness that is found in them from then on stays open. Later the function can be neither created nor changed, also not to mend something urgent.',
  how: 'Set `Runtime` to a supported one, test, and rebuild the dependencies with it.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [9, 25],
  cwe: [1104, 1329],
  references: ['OWASP SAS-6', 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  aliases: {
    checkov: ['CKV_AWS_363'],
    'cdk-nag': ['LambdaLatestVersion'],
    'cfn-lint': ['E2531', 'E2533', 'W2531'],
  },
  subject: 'AWS::Lambda::Function',
  *check(fn, { today }) {
    for (const runtime of fn.at('Runtime')) {
      const name = runtime.string;
      const known = name === undefined ? undefined : lambdaRuntime(name);
      if (name === undefined || !known || daysBetween(today, known.deprecated) > NOTICE) continue;
      const { deprecated } = known;
      const blocked = known.updateBlocked !== undefined && known.updateBlocked <= today;
      const next = successorOf(name, today);
      yield {
        at: runtime,
        message: `${code(fn.name)} runs on ${code(name)}, ${state(known, today)}.${next === 'nodejs24.x' ? CALLBACKS : ''}`,
        severity: blocked ? 'high' : deprecated <= today ? 'medium' : 'low',
        ...(next === undefined
          ? {}
          : {
              remedy: { title: `Run on ${next}`, applicability: 'unsafe' as const, patches: [runtime.set(next)] },
            }),
      };
    }
  },
});

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html */
const CALLBACKS = ' From `nodejs24.x` on Lambda refuses handlers that take a callback.';

/** `which is out of support since 2025-09-01: …`, as far as the runtime has come on its way out. */
function state({ deprecated, createBlocked, updateBlocked }: LambdaRuntime, today: string): string {
  if (deprecated > today) return `which gets no security patches from ${deprecated} on`;
  const out = `which is out of support since ${deprecated} and gets no security patches`;
  if (updateBlocked !== undefined && updateBlocked <= today) return `${out}: Lambda refuses to deploy it`;
  if (createBlocked !== undefined && createBlocked <= today) return `${out}: Lambda refuses new functions with it`;
  return updateBlocked === undefined ? out : `${out}; from ${updateBlocked} on Lambda refuses to change it`;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
