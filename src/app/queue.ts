/** A job on its way into the queue. */
export interface Ticket<J> {
  /** What the job is about: at most one job of a key runs at a time, and at most one waits. */
  readonly key: string;
  readonly job: J;
  /** Id of the webhook delivery: the same one twice is one job. */
  readonly delivery: string;
}

/** One attempt at a job. */
export interface Attempt<J> {
  readonly key: string;
  readonly job: J;
  /** From 1; counted durably before the attempt starts. */
  readonly number: number;
  /** How many attempts at this job ended with the death of the whole process. */
  readonly crashes: number;
  /** Whether a failure of this attempt is the last: the queue gives the job up afterwards. */
  readonly final: boolean;
  /** Aborted with a `StopReason` when a newer job takes its place, the job is canceled, or the process shuts down. */
  readonly signal: AbortSignal;
}

export type StopReason = 'superseded' | 'canceled' | 'shutdown';

/**
 * What became of an attempt. `retry`: it failed; `retryAfter` in seconds, without it the queue's own back-off counts.
 * `wait`: it has to wait for another job, which is no failure.
 */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly retryAfter?: number }
  | { readonly kind: 'wait'; readonly seconds: number };

export type Worker<J> = (attempt: Attempt<J>) => Promise<Outcome>;

/** How jobs of one key relate. */
export interface QueuePolicy<J> {
  /** The job that waits when a newer one arrives for the same key. */
  merge(waiting: J, next: J): J;
  /** Whether a running job is of no use any more once this one waits. */
  stops(running: J, next: J): boolean;
}

/** Durable jobs: what `add` accepted is finished, also over a crash of the process. */
export interface Queue<J> {
  /** Resolves once the job is on disk. `duplicate`: this delivery was accepted before. */
  add(ticket: Ticket<J>): Promise<'accepted' | 'duplicate'>;
  /** Drops what waits for a key and stops what runs. */
  cancel(key: string): Promise<void>;
  start(worker: Worker<J>): void;
  /** Takes no more work, stops what runs without counting it, and closes the store. */
  stop(): Promise<void>;
  /** Resolves when nothing waits or runs; for tests and the demonstration. */
  idle(): Promise<void>;
  status(): { readonly waiting: number; readonly running: number };
}
