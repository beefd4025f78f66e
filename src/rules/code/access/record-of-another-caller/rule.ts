import { flowReports, NAMES_A_PERSON } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/ */
export const rule = defineHandlerRule({
  title: 'Record chosen by the request alone',
  why: 'Every caller who is let in may ask for every id. Where records belong to somebody, they read, change or delete those of others by counting or guessing.',
  how: "Make the caller's identity (`requestContext.authorizer`) a part of the key or a condition of the request, or compare the record's owner with it before answering.",
  severity: 'medium',
  confidence: 'low',
  // Whether records belong to their callers at all (a product does not) is not in the code.
  lifecycle: 'nursery',
  practices: [5, 23],
  cwe: [639, 862],
  references: [
    'OWASP API1:2023',
    'OWASP SAS-2',
    'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
  ],
  aliases: { eslint: ['no-idor-resource-access'] },
  *check(handler) {
    yield* flowReports(handler, 'identity', {
      does: 'alone chooses the record, whoever calls,',
      severity: 'medium',
      payload: 'somebody-elses-id',
      only: ({ source }) => !NAMES_A_PERSON.test(source.path.at(-1) ?? ''),
    });
  },
});
