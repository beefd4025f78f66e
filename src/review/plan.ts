import type { Judgement } from '#finding/judgement';
import { reaches } from '#finding/severity';
import { DiffIndex } from '#review/anchor';
import { checkRunFor, counted } from '#review/checkrun';
import { type CommentContext, commentFor, sourcesOf } from '#review/comment';
import type { Review, ReviewComment, ReviewOptions, Thread } from '#review/review';
import { reconcile } from '#review/threads';
import { byWorst, type Entry, liveEntries, type Unit, unitsOf } from '#review/unit';
import type { Diff } from '#source/diff';

/** No configuration can ask for more comments at once: GitHub's page is no longer usable with hundreds. */
const MOST_COMMENTS = 30;

/**
 * Plans everything that is to stand on the pull request after the review of one head. What the change introduces or makes worse
 * becomes comments on lines of the diff, the worst first, as many as may be open; all else goes to annotations and the summary.
 * Our threads are compared by fingerprint. Planning again after publishing plans no further comment.
 */
export function plan(judgement: Judgement, diff: Diff, threads: readonly Thread[], options: ReviewOptions): Review {
  const index = new DiffIndex(diff);
  const sources = sourcesOf(judgement.findings, options);
  const live = liveEntries(judgement.findings, index);
  const context: CommentContext = { options, sources, index, taken: [] };
  const { posted, open, updates, resolves } = reconcile(threads, live, judgement, options, context);

  const candidates = [...live.values()].filter(
    ({ fingerprint, judged }) =>
      judged.verdict !== 'unaccepted' &&
      reaches(judged.finding.severity, options.commentOn) &&
      !posted.has(fingerprint),
  );
  const chosen = choose(unitsOf(candidates), open, options.maxComments);
  const comments = chosen.flatMap((unit) => commentFor(unit, context) ?? []);
  const covered = new Set([...posted, ...comments.flatMap((comment) => comment.fingerprints)]);
  const rest = [...live.values()].filter((one) => one.judged.verdict !== 'unaccepted' && !covered.has(one.fingerprint));
  const marked = updates.filter(
    ({ thread }) => !thread.hasReplies && !thread.fingerprints.some((one) => live.has(one)),
  );

  return {
    commit: options.commit,
    body: reviewBody(chosen.flat(), comments, rest.length),
    comments,
    updates,
    resolves,
    checkRun: checkRunFor(
      { judgement, covered, complete: diff.complete, unresolved: options.canResolve ? 0 : marked.length, sources },
      options,
    ),
  };
}

/** The worst units, as many as may be open together with those that are: a worse one is posted whatever stands already. */
function choose(units: readonly Unit[], open: readonly Unit[], most: number): Unit[] {
  const limit = Math.max(1, Math.min(MOST_COMMENTS, Math.trunc(most)));
  const standing = [...open].sort(byWorst);
  const chosen: Unit[] = [];
  let before = 0;
  for (const unit of units) {
    for (let next = standing[before]; next && byWorst(next, unit) < 0; next = standing[before]) before++;
    if (before + chosen.length >= limit) break;
    chosen.push(unit);
  }
  return chosen;
}

function reviewBody(entries: readonly Entry[], comments: readonly ReviewComment[], rest: number): string {
  if (comments.length === 0) return '';
  const found = `Leastwise comments on ${counted(entries.map((entry) => entry.judged))} of this change.`;
  if (rest <= 0) return found;
  return `${found} ${rest} more ${rest === 1 ? 'is' : 'are'} in the check run.`;
}
