import { observationReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS#requests_with_credentials */
export const rule = defineHandlerRule({
  title: 'Answer open to every origin, credentials included',
  why: "A page on another site calls the API in the name of whoever visits it, cookies included, and reads the answer: the visitor's data goes to that page.",
  how: 'Compare the origin with a list of your own and answer the one that is on it, or leave `Access-Control-Allow-Credentials` out.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5],
  cwe: [942],
  references: [
    'OWASP SAS-3',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS#requests_with_credentials',
  ],
  aliases: { semgrep: ['cors-misconfiguration', 'wildcard-cors'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'open-cors', {
      // A browser refuses `*` together with credentials: it is a mistake, but opens nothing.
      severity: ({ details: { origin = '' } }) => (origin === 'every origin' ? 'info' : 'medium'),
      message: ({ details: { origin = '' } }) =>
        origin === 'every origin'
          ? 'The answer allows every origin and credentials: browsers refuse the two together, so that it does not do what it says.'
          : `The answer lets ${origin} read it, and with the cookies of whoever visits that page.`,
    });
  },
});
