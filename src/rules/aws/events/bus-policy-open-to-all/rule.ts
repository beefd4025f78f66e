import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { audience } from '#model/audience';

/** A policy by itself, and the `Policy` of the bus. */
const CARRIERS: ReadonlySet<string> = new Set(['AWS::Events::EventBusPolicy', 'AWS::Events::EventBus']);

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html */
export const rule = defineStatementRule({
  title: 'Event bus open to everybody',
  why: 'Every AWS account can put events on the bus, and the rules hand them to your functions as if your own systems had sent them.',
  how: 'Name the accounts in `Principal`, or limit them by `aws:PrincipalOrgID`.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 5],
  cwe: [284, 732],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html',
  ],
  aliases: { 'cdk-nag': ['EventBusOpenAccess'] },
  *check(statement) {
    if (statement.effect !== 'Allow' || !CARRIERS.has(statement.carrier.type)) return;
    if (audience(statement) !== 'public') return;
    const names = statement.targets.map(({ name }) => code(name)).join(', ') || code(statement.carrier.name);
    yield {
      at: statement.principals[0]?.property ?? statement.property,
      about: statement.actions.map(({ string }) => string ?? '').join(' '),
      message: `Every AWS account may send events to ${names}.`,
    };
  },
});
