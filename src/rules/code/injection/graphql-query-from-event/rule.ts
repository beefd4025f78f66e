import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'GraphQL document built from the event',
  why: "Whoever sends the event writes a part of the document: more fields, other people's objects, a mutation, with the rights that the function has at the API.",
  how: 'Keep the document constant and pass the values in `variables`.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [943],
  references: ['OWASP SAS-1', 'https://graphql.org/learn/queries/#variables'],
  aliases: { eslint: ['no-graphql-injection'] },
  *check(handler) {
    yield* flowReports(handler, 'graphql', {
      does: 'becomes part of a GraphQL document',
      severity: 'high',
      payload: '1") { id } other: order(id: "2',
    });
  },
});
