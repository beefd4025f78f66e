import { code, plain } from '#finding/markdown';
import type { RunHandle } from '#github/gateway';
import type { CheckRun } from '#review/review';
import type { ConfigMistake } from '#scan/config';

/** How to try again, in every check run that tells of a failure of ours. */
const RETRY = 'To try again, comment `/leastwise rescan` on the pull request or press **Re-run** here.';

/** A review that could not be completed fails the check and says why (law 8). @param reason plain text */
export function failedRun(reason: string): CheckRun {
  return {
    conclusion: 'failure',
    title: 'The review could not be completed',
    summary: `${plain(reason)}\n\nNothing is known about the security of this change until the review is complete. ${RETRY}`,
    text: undefined,
    annotations: [],
  };
}

/** The configuration of the base branch is not usable: nobody can say what this repository asks for. */
export function invalidConfigRun(
  path: string,
  from: 'repository' | 'organization',
  mistakes: readonly ConfigMistake[],
): CheckRun {
  const where = from === 'repository' ? 'the base branch' : "the organization's `.github` repository";
  const list = mistakes
    .slice(0, 50)
    .map(({ line, message }) => `- ${line === undefined ? '' : `line ${line}: `}${plain(message)}`);
  return {
    conclusion: 'failure',
    title: 'The configuration is not valid',
    summary: `${code(path)} of ${where} cannot be used, so this pull request was not reviewed:\n\n${list.join('\n')}\n\nCorrect it there. ${RETRY}`,
    text: undefined,
    annotations:
      from === 'organization'
        ? []
        : mistakes.slice(0, 50).map(({ line, message }) => ({
            path,
            startLine: line ?? 1,
            endLine: line ?? 1,
            level: 'failure' as const,
            title: 'Configuration is not valid',
            message,
          })),
  };
}

/** Nothing that we read was changed. */
export function nothingRelevantRun(files: number): CheckRun {
  const what = files === 1 ? 'The one changed file is' : `The ${files} changed files are`;
  return {
    conclusion: 'success',
    title: 'Nothing relevant changed',
    summary: `${what} no template, code, or configuration that Leastwise reads.`,
    text: undefined,
    annotations: [],
  };
}

/**
 * Another open pull request with the same head fails its own review. A check belongs to a commit, not to a pull request: a green
 * run here would let the other one in.
 */
export function sharedHeadRun(checkRun: CheckRun, others: readonly number[]): CheckRun {
  const list = others.map((number) => `#${number}`).join(', ');
  return {
    ...checkRun,
    conclusion: 'failure',
    title: `Fails because of ${list}`,
    summary:
      `This pull request by itself passes, but the same commit fails the review of ${list}, which is open as well, and GitHub keeps checks by commit. Fix or close ${list}, or push a commit of its own here.\n\n${checkRun.summary}`.slice(
        0,
        65_000,
      ),
  };
}

/** What the head of a merge group is told, from the run of its pull request. */
export function mergeGroupRun(pull: number, run: RunHandle): CheckRun {
  const passed = run.completed?.conclusion === 'success';
  return {
    conclusion: passed ? 'success' : 'failure',
    title: run.completed?.title === undefined || run.completed.title === '' ? `As #${pull}` : run.completed.title,
    summary: `The review of #${pull} ${passed ? 'passed' : 'failed'}; this merge group has the same changes.`,
    text: undefined,
    annotations: [],
  };
}
