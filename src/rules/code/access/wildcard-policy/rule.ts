import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege */
export const rule = defineHandlerRule({
  title: 'Policy that the code makes allows everything there is',
  why: 'Templates are read by whoever reviews them; a policy that is put together while the function runs is seen by nobody. Whoever gets it may do with everything what was meant for one thing, and a caller who is let in by an authorizer once is let in everywhere for as long as its answer is kept.',
  how: 'Name the actions and the resources that are needed. An authorizer answers with `event.methodArn`, or, where its answers are kept, with those routes of its stage that this caller may use.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2],
  cwe: [732],
  references: [
    'OWASP SAS-4',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  aliases: { sonar: ['S6302', 'S6304'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'wildcard-policy', {
      severity: ({ details: { to = '' } }) => (to === 'caller' ? 'low' : 'medium'),
      message: ({ details: { action = '', to = '' } }) =>
        to === 'caller'
          ? `Whoever is let in may call every route of every stage of the API: ${code("Resource: '*'")} is what is answered for ${code(action)}.`
          : `The policy that is made here allows ${code(action)} on every resource.`,
    });
  },
});
