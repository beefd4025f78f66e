/**
 * The canonical classes of what a rule about code reports: a report counts for a label when they share one. A rule that is
 * not here, or whose classes are not known yet, counts for none; the runner tells which those are.
 */
export const CLASSES: Readonly<Record<string, readonly string[]>> = {
  'code/injection/sql-from-event': ['inj-sql'],
  'code/injection/nosql-query-from-event': ['inj-nosql'],
  'code/injection/dynamodb-expression-from-event': ['inj-nosql'],
  'code/injection/command-from-event': ['inj-command'],
  'code/injection/code-from-event': ['inj-code'],
  'code/injection/module-from-event': ['inj-import'],
  'code/injection/path-from-event': ['inj-path'],
  'code/injection/archive-entry-path': ['inj-archive'],
  'code/injection/request-to-any-host': ['inj-ssrf'],
  'code/injection/redirect-to-any-host': ['inj-redirect'],
  'code/injection/html-from-event': ['inj-xss'],
  'code/injection/mail-from-event': ['inj-xss'],
  'code/injection/template-from-event': ['inj-template'],
  'code/injection/deserialization-of-event': ['inj-deser'],
  'code/injection/xml-from-event': ['inj-xxe'],
  'code/injection/xpath-from-event': ['inj-xml'],
  'code/injection/ldap-filter-from-event': ['inj-ldap'],
  'code/injection/log-entry-from-event': ['inj-log'],
  'code/injection/header-from-event': ['inj-header'],
  'code/injection/regex-from-event': ['inj-regex'],
  'code/injection/prototype-pollution': ['inj-proto'],
  'code/injection/fields-from-event': ['inj-massassign'],
  'code/injection/formula-in-csv': ['inj-csv'],
  'code/injection/prompt-from-event': ['inj-prompt'],
  'code/injection/graphql-query-from-event': ['inj-graphql'],
  'code/injection/environment-from-event': ['inj-env'],
  'code/injection/cloud-resource-from-event': ['inj-cloudapi'],
  'code/injection/amount-from-event': ['dos-input'],
  'code/injection/format-from-event': ['inj-format'],
  'code/access/record-of-another-caller': ['auth-missing'],
  'code/secrets/hard-coded-secret': ['sec-generic', 'sec-jwtkey'],
  'code/secrets/provider-credential': ['sec-provider', 'sec-cloudkeys'],
};

export const isAboutCode = (rule: string): boolean => rule.startsWith('code/') || rule in CLASSES;

export const classesOf = (rule: string): readonly string[] => CLASSES[rule] ?? [];
