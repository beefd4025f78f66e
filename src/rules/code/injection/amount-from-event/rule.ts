import { flowReports, isOwnWorkflow } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cwe.mitre.org/data/definitions/770.html */
export const rule = defineHandlerRule({
  title: 'Amount of work that the event decides',
  why: 'A single request with a large number makes the function fill its memory or loop until its time-out, for as many requests as it may run at once, at your expense.',
  how: 'Bound the number before it is used: `Math.min(count, 100)`, `min(count, 100)`, or a schema with a maximum.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6, 19],
  cwe: [770, 834],
  references: ['OWASP SAS-8', 'OWASP API4:2023', 'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html'],
  aliases: { semgrep: ['detect-buffer-unsafe-allocation'], codeql: ['resource-exhaustion', 'loop-bound-injection'] },
  *check(handler) {
    yield* flowReports(handler, 'allocation', {
      does: 'decides how much is allocated or repeated',
      severity: 'medium',
      payload: '1000000000',
      // Who runs a workflow says how much it is to do, and pays for it.
      only: (flow) => !isOwnWorkflow(flow),
    });
  },
});
