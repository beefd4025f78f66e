import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Call of another host without encryption',
  why: 'Everyone on the way reads what is sent and what comes back, tokens included, and can change both: the function then works with an answer that somebody else wrote.',
  how: 'Call the host with `https://`, and mail servers with `SMTP_SSL` or after `starttls()`. If it has no certificate, put something in between that has, or reach it inside your own network.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12, 20],
  cwe: [319],
  references: [
    'OWASP SAS-3',
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
  ],
  aliases: { semgrep: ['http-not-https-connection', 'insecure-urlopen', 'rest-http-client-support'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'clear-text-call', {
      message: ({ callee, details: { host = '', how } }) =>
        how === 'smtp'
          ? `${code(apiName(callee))} sends name and password before anything is encrypted: ${code('starttls()')} is never called.`
          : `${code(apiName(callee))} calls ${code(host)} over http: what goes there and back is readable on the way.`,
    });
  },
});
