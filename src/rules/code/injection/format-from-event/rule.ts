import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cwe.mitre.org/data/definitions/134.html */
export const rule = defineHandlerRule({
  title: 'Format string taken from the event',
  why: 'Placeholders in the value are filled in: in Python `{0.__class__}` reads the attributes of what is formatted, secrets of its module among them; in JavaScript arguments of the log move to where they are not looked for.',
  how: 'Keep the format constant and pass the value as an argument of it.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'nursery',
  practices: [6],
  cwe: [134],
  references: ['OWASP SAS-1', 'https://docs.python.org/3/library/string.html#format-string-syntax'],
  aliases: { semgrep: ['unsafe-formatstring'], codeql: ['tainted-format-string'] },
  *check(handler) {
    yield* flowReports(handler, 'format', {
      does: 'is used as a format',
      severity: 'low',
      payload: '{0.__class__}',
    });
  },
});
