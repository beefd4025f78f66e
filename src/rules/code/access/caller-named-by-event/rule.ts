import { flowReports, NAMES_A_PERSON } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/ */
export const rule = defineHandlerRule({
  title: 'Caller taken at the word of the request',
  why: 'The authorizer knows who calls, and the handler looks up whoever the request names: every caller who is let in reads, changes or deletes what belongs to others by writing their id.',
  how: "Take the identity that the authorizer vouches for (`requestContext.authorizer.claims.sub`, `identity.sub` in AppSync), or compare the request's id with it before it is used.",
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [5, 23],
  cwe: [639, 862],
  references: [
    'OWASP API1:2023',
    'OWASP SAS-2',
    'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
  ],
  aliases: { eslint: ['no-client-controlled-authorization'] },
  *check(handler) {
    yield* flowReports(handler, 'identity', {
      does: 'says whose records are meant, although the authorizer knows who calls,',
      severity: 'high',
      payload: 'somebody-elses-id',
      only: ({ source }) => NAMES_A_PERSON.test(source.path.at(-1) ?? ''),
    });
  },
});
