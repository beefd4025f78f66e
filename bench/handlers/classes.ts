/**
 * The canonical classes of what a rule about code reports: a report counts for a label when they share one. A rule that is
 * not here, or whose classes are not known yet, counts for none; the runner tells which those are.
 */
export const CLASSES: Readonly<Record<string, readonly string[]>> = {
  'code/injection/sql': ['inj-sql'],
  'code/injection/nosql': ['inj-nosql'],
  'code/injection/command': ['inj-command'],
  'code/injection/code': ['inj-code'],
  'code/injection/import': ['inj-import'],
  'code/injection/path': ['inj-path'],
  'code/injection/archive': ['inj-archive'],
  'code/injection/ssrf': ['inj-ssrf'],
  'code/injection/redirect': ['inj-redirect'],
  'code/injection/xss': ['inj-xss'],
  'code/injection/template': ['inj-template'],
  'code/injection/deserialization': ['inj-deser'],
  'code/injection/xxe': ['inj-xxe'],
  'code/injection/xml': ['inj-xml'],
  'code/injection/ldap': ['inj-ldap'],
  'code/injection/log': ['inj-log'],
  'code/injection/header': ['inj-header'],
  'code/injection/regex': ['inj-regex'],
  'code/injection/prototype': ['inj-proto'],
  'code/injection/mass-assignment': ['inj-massassign'],
  'code/injection/csv': ['inj-csv'],
  'code/injection/prompt': ['inj-prompt'],
  'code/injection/graphql': ['inj-graphql'],
  'code/injection/environment': ['inj-env'],
  'code/injection/cloud-api': ['inj-cloudapi'],
  'code/secrets/hard-coded-secret': ['sec-generic', 'sec-jwtkey'],
  'code/secrets/provider-credential': ['sec-provider', 'sec-cloudkeys'],
};

export const isAboutCode = (rule: string): boolean => rule.startsWith('code/') || rule in CLASSES;

export const classesOf = (rule: string): readonly string[] => CLASSES[rule] ?? [];
