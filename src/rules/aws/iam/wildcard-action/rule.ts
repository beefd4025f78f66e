import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege */
export const rule = defineStatementRule({
  title: 'Every action allowed',
  why: 'Whoever gets hold of the function, by an injection or a poisoned dependency, inherits all that its role may do. With every action of a service, or of all services, a small bug becomes a take-over of data or of the account.',
  how: 'List the actions that the code calls, such as `dynamodb:GetItem`, and name the resources that they are for.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2],
  cwe: [250, 732],
  references: [
    'OWASP SAS-4',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  aliases: {
    checkov: ['CKV_AWS_1', 'CKV_AWS_49', 'CKV_AWS_62', 'CKV_AWS_63'],
    cfn_nag: ['F3', 'F4', 'F5'],
    kics: ['953b3cdb', 'f62aa827', '59ebb4f3'],
    'cdk-nag': ['IAMPolicyNoStatementsWithAdminAccess', 'IAMPolicyNoStatementsWithFullAccess'],
  },
  *check(statement, { cloud }) {
    if (statement.effect !== 'Allow' || statement.kind !== 'identity') return;
    for (const action of statement.actions) {
      const [service, verb] = action.string?.split(':') ?? [];
      const everything = service === '*' && (verb === undefined || verb === '*');
      if (!everything && verb !== '*') continue;
      const holders = cloud.functionsOf(statement.carrier).map((fn) => code(fn.logicalId));
      const who = holders.length === 0 ? 'Whoever holds this policy' : holders.slice(0, 3).join(', ');
      yield {
        at: action,
        message: everything
          ? `${who} may do everything in the account that no other policy forbids.`
          : `${who} may call every action of ${code(service ?? '')}.`,
        severity: everything ? 'critical' : 'high',
      };
    }
  },
});
