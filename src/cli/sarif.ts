import type { Artifact, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { HiddenLines } from '#cli/hidden-lines';
import type { Report, ReportedFinding } from '#cli/report';
import type { Rule } from '#finding/rule';
import type { Severity } from '#finding/severity';
import type { Location } from '#source/file';
import type { Problem } from '#source/problem';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** GitHub orders alerts by this number: https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning */
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '1.0',
};

/** GitHub takes 25,000 results a run, and shows 5,000. */
const MAX_RESULTS = 25_000;

/** A report as SARIF 2.1.0, for code scanning: stable rule ids and partial fingerprints, suppressions, fixes. */
export function sarifReport(report: Report, version: string, ruleUrl: (id: string) => string): string {
  const findings = report.findings.filter(({ verdict }) => verdict !== 'resolved').slice(0, MAX_RESULTS);
  const rules = [...new Map(findings.map(({ finding }) => [finding.rule.id, finding.rule])).values()];
  const index = new Map(rules.map((rule, at) => [rule.id, at]));
  const hidden = new HiddenLines(report);
  const paths = [...new Set(findings.map(({ finding }) => finding.at.file.path))];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Leastwise',
            semanticVersion: version,
            rules: rules.map((rule) => descriptor(rule, ruleUrl(rule.id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: paths.map((path): Artifact => ({ location: { uri: uri(path) } })),
        results: findings.map((one) => result(one, index.get(one.finding.rule.id) ?? 0, hidden)),
        invocations: [
          {
            executionSuccessful: report.problems.every(({ kind }) => kind !== 'unreadable'),
            toolExecutionNotifications: report.problems.map(notification),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptor(rule: Rule, helpUri: string): ReportingDescriptor {
  return {
    id: rule.id,
    name: rule.id.split('/').map(capital).join(''),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why}\n\n${rule.how}`, markdown: `${rule.why}\n\n**What to do:** ${rule.how}` },
    helpUri,
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      precision: rule.confidence === 'high' ? 'very-high' : rule.confidence,
      'security-severity': SCORES[rule.severity],
      tags: [
        'security',
        'serverless',
        ...rule.cwe.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, '0')}`),
      ].slice(0, 10),
    },
  };
}

function result({ finding, verdict, fix }: ReportedFinding, ruleIndex: number, hidden: HiddenLines): Result {
  return {
    ruleId: finding.rule.id,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: finding.message, markdown: finding.message },
    locations: [{ physicalLocation: physical(finding.at) }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((related, id) => ({
        id,
        message: { text: related.message },
        physicalLocation: physical(related.at),
      })),
    }),
    ...(finding.steps &&
      finding.steps.length > 1 && {
        codeFlows: [
          {
            threadFlows: [
              {
                locations: finding.steps.map((step) => ({
                  location: { physicalLocation: physical(step.at), message: { text: step.text } },
                })),
              },
            ],
          },
        ],
      }),
    partialFingerprints: { 'leastwise/v1': finding.fingerprint },
    ...(verdict === 'suppressed' && { suppressions: [{ kind: 'inSource' as const }] }),
    ...(fix &&
      !hidden.isNear(fix) && {
        fixes: [
          {
            description: { text: fix.title },
            artifactChanges: [...new Set(fix.edits.map(({ path }) => path))].map((path) => ({
              artifactLocation: { uri: uri(path) },
              replacements: fix.edits
                .filter((edit) => edit.path === path)
                .map(({ span, text }) => ({
                  deletedRegion: { charOffset: span.start, charLength: span.end - span.start },
                  insertedContent: { text },
                })),
            })),
          },
        ],
      }),
  };
}

function physical({ file, span }: Location): NonNullable<NonNullable<Result['locations']>[number]['physicalLocation']> {
  const start = file.position(span.start);
  const end = file.position(span.end);
  return {
    artifactLocation: { uri: uri(file.path) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

function notification({ path, line, message, kind }: Problem): Notification {
  return {
    level: kind === 'unreadable' ? 'error' : 'warning',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(path) },
          ...(line !== undefined && { region: { startLine: line } }),
        },
      },
    ],
  };
}

/** A relative URI reference (RFC 3986): SARIF's `uri` is one, and file names may hold blanks, `#`, `?` and `%`. */
function uri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function capital(word: string): string {
  return word
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}
