import type { Judged, Judgement } from '#finding/judgement';
import { SEVERITIES, type Severity } from '#finding/severity';
import { bodyFor, type CommentContext, shortCommit } from '#review/comment';
import { readMarker, withoutMarker, writeMarker } from '#review/marker';
import { MAX_BODY, type ReviewOptions, type Thread } from '#review/review';
import { digestOf, type Entry, type Unit } from '#review/unit';

/** What is to become of the threads that stand on the pull request. */
export interface Reconciled {
  /** Findings that must not be posted again. */
  readonly posted: ReadonlySet<string>;
  /** The live findings of each open thread: they take their share of the comments that may be open. */
  readonly open: readonly Unit[];
  readonly updates: readonly { readonly thread: Thread; readonly body: string }[];
  readonly resolves: readonly Thread[];
}

/**
 * Compares our threads with what is live now, by fingerprint:
 * - a live finding keeps its thread, whatever became of its line, and is never posted twice; the comment is written anew when
 *   it would read differently, not when lines moved;
 * - a thread that a person resolved stays resolved, and its findings are not posted again unless they got worse; one that we
 *   resolved because its finding was gone does not keep the finding from being posted when it comes back;
 * - a thread whose findings are all gone says so, and is resolved unless somebody replied or the App may not;
 * - nothing counts as gone while a file that it may stand in cannot be read.
 */
export function reconcile(
  threads: readonly Thread[],
  live: ReadonlyMap<string, Entry>,
  judgement: Judgement,
  options: ReviewOptions,
  context: CommentContext,
): Reconciled {
  const posted = new Set<string>();
  const open: Unit[] = [];
  const updates: { readonly thread: Thread; readonly body: string }[] = [];
  const resolves: Thread[] = [];
  const gone = reasons(judgement.findings);
  const blind = judgement.problems.some(({ problem, introduced }) => introduced && problem.kind === 'unreadable');
  const partly = new Set(judgement.problems.map(({ problem }) => problem.path));
  const less = judgement.problems.some(({ introduced }) => introduced);

  for (const thread of threads) {
    if (thread.fingerprints.length === 0) continue;
    const entries = thread.fingerprints.flatMap((fingerprint) => live.get(fingerprint) ?? []);
    if (thread.isResolved) {
      for (const entry of entries) if (isSettled(thread, entry)) posted.add(entry.fingerprint);
      continue;
    }
    for (const fingerprint of thread.fingerprints) posted.add(fingerprint);
    if (entries.length > 0) open.push(entries);
    // A comment about several places may speak of other files than the one that it stands in.
    const unseen = blind || partly.has(thread.path) || (less && thread.fingerprints.length > 1);
    if (unseen && entries.length < thread.fingerprints.length) continue;
    const states = new Map(
      thread.fingerprints.map((fingerprint) => [
        fingerprint,
        live.get(fingerprint) ?? gone.get(fingerprint) ?? 'fixed',
      ]),
    );
    const marker = readMarker(thread.body);
    if (marker?.digest !== digestOf(states)) {
      const body = entries.length > 0 ? anew(thread, states, context) : farewell(thread, states, options.commit);
      updates.push({ thread, body });
    }
    if (entries.length === 0 && !thread.hasReplies && options.canResolve) resolves.push(thread);
  }
  return { posted, open, updates, resolves };
}

/** Whether a resolved thread still answers for a live finding: a person resolved it, and it was told to be as bad as it is. */
function isSettled(thread: Thread, entry: Entry): boolean {
  const told = readMarker(thread.body)?.states.get(entry.fingerprint);
  if (told === 'gone') return false;
  return told === undefined || !isWorse(entry.judged.finding.severity, told);
}

function isWorse(now: Severity, told: Severity): boolean {
  return SEVERITIES.indexOf(now) < SEVERITIES.indexOf(told);
}

/** Why a finding is no longer this pull request's. What is in no list is fixed. */
type Gone = 'fixed' | 'existing' | 'suppressed';

const WORDS: Readonly<Record<Gone, string>> = {
  fixed: 'Fixed',
  existing: 'No longer introduced by this pull request',
  suppressed: 'Accepted by a suppression',
};

function reasons(findings: readonly Judged[]): ReadonlyMap<string, Gone> {
  const found = new Map<string, Gone>();
  for (const { finding, verdict } of findings)
    if (verdict === 'existing' || verdict === 'suppressed') found.set(finding.fingerprint, verdict);
  return found;
}

function anew(thread: Thread, states: ReadonlyMap<string, Entry | Gone>, context: CommentContext): string {
  const lines = readMarker(thread.body)?.lines ?? 1;
  const line = thread.side === 'RIGHT' && !thread.isOutdated ? thread.line : undefined;
  return bodyFor(states, { path: thread.path, lines, line }, context);
}

/** The last word in a thread: why it is settled, above what it said. A suggestion in it can no longer be committed. */
function farewell(thread: Thread, states: ReadonlyMap<string, Entry | Gone>, commit: string): string {
  const marker = writeMarker({
    lines: readMarker(thread.body)?.lines ?? 1,
    digest: digestOf(states),
    states: new Map([...states].map(([fingerprint]) => [fingerprint, 'gone'])),
  });
  const why = new Set([...states.values()].map((state) => WORDS[typeof state === 'string' ? state : 'fixed']));
  const head = `${marker}\n\n**${[...why].join(' / ')}** as of ${shortCommit(commit)}.`;
  const before = withoutMarker(thread.body)
    .trim()
    .replace(/^\*\*[^\n*]{1,200}\*\* as of [^\n]{1,100}\n\n/, '')
    .replace(/^(`{3,})suggestion[ \t]*(?=\r?$)/gm, '$1text');
  const whole = `${head}\n\n${before}`;
  return before === '' || whole.length > MAX_BODY ? head : whole;
}
