import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous */
export const rule = defineStatementRule({
  title: 'Role that anybody may assume',
  why: 'A trust policy with the principal `*` lets every AWS account in the world become this role and use all that it is allowed.',
  how: 'Name the service, role or account that has to assume it in `Principal`, or limit it by `aws:PrincipalOrgID`.',
  severity: 'critical',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 3],
  cwe: [284, 732],
  references: ['OWASP SAS-2', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  aliases: { checkov: ['CKV_AWS_60', 'CKV_AWS_61', 'CKV_AWS_283'], cfn_nag: ['F2'], kics: ['f80e3aa7', '12b7e704'] },
  *check(statement) {
    if (statement.effect !== 'Allow' || statement.kind !== 'trust' || statement.conditions.length > 0) return;
    for (const principal of statement.principals) {
      if (principal.kind !== 'any' && !(principal.kind === 'aws' && principal.value === '*')) continue;
      yield {
        at: principal.property,
        message: `Every AWS account can assume ${code(statement.carrier.name)}: its trust policy names the principal ${code('*')} and no condition.`,
      };
    }
  },
});
