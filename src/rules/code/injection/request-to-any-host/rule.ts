import { flowReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';
import { stakes } from '#finding/stakes';
import type { Cloud } from '#model/cloud';
import type { Flow, Handler } from '#model/handler';

/** https://owasp.org/Top10/A10_2021-Server-Side_Request_Forgery_%28SSRF%29/ */
export const rule = defineHandlerRule({
  title: 'Request to a host that the event chooses',
  why: "The function fetches whatever address it is sent: services of its VPC that trust their network, the interface of the Lambda runtime with other callers' events, and, with clients that open `file:` addresses, `/proc/self/environ` with the credentials of its role.",
  how: 'Choose the host from a list of your own and let the event fill in only the path or a parameter, through `encodeURIComponent` or `quote`. Of a whole address compare the parsed host with the list, and follow no redirects.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [918],
  references: [
    'OWASP SAS-1',
    'OWASP API7:2023',
    'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  aliases: {
    semgrep: [
      'apollo-axios-ssrf',
      'express-ssrf',
      'puppeteer-goto-injection',
      'playwright-goto-injection',
      'phantom-injection',
      'wkhtmltopdf-injection',
      'wkhtmltoimage-injection',
      'dynamic-urllib-use-detected',
      'ssrf-requests',
      'ssrf-injection-requests',
      'ssrf-injection-urllib',
      'tainted-url-host',
    ],
    bandit: ['B310'],
    codeql: ['request-forgery', 'full-ssrf', 'partial-ssrf'],
    sonar: ['S5144'],
  },
  *check(handler, { cloud }) {
    yield* flowReports(handler, 'url', {
      does: 'decides the host of a request',
      severity: 'high',
      payload: 'https://example.com/',
      more: (flow) => consequence(flow, handler, cloud),
    });
  },
});

/** Clients that open `file:` addresses as well: urllib, libcurl, browsers. */
const OPENS_FILES = /^(?:urllib\.request\.|pycurl\.|node-libcurl|puppeteer|playwright)|\.goto$/;

/** What is known to be reached from where the function runs. */
function consequence({ callee }: Flow, handler: Handler, cloud: Cloud): string {
  if (OPENS_FILES.test(callee)) {
    const may = stakes(cloud, handler);
    const role = may === undefined ? '' : `, which may ${may}`;
    return `It opens ${code('file:')} addresses, too: ${code('/proc/self/environ')} holds the credentials of the role${role}.`;
  }
  const isInside = handler.functions.some((fn) => fn.read(['VpcConfig', 'SubnetIds']).some((ids) => ids.isWritten));
  return isInside ? 'The function runs inside of a VPC, so that hosts answer it that nobody outside reaches.' : '';
}
