import { flowReports, isOwnWorkflow } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';
import { isHeldToOne, serviceOf, stakes } from '#finding/stakes';

/** https://cwe.mitre.org/data/definitions/441.html */
export const rule = defineHandlerRule({
  title: 'Resource that the event chooses',
  why: "The function uses its own role on whatever the sender names: another application's bucket, table, queue or secret, as far as the role reaches.",
  how: 'Take the name from the configuration (`process.env.TABLE`, `os.environ["TABLE"]`), or choose it from a list of your own by a key in the event. Begin the keys of objects with who asks (`users/${sub}/`).',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6, 2],
  cwe: [441, 639],
  references: [
    'OWASP SAS-1',
    'OWASP API1:2023',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  aliases: { codeql: ['untrusted-data-to-external-api'] },
  *check(handler, { cloud }) {
    yield* flowReports(handler, 'cloud-resource', {
      does: ({ callee }) =>
        callee === 'a link to an object'
          ? 'decides which object of the bucket the caller is given a link to'
          : 'decides which resource of the account is used',
      severity: 'medium',
      payload: 'other-resource',
      // Where the role reaches one resource of the kind alone, to choose another one comes to nothing.
      only: (flow) => {
        if (isOwnWorkflow(flow)) return false;
        const service = serviceOf(flow.callee);
        return service === undefined || !isHeldToOne(cloud, handler, service);
      },
      more: ({ callee }) => {
        const may = stakes(cloud, handler, serviceOf(callee) ?? '');
        return may === undefined ? '' : `The role may ${may}.`;
      },
    });
  },
});
