import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';
import type { Handler } from '#model/handler';

/** Seconds that hardly cost anything when a call takes them all: the default of the Serverless Framework, too. */
const SHORT = 6;

/** The longest time that a function which runs the code may take, as far as templates tell. */
function longest({ functions }: Handler): number | undefined {
  const seconds = functions.flatMap((fn) => (fn.isA('AWS::Lambda::Function') ? fn.at('Timeout') : []));
  const known = seconds.flatMap(({ scalar }) => (typeof scalar === 'number' ? [scalar] : []));
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/ */
export const rule = defineHandlerRule({
  title: 'Call of another service that may take as long as the function runs',
  why: "When the other side hangs, the function waits until its own time is up and is ended: the caller gets an error without a reason, nothing is tidied up, each of the hanging invocations is paid for, and with enough of them the account's concurrency is used up.",
  how: 'Give the call a time of its own, below that of the function: `signal: AbortSignal.timeout(5000)`, `timeout: 5000`, `timeout=5`.',
  severity: 'low',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [20],
  cwe: [400],
  references: ['OWASP SAS-8', 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/'],
  aliases: {},
  *check(handler) {
    yield* observationReports(handler, 'timeout-missing', {
      only: () => (longest(handler) ?? 0) > SHORT,
      message: ({ callee, details: { repeats } }) =>
        `${code(apiName(callee))} has no time-out: when the other side hangs, it takes all of the ${longest(handler)} seconds that the function has.${repeats === undefined ? '' : ' After a time-out it may have been done all the same: repeat it only with a key by which the other side knows it again.'}`,
    });
  },
});
