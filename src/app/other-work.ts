import { HELP, refusal } from '#app/command';
import { type CommandJob, type HeadJob, type Job, keyOf, type MergeGroupJob, type ReviewJob } from '#app/job';
import type { Attempt, Outcome, Queue } from '#app/queue';
import { pullKey, reasonOf, safeMessage, type WorkContext, workOnReview } from '#app/review-work';
import { failedRun, mergeGroupRun } from '#app/words';
import { isFailure } from '#github/errors';
import type { Gateway } from '#github/gateway';
import { CONFIG_PATHS } from '#scan/config';

const done: Outcome = { kind: 'done' };

/** How often a merge group waits five seconds for the review of its pull request. */
const MERGE_GROUP_WAITS = 120;

/** The worker for all kinds of jobs. */
export function workerOf(context: WorkContext, queue: Queue<Job>): (attempt: Attempt<Job>) => Promise<Outcome> {
  return async (attempt) => {
    const { job } = attempt;
    if (job.kind === 'review') return workOnReview(job, attempt, context);
    try {
      const gateway = await context.gateway(job.installation, attempt.signal);
      if (job.kind === 'command') return await command(job, attempt, gateway, queue);
      if (job.kind === 'merge-group') return await mergeGroup(job, attempt, gateway, queue);
      return await head(job, gateway, queue);
    } catch (error) {
      if (attempt.signal.aborted) return { kind: 'retry' };
      context.log.warn({ key: attempt.key, attempt: attempt.number, message: safeMessage(error) }, 'a job failed');
      if (isFailure(error, 'not-found', 'forbidden', 'unauthorized')) return done;
      const retryAfter = isFailure(error, 'rate-limit', 'server') ? error.retryAfter : undefined;
      return retryAfter === undefined ? { kind: 'retry' } : { kind: 'retry', retryAfter };
    }
  };
}

async function command(job: CommandJob, attempt: Attempt<Job>, gateway: Gateway, queue: Queue<Job>): Promise<Outcome> {
  const { comment, by } = job;
  await gateway.react(comment, 'eyes');
  const refuse = async (reason: string) => {
    await gateway.react(comment, 'confused');
    await gateway.ensureReply(job.pull, comment, reason);
    return done;
  };
  if (job.command === 'help') {
    await gateway.ensureReply(job.pull, comment, HELP);
    await gateway.react(comment, 'rocket');
    return done;
  }
  if (job.command === 'unknown') return refuse(`I do not know this command. ${HELP}`);
  const { pull } = await gateway.open(job.repository, job.pull, undefined, CONFIG_PATHS);
  if (pull.state === 'closed') return refuse('This pull request is closed.');
  const reason = refusal(job.command, by, pull.author, await gateway.role(job.repository, by));
  if (reason !== undefined) return refuse(reason);
  const review: ReviewJob = {
    kind: 'review',
    installation: job.installation,
    repository: job.repository,
    pull: job.pull,
    head: pull.headSha,
    base: pull.baseRef,
    again: true,
    accepts: [],
  };
  const ask = (next: ReviewJob) => queue.add({ key: keyOf(next), job: next, delivery: `${attempt.key}/review` });
  if (job.command === 'rescan') {
    await ask(review);
    await gateway.react(comment, 'rocket');
    return done;
  }
  // Only what the check run had shown before the comment was written can have been meant by it. GitHub's times are whole seconds: within
  // one, nobody has read it yet.
  const run = await gateway.findRun(job.repository, pull.headSha, pullKey(job.pull));
  if (run?.completed === undefined || Date.parse(run.completed.at) >= Date.parse(comment.createdAt))
    return refuse(
      'The review of the present head was not complete when you wrote this. Look at it, then accept again.',
    );
  await ask({ ...review, accepts: [{ by, head: pull.headSha, comment }] });
  return done;
}

/** `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`: what GitHub names a group's branch. */
export function pullOfMergeGroup(headRef: string): number | undefined {
  const match = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(\d{1,10})-[0-9a-f]{40,64}$/.exec(headRef);
  return match === null ? undefined : Number(match[1]);
}

async function mergeGroup(
  job: MergeGroupJob,
  attempt: Attempt<Job>,
  gateway: Gateway,
  queue: Queue<Job>,
): Promise<Outcome> {
  const run = await gateway.ensureStarted(job.repository, job.headSha, 'merge-group', job.again);
  if (run.completed !== undefined) return done;
  const number = pullOfMergeGroup(job.headRef);
  if (number === undefined) {
    const reason = 'The branch of this merge group has a name from which its pull request cannot be told.';
    await gateway.ensureCompleted(run, failedRun(reason));
    return done;
  }
  try {
    const { pull } = await gateway.open(job.repository, number, undefined, []);
    const own = await gateway.findRun(job.repository, pull.headSha, pullKey(number));
    if (own?.completed !== undefined) {
      await gateway.ensureCompleted(run, mergeGroupRun(number, own));
      return done;
    }
    if (attempt.number >= MERGE_GROUP_WAITS) {
      await gateway.ensureCompleted(run, failedRun(`The review of #${number} did not end.`));
      return done;
    }
    const review: ReviewJob = {
      kind: 'review',
      installation: job.installation,
      repository: job.repository,
      pull: number,
      head: pull.headSha,
      base: pull.baseRef,
      again: false,
      accepts: [],
    };
    await queue.add({ key: keyOf(review), job: review, delivery: `${job.delivery}/review` });
    return { kind: 'wait', seconds: 5 };
  } catch (error) {
    if (isFailure(error, 'rate-limit', 'server', 'stopped') && !attempt.final) throw error;
    await gateway.ensureCompleted(run, failedRun(reasonOf(error)));
    return done;
  }
}

async function head(job: HeadJob, gateway: Gateway, queue: Queue<Job>): Promise<Outcome> {
  for (const pull of await gateway.pullsWithHead(job.repository, job.headSha)) {
    const review: ReviewJob = {
      kind: 'review',
      installation: job.installation,
      repository: job.repository,
      pull,
      head: job.headSha,
      base: undefined,
      again: true,
      accepts: [],
    };
    await queue.add({ key: keyOf(review), job: review, delivery: `${job.delivery}/${pull}` });
  }
  return done;
}
