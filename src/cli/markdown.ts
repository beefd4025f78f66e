import { isOpen, type Report } from '#cli/report';
import { SEVERITIES } from '#finding/severity';
import { renderFinding } from '#review/comment';

/** A report as Markdown, worst findings first: what the App would write about each. */
export function markdownReport(report: Report, ruleUrl: (id: string) => string): string {
  const open = report.findings
    .filter(isOpen)
    .sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
  const sections = open.map((one) =>
    renderFinding(
      { ...one, before: undefined, suppression: undefined, deleted: undefined },
      { ruleUrl, file: report.file },
    ),
  );
  return `${[`# ${open.length} finding${open.length === 1 ? '' : 's'}`, ...sections].join('\n\n')}\n`;
}
