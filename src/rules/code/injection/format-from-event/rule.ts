import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cwe.mitre.org/data/definitions/134.html */
export const rule = defineHandlerRule({
  title: 'Format string taken from the event',
  why: 'The sender writes the placeholders: `{order.__init__.__globals__}` reads the attributes of what is formatted, the variables of its module and the secrets in them; `{:>9999999999}` fills the memory.',
  how: 'Keep the format constant and pass the value as an argument of it.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [134],
  references: ['OWASP SAS-1', 'https://docs.python.org/3/library/string.html#format-string-syntax'],
  aliases: {},
  withoutExample: {
    javascript:
      'Placeholders of `util.format` and `console.log` read nothing beyond what they are given, which is printed anyway.',
  },
  *check(handler) {
    yield* flowReports(handler, 'format', {
      does: 'is used as a format',
      severity: 'low',
      payload: '{0.__class__}',
    });
  },
});
