import colors from 'picocolors';
import { fixDiff } from '#cli/fix-diff';
import { HiddenLines } from '#cli/hidden-lines';
import { isOpen, type Report, type ReportedFinding } from '#cli/report';
import { instruction } from '#finding/instruction';
import { SEVERITIES, type Severity } from '#finding/severity';
import { linesOf } from '#source/file';

/** What a person reads in a terminal: a code frame for each finding, then what was skipped, then one line that sums it up. */
export function textReport(report: Report, options: { readonly color: boolean; readonly fixes?: boolean }): string {
  const paint = colors.createColors(options.color);
  const open = report.findings.filter(isOpen);
  const hidden = new HiddenLines(report);
  const blocks = [...open]
    .sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity))
    .map((one) => block(one, report, hidden, paint));
  const problems = report.problems.map(({ path, line, message, kind }) => {
    const where = line === undefined ? path : `${path}:${line}`;
    return `${kind === 'skipped' ? paint.dim('skipped') : paint.yellow(kind)} ${clean(where)}  ${clean(message)}`;
  });
  return [...blocks, ...(problems.length > 0 ? [problems.join('\n')] : []), summary(report, paint)]
    .join('\n\n')
    .concat('\n');
}

/** Places beside its own that a finding names. */
const MOST_RELATED = 3;

type Paint = ReturnType<typeof colors.createColors>;

function tint(severity: Severity, paint: Paint): (text: string) => string {
  if (severity === 'critical') return (text) => paint.bold(paint.red(text));
  if (severity === 'high') return paint.red;
  if (severity === 'medium') return paint.yellow;
  return severity === 'low' ? paint.cyan : paint.dim;
}

function block(one: ReportedFinding, report: Report, hidden: HiddenLines, paint: Paint): string {
  const { finding, verdict, fix } = one;
  const { line, column } = finding.at.file.position(finding.at.span.start);
  const lines = [
    `${tint(finding.severity, paint)(finding.severity)}  ${paint.bold(finding.rule.title)}  ${paint.dim(finding.rule.id)}`,
    `  ${paint.cyan(`${clean(finding.at.file.path)}:${line}:${column}`)}${verdict === 'existing' ? '' : `  ${paint.dim(verdict)}`}`,
    ...frame(one, hidden, paint),
    `  ${unmarked(finding.message)}`,
    ...wayOf(finding, paint),
    ...elsewhere(finding, paint),
  ];
  if (finding.when.length > 0) {
    lines.push(
      `  ${paint.dim(`when ${finding.when.map(({ condition, holds }) => `${clean(condition)} is ${holds}`).join(' and ')}`)}`,
    );
  }
  if (!fix) lines.push(`  ${paint.dim('→')} ${unmarked(instruction(finding))}`);
  else
    lines.push(
      `  ${paint.green('fix')} ${fix.title}${fix.applicability === 'unsafe' ? paint.dim(' (check it first: --unsafe)') : ''}`,
      ...patch(one, report, hidden, paint),
    );
  return lines.join('\n');
}

/** The way from where a value comes in to where it does harm. */
function wayOf({ steps = [] }: ReportedFinding['finding'], paint: Paint): string[] {
  if (steps.length < 2) return [];
  return steps.map(({ at, text }, index) => {
    const { line } = at.file.position(at.span.start);
    return `  ${paint.dim(`${index + 1}.`)} ${paint.cyan(`${clean(at.file.path)}:${line}`)}  ${unmarked(text)}`;
  });
}

/** Places that explain the finding, or that it comes from, three at most. */
function elsewhere({ related }: ReportedFinding['finding'], paint: Paint): string[] {
  const [last, ...others] = [...related].reverse();
  const shown = last ? [...others.reverse().slice(0, MOST_RELATED - 1), last] : [];
  return shown.map(({ at, message }) => {
    const { line } = at.file.position(at.span.start);
    return `  ${paint.dim('see')} ${paint.cyan(`${clean(at.file.path)}:${line}`)}  ${unmarked(message)}`;
  });
}

/** The lines that a finding points at, three at most, each cut at 120 characters. A secret's line is never shown. */
function frame({ finding }: ReportedFinding, hidden: HiddenLines, paint: Paint): string[] {
  const { file } = finding.at;
  const { start, end } = linesOf(finding.at);
  const last = Math.min(end, start + 2);
  const width = String(last).length;
  const out: string[] = [];
  for (let line = start; line <= last; line++) {
    const secret = hidden.of(file.path).has(line);
    const text = secret ? '(not shown: it holds a secret)' : clean(file.line(line)).slice(0, 120);
    out.push(`  ${paint.dim(`${String(line).padStart(width)} |`)} ${text}`);
  }
  return out;
}

function patch({ fix }: ReportedFinding, report: Report, hidden: HiddenLines, paint: Paint): string[] {
  if (!fix || hidden.isNear(fix)) return [];
  return fixDiff(fix, (path) => report.file(path))
    .split('\n')
    .filter((line) => /^[-+](?![-+]{2} )/.test(line))
    .map((line) => `      ${line.startsWith('+') ? paint.green(clean(line)) : paint.red(clean(line))}`);
}

function summary({ findings, stats, problems, gaps = [] }: Report, paint: Paint): string {
  const open = findings.filter(isOpen);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = open.filter(({ finding }) => finding.severity === severity).length;
    return count === 0 ? [] : [tint(severity, paint)(`${count} ${severity}`)];
  });
  const suppressed = findings.filter(({ verdict }) => verdict === 'suppressed').length;
  const fixable = open.filter(({ fix }) => fix).length;
  const what = counts.length === 0 ? paint.green('No findings') : counts.join(', ');
  const parts = [
    `${what} in ${count(stats.resources, 'resource')} of ${stats.stacks > 0 ? count(stats.stacks, 'stack') : count(stats.files, 'file')}`,
    ...(fixable > 0 ? [`${fixable} with a proved fix`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(problems.length > 0 ? [`${count(problems.length, 'problem')}`] : []),
    ...(gaps.length > 0 ? [`${count(gaps.length, 'place')} not followed (--format json lists them)`] : []),
  ];
  return `${parts.join(', ')}. ${paint.dim(`${stats.rules} rules, ${(stats.milliseconds / 1000).toFixed(1)} s.`)}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Control characters could write over what the terminal shows. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Markdown's back-ticks and escapes are noise in a terminal. */
function unmarked(markdown: string): string {
  return clean(markdown.replace(/`/g, '').replace(/\\([\\`*_{}[\]()#+!|~-])/g, '$1'));
}
