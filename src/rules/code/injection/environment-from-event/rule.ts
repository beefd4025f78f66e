import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cwe.mitre.org/data/definitions/15.html */
export const rule = defineHandlerRule({
  title: 'Environment variable set from the event',
  why: 'The environment belongs to the whole process: what one event sets holds for every later one that the same execution environment handles, for other callers too. Variables such as `NODE_OPTIONS`, `LD_PRELOAD` and `PATH` decide what programs run.',
  how: 'Pass the value as an argument. For a program that is started, give it an environment of its own with names that you chose.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [15, 99],
  references: ['OWASP SAS-12', 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html'],
  aliases: { codeql: ['env-value-injection', 'env-key-and-value-injection'], sonar: ['S7617'] },
  *check(handler) {
    yield* flowReports(handler, 'environment', {
      does: 'decides what stands in the environment of the process',
      severity: 'medium',
      payload: 'shown',
    });
  },
});
