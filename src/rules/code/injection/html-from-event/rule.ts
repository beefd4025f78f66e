import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';
import type { Flow } from '#model/handler';

/** Headers that a browser writes by itself: no page can have another text stand there in somebody else's request. */
const OF_BROWSER = /^(?:referer|user-agent|host|origin|accept(?:-[a-z]+)?|sec-[a-z-]+)$/i;

function isOfBrowser({ source: { path } }: Flow): boolean {
  return path.some((key) => key.endsWith('eaders')) && OF_BROWSER.test(path.at(-1) ?? '');
}

/** https://owasp.org/www-community/attacks/xss/ */
export const rule = defineHandlerRule({
  title: 'HTML response built from the event',
  why: 'A script in the value runs in the browser of whoever opens the link, on the origin of the API: it acts with their cookies and tokens, and shows them what the sender likes.',
  how: 'Escape what is put into HTML (`escape` of `html`, `he.encode`, a template engine that escapes by itself), or answer JSON as `application/json`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [79],
  references: [
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  ],
  aliases: {
    semgrep: [
      'tainted-html-response',
      'tainted-html-string',
      'direct-response-write',
      'raw-html-format',
      'directly-returned-format-string',
      'reflected-data-httpresponse',
      'make-response-with-unknown-content',
      'response-contains-unsanitized-input',
    ],
    bandit: ['B704'],
    codeql: ['reflected-xss', 'reflective-xss', 'stored-xss'],
    sonar: ['S5131'],
  },
  *check(handler) {
    yield* flowReports(handler, 'html', {
      does: 'becomes part of an HTML response',
      severity: 'medium',
      only: (flow) => !isOfBrowser(flow),
      payload: '<b>shown as markup</b>',
    });
  },
});
