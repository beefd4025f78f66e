import { byExposure, holdersOf } from '#finding/holders';
import { code } from '#finding/markdown';
import { narrowedReport, narrowedStatement, usedSentence } from '#finding/narrowed';
import type { Remedy } from '#finding/remedy';
import { defineStatementRule } from '#finding/rule';
import type { Severity } from '#finding/severity';
import type { Cloud } from '#model/cloud';
import type { Property } from '#model/property';
import { isOnEveryResource } from '#model/scope';
import type { Statement } from '#model/statement';
import { needsServedBy } from '#model/task-permissions';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege */
export const rule = defineStatementRule({
  title: 'Every action of a service allowed',
  why: 'Whoever gets hold of the function, by an injection or a poisoned dependency, inherits all that its role may do. With every action of a service, reading one record becomes deleting the tables, the backups, or rewriting the access policies themselves.',
  how: 'List the actions that the code calls, such as `dynamodb:GetItem`, and name the resources that they are for.',
  asksForCode: true,
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 3],
  cwe: [250, 732],
  references: [
    'OWASP SAS-4',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  aliases: {
    checkov: ['CKV_AWS_1', 'CKV_AWS_49', 'CKV_AWS_62', 'CKV_AWS_63', 'CKV2_AWS_40'],
    cfn_nag: ['F3', 'F4', 'F5'],
    kics: ['953b3cdb', 'f62aa827', '59ebb4f3', 'a0ae0a4e', '1b3af2f9'],
    trivy: ['AWS-0057', 'AWS-0114', 'AWS-0120'],
    'cdk-nag': [
      'IAMNoWildcardPermissions',
      'IAMPolicyNoStatementsWithAdminAccess',
      'IAMPolicyNoStatementsWithFullAccess',
      'LambdaStarPermissions',
    ],
  },
  *check(statement, context) {
    const { cloud } = context;
    if (statement.effect !== 'Allow' || statement.kind !== 'identity') return;
    const { phrase, reach } = holdersOf(cloud, statement.carrier);
    const narrowed = narrowedStatement(context, statement);
    const used = narrowed ? ` ${usedSentence(narrowed)}` : '';
    const known = narrowed && narrowedReport(narrowed);
    const everywhere = isOnEveryResource(statement);
    for (const action of statement.actions) {
      const [service = '', verb] = action.string?.split(':') ?? [];
      if (service === '*' && everywhere) {
        yield {
          at: action,
          message: `${phrase} may do everything in the account, on every resource.${used}`,
          severity: byExposure('high', reach),
          ...known,
        };
      } else if (verb === '*' && statement.carrier.isA('AWS::IoT::Policy')) {
        if (!everywhere) continue;
        yield {
          at: action,
          message: `${phrase} may connect as any other, and read and write every topic and shadow of the account.`,
        };
      } else if (verb === '*') {
        const where = everywhere ? 'on every resource of the account' : 'on the resources named here';
        const own = severityOf(service.toLowerCase());
        const severity = byExposure(own, own === 'medium' && reach === 'authenticated' ? 'public' : reach);
        yield {
          at: action,
          message: `${phrase} may call every action of ${code(service)} ${where}, those that delete and those that change access included.${used}`,
          severity: everywhere ? severity : 'low',
          ...(known ?? remedyOf(statement, action, cloud)),
        };
      }
    }
  },
});

/** A state machine's definition tells which actions its role is for. */
function remedyOf(statement: Statement, action: Property, cloud: Cloud): { readonly remedy?: Remedy } {
  const needs = statement.actions.length === 1 ? needsServedBy(cloud, statement) : undefined;
  if (!needs) return {};
  const actions = [...new Set(needs.map((need) => need.action))];
  const patches = [action.setAll(actions)];
  return { remedy: { title: 'Name the actions that the tasks call', applicability: 'unsafe', patches } };
}

/** Every action of these makes its holder, in a step or two, master of the account. */
const ADMINISTRATION = new Set(['iam', 'organizations', 'sso', 'sso-directory', 'identitystore']);

/** These answer questions and keep nothing that belongs to others, or only observe. */
const HARMLESS = new Set(
  'polly transcribe translate comprehend textract rekognition xray geo cloudwatch logs'.split(' '),
);

function severityOf(service: string): Severity {
  if (ADMINISTRATION.has(service)) return 'high';
  return HARMLESS.has(service) ? 'low' : 'medium';
}
