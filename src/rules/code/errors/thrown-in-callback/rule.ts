import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://nodejs.org/api/errors.html#error-propagation-and-interception */
export const rule = defineHandlerRule({
  title: 'Exception that nothing can catch',
  why: 'A function that a timer or a stream calls later has nobody around it: a `try` or `await` of the handler does not see what it throws, and the process ends. The caller gets an error without a reason, a batch comes again as a whole, and the next invocation starts cold: whoever can make it happen can make it happen each time.',
  how: 'Hand the exception to the promise that the handler waits for: `reject(error)`, or `stream.destroy(error)` under `pipeline` of `node:stream/promises`.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [7],
  cwe: [248],
  references: ['OWASP SAS-10', 'https://nodejs.org/api/errors.html#error-propagation-and-interception'],
  aliases: {},
  pointsAtNoSecret: true,
  withoutExample: {
    python:
      'In Python what a thread or a callback of an event loop raises is written to the log, and the process goes on.',
  },
  *check(handler) {
    yield* observationReports(handler, 'thrown-in-callback', {
      message: ({ details: { called = '' } }) =>
        `What is thrown here, in a function that is called for ${code(called)}, is caught by nothing: it ends the process in the middle of the invocation.`,
    });
  },
});
