import { Failure } from '#cli/failure';
import type { Report, ReportedFinding } from '#cli/report';
import { commitOf, commitSnapshot, diffOf, mergeBaseOf } from '#cli/repository';
import { configOf, optionsFor } from '#cli/scan-command';
import type { Conversation } from '#github/gateway';
import { plan } from '#review/plan';
import type { Review } from '#review/review';
import { judgeChange, type Change as Sides } from '#scan/change';
import type { Config } from '#scan/config';

/** A change as it lies before us: from local git or from GitHub. */
export interface Change extends Sides {
  /** Of the tip of the base branch. */
  readonly config: Config;
}

export interface ReviewedChange {
  readonly review: Review;
  readonly report: Report;
  readonly config: Config;
}

/** The change between two revisions of a local repository, `BASE..HEAD`, as a pull request from HEAD into BASE would show it. */
export async function localChange(directory: string, range: string): Promise<Change> {
  const [from, to, ...more] = range.split(/\.{2,3}/);
  if (from === undefined || to === undefined || more.length > 0) {
    throw new Failure(`${range} is not a range. Write BASE..HEAD, such as main..HEAD, or OWNER/REPOSITORY#NUMBER.`);
  }
  const tip = await commitOf(directory, from || 'HEAD');
  const head = await commitOf(directory, to || 'HEAD');
  const base = await mergeBaseOf(directory, tip, head);
  return {
    head: commitSnapshot(directory, head),
    base: commitSnapshot(directory, base),
    diff: await diffOf(directory, base, head),
    config: await configOf(commitSnapshot(directory, tip)),
  };
}

/** What the App would post on the change, and the same as a report. */
export async function reviewChange(
  change: Change,
  today: string,
  clock: () => number,
  ruleUrl: (id: string) => string,
  conversation: Pick<Conversation, 'threads' | 'acceptances'> = { threads: [], acceptances: [] },
): Promise<ReviewedChange> {
  const started = clock();
  const { head, diff, config } = change;
  const { scope: _, ...options } = optionsFor(config, today);
  const accepted = new Set(conversation.acceptances.map(({ fingerprint }) => fingerprint));
  const { judgement, file } = await judgeChange(change, {
    ...options,
    accepted: async () => accepted,
    acceptNew: false,
  });
  const review = plan(judgement, diff, conversation.threads, {
    commit: head.commit,
    failOn: config.failOn,
    commentOn: config.commentOn,
    maxComments: config.maxComments,
    canResolve: false,
    ruleUrl,
    file,
  });
  const shown = judgement.findings.filter(({ verdict }) => verdict !== 'existing');
  return {
    review,
    config,
    report: {
      findings: shown.map(({ finding, verdict, fix }): ReportedFinding => ({ finding, verdict, fix })),
      problems: judgement.problems.map(({ problem }) => problem),
      stats: { ...judgement.stats, milliseconds: Math.round(clock() - started) },
      file,
    },
  };
}

/** A review as Markdown: what stands on the pull request, comment by comment, then the check run. */
export function markdownReview({ checkRun, body, comments }: Review): string {
  const posted = comments.map(({ path, startLine, line, body: text }) => {
    const lines = startLine === undefined ? `${line}` : `${startLine}-${line}`;
    return `## ${path}:${lines}\n\n${text}`;
  });
  return `${[
    `# ${checkRun.title}`,
    checkRun.summary,
    ...(comments.length > 0 ? [body] : []),
    ...posted,
    checkRun.text ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}
