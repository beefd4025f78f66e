import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { audience } from '#model/audience';
import type { Cloud } from '#model/cloud';
import type { Statement } from '#model/statement';

/** https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html */
export const rule = defineStatementRule({
  title: 'Every AWS account may invoke the function',
  why: 'Anyone with an AWS account of their own can run the function with input of their choice, with all that its role may do and at your cost. No gateway, authorizer or validation stands in front.',
  how: 'Name the account, role or service in `Principal`, and limit a service by `SourceArn`; for a whole organization add `PrincipalOrgID`.',
  severity: 'critical',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 5],
  cwe: [284, 732],
  references: ['OWASP SAS-2', 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  aliases: {
    checkov: ['CKV_AWS_301'],
    kics: ['1d6e16f1', 'e08ed7eb'],
    cfn_nag: ['F13'],
    'cdk-nag': ['LambdaFunctionPublicAccessProhibited'],
  },
  *check(statement, { cloud }) {
    if (statement.effect !== 'Allow' || statement.carrier.type !== 'AWS::Lambda::Permission') return;
    const reach = audience(statement);
    const every = statement.principals.find(({ kind }) => kind === 'any');
    if (!every || (reach !== 'public' && reach !== 'authenticated')) return;
    const names = statement.targets.map(({ name }) => code(name)).join(', ') || 'the function';
    const url = isAboutUrl(statement);
    if (url && !signedUrl(cloud, statement)) return;
    yield {
      at: every.property,
      message: url
        ? `The URL of ${names} asks for a signature, but this permission accepts that of every AWS account: anyone can open one.`
        : `Everybody with an AWS account may invoke ${names}: ${code('Principal')} is ${code('*')}, and nothing narrows it.`,
      severity: url ? 'high' : 'critical',
    };
  },
});

/** The permission holds for calls through a function URL only. */
function isAboutUrl({ conditions, actions }: Statement): boolean {
  if (conditions.some(({ key }) => key === 'lambda:functionurlauthtype')) return true;
  if (conditions.some(({ key }) => key === 'lambda:invokedviafunctionurl')) return true;
  return actions.every(({ string }) => string?.toLowerCase() === 'lambda:invokefunctionurl');
}

/**
 * Whether it opens a URL that asks for IAM authorization; an open URL has a rule of its own. Of the two permissions that a URL needs
 * one is enough to say so.
 */
function signedUrl(cloud: Cloud, { conditions, targets }: Statement): boolean {
  if (conditions.some(({ key }) => key === 'lambda:invokedviafunctionurl')) return false;
  const asked = conditions.filter(({ key }) => key === 'lambda:functionurlauthtype').flatMap(({ values }) => values);
  if (asked.length > 0) return asked.every((value) => value.is('AWS_IAM'));
  const urls = cloud.all('AWS::Lambda::Url').filter((url) =>
    url.at('TargetFunctionArn').some((target) => {
      const fn = cloud.functionNamed(target);
      return fn !== undefined && targets.includes(fn);
    }),
  );
  return urls.length > 0 && urls.every((url) => url.at('AuthType').every((type) => type.is('AWS_IAM')));
}
