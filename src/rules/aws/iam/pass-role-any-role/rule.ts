import { byExposure, holdersOf } from '#finding/holders';
import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { actionCovers } from '#model/action-pattern';
import { isEveryResource } from '#model/scope';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const rule = defineStatementRule({
  title: 'Any role of the account may be passed',
  why: 'Who may pass every role can hand the strongest one of the account to a function, task or instance of their own making, and act with its permissions.',
  how: 'Name the roles in `Resource`, and limit the receiving service by the condition `iam:PassedToService`.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 3],
  cwe: [269, 441],
  references: ['OWASP SAS-4', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  aliases: { trivy: ['AWS-0342'], cfn_nag: ['F38', 'F39', 'F40'], kics: ['e39bee8c'], checkov: ['CKV_AWS_110'] },
  *check(statement, { cloud }) {
    if (statement.effect !== 'Allow' || statement.kind !== 'identity') return;
    const pass = statement.actions.find(({ string }) => string !== undefined && NAMED.test(string));
    if (!pass || !actionCovers(pass.string ?? '', 'iam:PassRole')) return;
    const limited = statement.conditions.some(({ key }) => key.startsWith('iam:'));
    const wildcard = statement.resources.find(isEveryResource);
    if (limited || !wildcard) return;
    const { phrase, reach } = holdersOf(cloud, statement.carrier);
    yield {
      at: wildcard,
      message: `${phrase} may pass any role of the account to a service (${code(pass.string ?? '')}), also one with more permissions than its own.`,
      severity: byExposure('high', reach),
    };
  },
});

/** Wider patterns, such as `iam:*` and `*`, have a rule of their own. */
const NAMED = /^iam:pass/i;
