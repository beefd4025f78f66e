import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Call that does not check the certificate of whom it talks to',
  why: 'Whoever stands between the function and the other side answers in its place: they read what is sent, credentials included, and change what comes back. The connection is still encrypted, only nobody knows with whom.',
  how: 'Leave verification on. For a certificate of your own authority give its root certificate with `ca`, `verify` or `cafile`.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12, 20],
  cwe: [295],
  references: [
    'OWASP SAS-3',
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
  ],
  aliases: {
    semgrep: [
      'bypass-tls-verification',
      'sequelize-tls-disabled-cert-validation',
      'disabled-cert-validation',
      'unverified-ssl-context',
    ],
  },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'tls-verification-off', {
      message: ({ callee, details: { option = '' } }) =>
        `${code(option)} switches the check of the certificate off${callee === '' || callee === option ? '' : ` in ${code(apiName(callee))}`}: anyone on the way can answer for the other side.`,
    });
  },
});
