import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { partsOf } from '#model/text';

/** https://docs.github.com/en/actions/concepts/security/openid-connect */
export const rule = defineStatementRule({
  title: 'Deploy role open to foreign GitHub repositories',
  why: 'GitHub signs tokens for every repository in the world. A trust policy that does not pin the repository lets anybody write a workflow that becomes this role and deploys into the account.',
  how: 'Compare `token.actions.githubusercontent.com:sub` with `repo:OWNER/REPOSITORY:ref:refs/heads/main` or an environment of the repository.',
  severity: 'critical',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 26],
  cwe: [284, 863],
  references: [
    'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  ],
  aliases: { checkov: ['CKV_AWS_358', 'CKV_AWS_393'] },
  *check(statement) {
    if (statement.effect !== 'Allow' || statement.kind !== 'trust' || !statement.complete) return;
    const github = statement.principals.find(
      ({ kind, value }) => kind === 'federated' && String(value).includes('token.actions.githubusercontent.com'),
    );
    if (!github) return;
    const subjects = statement.conditions.filter(({ key }) => key.endsWith('token.actions.githubusercontent.com:sub'));
    const other = statement.conditions.some(({ key }) => PINNED.test(key));
    if (subjects.length === 0) {
      if (other) return;
      yield {
        at: github.property,
        message: `Workflows of every repository on GitHub can assume ${code(statement.carrier.name)}: no condition tests the token's ${code('sub')}.`,
      };
      return;
    }
    for (const value of subjects.flatMap(({ values }) => values)) {
      const [start] = value.text === undefined ? [] : partsOf(value.text);
      if (typeof start !== 'string' || !OPEN.test(start)) continue;
      yield {
        at: value,
        message: `Workflows of repositories of every owner on GitHub can assume ${code(statement.carrier.name)}: ${code(start)} leaves the owner open.`,
      };
    }
  },
});

/** Other claims that pin a repository or its owner. */
const PINNED = /:(?:repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref)$/;

/** A wildcard before the owner's name has ended. */
const OPEN = /^(?:\*|repo:\*|repo:[\w.-]{0,100}\*[\w.-]{0,100}(?:\/|$))/;
