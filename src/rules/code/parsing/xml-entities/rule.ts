import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'XML parser that puts entities in',
  why: 'Whoever writes the document has the parser read files and addresses of their choice, and get the content back, or write a few lines that become gigabytes.',
  how: 'Leave entities as they are: `resolve_entities=False`, `noent: false`; or parse with `defusedxml`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [611, 776],
  references: [
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html',
  ],
  aliases: { semgrep: ['express-libxml-noent'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'xml-entities-expanded', {
      message: ({ callee, details: { option = '' } }) =>
        `${code(apiName(callee))} puts in whatever entities the document names (${code(option)}).`,
    });
  },
});
