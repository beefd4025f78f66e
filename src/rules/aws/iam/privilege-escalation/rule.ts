import { byExposure, holder } from '#finding/holders';
import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { escalations } from '#model/escalation';

/** The paths are those of https://pathfinding.cloud, each with the actions that it needs. */
export const rule = defineRule({
  title: 'Role can make itself more powerful',
  why: 'Each of these permissions looks harmless; together they let whoever controls the function create or change an identity that has more permissions than the function, up to those of an administrator.',
  how: 'Take away one of the actions, or limit `Resource` to the roles and functions that the code really manages.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 3],
  cwe: [269],
  references: ['OWASP SAS-4', 'https://pathfinding.cloud'],
  aliases: { checkov: ['CKV_AWS_110', 'CKV_AWS_286'] },
  subject: 'AWS::Lambda::Function',
  *check(fn, { cloud }) {
    const { statements } = cloud.grants(fn);
    const own = statements.filter(
      ({ effect, actions }) => effect === 'Deny' || !actions.some(({ string }) => WHOLE.test(string ?? '')),
    );
    const open = escalations(own).filter(({ unrestricted }) => unrestricted);
    const [first] = open;
    const [statement] = first?.statements ?? [];
    if (!first || !statement) return;
    const { phrase, reach } = holder(cloud, fn);
    const ways = open.length === 1 ? '' : ` (and ${open.length - 1} more ways)`;
    yield {
      at: statement,
      about: fn.logicalId,
      message: `${phrase} can gain further permissions with ${first.path.actions.map(code).join(' and ')}${ways}: ${first.path.url}`,
      severity: byExposure('high', reach),
      related: first.statements.slice(1).map((one) => ({ at: one.at, message: 'grants another part of the path' })),
    };
  },
});

/** What holds every action of IAM or of everything needs no path; it has a rule of its own. */
const WHOLE = /^(?:iam:)?\*(?::\*)?$/i;
