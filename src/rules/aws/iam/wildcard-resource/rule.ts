import { byExposure, holdersOf } from '#finding/holders';
import { code } from '#finding/markdown';
import { narrowedReport, narrowedStatement, staysEverywhere, usedSentence } from '#finding/narrowed';
import type { Remedy } from '#finding/remedy';
import { defineStatementRule } from '#finding/rule';
import { wideResource } from '#finding/wide-resource';
import type { Cloud } from '#model/cloud';
import type { IamAction } from '#model/iam-action';
import { closesCircle } from '#model/privilege/circle';
import type { Property } from '#model/property';
import type { Statement } from '#model/statement';
import { needsServedBy, resourcesOf } from '#model/task-permissions';

/** Which actions can be limited: https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html */
export const rule = defineStatementRule({
  title: 'Every resource of the account reachable',
  why: 'A role is the blast radius of its function: with `*`, a bug in code that needs one resource reads or changes all of them, those of other applications in the account included.',
  how: 'Name the resources in `Resource`, such as `!GetAtt OrdersTable.Arn`. Leave `*` only to actions that cannot be limited.',
  asksForCode: true,
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2],
  cwe: [732],
  references: [
    'OWASP SAS-4',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_107', 'CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_111', 'CKV_AWS_355'],
    cfn_nag: ['W11', 'W12', 'W13'],
    trivy: ['AWS-0057'],
    'cdk-nag': ['IAMNoWildcardPermissions'],
  },
  *check(statement, context) {
    const { cloud } = context;
    const { wildcard, limitable } = wideResource(statement, cloud);
    if (!wildcard) return;
    const found = narrowedStatement(context, statement);
    // Where it stays on every resource, a narrower statement would be found again: what nothing uses is only told.
    const narrowed = found && !staysEverywhere(found) ? found : undefined;
    const { phrase, reach } = holdersOf(cloud, statement.carrier);
    const named = limitable.slice(0, 3).map((action) => code(`${action.service}:${action.name}`));
    const more = limitable.length > 3 ? ` and ${limitable.length - 3} more` : '';
    const isUnused = narrowed && narrowed.used.length + narrowed.unseen.length === 0;
    const used = found && found.unused.length > 0 ? ` ${usedSentence(found)}` : '';
    const instead = isUnused
      ? ', and the code uses nothing of it.'
      : `, although ${limitable.length === 1 ? 'it' : 'each'} can be limited to the ones that the code uses.${used}`;
    yield {
      at: wildcard,
      message: `${phrase} may call ${named.join(', ')}${more} on every resource of the account${instead}`,
      severity: byExposure(limitable.some(isGrave) ? 'medium' : 'low', reach),
      ...(used !== '' && found && !narrowed ? { related: narrowedReport(found).related ?? [] } : {}),
      ...(narrowed ? narrowedReport(narrowed) : remedyOf(statement, wildcard, cloud)),
    };
  },
});

/** A state machine's definition tells what its role is for. */
function remedyOf(statement: Statement, wildcard: Property, cloud: Cloud): { readonly remedy?: Remedy } {
  const needs = needsServedBy(cloud, statement);
  if (!needs || statement.resources.length !== 1) return {};
  const named = resourcesOf(needs);
  if (named.some((one) => closesCircle(cloud, one, statement.carrier, statement.at))) return {};
  const patches = [wildcard.setAll(named)];
  return { remedy: { title: 'Name what the tasks of the state machine call', applicability: 'unsafe', patches } };
}

/** What changes something, or gets at credentials by reading. A durable execution is changed by who holds its token only. */
function isGrave({ service, name, level }: IamAction): boolean {
  return (level !== 'read' && !name.includes('DurableExecution')) || service === 'secretsmanager';
}
