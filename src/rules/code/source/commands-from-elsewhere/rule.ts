import { observationReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://attack.mitre.org/techniques/T1059/004/, https://cwe.mitre.org/data/definitions/494.html */
export const rule = defineHandlerRule({
  title: 'Code that runs what another host sends',
  why: "A shell whose input is a connection does whatever the other side types, with the function's role; a script that is fetched and run at once is whatever stands there at that time, and nobody has looked at it. Neither belongs into a function: the first is how an intruder stays, the second how one gets in.",
  how: 'Take the shell out, and look for how it got in. What a function needs goes into its package, its layer or its image, in a version that is fixed and checked.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [10, 9],
  cwe: [506, 494],
  references: ['https://attack.mitre.org/techniques/T1059/004/', 'https://cwe.mitre.org/data/definitions/494.html'],
  aliases: { semgrep: ['python-reverse-shell'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'commands-from-elsewhere', {
      severity: ({ details: { how } }) => (how === 'fetched' ? 'medium' : 'high'),
      message: ({ details: { how } }) =>
        how === 'fetched'
          ? 'What is fetched here is run at once, whatever it is by then.'
          : 'A shell is given to whoever is at the other end of the connection.',
    });
  },
});
