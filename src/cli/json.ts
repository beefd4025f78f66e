import { fixDiff } from '#cli/fix-diff';
import { HiddenLines } from '#cli/hidden-lines';
import type { Report, ReportedFinding } from '#cli/report';
import type { Review } from '#review/review';

/** The JSON form of a report; `docs/report.schema.json` describes it. Lines and columns count from 1. */
export function jsonReport(report: Report, review?: Review): string {
  const hidden = new HiddenLines(report);
  return `${JSON.stringify(
    {
      version: 1,
      findings: report.findings.map((one) => jsonFinding(one, report, hidden)),
      problems: report.problems.map(({ kind, path, line, message }) => ({
        kind,
        file: path,
        ...(line !== undefined && { line }),
        message,
      })),
      ...(report.gaps &&
        report.gaps.length > 0 && {
          notFollowed: report.gaps.map(({ at, message }) => ({
            file: at.file.path,
            line: at.file.position(at.span.start).line,
            message,
          })),
        }),
      stats: report.stats,
      ...(review && {
        review: { conclusion: review.checkRun.conclusion, title: review.checkRun.title, comments: review.comments },
      }),
    },
    undefined,
    2,
  )}\n`;
}

function jsonFinding({ finding, verdict, fix }: ReportedFinding, report: Report, hidden: HiddenLines): object {
  const { file, span } = finding.at;
  const start = file.position(span.start);
  const end = file.position(span.end);
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    confidence: finding.confidence,
    verdict,
    file: file.path,
    line: start.line,
    endLine: end.line,
    column: start.column,
    endColumn: end.column,
    ...(finding.resource && {
      resource: {
        type: finding.resource.type,
        logicalId: finding.resource.logicalId,
        ...(finding.resource.name !== finding.resource.logicalId && { name: finding.resource.name }),
      },
    }),
    title: finding.rule.title,
    message: finding.message,
    ...(finding.related.length > 0 && {
      related: finding.related.map(({ at, message }) => ({
        file: at.file.path,
        line: at.file.position(at.span.start).line,
        message,
      })),
    }),
    ...(finding.steps &&
      finding.steps.length > 0 && {
        flow: finding.steps.map(({ at, text }) => ({
          file: at.file.path,
          line: at.file.position(at.span.start).line,
          message: text,
        })),
      }),
    ...(finding.reproduction && { reproduction: finding.reproduction }),
    ...(finding.when.length > 0 && { when: finding.when }),
    aliases: finding.rule.aliases,
    fingerprint: finding.fingerprint,
    ...(fix && {
      fix: {
        applicability: fix.applicability,
        title: fix.title,
        ...(!hidden.isNear(fix) && { diff: fixDiff(fix, (path) => report.file(path)) }),
      },
    }),
  };
}
