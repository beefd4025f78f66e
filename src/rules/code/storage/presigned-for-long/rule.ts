import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html */
export const rule = defineHandlerRule({
  title: 'Presigned URL that is good for days',
  why: 'Whoever gets hold of the URL, from a log, a history or a forwarded mail, reads or writes the object without any other proof. With the credentials of a role it ends earlier than it says, and nobody knows when.',
  how: 'Make it for minutes, when it is asked for.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5],
  cwe: [613],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'presigned-for-long', {
      message: ({ callee, details: { seconds = '' } }) =>
        `The URL that ${code(apiName(callee))} makes is good for ${Math.round(Number(seconds) / 86_400)} days.`,
    });
  },
});
