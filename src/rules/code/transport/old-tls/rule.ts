import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://www.rfc-editor.org/rfc/rfc8996 */
export const rule = defineHandlerRule({
  title: 'Connection that accepts a version of TLS that is broken',
  why: 'TLS before 1.2 has known weaknesses and is deprecated: whoever stands in between can talk both sides down to it and then attack it. Most services no longer answer it, so that the setting helps only them.',
  how: 'Leave the version to the runtime, or ask for `TLSv1.2` at least.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12],
  cwe: [327, 326],
  references: ['https://www.rfc-editor.org/rfc/rfc8996'],
  aliases: {
    semgrep: [
      'disallow-old-tls-versions1',
      'disallow-old-tls-versions2',
      'weak-ssl-version',
      'sequelize-weak-tls-version',
    ],
  },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'tls-old', {
      message: ({ callee, details: { version = '' } }) =>
        `${code(apiName(callee))} accepts ${code(version)}, which is deprecated since 2021.`,
    });
  },
});
