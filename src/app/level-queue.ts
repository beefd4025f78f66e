import { ClassicLevel } from 'classic-level';
import type { Attempt, Outcome, Queue, QueuePolicy, StopReason, Ticket, Worker } from '#app/queue';

/** One job as it is stored. */
interface Entry<J> {
  readonly job: J;
  readonly attempts: number;
  readonly crashes: number;
  readonly failures: number;
  /** Milliseconds since the epoch before which it is not tried. */
  readonly notBefore: number;
}

/** What is stored of a key. */
interface Lane<J> {
  waiting?: Entry<J>;
  running?: Entry<J>;
}

export interface LevelQueueOptions<J> {
  /** The folder of the store; one process at a time can hold it. */
  readonly path: string;
  readonly policy: QueuePolicy<J>;
  /** Jobs of different keys that run at the same time. */
  readonly concurrency: number;
  readonly now?: () => number;
  /** Seconds to wait after the nth failure in a row, from 1. */
  readonly backOff?: (failures: number) => number;
  readonly maxFailures?: number;
  /** Told of errors that have no caller. */
  readonly onError?: (error: unknown, key: string) => void;
  /** Called around every write, so that a test can end the process there. */
  readonly onWrite?: (phase: 'before' | 'after') => void;
}

/** GitHub keeps deliveries for three days; one that comes later cannot be a redelivery. */
const SEEN_MS = 4 * 24 * 60 * 60 * 1000;
const SWEEP_MS = 60 * 60 * 1000;
const LANE = 'lane!';
const SEEN = 'seen!';
/** Time that running jobs have to notice that the process shuts down. */
const STOP_MS = 10_000;

/** 10 s, 20 s, 40 s … up to 15 minutes. */
function doubling(failures: number): number {
  return Math.min(15 * 60, 5 * 2 ** failures);
}

/**
 * A queue in a LevelDB folder: a record for each pull request with work, and the ids of recent deliveries. Every change is
 * synced to disk before anybody is told of it. One process writes; a lock of LevelDB's keeps a second one out.
 */
export class LevelQueue<J> implements Queue<J> {
  readonly #lanes = new Map<string, Lane<J>>();
  readonly #controllers = new Map<string, AbortController>();
  readonly #attempts = new Set<Promise<void>>();
  readonly #idle: (() => void)[] = [];
  #worker: Worker<J> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #sweeper: NodeJS.Timeout | undefined;
  #stopped = false;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly db: ClassicLevel<string, string>,
    readonly options: LevelQueueOptions<J>,
  ) {}

  /** Opens the store and takes over what a process that died left behind. */
  static async open<J>(options: LevelQueueOptions<J>): Promise<LevelQueue<J>> {
    const db = new ClassicLevel<string, string>(options.path);
    try {
      await db.open();
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new Error(
        `The queue's folder ${options.path} cannot be opened (${cause}): is another process using it, and may this one write there?`,
      );
    }
    const queue = new LevelQueue(db, options);
    await queue.#recover();
    return queue;
  }

  add({ key, job, delivery }: Ticket<J>): Promise<'accepted' | 'duplicate'> {
    return this.#exclusive(async () => {
      if (this.#stopped) throw new Error('The queue is closed.');
      if ((await this.db.get(SEEN + delivery)) !== undefined) return 'duplicate';
      const { policy } = this.options;
      const lane = this.#lanes.get(key) ?? {};
      const merged = lane.waiting === undefined ? job : policy.merge(lane.waiting.job, job);
      const next = { ...lane, waiting: fresh(merged) };
      await this.#write(key, next, [{ type: 'put', key: SEEN + delivery, value: String(this.#now()) }]);
      if (lane.running !== undefined && policy.stops(lane.running.job, job))
        this.#controllers.get(key)?.abort('superseded' satisfies StopReason);
      this.#pump();
      return 'accepted';
    });
  }

  cancel(key: string): Promise<void> {
    return this.#exclusive(async () => {
      const lane = this.#lanes.get(key);
      if (lane === undefined) return;
      this.#controllers.get(key)?.abort('canceled' satisfies StopReason);
      if (lane.waiting !== undefined)
        await this.#write(key, lane.running === undefined ? {} : { running: lane.running });
      this.#settle();
    });
  }

  start(worker: Worker<J>): void {
    this.#worker = worker;
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS);
    this.#sweeper.unref();
    this.#pump();
  }

  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearInterval(this.#sweeper);
    for (const controller of this.#controllers.values()) controller.abort('shutdown' satisfies StopReason);
    await Promise.race([Promise.all(this.#attempts), new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
    await this.#exclusive(() => this.db.close());
  }

  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.#settle();
    });
  }

  status(): { readonly waiting: number; readonly running: number } {
    const lanes = [...this.#lanes.values()];
    return {
      waiting: lanes.filter((lane) => lane.waiting !== undefined).length,
      running: lanes.filter((lane) => lane.running !== undefined).length,
    };
  }

  #now(): number {
    return (this.options.now ?? Date.now)();
  }

  async #recover(): Promise<void> {
    for await (const [name, value] of this.db.iterator({ gt: LANE, lt: `${LANE}\uffff` })) {
      const key = name.slice(LANE.length);
      const lane: Lane<J> = JSON.parse(value);
      this.#lanes.set(key, lane);
      if (lane.running === undefined) continue;
      const { waiting, running } = lane;
      const again = { ...running, crashes: running.crashes + 1, notBefore: 0 };
      // What waited was merged from newer events; it takes the place of what died, which may have been at fault.
      const job = waiting === undefined ? running.job : this.options.policy.merge(running.job, waiting.job);
      await this.#write(key, { waiting: { ...again, job } });
    }
    await this.#sweep();
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (this.#worker === undefined || this.#stopped) return;
    const now = this.#now();
    let next = Number.POSITIVE_INFINITY;
    for (const [key, lane] of this.#lanes) {
      if (lane.waiting === undefined || lane.running !== undefined || this.#controllers.has(key)) continue;
      if (lane.waiting.notBefore > now) next = Math.min(next, lane.waiting.notBefore);
      else if (this.#controllers.size < this.options.concurrency) this.#begin(key, this.#worker);
    }
    if (next !== Number.POSITIVE_INFINITY) this.#timer = setTimeout(() => this.#pump(), Math.max(1, next - now));
    this.#settle();
  }

  #begin(key: string, worker: Worker<J>): void {
    const controller = new AbortController();
    this.#controllers.set(key, controller);
    const attempt = this.#attempt(key, worker, controller)
      .catch((error: unknown) => this.options.onError?.(error, key))
      .finally(() => {
        this.#attempts.delete(attempt);
        this.#controllers.delete(key);
        this.#pump();
      });
    this.#attempts.add(attempt);
  }

  async #attempt(key: string, worker: Worker<J>, controller: AbortController): Promise<void> {
    const entry = await this.#exclusive(async () => {
      const waiting = this.#lanes.get(key)?.waiting;
      if (waiting === undefined || this.#stopped) return undefined;
      const running = { ...waiting, attempts: waiting.attempts + 1 };
      await this.#write(key, { running });
      return running;
    });
    if (entry === undefined) return;
    const maxFailures = this.options.maxFailures ?? 8;
    const attempt: Attempt<J> = {
      key,
      job: entry.job,
      number: entry.attempts,
      crashes: entry.crashes,
      final: entry.failures + 1 >= maxFailures,
      signal: controller.signal,
    };
    let outcome: Outcome;
    try {
      outcome = await worker(attempt);
    } catch (error) {
      if (!controller.signal.aborted) this.options.onError?.(error, key);
      outcome = { kind: 'retry' };
    }
    await this.#exclusive(() => this.#end(key, entry, outcome, controller.signal, attempt.final));
  }

  async #end(key: string, entry: Entry<J>, outcome: Outcome, signal: AbortSignal, final: boolean): Promise<void> {
    const { waiting } = this.#lanes.get(key) ?? {};
    const reason = signal.aborted ? (signal.reason as StopReason) : undefined;
    if (outcome.kind === 'done' || reason === 'canceled') return this.#write(key, keep(waiting));
    if (reason === 'shutdown')
      return this.#write(key, { waiting: waiting ?? { ...entry, attempts: entry.attempts - 1 } });
    if (waiting !== undefined) {
      const job = this.options.policy.merge(entry.job, waiting.job);
      return this.#write(key, { waiting: { ...waiting, job } });
    }
    if (outcome.kind === 'wait')
      return this.#write(key, { waiting: { ...entry, notBefore: this.#now() + outcome.seconds * 1000 } });
    if (final) return this.#write(key, {});
    const failures = entry.failures + 1;
    const seconds = outcome.retryAfter ?? (this.options.backOff ?? doubling)(failures);
    return this.#write(key, { waiting: { ...entry, failures, notBefore: this.#now() + seconds * 1000 } });
  }

  /** Writes a lane, synced, then takes it over in memory; an empty one is removed. */
  async #write(key: string, lane: Lane<J>, more: readonly Put[] = []): Promise<void> {
    const empty = lane.waiting === undefined && lane.running === undefined;
    this.options.onWrite?.('before');
    await this.db.batch(
      [
        ...more,
        empty
          ? { type: 'del' as const, key: LANE + key }
          : { type: 'put' as const, key: LANE + key, value: JSON.stringify(lane) },
      ],
      { sync: true },
    );
    this.options.onWrite?.('after');
    if (empty) this.#lanes.delete(key);
    else this.#lanes.set(key, lane);
  }

  /** Forgets deliveries that cannot come again. */
  async #sweep(): Promise<void> {
    try {
      const limit = this.#now() - SEEN_MS;
      const old: { readonly type: 'del'; readonly key: string }[] = [];
      for await (const [key, value] of this.db.iterator({ gt: SEEN, lt: `${SEEN}\uffff` }))
        if (Number(value) < limit) old.push({ type: 'del', key });
      if (old.length > 0) await this.db.batch(old);
    } catch (error) {
      if (!this.#stopped) this.options.onError?.(error, 'sweep');
    }
  }

  #settle(): void {
    if (this.#lanes.size > 0 || this.#controllers.size > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** One change of the store after the other. */
  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => {});
    return result;
  }
}

interface Put {
  readonly type: 'put';
  readonly key: string;
  readonly value: string;
}

function fresh<J>(job: J): Entry<J> {
  return { job, attempts: 0, crashes: 0, failures: 0, notBefore: 0 };
}

function keep<J>(waiting: Entry<J> | undefined): Lane<J> {
  return waiting === undefined ? {} : { waiting };
}
