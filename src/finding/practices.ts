/** A practice of serverless security: a row of the table that rules are mapped to. */
export interface Practice {
  readonly row: number;
  readonly name: string;
}

/** The rows, in our own words, that `RuleDescription.practices` names. */
export const PRACTICES: readonly Practice[] = [
  'Shared responsibility',
  'Least privilege for functions',
  'Role-based access and regular policy review',
  'Multi-factor authentication',
  'Who may invoke a function',
  'Input validation and injection',
  'Error handling',
  'Secrets',
  'Dependencies',
  'Code review and static analysis',
  'Dynamic analysis',
  'Encryption in transit',
  'Encryption at rest and key management',
  'Backups and disaster recovery',
  'Secure storage',
  'Logging',
  'Monitoring, alerts and automated response',
  'API gateways',
  'Rate limits and denial of wallet',
  'Third-party services',
  'Network segmentation',
  'Containers',
  'Service-to-service security',
  'Incident response and recovery testing',
  'Audits and staying current',
  'Security of the deployment pipeline',
].map((name, index) => ({ row: index + 1, name }));

/** The name of a row. */
export function practiceName(row: number): string {
  return PRACTICES[row - 1]?.name ?? `Row ${row}`;
}
