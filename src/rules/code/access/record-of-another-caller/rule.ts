import { flowReports, NAMES_A_PERSON } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { asksForScopes, isOfStaff, ownershipOf } from '#finding/ownership';
import { defineHandlerRule } from '#finding/rule';
import type { Flow } from '#model/handler';

/** Ids that are secrets: whoever has one was given it. */
const SECRET = /token|code|secret|hash|share|invit|slug|sku/i;

/** https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/ */
export const rule = defineHandlerRule({
  title: 'Record chosen by the request alone',
  why: 'Every caller who is let in may ask for every id. Where records belong to somebody, they read, change or delete those of others by counting or guessing.',
  how: "Make the caller's identity (`requestContext.authorizer`) a part of the key or a condition of the request, or compare the record's owner with it before answering.",
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
  aliases: { eslint: ['no-idor-resource-access'] },
  *check(handler, { cloud, handlers }) {
    if (isOfStaff(handler)) return;
    const isScoped = asksForScopes(handler);
    // Whether records belong to their callers at all, as a product does not, has to be seen somewhere.
    const belongs = (flow: Flow): string | undefined => {
      const { told, noun } = ownershipOf(cloud, handlers, handler, flow);
      if (told) return `The records have an owner: ${code(told.by)} ${told.how} their ${code(told.field)}.`;
      return noun === undefined || isScoped ? undefined : `Nothing here asks whose ${noun} it is.`;
    };
    const isOwned = (flow: Flow): boolean => belongs(flow)?.startsWith('The') ?? false;
    const known = new Set<string>();
    for (const flow of [...handler.flows].sort((a, b) => harm(a) - harm(b))) {
      const last = flow.source.path.at(-1) ?? '';
      if (flow.sink !== 'identity' || NAMES_A_PERSON.test(last) || SECRET.test(last) || known.has(flow.source.text))
        continue;
      known.add(flow.source.text);
      const words = {
        does: 'alone chooses the record, whoever calls,',
        severity: isOwned(flow) ? 'high' : 'medium',
        payload: 'somebody-elses-id',
        only: (one: Flow) => one === flow && belongs(one) !== undefined,
        more: (one: Flow) => belongs(one) ?? '',
      } as const;
      for (const report of flowReports(handler, 'identity', words))
        yield { ...report, confidence: isOwned(flow) ? 'medium' : 'low' };
    }
  },
});

/** What is lost is worse than what is seen: the flow that is told of several by the same id. */
function harm({ callee }: Flow): number {
  return /delete/i.test(callee) ? 0 : /update|replace/i.test(callee) ? 1 : 2;
}
