import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LevelQueue, type LevelQueueOptions } from '#app/level-queue';
import type { Attempt, Outcome } from '#app/queue';

interface Job {
  readonly head: number;
  readonly forced?: boolean;
}

let path: string;
let open: LevelQueue<Job>[];

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'leastwise-queue-'));
  open = [];
});

afterEach(async () => {
  for (const queue of open) await queue.stop();
  rmSync(path, { recursive: true, force: true });
});

async function make(options: Partial<LevelQueueOptions<Job>> = {}): Promise<LevelQueue<Job>> {
  const queue = await LevelQueue.open<Job>({
    path,
    concurrency: 2,
    backOff: () => 0,
    policy: {
      merge: (waiting, next) => ({
        head: Math.max(waiting.head, next.head),
        forced: Boolean(waiting.forced || next.forced),
      }),
      stops: (running, next) => running.head !== next.head,
    },
    ...options,
  });
  open.push(queue);
  return queue;
}

const done: Outcome = { kind: 'done' };

/** A worker whose attempts wait until they are let go. */
function gate() {
  const attempts: Attempt<Job>[] = [];
  const releases: ((outcome: Outcome) => void)[] = [];
  const arrivals: (() => void)[] = [];
  return {
    attempts,
    worker: (attempt: Attempt<Job>) => {
      attempts.push(attempt);
      for (const arrival of arrivals.splice(0)) arrival();
      return new Promise<Outcome>((resolve) => releases.push(resolve));
    },
    async arrived(count: number) {
      while (attempts.length < count) await new Promise<void>((resolve) => arrivals.push(resolve));
    },
    release: (index: number, outcome = done) => releases[index]?.(outcome),
  };
}

describe('the queue', () => {
  it('takes a delivery once, also when it comes twice at the same time', async () => {
    const queue = await make();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => queue.add({ key: 'a', job: { head: 1 }, delivery: 'one' })),
    );
    expect(answers.sort()).toEqual(['accepted', 'duplicate', 'duplicate', 'duplicate', 'duplicate']);
    const heads: number[] = [];
    queue.start(async ({ job }) => {
      heads.push(job.head);
      return done;
    });
    await queue.idle();
    expect(heads).toEqual([1]);
    expect(await queue.add({ key: 'a', job: { head: 1 }, delivery: 'one' })).toBe('duplicate');
  });

  it('lets the newest waiting job stand, with what was asked of the older', async () => {
    const queue = await make();
    await queue.add({ key: 'a', job: { head: 1, forced: true }, delivery: 'one' });
    await queue.add({ key: 'a', job: { head: 2 }, delivery: 'two' });
    const jobs: Job[] = [];
    queue.start(async ({ job }) => {
      jobs.push(job);
      return done;
    });
    await queue.idle();
    expect(jobs).toEqual([{ head: 2, forced: true }]);
  });

  it('runs one job of a key at a time, and stops the one that a newer head made useless', async () => {
    const queue = await make();
    const { attempts, worker, arrived, release } = gate();
    queue.start(worker);
    await queue.add({ key: 'a', job: { head: 1 }, delivery: 'one' });
    await arrived(1);
    await queue.add({ key: 'a', job: { head: 2 }, delivery: 'two' });
    expect(attempts[0]?.signal.reason).toBe('superseded');
    expect(attempts).toHaveLength(1);
    release(0, { kind: 'retry' });
    await arrived(2);
    expect(attempts[1]?.job.head).toBe(2);
    release(1);
    await queue.idle();
  });

  it('runs keys side by side up to its concurrency', async () => {
    const queue = await make({ concurrency: 2 });
    const { attempts, worker, arrived, release } = gate();
    queue.start(worker);
    for (const key of ['a', 'b', 'c']) await queue.add({ key, job: { head: 1 }, delivery: key });
    await arrived(2);
    expect(queue.status()).toEqual({ waiting: 1, running: 2 });
    release(0);
    await arrived(3);
    release(1);
    release(2);
    await queue.idle();
    expect(attempts.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c']);
  });

  it('waits as long as it is told before it tries again, and says which attempt is the last', async () => {
    const queue = await make({ maxFailures: 3 });
    const seen: { number: number; final: boolean; at: number }[] = [];
    queue.start(async ({ number, final }) => {
      seen.push({ number, final, at: Date.now() });
      return { kind: 'retry', retryAfter: 0.02 };
    });
    await queue.add({ key: 'a', job: { head: 1 }, delivery: 'one' });
    await queue.idle();
    const [first, second] = seen;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(19);
    expect(seen.map(({ number, final }) => [number, final])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  it('finishes after a restart what waited, and counts shutting down as no attempt', async () => {
    const queue = await make();
    const { worker, arrived, attempts, release } = gate();
    queue.start(worker);
    await queue.add({ key: 'a', job: { head: 1 }, delivery: 'one' });
    await arrived(1);
    attempts[0]?.signal.addEventListener('abort', () => release(0, { kind: 'retry' }));
    await queue.stop();
    const again = await make();
    const seen: Attempt<Job>[] = [];
    again.start(async (attempt) => {
      seen.push(attempt);
      return done;
    });
    await again.idle();
    expect(seen.map(({ number, crashes }) => [number, crashes])).toEqual([[1, 0]]);
    expect(await again.add({ key: 'a', job: { head: 1 }, delivery: 'one' })).toBe('duplicate');
  });

  it('keeps a second process out with a plain sentence', async () => {
    await make();
    await expect(make()).rejects.toThrow(/is another process using it/);
  });

  it('forgets deliveries after four days', async () => {
    const day = 24 * 60 * 60 * 1000;
    const queue = await make({ now: () => 0 });
    await queue.add({ key: 'a', job: { head: 1 }, delivery: 'one' });
    await queue.stop();
    const later = await make({ now: () => 5 * day });
    expect(await later.add({ key: 'a', job: { head: 1 }, delivery: 'one' })).toBe('accepted');
  });

  it('drops a job that is canceled', async () => {
    const queue = await make();
    const { worker, arrived, attempts, release } = gate();
    queue.start(worker);
    await queue.add({ key: 'a', job: { head: 1 }, delivery: 'one' });
    await arrived(1);
    await queue.add({ key: 'a', job: { head: 1 }, delivery: 'two' });
    await queue.cancel('a');
    expect(attempts[0]?.signal.reason).toBe('canceled');
    release(0, { kind: 'retry' });
    await queue.idle();
    expect(attempts).toHaveLength(1);
  });
});
