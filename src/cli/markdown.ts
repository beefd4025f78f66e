import { HiddenLines } from '#cli/hidden-lines';
import { isOpen, type Report } from '#cli/report';
import { SEVERITIES } from '#finding/severity';
import { renderFinding } from '#review/comment';
import { inlineText, place } from '#review/markdown';

/** A report as Markdown, worst findings first, then what could not be read. */
export function markdownReport(report: Report, ruleUrl: (id: string) => string): string {
  const open = report.findings
    .filter(isOpen)
    .sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
  const hidden = new HiddenLines(report);
  const sources = { fileAt: report.file, hiddenIn: (path: string) => hidden.of(path) };
  const sections = open.map((one) =>
    renderFinding(
      { ...one, before: undefined, suppression: undefined, deleted: undefined },
      { ruleUrl, file: report.file },
      sources,
    ),
  );
  const problems = report.problems.map(
    ({ kind, path, line, message }) => `- ${kind}: ${place(path, line)}: ${inlineText(message)}`,
  );
  const unread = problems.length > 0 ? ['## Not read, or not in full', problems.join('\n')] : [];
  return `${[`# ${open.length} finding${open.length === 1 ? '' : 's'}`, ...sections, ...unread].join('\n\n')}\n`;
}
