import { instruction } from '#finding/instruction';
import type { Judged } from '#finding/judgement';
import type { Fix } from '#finding/remedy';
import type { Severity } from '#finding/severity';
import type { Anchor, DiffIndex } from '#review/anchor';
import { cut, details, fence, inline, inlineCode, link, place, plainText } from '#review/markdown';
import { writeMarker } from '#review/marker';
import { MAX_BODY, type RenderOptions, type ReviewComment } from '#review/review';
import {
  collide,
  compose,
  type Patch,
  patchOf,
  type Suggestion,
  suggestionBlock,
  suggestionFor,
} from '#review/suggestion';
import { digestOf, type Entry, ownerName, placeOf, type Unit } from '#review/unit';
import { linesOf, type SourceFile } from '#source/file';

/** The files of the head that a review shows pieces of, and what it must not show of them. */
export interface Sources {
  fileAt(path: string): SourceFile | undefined;
  /** Lines in which a secret was found (law 10). */
  hiddenIn(path: string): ReadonlySet<number>;
}

/** Practice row 8, secrets: the lines of its findings are repeated nowhere. */
const SECRETS = 8;

/** The files that judged findings stand in. */
export function sourcesOf(findings: readonly Judged[], options: RenderOptions): Sources {
  const files = new Map<string, SourceFile>();
  const hidden = new Map<string, Set<number>>();
  for (const { finding, verdict } of findings) {
    if (verdict === 'resolved') continue;
    const places = [...finding.related, ...(finding.steps ?? [])];
    for (const { file } of [finding.at, ...places.map(({ at }) => at)])
      if (!files.has(file.path)) files.set(file.path, file);
    if (!finding.rule.practices.includes(SECRETS)) continue;
    const lines = hidden.get(finding.at.file.path) ?? new Set<number>();
    const { start, end } = linesOf(finding.at);
    for (let line = start; line <= end; line++) lines.add(line);
    hidden.set(finding.at.file.path, lines);
  }
  const none: ReadonlySet<number> = new Set();
  return {
    fileAt: (path) => options.file?.(path) ?? files.get(path),
    hiddenIn: (path) => hidden.get(path) ?? none,
  };
}

const LABELS: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Advice',
};

/** A severity as the first word of a line. */
export function label(severity: Severity): string {
  return LABELS[severity];
}

/** How much is said: everything; without patches and lists' messages; or what and where only, so that it fits. */
type Length = 'full' | 'short' | 'shortest';

/** A comment that does not fit yet is written shorter. */
const LENGTHS: readonly Length[] = ['full', 'short', 'shortest'];

/** A text longer than this is folded: the comment is to be read at a glance. */
const GLANCE = 260;

/** A suggestion may stand this far from what its comment is about. */
const NEAR = 10;

export interface CommentContext {
  readonly options: RenderOptions;
  readonly sources: Sources;
  readonly index: DiffIndex;
  /** Suggestions that this review makes already: no other may touch their lines. */
  readonly taken: Suggestion[];
}

/** The comment for findings that are not posted yet; its suggestion is added to those taken. */
export function commentFor(unit: Unit, context: CommentContext): ReviewComment | undefined {
  const anchor = unit[0]?.anchor;
  if (!anchor) return undefined;
  const suggested = suggest(unit, anchor, context);
  if (suggested) context.taken.push(suggested.suggestion);
  const range = suggested?.suggestion ?? anchor;
  const states = new Map(unit.map((entry) => [entry.fingerprint, entry]));
  return {
    path: anchor.path,
    side: anchor.side,
    startLine: range.startLine < range.line ? range.startLine : undefined,
    line: range.line,
    body: bodyOf(unit, states, range.line - range.startLine + 1, suggested, context),
    fingerprints: [...states.keys()],
  };
}

/**
 * The body of a comment that is posted already, written anew for those of its findings that still stand.
 * @param states all that it was about: live entries, or in a word why they are gone
 * @param lines how many lines the comment covers, and the last of them, where that is known
 */
export function bodyFor(
  states: ReadonlyMap<string, Entry | string>,
  at: { readonly path: string; readonly lines: number; readonly line: number | undefined },
  context: CommentContext,
): string {
  const unit = [...states.values()].filter((state): state is Entry => typeof state !== 'string');
  const anchor = unit[0]?.anchor;
  const suggested = anchor && anchor.path === at.path ? suggest(unit, anchor, context) : undefined;
  const fits = suggested?.suggestion.line === at.line && spanOf(suggested?.suggestion) === at.lines;
  if (suggested && fits) context.taken.push(suggested.suggestion);
  return bodyOf(unit, states, at.lines, fits ? suggested : undefined, context);
}

function spanOf(suggestion: Suggestion | undefined): number | undefined {
  return suggestion && suggestion.line - suggestion.startLine + 1;
}

interface Suggested {
  readonly suggestion: Suggestion;
  /** The findings that it mends, and the fixes that it makes. */
  readonly entries: readonly Entry[];
  readonly fixes: readonly Fix[];
}

/** One suggestion for all findings of a comment, or for those on its very lines, or none. */
function suggest(unit: Unit, anchor: Anchor, context: CommentContext): Suggested | undefined {
  if (anchor.side === 'LEFT') return undefined;
  const here = unit.filter(
    (entry) => entry.anchor?.startLine === anchor.startLine && entry.anchor.path === anchor.path,
  );
  const tries = here.length === unit.length ? [unit] : [unit, here];
  for (const entries of tries) {
    const fixed = entries.filter((entry) => entry.judged.fix);
    const fixes = fixesOf(fixed);
    const edits = compose(fixes);
    const file = context.sources.fileAt(anchor.path);
    const lines = context.index.head(anchor.path);
    if (fixes.length === 0 || !edits || !file || !lines) continue;
    const suggestion = suggestionFor(file, edits, lines, context.sources.hiddenIn(anchor.path));
    if (!suggestion || context.taken.some((other) => collide(other, suggestion))) continue;
    if (!isNear(suggestion, anchor) || !lines.oneHunk(anchor.startLine, anchor.startLine)) continue;
    if (!lines.oneHunk(Math.min(anchor.startLine, suggestion.startLine), Math.max(anchor.startLine, suggestion.line)))
      continue;
    return { suggestion, entries: fixed, fixes };
  }
  return undefined;
}

function isNear(suggestion: Suggestion, anchor: Anchor): boolean {
  return anchor.startLine >= suggestion.startLine - NEAR && anchor.startLine <= suggestion.line + NEAR;
}

function fixesOf(entries: readonly Entry[]): Fix[] {
  return entries.flatMap((entry) => (entry.judged.fix ? [entry.judged.fix] : []));
}

function bodyOf(
  unit: Unit,
  states: ReadonlyMap<string, Entry | string>,
  lines: number,
  suggested: Suggested | undefined,
  context: CommentContext,
): string {
  const marker = writeMarker({
    lines,
    digest: digestOf(states),
    states: new Map(
      [...states].map(([key, state]) => [key, typeof state === 'string' ? 'gone' : state.judged.finding.severity]),
    ),
  });
  const gone = [...states.values()].filter((state) => typeof state === 'string').length;
  for (const length of LENGTHS) {
    const body = [marker, ...sections(unit, gone, states.size, suggested, context, length)].join('\n\n');
    if (body.length <= MAX_BODY) return body;
  }
  return `${marker}\n\n**${states.size} findings are too much for one comment.** The check run lists them.`;
}

function sections(
  unit: Unit,
  gone: number,
  total: number,
  suggested: Suggested | undefined,
  context: CommentContext,
  length: Length,
): string[] {
  const { options, sources } = context;
  const groups = new Map<string, Entry[]>();
  for (const entry of unit) {
    const id = entry.judged.finding.rule.id;
    groups.set(id, [...(groups.get(id) ?? []), entry]);
  }
  const left = unit.filter((entry) => entry.judged.fix && !suggested?.entries.includes(entry));
  return [
    ...(gone > 0 ? [`**${gone} of ${total} places of this comment ${gone === 1 ? 'is' : 'are'} settled.**`] : []),
    ...[...groups.values()].flatMap((entries) => about(entries, options, length)),
    ...(suggested ? [offer(suggested), suggestionBlock(suggested.suggestion)] : []),
    ...(length === 'full' ? patches(left, sources) : []),
    ...[...groups.values()].map(([first]) => (first ? footer(first.judged, options) : '')),
  ];
}

/** What one rule found: the worst place in full, the others as a list. */
function about(entries: readonly Entry[], options: RenderOptions, length: Length): string[] {
  const [first, ...rest] = entries;
  if (!first) return [];
  const { judged, anchor } = first;
  const { rule, severity } = judged.finding;
  const others = [...first.others, ...rest.flatMap((entry) => [entry.judged, ...entry.others])];
  const title = `**${label(severity)}: ${inline(rule.title, 200)}**`;
  const what = describe(judged, anchor, options, length === 'full' ? 1500 : 300);
  if (length === 'shortest') return [title, what, ...listed(others, {}, 0)];
  const why = inline(rule.why);
  const related = relatedOf(judged, anchor, options);
  const long = why.length > GLANCE || related.length > 0;
  return [
    title,
    long ? what : `${what} ${why}`,
    ...wayOf(judged, options, length),
    `**How to fix it.** ${inline(instruction(judged.finding))}`,
    ...listed(others, options, length === 'full' ? 300 : 0, judged.finding.message),
    ...(length === 'full' ? reproduction(judged) : []),
    ...(long ? [details('Why it matters', [why, ...related].join('\n\n'))] : []),
  ];
}

/** The finding in sentences of Markdown: what it is, how it comes about here, and under which conditions. */
export function describe(judged: Judged, anchor: Anchor | undefined, options: RenderOptions, limit: number): string {
  const { finding, verdict, before, deleted } = judged;
  const at = placeOf(finding);
  const itself = `The finding itself is at ${linkedPlace(at.path, at.line, options)}`;
  const sentences = [sentence(inline(finding.message, limit))];
  if (deleted) sentences.push(anchor?.side === 'LEFT' ? 'The change deletes what guarded it.' : guardOf(deleted));
  if (verdict === 'escalated') sentences.push(worseThan(before?.severity, finding.severity));
  if (anchor?.via === 'resource') sentences.push(`${itself}, in the resource that the change touches.`);
  else if (anchor?.via)
    sentences.push(`This line is part of it: ${sentence(inline(anchor.via.message, 300))} ${itself}.`);
  if (finding.when.length > 0) sentences.push(`It holds only when ${conditions(finding.when)}.`);
  if (verdict === 'unaccepted') sentences.push('A suppression in this change covers it and waits for acceptance.');
  return sentences.filter((one) => one !== '').join(' ');
}

function guardOf(deleted: NonNullable<Judged['deleted']>): string {
  return `The change deletes what guarded it, which stood at ${place(deleted.file.path, linesOf(deleted).start)}.`;
}

function worseThan(before: Severity | undefined, now: Severity): string {
  if (before === undefined || before === now) return 'It stood here before, and the change makes it worse.';
  return `It stood here before as ${before}; the change makes it ${now}.`;
}

/** `IsProd` is true and `UseVpc` is false. */
export function conditions(when: Judged['finding']['when']): string {
  const parts = when.slice(0, 6).map((one) => `${inlineCode(one.condition)} is ${one.holds ? 'true' : 'false'}`);
  const more = when.length > 6 ? [`${when.length - 6} more conditions hold`] : [];
  return [...parts, ...more].join(' and ');
}

/** @param told what is said already: a place of which the same would be said is only named */
function listed(others: readonly Judged[], options: RenderOptions, limit: number, told?: string): string[] {
  if (others.length === 0) return [];
  const items = others.map((judged) => {
    const at = judged.deleted
      ? { path: judged.deleted.file.path, line: linesOf(judged.deleted).start }
      : placeOf(judged.finding);
    const where = linkedPlace(at.path, at.line, judged.deleted ? {} : options);
    return limit > 0 && judged.finding.message !== told
      ? `- ${where}: ${inline(judged.finding.message, limit)}`
      : `- ${where}`;
  });
  const heading = others.length === 1 ? 'The same in one more place:' : `The same in ${others.length} more places:`;
  return items.length > 5 ? [details(heading, items.join('\n'))] : [`${heading}\n\n${items.join('\n')}`];
}

/** The way from where a value comes in to where it does harm, place by place. */
function wayOf({ finding }: Judged, options: RenderOptions, length: Length): string[] {
  const { steps = [] } = finding;
  if (steps.length < 2 || length !== 'full') return [];
  const items = steps.map(({ at, text }, index) => {
    const where = linkedPlace(at.file.path, linesOf(at).start, options);
    return `${index + 1}. ${where}: ${inline(text, 200)}`;
  });
  return [items.join('\n')];
}

/** An event that shows the finding, folded away. */
function reproduction({ finding }: Judged): string[] {
  if (!finding.reproduction) return [];
  const { event, command } = finding.reproduction;
  if (event.length > MAX_EVENT) return [];
  return [details('An event that shows it', [fence('json', event), fence('sh', command)].join('\n\n'))];
}

/** Characters of an event that a comment shows. */
const MAX_EVENT = 4000;

function relatedOf(judged: Judged, anchor: Anchor | undefined, options: RenderOptions): string[] {
  const related = judged.finding.related.filter((one) => one !== anchor?.via).slice(0, 8);
  if (related.length === 0) return [];
  const items = related.map((one) => {
    const line = linesOf(one.at).start;
    return `- ${linkedPlace(one.at.file.path, line, options)}: ${inline(one.message, 300)}`;
  });
  return [items.join('\n')];
}

const UNSAFE = 'Check it before committing: the files do not show all that may depend on what it changes.';

function offer(suggested: Suggested): string {
  const all = [...new Set(suggested.fixes.map((fix) => inline(fix.title, 200)))];
  const titles = all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} more`] : all;
  const unsafe = suggested.fixes.some((fix) => fix.applicability === 'unsafe');
  return `**Suggested change.** ${sentence(titles.join('; '))}${unsafe ? ` _${UNSAFE}_` : ''}`;
}

/** The fixes that no suggestion makes, as patches: together where that is possible, else each on its own. */
function patches(entries: readonly Entry[], sources: Sources): string[] {
  const fixes = fixesOf(entries);
  if (fixes.length === 0) return [];
  const together = compose(fixes);
  if (together) return [patchSection(fixes, patchOf(together, sources.fileAt, sources.hiddenIn))];
  return fixes.slice(0, 5).map((fix) => patchSection([fix], patchOf(fix.edits, sources.fileAt, sources.hiddenIn)));
}

function patchSection(fixes: readonly Fix[], patch: Patch): string {
  const unsafe = fixes.some((fix) => fix.applicability === 'unsafe');
  const command = inlineCode(unsafe ? 'leastwise fix --unsafe' : 'leastwise fix');
  if ('withheld' in patch) return withheld(patch.withheld, command);
  const [first, ...rest] = new Set(fixes.map((fix) => plainText(fix.title, 120)));
  const title = rest.length === 0 ? `Patch: ${first ?? ''}` : `Patch for ${fixes.length} places`;
  return details(title, [...(unsafe ? [`_${UNSAFE}_`] : []), fence('diff', patch.diff)].join('\n\n'));
}

function withheld(reason: 'unknown' | 'long' | 'secret', command: string): string {
  if (reason === 'secret') return `The patch is not shown, because it would repeat a secret: ${command} applies it.`;
  if (reason === 'long') return `The patch is too long to show: ${command} applies it.`;
  return `There is a fix: ${command} applies it.`;
}

function footer(judged: Judged, options: RenderOptions): string {
  const { rule, severity, confidence } = judged.finding;
  const name = link(inlineCode(rule.id), options.ruleUrl?.(rule.id));
  return `<sub>${name} · ${severity} severity · ${confidence} confidence</sub>`;
}

/** A place with a link to it, where one is known. */
export function linkedPlace(path: string, line: number | undefined, options: RenderOptions): string {
  return link(place(path, line), options.fileUrl?.(path, line));
}

function sentence(text: string): string {
  return text === '' || /[.!?…:]$/.test(text) ? text : `${text}.`;
}

/**
 * One judged finding as Markdown, for the command line and the check run: heading, place, what, why, how, and its fix as a
 * patch.
 */
export function renderFinding(judged: Judged, options: RenderOptions, sources = sourcesOf([judged], options)): string {
  const { finding, fix } = judged;
  const at = placeOf(finding);
  const resource = finding.resource ? ` · ${inlineCode(ownerName(finding.resource))}` : '';
  const related = relatedOf(judged, undefined, options);
  return [
    `#### ${label(finding.severity)}: ${inline(finding.rule.title, 200)}`,
    `${linkedPlace(at.path, at.line, options)}${resource}`,
    describe(judged, undefined, options, 1500),
    `**Why it matters.** ${inline(finding.rule.why)}`,
    ...wayOf(judged, options, 'full'),
    ...related,
    `**How to fix it.** ${inline(instruction(finding))}`,
    ...reproduction(judged),
    ...(fix ? [patchSection([fix], patchOf(fix.edits, sources.fileAt, sources.hiddenIn))] : []),
    footer(judged, options),
  ].join('\n\n');
}

/** The first characters of a commit's id, as GitHub shows them. */
export function shortCommit(commit: string): string {
  return inlineCode(cut(commit, 64).slice(0, 7));
}
