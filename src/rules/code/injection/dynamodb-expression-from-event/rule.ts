import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html */
export const rule = defineHandlerRule({
  title: 'DynamoDB expression built from the event',
  why: 'Whoever sends the event writes a part of the condition: `OR attribute_exists(id)` makes a filter or a guard true of every item, and an update expression sets attributes that nobody meant to open.',
  how: 'Keep the expression constant and pass the values in `ExpressionAttributeValues`; choose the names in `ExpressionAttributeNames` from a list of your own.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [943],
  references: [
    'OWASP SAS-1',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeValues.html',
  ],
  aliases: { semgrep: ['dynamodb-filter-injection'] },
  *check(handler) {
    yield* flowReports(handler, 'dynamodb-expression', {
      does: 'becomes part of an expression of DynamoDB',
      severity: 'high',
      payload: 'x OR attribute_exists(id)',
    });
  },
});
