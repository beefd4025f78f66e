import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html */
export const rule = defineHandlerRule({
  title: 'What one caller sent is kept for the next one',
  why: 'Variables outside of the handler live as long as the instance, and the instance serves one caller after another: the second one gets what the first one sent, or is taken for them.',
  how: "Keep it in a variable of the handler. What is to be kept goes into a map by the caller's id, or into a store.",
  severity: 'medium',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [6],
  cwe: [488],
  references: ['OWASP SAS-12', 'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'state-kept-between-invocations', {
      message: ({ details: { name = '', how = '' } }) =>
        how === 'first'
          ? `${code(name)} is set by the first request and kept for all that this instance serves after it.`
          : `${code(name)} grows with every request that this instance serves, and is answered to all of them.`,
    });
  },
});
