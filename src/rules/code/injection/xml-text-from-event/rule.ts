import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cwe.mitre.org/data/definitions/91.html */
export const rule = defineHandlerRule({
  title: 'XML written by hand from the event',
  why: 'Whoever sends the event closes the element and writes others: a `<Dial>` into the answer to a telephone service, a second amount into an order, a role into an assertion. Whoever reads the document takes them for yours.',
  how: 'Build the document with a library that escapes (`twilio.twiml`, `xmlbuilder2`, `xml.etree.ElementTree`), or escape the value (`xml.sax.saxutils.escape`, `xml-escape`).',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [91],
  references: ['OWASP SAS-1', 'https://owasp.org/www-community/vulnerabilities/XML_Injection'],
  aliases: { codeql: ['xml-injection'], sonar: ['S6399'] },
  *check(handler) {
    yield* flowReports(handler, 'xml-text', {
      does: 'is put between the tags of an XML document without escaping',
      severity: 'medium',
      payload: '</a><b>added</b><a>',
    });
  },
});
