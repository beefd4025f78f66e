import { breadthOf } from '#finding/broad-policy';
import { byExposure, holder } from '#finding/holders';
import { code } from '#finding/markdown';
import { narrowedPolicy, narrowedReport, usedSentence } from '#finding/narrowed';
import { defineRule } from '#finding/rule';
import { managedPolicyName } from '#model/grants';
import type { Principal } from '#model/statement';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html */
export const rule = defineRule({
  title: 'Managed policy far wider than the code needs',
  why: 'These policies are written for people who administer an account or a service. In a function they hand every action of it, on every resource, to whoever finds a way into the code.',
  how: 'Replace it by a statement, or a SAM policy template such as `DynamoDBCrudPolicy`, for the one resource that the code uses.',
  asksForCode: true,
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 3],
  cwe: [250, 732],
  references: [
    'OWASP SAS-4',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-use-aws-defined-policies',
  ],
  aliases: {
    checkov: ['CKV_AWS_274', 'CKV_AWS_275', 'CKV2_AWS_56'],
    cfn_nag: ['F12', 'W43', 'W44'],
    kics: ['0e5872b4'],
    'cdk-nag': ['IAMNoManagedPolicies'],
  },
  subject: ['AWS::Lambda::Function', 'AWS::IAM::Role'],
  *check(fn, context) {
    const { cloud } = context;
    if (fn.isA('AWS::IAM::Role')) {
      if (!cloud.statements.some((one) => one.carrier === fn && one.principals.some(isHost))) return;
      for (const policy of fn.at('ManagedPolicyArns').flatMap((list) => list.items())) {
        const name = managedPolicyName(policy) ?? '';
        if (!breadthOf(name)?.admin) continue;
        yield {
          at: policy,
          about: name,
          message: `Whatever runs with ${code(fn.name)} may do nearly everything in the account: the role holds ${code(name)}.`,
          severity: 'high',
        };
      }
      return;
    }
    if (!fn.isA('AWS::Lambda::Function')) return;
    const { managed } = cloud.grants(fn);
    for (const policy of managed) {
      const name = managedPolicyName(policy) ?? '';
      const breadth = breadthOf(name);
      if (!breadth) continue;
      const { admin, reads, mild } = breadth;
      const { phrase, reach } = holder(cloud, fn);
      const narrowed = narrowedPolicy(context, policy);
      const used = narrowed ? ` ${usedSentence(narrowed)}` : '';
      yield {
        at: policy,
        about: name,
        message: admin
          ? `${phrase} may do nearly everything in the account: it holds ${code(name)}.${used}`
          : reads
            ? `${phrase} may read ${reads} in the account: it holds ${code(name)}.${used}`
            : `${phrase} holds ${code(name)}: every action of that service, on all its resources in the account.${used}`,
        ...(narrowed ? narrowedReport(narrowed) : {}),
        severity: mild ? 'low' : byExposure(admin ? 'high' : 'medium', reach),
      };
    }
  },
});

/** Machines and containers run code for whoever breaks into it; deployment roles are another matter. */
function isHost({ kind, value }: Principal): boolean {
  return kind === 'service' && (value === 'ec2.amazonaws.com' || value === 'ecs-tasks.amazonaws.com');
}
