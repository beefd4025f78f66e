import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'XML from the event read with its entities',
  why: 'An entity that the document declares is filled in by the parser: from a file of the function, from an address that it fetches, or by itself a billion times until the memory is gone.',
  how: 'Turn entities and document types off: `resolve_entities=False`, `defusedxml`, no `noent: true`.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [611, 776],
  references: [
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html',
  ],
  aliases: {
    semgrep: [
      'express-libxml-noent',
      'express-xml2json-xxe',
      'xml2json-xxe',
      'sax-xxe',
      'expat-xxe',
      'use-defused-xml',
      'use-defused-xml-parse',
    ],
    bandit: ['B313', 'B314', 'B315', 'B316', 'B317', 'B318', 'B319'],
    codeql: ['xxe', 'xml-bomb'],
    sonar: ['S2755'],
  },
  *check(handler) {
    yield* flowReports(handler, 'xml', {
      does: 'is read as XML with the entities that it declares',
      severity: 'high',
      payload: '<!DOCTYPE a [<!ENTITY e "shown">]><a>&e;</a>',
    });
  },
});
