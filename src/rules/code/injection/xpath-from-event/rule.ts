import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/www-community/attacks/XPATH_Injection */
export const rule = defineHandlerRule({
  title: 'XPath expression built from the event',
  why: "Whoever sends the event writes a part of the expression: a quote ends the value, and `or` makes the condition true of every node, of passwords and other people's entries too.",
  how: 'Bind the value as a variable of the expression (`root.xpath("//user[@id=$id]", id=value)`), or find the node in code.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [643],
  references: ['OWASP SAS-1', 'https://owasp.org/www-community/attacks/XPATH_Injection'],
  aliases: { codeql: ['xpath-injection'], sonar: ['S2091'] },
  *check(handler) {
    yield* flowReports(handler, 'xpath', {
      does: 'becomes part of an XPath expression',
      severity: 'high',
      payload: "' or '1'='1",
    });
  },
});
