import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'HTML of a mail built from the event',
  why: 'Whoever sends the event writes into a mail that comes from your verified domain: links to pages that collect passwords, forms, pictures that tell when and by whom it was read.',
  how: 'Escape what is put into the HTML body, or send it as text. Take recipients and subjects from your own data.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [79, 80],
  references: ['OWASP SAS-1', 'https://docs.aws.amazon.com/ses/latest/dg/send-email-formatted.html'],
  aliases: { semgrep: ['xss-html-email-body', 'xss-send-mail-html-message'], codeql: ['reflective-xss-email'] },
  *check(handler) {
    yield* flowReports(handler, 'mail', {
      does: 'becomes part of the HTML of a mail',
      severity: 'medium',
      payload: '<b>shown as markup</b>',
    });
  },
});
