import { instruction } from '#finding/instruction';
import type {
  Gap,
  Judged,
  JudgedProblem,
  Judgement,
  PermissionRow,
  Suppression,
  SurfaceChange,
} from '#finding/judgement';
import { reaches, SEVERITIES, type Severity } from '#finding/severity';
import { assemble, type Block, type Listing } from '#review/blocks';
import { describe, label, linkedPlace, renderFinding, type Sources, shortCommit } from '#review/comment';
import {
  cell,
  cut,
  DETAILS_TAIL,
  detailsHead,
  inline,
  inlineCode,
  inlineText,
  link,
  plainText,
} from '#review/markdown';
import { type Annotation, type CheckRun, MAX_OUTPUT, type RenderOptions, type ReviewOptions } from '#review/review';
import { byRank, ownerName, placeOf } from '#review/unit';
import { linesOf } from '#source/file';

/** Annotations beyond these would take more than five requests; what has none still stands in the summary's table. */
export const MAX_ANNOTATIONS = 250;

/** Rows and findings in full beyond these would not fit into a summary or text. */
const MAX_ROWS = 600;
const MAX_IN_FULL = 120;

/** GitHub's limit for an annotation's title; its message may have 64 KB, of which we use far less. */
const MAX_ANNOTATION_TITLE = 255;
const MAX_ANNOTATION_MESSAGE = 6000;

/** A longer annotation is shown on its first line. */
const LONGEST_ANNOTATION = 10;

/** The check run's words, from what was judged and which findings have a comment. */
export interface CheckRunInput {
  readonly judgement: Judgement;
  /** Fingerprints of the findings that a comment of ours stands for. */
  readonly covered: ReadonlySet<string>;
  /** Whether the host listed every changed file. */
  readonly complete: boolean;
  /** Conversations that are settled and were left open, because the App may not resolve them. */
  readonly unresolved: number;
  readonly sources: Sources;
}

/** The gate: its conclusion with every reason, what the change did, and what could not be looked at. */
export function checkRunFor(input: CheckRunInput, options: ReviewOptions): CheckRun {
  const { judgement } = input;
  if (isNothing(judgement)) return nothing(input, options);
  const state = stateOf(judgement, options);
  const uncovered = state.introduced.filter((judged) => !input.covered.has(judged.finding.fingerprint));
  return {
    conclusion: state.failing ? 'failure' : 'success',
    title: titleOf(state),
    summary: assemble(summaryOf(input, state, options), MAX_OUTPUT),
    text: textOf(uncovered, state, input.sources, options),
    annotations: annotationsOf(uncovered, state, options),
  };
}

/**
 * The check run of a review that could not be completed: it fails, says why in plain sentences, and how to try again (law 8).
 */
export function failed(reasons: readonly string[], commit: string): CheckRun {
  const why = reasons.length > 0 ? reasons : ['Something went wrong in the App itself.'];
  const items = list('', why, (reason) => `- ${inlineText(reason, 1000)}`, unlisted);
  const head = `The review of ${shortCommit(commit)} could not be completed, so the check fails: nothing can be said of this change.`;
  return {
    conclusion: 'failure',
    title: 'The review could not be completed',
    summary: assemble([`**${head}**`, ...items, RETRY], MAX_OUTPUT),
    text: undefined,
    annotations: [],
  };
}

const RETRY = 'To try again, comment `/leastwise rescan` on the pull request, or choose **Re-run** on this page.';

/** What the conclusion rests on. */
interface State {
  readonly introduced: readonly Judged[];
  /** Introduced or escalated, and bad enough to fail the check. */
  readonly blocking: readonly Judged[];
  /** Suppressed by the pull request itself, not accepted yet, and bad enough to fail the check. */
  readonly waiting: readonly Judged[];
  readonly unaccepted: readonly Judged[];
  readonly existing: readonly Judged[];
  readonly fixed: readonly Judged[];
  readonly unreadable: readonly JudgedProblem[];
  readonly failing: boolean;
  readonly failOn: Severity | 'never';
}

function stateOf(judgement: Judgement, options: ReviewOptions): State {
  const sorted = [...judgement.findings].sort(byRank);
  const gates = ({ finding }: Judged) => options.failOn !== 'never' && reaches(finding.severity, options.failOn);
  const introduced = sorted.filter(({ verdict }) => verdict === 'introduced' || verdict === 'escalated');
  const unaccepted = sorted.filter(({ verdict }) => verdict === 'unaccepted');
  const blocking = introduced.filter(gates);
  const waiting = unaccepted.filter(gates);
  const unreadable = judgement.problems.filter(
    ({ problem, introduced }) => introduced && problem.kind === 'unreadable',
  );
  return {
    introduced,
    blocking,
    waiting,
    unaccepted,
    existing: sorted.filter(({ verdict }) => verdict === 'existing'),
    fixed: sorted.filter(({ verdict }) => verdict === 'resolved'),
    unreadable,
    failing: blocking.length + waiting.length + unreadable.length > 0,
    failOn: options.failOn,
  };
}

function isNothing({ findings, problems, stats, newSuppressions, surface }: Judgement): boolean {
  return stats.files + findings.length + problems.length + newSuppressions.length + surface.length === 0;
}

function nothing(input: CheckRunInput, options: ReviewOptions): CheckRun {
  const about = 'templates, what they include, or the code of their functions';
  return {
    conclusion: 'success',
    title: 'Nothing to review in this change',
    summary: assemble(
      [
        `The change at ${shortCommit(options.commit)} touches no file of a serverless application: no ${about}.`,
        ...notes(input),
      ],
      MAX_OUTPUT,
    ),
    text: undefined,
    annotations: [],
  };
}

function titleOf(state: State): string {
  const reasons = [
    ...(state.blocking.length > 0 ? [`${counted(state.blocking)} ${verb(state.blocking)}`] : []),
    ...(state.unreadable.length > 0 ? [unreadableTitle(state.unreadable)] : []),
    ...(state.waiting.length > 0 ? [`${plural(state.waiting.length, 'suppressed finding')} to be accepted`] : []),
  ];
  if (reasons.length > 0) return cut(reasons.join('; '), MAX_ANNOTATION_TITLE);
  const fixed = state.fixed.length > 0 ? `, ${state.fixed.length} fixed` : '';
  if (state.introduced.length === 0) return `No new findings${fixed}`;
  return cut(`${counted(state.introduced)} ${verb(state.introduced)}${fixed}`, MAX_ANNOTATION_TITLE);
}

function unreadableTitle(problems: readonly JudgedProblem[]): string {
  const [first] = problems;
  if (problems.length > 1 || !first) return `${problems.length} files can no longer be read`;
  return `${plainText(inlineText(first.problem.path, 120), 120)} can no longer be read`;
}

function verb(findings: readonly Judged[]): 'introduced' | 'made worse' | 'introduced or made worse' {
  const escalated = findings.filter(({ verdict }) => verdict === 'escalated').length;
  if (escalated === 0) return 'introduced';
  return escalated === findings.length ? 'made worse' : 'introduced or made worse';
}

/** `1 critical and 2 high findings`. */
export function counted(findings: readonly Judged[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter(({ finding }) => finding.severity === severity).length;
    return count === 0 ? [] : [{ severity, count }];
  });
  const parts = counts.map(({ severity, count }) => `${count} ${severity}`);
  const last = parts.pop() ?? 'no';
  const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `${list} ${counts.at(-1)?.count === 1 ? 'finding' : 'findings'}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function summaryOf(input: CheckRunInput, state: State, options: ReviewOptions): Block[] {
  const { judgement } = input;
  return [
    `**${verdictOf(state)}**`,
    ...proceed(state),
    ...table(`### Findings ${verb(state.introduced)} by this change`, state.introduced, options),
    ...suppressions(judgement, state, options),
    ...problems(judgement.problems, options),
    ...gaps(judgement.gaps, options),
    ...fixes(state.fixed, options),
    ...surface(judgement.surface, options),
    ...permissions(judgement.permissions ?? []),
    ...(state.existing.length > 0 ? [existingSentence(state.existing)] : []),
    ...notes(input),
    footer(judgement, options),
  ];
}

function verdictOf(state: State): string {
  const sentences = [
    ...(state.blocking.length > 0
      ? [`This change ${does(state.blocking)}. The check fails from ${state.failOn} severity on.`]
      : []),
    ...(state.unreadable.length > 0
      ? [`${plural(state.unreadable.length, 'file')} that could be read before can no longer be read.`]
      : []),
    ...(state.waiting.length > 0
      ? [`This change suppresses ${counted(state.waiting)} itself, and nobody entitled has accepted that yet.`]
      : []),
  ];
  if (sentences.length > 0) return sentences.join(' ');
  if (state.introduced.length === 0) return 'This change introduces no findings.';
  if (state.failOn === 'never') return `This change ${does(state.introduced)}. The check is configured not to fail.`;
  return `This change ${does(state.introduced)}. The check fails only from ${state.failOn} severity on.`;
}

function does(findings: readonly Judged[]): string {
  const verbs = {
    introduced: 'introduces',
    'made worse': 'makes worse',
    'introduced or made worse': 'introduces or makes worse',
  };
  return `${verbs[verb(findings)]} ${counted(findings)}`;
}

function proceed(state: State): string[] {
  const ways = [
    ...(state.blocking.length > 0
      ? [
          '- Fix the findings: where text can mend one, its comment carries a change to commit. To accept one instead, suppress it in the file with a reason (`# leastwise-ignore RULE: reason`), which somebody else then has to confirm.',
        ]
      : []),
    ...(state.unreadable.length > 0 ? ['- Mend the files that are listed below as unreadable.'] : []),
    ...(state.waiting.length > 0
      ? [
          '- Have the suppressions below accepted: somebody with write access who is not the author comments `/leastwise accept`.',
        ]
      : []),
  ];
  return ways.length === 0 ? [] : [`To pass:\n\n${ways.join('\n')}`];
}

function table(heading: string, findings: readonly Judged[], options: RenderOptions): Block[] {
  const write = (judged: Judged) => row(judged, options);
  return list(`${heading}\n\n${TABLE_HEAD}`, findings, write, unlisted);
}

/** A list of lines; nothing when there are none. No more items are made than can fit. */
function list<T>(
  head: string,
  all: readonly T[],
  write: (one: T) => string,
  more: (left: number) => string,
  shape: { readonly between?: string; readonly tail?: string; readonly most?: number } = {},
): Listing[] {
  if (all.length === 0) return [];
  const { between = '\n', tail = '', most = MAX_ROWS } = shape;
  return [{ head, items: all.slice(0, most).map(write), beyond: Math.max(0, all.length - most), between, tail, more }];
}

function unlisted(left: number): string {
  return left === 1 ? 'One more is not listed here.' : `${left} more are not listed here.`;
}

const TABLE_HEAD = '| Severity | Finding | Where |\n|---|---|---|\n';

function row(judged: Judged, options: RenderOptions): string {
  const { finding, verdict, before } = judged;
  const was =
    verdict === 'escalated'
      ? ` (was ${before && before.severity !== finding.severity ? before.severity : 'milder'})`
      : '';
  const title = link(inline(finding.rule.title, 200), options.ruleUrl?.(finding.rule.id));
  return `| ${label(finding.severity)}${was} | ${cell(title)} | ${cell(whereOf(judged, options))} |`;
}

function whereOf({ finding, verdict, deleted }: Judged, options: RenderOptions): string {
  const at = deleted ? { path: deleted.file.path, line: linesOf(deleted).start } : placeOf(finding);
  const onHead = verdict !== 'resolved' && !deleted;
  const where = linkedPlace(at.path, at.line, onHead ? options : {});
  const resource = finding.resource ? ` ${inlineCode(ownerName(finding.resource))}` : '';
  return `${where}${resource}${deleted ? ' (deleted)' : ''}`;
}

function suppressions(judgement: Judgement, state: State, options: RenderOptions): Block[] {
  const open = judgement.newSuppressions.filter(({ accepted }) => !accepted).map(({ suppression }) => suppression);
  const accepted = judgement.newSuppressions.length - open.length;
  const known = new Set(open.map((suppression) => suppression.fingerprint));
  const stray = state.unaccepted.filter(({ suppression }) => !suppression || !known.has(suppression.fingerprint));
  const head =
    state.waiting.length > 0
      ? '### Suppressions that wait for acceptance\n\nThis change adds them. What they cover counts until somebody with write access who is not the author comments `/leastwise accept`.\n\n'
      : '### Suppressions that this change adds\n\n';
  const lines = [
    ...open.map((suppression) => () => `- ${suppressionLine(suppression, state.unaccepted, options)}`),
    ...stray.map((judged) => () => `- ${inline(judged.finding.rule.title, 200)} at ${whereOf(judged, options)}`),
  ];
  const are = accepted === 1 ? '1 suppression of this change is' : `${accepted} suppressions of this change are`;
  return [...list(head, lines, (line) => line(), unlisted), ...(accepted > 0 ? [`${are} accepted.`] : [])];
}

function suppressionLine(suppression: Suppression, unaccepted: readonly Judged[], options: RenderOptions): string {
  const rules = suppression.rules.slice(0, 5).map((rule) => inlineCode(rule));
  const more = suppression.rules.length > 5 ? ` and ${suppression.rules.length - 5} more` : '';
  const where = linkedPlace(suppression.at.file.path, linesOf(suppression.at).start, options);
  const under = unaccepted.filter((judged) => judged.suppression?.fingerprint === suppression.fingerprint);
  const covers = under.length > 0 ? `, over ${counted(under)}` : '';
  const until = suppression.until === undefined ? '' : `, until ${inlineText(suppression.until, 20)}`;
  const reason = suppression.reason === undefined ? 'without a reason' : `“${inlineText(suppression.reason, 300)}”`;
  return `${where} ${rules.join(', ')}${more}${covers}${until}: ${reason}`;
}

const PROBLEM_WORDS = { unreadable: 'Unreadable', partial: 'Read in part', skipped: 'Left out' } as const;

function problems(all: readonly JudgedProblem[], options: RenderOptions): Block[] {
  const sorted = [...all].sort((a, b) => Number(b.introduced) - Number(a.introduced) || order(a) - order(b));
  const write = ({ problem, introduced }: JudgedProblem) => {
    const since = introduced ? ' since this change' : '';
    const where = linkedPlace(problem.path, problem.line, options);
    return `- ${PROBLEM_WORDS[problem.kind]}${since}: ${where}: ${inlineText(problem.message, 400)}`;
  };
  return list('### Not reviewed, or not in full\n\n', sorted, write, unlisted);
}

/** Code that was not followed: nothing is wrong with it, but what it does is not known. */
function gaps(all: readonly Gap[], options: RenderOptions): Block[] {
  const write = ({ at, message }: Gap) =>
    `- ${linkedPlace(at.file.path, linesOf(at).start, options)}: ${inlineText(message, 300)}`;
  return list('### Code that was not followed\n\n', all.slice(0, MAX_GAPS), write, unlisted);
}

const MAX_GAPS = 20;

function order({ problem }: JudgedProblem): number {
  return ['unreadable', 'partial', 'skipped'].indexOf(problem.kind);
}

function fixes(fixed: readonly Judged[], options: RenderOptions): Block[] {
  const write = (judged: Judged) =>
    `- ${label(judged.finding.severity)}: ${inline(judged.finding.rule.title, 200)}, ${whereOf(judged, options)}`;
  return list('### Fixed by this change\n\n', fixed, write, (left) => `${left} more are fixed.`);
}

const SURFACE_WORDS: Readonly<Record<SurfaceChange['kind'], string>> = {
  'entry-added': 'New entry point',
  'reach-widened': 'Wider reach',
  'permission-broadened': 'Broader permission',
  'entry-removed': 'Entry point removed',
  'reach-narrowed': 'Narrower reach',
  'permission-narrowed': 'Narrower permission',
};

/** Rows of what functions may do; those in which nothing is too much, missing or unknown say nothing. */
function permissions(rows: readonly PermissionRow[]): Block[] {
  const telling = rows.filter(
    ({ excess, missing, unknown }) => excess.length + missing.length > 0 || unknown !== undefined,
  );
  const head =
    '### What the functions may do, and what their code does\n\n| Function | Service | Granted | Used | Too much | Missing | Not known |\n|---|---|---|---|---|---|---|\n';
  return list(
    head,
    telling,
    (row) =>
      `| ${cell(inlineCode(row.function))} | ${cell(inlineCode(row.service))} | ${row.granted.length} | ${actionCell(row.used)} | ${actionCell(row.excess)} | ${actionCell(row.missing)} | ${cell(inlineText(row.unknown ?? '', 160))} |`,
    unlisted,
    { most: MAX_PERMISSION_ROWS },
  );
}

const MAX_PERMISSION_ROWS = 60;
/** Actions that a cell names; the others are counted. */
const MAX_ACTIONS = 3;

function actionCell(actions: readonly string[]): string {
  const names = actions.slice(0, MAX_ACTIONS).map((action) => cell(inlineCode(action.split(':')[1] ?? action)));
  const rest = actions.length - names.length;
  return [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

function surface(changes: readonly SurfaceChange[], options: RenderOptions): Block[] {
  const kinds = Object.keys(SURFACE_WORDS);
  const sorted = [...changes].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const write = ({ kind, text, at }: SurfaceChange) => {
    const where = at ? ` (${linkedPlace(at.file.path, linesOf(at).start, options)})` : '';
    return `- **${SURFACE_WORDS[kind]}:** ${inline(text, 400)}${where}`;
  };
  return list('### What the change does to the attack surface\n\n', sorted, write, unlisted);
}

function existingSentence(existing: readonly Judged[]): string {
  return `From before this change: ${counted(existing)} in the reviewed files, listed in the details below and not counted here.`;
}

function notes(input: CheckRunInput): string[] {
  const settled =
    input.unresolved === 1 ? 'One settled conversation is' : `${input.unresolved} settled conversations are`;
  return [
    ...(input.complete
      ? []
      : [
          'GitHub does not list every changed file of a pull request this large: what it did not list was not reviewed.',
        ]),
    ...(input.unresolved > 0
      ? [`${settled} marked as such and left open: the App may resolve them once it is granted \`contents: write\`.`]
      : []),
  ];
}

function footer({ stats }: Judgement, options: ReviewOptions): string {
  // Workflows and Dockerfiles are no stacks.
  const stacks = stats.stacks === 0 && stats.files > 0 ? [] : [plural(stats.stacks, 'stack')];
  const parts = [plural(stats.files, 'file'), ...stacks, plural(stats.resources, 'resource')];
  return `<sub>Reviewed ${parts.join(', ')} at ${shortCommit(options.commit)} under ${plural(stats.rules, 'rule')}, against the merge base.</sub>`;
}

function textOf(
  uncovered: readonly Judged[],
  state: State,
  sources: Sources,
  options: ReviewOptions,
): string | undefined {
  const blocks: Block[] = [
    ...list(
      '### Findings without a comment on the diff\n\n',
      uncovered,
      (judged) => renderFinding(judged, options, sources),
      (left) => `${left} more are in the table above or in the annotations.`,
      { between: '\n\n---\n\n', most: MAX_IN_FULL },
    ),
    ...list(
      `${detailsHead(`${counted(state.existing)} from before this change`)}${TABLE_HEAD}`,
      state.existing,
      (judged) => row(judged, options),
      unlisted,
      { tail: DETAILS_TAIL },
    ),
  ];
  return blocks.length === 0 ? undefined : assemble(blocks, MAX_OUTPUT);
}

/** The level of an annotation: what fails the check, what deserves attention, and advice. */
function levelOf(severity: Severity, failOn: Severity | 'never'): Annotation['level'] {
  if (failOn !== 'never' && reaches(severity, failOn)) return 'failure';
  return reaches(severity, 'medium') ? 'warning' : 'notice';
}

function annotationsOf(uncovered: readonly Judged[], state: State, options: ReviewOptions): Annotation[] {
  const unread = state.unreadable.map(({ problem }): Annotation => {
    const line = problem.line ?? 1;
    return {
      path: problem.path,
      startLine: line,
      endLine: line,
      level: 'failure',
      title: 'This file can no longer be read',
      message: cut(problem.message, MAX_ANNOTATION_MESSAGE),
    };
  });
  const found = [...uncovered, ...state.unaccepted]
    .slice(0, MAX_ANNOTATIONS)
    .map((judged) => annotationOf(judged, options));
  return [...unread, ...found].slice(0, MAX_ANNOTATIONS);
}

function annotationOf(judged: Judged, options: ReviewOptions): Annotation {
  const { finding } = judged;
  const { start, end } = linesOf(finding.at);
  const { file, span } = finding.at;
  const oneLine = start === end && span.end > span.start;
  const columns = oneLine
    ? { startColumn: file.position(span.start).column, endColumn: file.position(span.end - 1).column }
    : {};
  const message = [
    plainText(describe(judged, undefined, {}, 1500), 3000),
    plainText(finding.rule.why, 1500),
    `How to fix it: ${plainText(instruction(finding), 1000)}`,
    `${finding.rule.id}, ${finding.severity} severity, ${finding.confidence} confidence`,
  ];
  return {
    path: file.path,
    startLine: start,
    endLine: end - start < LONGEST_ANNOTATION ? end : start,
    ...columns,
    level: levelOf(finding.severity, options.failOn),
    title: cut(`${label(finding.severity)}: ${plainText(finding.rule.title, 200)}`, MAX_ANNOTATION_TITLE),
    message: cut(message.join('\n\n'), MAX_ANNOTATION_MESSAGE),
  };
}
