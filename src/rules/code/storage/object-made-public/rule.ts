import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
export const rule = defineHandlerRule({
  title: 'Object that everybody on the internet may read',
  why: "Everyone who has or guesses the address reads the object, for as long as it is there, and nothing in the bucket's policy tells of it. With `public-read-write` they also replace it.",
  how: 'Leave the ACL out, and give access with a presigned URL or through CloudFront.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5],
  cwe: [732],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'object-made-public', {
      message: ({ callee, details: { acl = '' } }) =>
        `${code(apiName(callee))} writes an object with the ACL ${code(acl)}.`,
    });
  },
});
