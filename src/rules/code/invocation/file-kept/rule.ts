import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
export const rule = defineHandlerRule({
  title: 'File of one caller that the next one may be given',
  why: 'What is written to `/tmp` stays as long as the instance, which serves one caller after another: a file of the same name that is there already is the one of somebody else.',
  how: "Put a random name or the request's id into the path, and delete the file when the request is done.",
  severity: 'low',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [6],
  cwe: [377, 459],
  references: ['OWASP SAS-12', 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'file-kept-between-invocations', {
      // An instance serves one request after the other: what was left is written over, unless something goes wrong before.
      severity: ({ details: { how } }) => (how === 'left' ? 'info' : 'low'),
      message: ({ details: { path = '', how } }) =>
        how === 'left'
          ? `${code(path)} is written with what a request holds, has the same name for all of them, and is never deleted: the next one finds it there.`
          : `${code(path)} is written with what a request holds, and is taken as it is when it is there already.`,
    });
  },
});
