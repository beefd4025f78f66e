import { byExposure, holdersOf } from '#finding/holders';
import { defineStatementRule } from '#finding/rule';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
export const rule = defineStatementRule({
  title: 'Everything allowed but a list',
  why: 'A grant that names what it leaves out includes everything else: all other services, and every action that AWS adds in the future.',
  how: 'Name what is needed with `Action` and `Resource`. Keep `NotAction` and `NotResource` for statements that deny.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2],
  cwe: [732],
  references: [
    'OWASP SAS-4',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  ],
  aliases: { cfn_nag: ['W14', 'W15', 'W16', 'W17', 'W21', 'W22', 'W23'] },
  *check(statement, { cloud }) {
    if (statement.effect !== 'Allow' || statement.kind !== 'identity') return;
    const { phrase, reach } = holdersOf(cloud, statement.carrier);
    const action = statement.notActions.find(({ string }) => string !== undefined);
    const resource = statement.notResources.find(({ text }) => text !== undefined);
    if (action) {
      yield {
        at: action,
        message: `${phrase} may do everything that this list does not name.`,
        severity: byExposure('high', reach),
      };
    } else if (resource) {
      yield {
        at: resource,
        message: `${phrase} may use these actions on every resource that this list does not name.`,
        severity: byExposure('medium', reach),
      };
    }
  },
});
