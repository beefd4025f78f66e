import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/www-community/attacks/Log_Injection */
export const rule = defineHandlerRule({
  title: 'Log entry built from the event',
  why: "A line break in the value starts an entry of the sender's own: whoever reads or counts the log sees events that never happened.",
  how: "Log objects as JSON (Powertools' Logger, `JSON.stringify`, `json.dumps`), which escapes line breaks.",
  severity: 'low',
  confidence: 'high',
  lifecycle: 'nursery',
  practices: [6, 16],
  cwe: [117],
  references: ['OWASP SAS-5', 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html'],
  aliases: { codeql: ['log-injection'], sonar: ['S5145'] },
  *check(handler) {
    yield* flowReports(handler, 'log', {
      does: 'becomes part of an entry of the log',
      severity: 'low',
      payload: 'shown\n2026-01-01 INFO second entry',
    });
  },
});
