import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'LDAP filter built from the event',
  why: 'An asterisk or brackets in the value change the filter: it matches every entry of the directory, or signs somebody in without their password.',
  how: 'Escape the value for filters (`escape_filter_chars`), or build the filter with the classes of the library (`new EqualityFilter(…)`).',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [90],
  references: [
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html',
  ],
  aliases: { codeql: ['ldap-injection'], sonar: ['S2078'] },
  *check(handler) {
    yield* flowReports(handler, 'ldap', {
      does: 'becomes part of an LDAP filter',
      severity: 'high',
      payload: '*)(objectClass=*',
    });
  },
});
