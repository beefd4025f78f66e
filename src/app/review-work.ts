import type { Logger } from 'pino';
import type { AcceptRequest, ReviewJob } from '#app/job';
import type { Attempt, Outcome } from '#app/queue';
import { isRelevant, likelyPaths } from '#app/relevance';
import { type Reviewed, type Reviewer, ReviewerError } from '#app/reviewer';
import { failedRun, invalidConfigRun, nothingRelevantRun, sharedHeadRun } from '#app/words';
import { GitHubError, isFailure } from '#github/errors';
import type { Conversation, Gateway, Opening, PullRequest, RepositoryName, RunHandle, RunKey } from '#github/gateway';
import type { CheckRun, Review } from '#review/review';
import { CONFIG_PATHS, type Config, type ConfigMistake, DEFAULT_CONFIG } from '#scan/config';

/** A configuration, or what is wrong with it. */
export type ParsedConfig = { readonly config: Config } | { readonly mistakes: readonly ConfigMistake[] };

/** What work on jobs needs. */
export interface WorkContext {
  /** A gateway for an installation; requests end when the signal is aborted. */
  gateway(installation: number, signal: AbortSignal | undefined): Promise<Gateway>;
  /** Whether an installation lets us resolve conversations. */
  canResolve(installation: number): Promise<boolean>;
  readonly reviewer: Reviewer;
  parseConfig(text: string, path: string): ParsedConfig;
  /** `YYYY-MM-DD` in UTC. */
  today(): string;
  /** Where people look at repositories, and at the rules' pages. */
  readonly webUrl: string;
  readonly rulesUrl: string;
  readonly log: Logger;
}

/** Deaths of our process during one job after which it is given up: what is in it may be what kills. */
const MAX_CRASHES = 2;

export function pullKey(pull: number): RunKey {
  return `pull/${pull}`;
}

/** Reviews a pull request at its present head. */
export async function workOnReview(job: ReviewJob, attempt: Attempt<unknown>, context: WorkContext): Promise<Outcome> {
  const work = new ReviewWork(job, attempt, context, await context.gateway(job.installation, attempt.signal));
  return work.run();
}

class ReviewWork {
  #run: RunHandle | undefined;

  constructor(
    readonly job: ReviewJob,
    readonly attempt: Attempt<unknown>,
    readonly context: WorkContext,
    readonly gateway: Gateway,
  ) {}

  async run(): Promise<Outcome> {
    try {
      return await this.#review();
    } catch (error) {
      return this.#failed(error);
    }
  }

  async #review(): Promise<Outcome> {
    const { job, gateway, attempt } = this;
    const opening = await gateway.open(job.repository, job.pull, job.base, CONFIG_PATHS);
    const { pull } = opening;
    if (pull.state === 'closed') return done;
    const parsed = this.#config(opening);
    // A draft that is not to be reviewed has no check run: as a required one it stays "expected", and keeps the gate shut.
    if ('config' in parsed && pull.draft && !parsed.config.drafts) return done;
    // An attempt that was interrupted had reason to begin anew, and an answered acceptance has to be seen.
    const again = job.again || job.accepts.length > 0;
    const run = await gateway.ensureStarted(job.repository, pull.headSha, pullKey(job.pull), again);
    this.#run = run;
    if (run.completed !== undefined) return done;
    if (attempt.crashes >= MAX_CRASHES)
      return this.#give(run, failedRun('Reviewing this commit ended the program twice, so it is not tried again.'));
    if ('run' in parsed) return this.#give(run, parsed.run);
    return this.#compare(pull, run, parsed.config);
  }

  async #compare(pull: PullRequest, run: RunHandle, config: Config): Promise<Outcome> {
    const { job, gateway, attempt, context } = this;
    const { mergeBase, diff } = await gateway.changes(pull);
    let conversation: Conversation | undefined;
    if (!isRelevant(diff)) {
      conversation = await gateway.conversation(pull);
      if (conversation.threads.every(({ isResolved }) => isResolved) && job.accepts.length === 0)
        return this.#give(run, await this.#shared(run, nothingRelevantRun(diff.files.length)));
    }
    const head = gateway.snapshot(job.repository, pull.headSha);
    const base = gateway.snapshot(job.repository, mergeBase);
    const [listing] = await Promise.all([head.list(), base.list()]);
    const likely = likelyPaths(diff, listing.entries);
    await gateway.prefetch([
      { snapshot: head, paths: likely.head },
      { snapshot: base, paths: likely.base },
    ]);
    const accepts = job.accepts.filter(({ head: seen }) => seen === pull.headSha);
    const reviewed = await context.reviewer(
      {
        repository: job.repository,
        pull: job.pull,
        headSha: pull.headSha,
        mergeBase,
        diff,
        config,
        today: context.today(),
        canResolve: await context.canResolve(job.installation),
        webUrl: context.webUrl,
        rulesUrl: context.rulesUrl,
        acceptAll: accepts.length > 0,
      },
      {
        head,
        base,
        conversation: async () => {
          conversation ??= await gateway.conversation(pull);
          return conversation;
        },
      },
      attempt.signal,
    );
    conversation ??= await gateway.conversation(pull);
    if (conversation.state === 'closed') {
      await this.#cancel('The pull request was closed.');
      return done;
    }
    return this.#publish(pull, run, reviewed, conversation, accepts);
  }

  async #publish(
    pull: PullRequest,
    run: RunHandle,
    reviewed: Reviewed,
    conversation: Conversation,
    accepts: readonly AcceptRequest[],
  ): Promise<Outcome> {
    const { gateway, context, job } = this;
    const by = accepts[0]?.by;
    if (by !== undefined && reviewed.pending.length > 0 && conversation.headSha === pull.headSha)
      await gateway.ensureAcceptance(pull, reviewed.pending, by);
    const review: Review = {
      ...reviewed.review,
      checkRun: await this.#shared(run, reviewed.review.checkRun),
    };
    const { outcome, degraded } = await gateway.publish(pull, run, review, conversation);
    if (outcome === 'stale') {
      await this.#cancel('A newer commit is reviewed instead.');
      // The event of the newer commit takes this one's place; should it be lost, this job looks again.
      return retry;
    }
    // After a crash the acceptance is recorded already, and nothing is pending any more.
    const accepted = reviewed.pending.length > 0 || conversation.acceptances.some((one) => one.by === by);
    await this.#answerAccepts(pull, accepted);
    context.log.info(
      {
        pull: `${job.repository.owner}/${job.repository.repo}#${job.pull}`,
        head: pull.headSha,
        conclusion: review.checkRun.conclusion,
        comments: review.comments.length,
        degraded,
      },
      'reviewed',
    );
    return done;
  }

  /** Tells whoever accepted what came of it. */
  async #answerAccepts(pull: PullRequest, accepted: boolean): Promise<void> {
    for (const { comment, head } of this.job.accepts) {
      const current = head === pull.headSha;
      await this.gateway.react(comment, current && accepted ? 'rocket' : 'confused');
      if (!current)
        await this.gateway.ensureReply(
          pull.number,
          comment,
          'The pull request has a newer head than the one that you accepted for. Look at its check run, then accept again.',
        );
      else if (!accepted)
        await this.gateway.ensureReply(pull.number, comment, 'No new suppression waits to be accepted at this head.');
    }
  }

  /** The configuration that counts, or the check run that says why there is none. */
  #config(opening: Opening): { readonly config: Config } | { readonly run: CheckRun } {
    const file = opening.configuration[0];
    if (file === undefined) return { config: DEFAULT_CONFIG };
    if (file.text === undefined || file.text.length > 65_536) {
      const message = 'It is no text, or has more than 65,536 characters.';
      return { run: invalidConfigRun(file.path, file.from, [{ line: undefined, message }]) };
    }
    const parsed = this.context.parseConfig(file.text, file.path);
    return 'config' in parsed ? parsed : { run: invalidConfigRun(file.path, file.from, parsed.mistakes) };
  }

  /** The check run as it may stand on this head: no greener than those of other open pull requests with the same head. */
  async #shared(run: RunHandle, checkRun: CheckRun): Promise<CheckRun> {
    if (checkRun.conclusion === 'failure' || run.failing.length === 0) return checkRun;
    const open: number[] = [];
    for (const number of run.failing.slice(0, 10))
      if (await this.#isOpenWithHead(this.job.repository, number, run.headSha)) open.push(number);
    return open.length === 0 ? checkRun : sharedHeadRun(checkRun, open);
  }

  async #isOpenWithHead(repository: RepositoryName, number: number, headSha: string): Promise<boolean> {
    try {
      const { pull } = await this.gateway.open(repository, number, undefined, []);
      return pull.state === 'open' && pull.headSha === headSha;
    } catch (error) {
      if (isFailure(error, 'not-found')) return false;
      throw error;
    }
  }

  async #give(run: RunHandle, checkRun: CheckRun): Promise<Outcome> {
    await this.gateway.ensureCompleted(run, checkRun);
    return done;
  }

  /** Decides between trying again and saying in the check run that it failed. */
  async #failed(error: unknown): Promise<Outcome> {
    const { attempt, context } = this;
    const { signal } = attempt;
    if (signal.aborted) {
      if (signal.reason !== 'shutdown') await this.#cancel('A newer event took the place of this review.');
      return retry;
    }
    const log = context.log.child({ key: attempt.key, attempt: attempt.number });
    if (isFailure(error, 'not-found') && this.#run === undefined) {
      log.warn({ status: error.status }, 'the pull request cannot be seen any more');
      return done;
    }
    if (isFailure(error, 'unauthorized', 'forbidden') && this.#run === undefined) {
      log.error({ status: error.status, requestId: error.requestId }, 'the App may not work on this repository');
      return done;
    }
    if (isFailure(error, 'rate-limit', 'server') && !attempt.final) {
      log.warn({ status: error.status, requestId: error.requestId, retryAfter: error.retryAfter }, 'tried again later');
      return error.retryAfter === undefined ? retry : { kind: 'retry', retryAfter: error.retryAfter };
    }
    // A child that died may have been a neighbor's doing: it gets a second chance.
    if (error instanceof ReviewerError && error.kind !== 'failed' && attempt.number < 2) {
      log.warn({ kind: error.kind }, error.message);
      return { kind: 'retry', retryAfter: 0 };
    }
    log.error(
      { err: error instanceof Error ? { name: error.name, message: safeMessage(error) } : {} },
      'review failed',
    );
    return this.#sayFailed(reasonOf(error));
  }

  async #sayFailed(reason: string): Promise<Outcome> {
    if (this.#run === undefined) return retry;
    try {
      await this.gateway.ensureCompleted(this.#run, failedRun(reason));
      return done;
    } catch (error) {
      this.context.log.error({ key: this.attempt.key, message: safeMessage(error) }, 'the failure could not be told');
      return isFailure(error, 'rate-limit') && error.retryAfter !== undefined
        ? { kind: 'retry', retryAfter: error.retryAfter }
        : retry;
    }
  }

  /** Ends the run of a head that nobody asks for any more; without success it stays in progress, which harms nobody. */
  async #cancel(reason: string): Promise<void> {
    if (this.#run === undefined || this.#run.completed !== undefined) return;
    try {
      // Our own requests are stopped; this one is not.
      const gateway = await this.context.gateway(this.job.installation, undefined);
      await gateway.ensureCanceled(this.#run, reason);
    } catch (error) {
      this.context.log.warn({ key: this.attempt.key, message: safeMessage(error) }, 'a run could not be canceled');
    }
  }
}

const done: Outcome = { kind: 'done' };
const retry: Outcome = { kind: 'retry' };

/** What a person is told of an error; plain text. */
export function reasonOf(error: unknown): string {
  if (error instanceof ReviewerError) return error.message;
  if (error instanceof GitHubError) {
    const request = error.requestId === undefined ? '' : `, request ${error.requestId}`;
    return `GitHub answered ${error.status ?? 'nothing'} (${error.message}${request}).`;
  }
  return 'Leastwise ran into an error of its own.';
}

/** The message of our own errors and GitHub's; of any other only its name, as it may quote a file. */
export function safeMessage(error: unknown): string {
  if (error instanceof GitHubError || error instanceof ReviewerError) return error.message;
  return error instanceof Error ? error.name : 'unknown error';
}
