import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Answer, ReadAnswer, ToChild } from '#app/review-messages';
import { type Reviewed, type Reviewer, ReviewerError, type ReviewMaterial, type ReviewSources } from '#app/reviewer';
import type { Snapshot } from '#source/snapshot';

export interface ReviewLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Requests for files that one review may make; an ordinary one makes a handful. */
const MAX_REQUESTS = 2000;
const MAX_PATHS = 20_000;
/** Of what the child writes to stderr, this much is looked at to tell why it died. */
const STDERR_BYTES = 8192;

const thread = z.object({
  id: z.string().max(200),
  commentId: z.number().int(),
  fingerprints: z.array(z.string().max(1000)).max(2000),
  path: z.string().max(4096),
  side: z.enum(['LEFT', 'RIGHT']),
  line: z.number().int().optional(),
  isResolved: z.boolean(),
  isOutdated: z.boolean(),
  hasReplies: z.boolean(),
  body: z.string().max(70_000),
});

const reviewed = z.object({
  pending: z.array(z.string().max(1000)).max(5000),
  review: z.object({
    commit: z.string().regex(/^[0-9a-f]{40,64}$/),
    body: z.string().max(65_536),
    comments: z
      .array(
        z.object({
          path: z.string().max(4096),
          side: z.enum(['LEFT', 'RIGHT']),
          startLine: z.number().int().positive().optional(),
          line: z.number().int().positive(),
          body: z.string().max(65_536),
          fingerprints: z.array(z.string().max(1000)).max(2000),
        }),
      )
      .max(30),
    updates: z.array(z.object({ thread, body: z.string().max(65_536) })).max(5000),
    resolves: z.array(thread).max(5000),
    checkRun: z.object({
      conclusion: z.enum(['success', 'failure']),
      title: z.string().max(1000),
      summary: z.string().max(65_535),
      text: z.string().max(65_535).optional(),
      annotations: z
        .array(
          z.object({
            path: z.string().max(4096),
            startLine: z.number().int().positive(),
            endLine: z.number().int().positive(),
            startColumn: z.number().int().positive().optional(),
            endColumn: z.number().int().positive().optional(),
            level: z.enum(['notice', 'warning', 'failure']),
            title: z.string().max(255),
            message: z.string().max(65_536),
          }),
        )
        .max(10_000),
    }),
  }),
});

const side = z.enum(['head', 'base']);
const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), id: z.number().int(), side }),
  z.object({
    kind: z.literal('read'),
    id: z.number().int(),
    side,
    paths: z.array(z.string().max(4096)).max(MAX_PATHS),
  }),
  z.object({ kind: z.literal('conversation'), id: z.number().int() }),
  z.object({ kind: z.literal('done'), reviewed: z.unknown() }),
  z.object({ kind: z.literal('failed'), message: z.string().max(10_000) }),
]);

/**
 * A reviewer that parses in a process of its own: capped in memory and time, without any credential in its environment. Files
 * come to it through this process, and only a review leaves it.
 * @param entry the child's module; by default ours
 */
export function reviewerInChild(limits: ReviewLimits, entry: URL = ownEntry()): Reviewer {
  return (material, sources, signal) => new ReviewProcess(limits, entry).run(material, sources, signal);
}

function ownEntry(): URL {
  // From source it is TypeScript, in `dist` JavaScript.
  return new URL(import.meta.url.endsWith('.ts') ? './review-child.ts' : './review-child.js', import.meta.url);
}

function start(limits: ReviewLimits, entry: URL): ChildProcess {
  const fromSource = entry.pathname.endsWith('.ts');
  const loader = fromSource
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href, '--conditions=source']
    : [];
  return fork(fileURLToPath(entry), [], {
    execArgv: [...loader, `--max-old-space-size=${limits.megabytes}`],
    // Nothing of our environment: no key, no secret, no token.
    env: { PATH: process.env.PATH ?? '', TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

class ReviewProcess {
  #requests = 0;

  constructor(
    readonly limits: ReviewLimits,
    readonly entry: URL,
  ) {}

  run(material: ReviewMaterial, sources: ReviewSources, signal: AbortSignal): Promise<Reviewed> {
    return new Promise((resolve, reject) => {
      const child = start(this.limits, this.entry);
      let said = '';
      let ended = false;
      const end = (settle: () => void) => {
        if (ended) return;
        ended = true;
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        child.kill('SIGKILL');
        settle();
      };
      const fail = (error: unknown) => end(() => reject(error));
      const abort = () => fail(new ReviewerError('failed', 'The review was stopped.'));
      const timer = setTimeout(
        () => fail(new ReviewerError('time', `Reading the files took more than ${this.limits.seconds} seconds.`)),
        this.limits.seconds * 1000,
      );
      signal.addEventListener('abort', abort);
      child.stderr?.on('data', (data: Buffer) => {
        said = (said + data.toString('latin1')).slice(-STDERR_BYTES);
      });
      child.on('error', () =>
        fail(new ReviewerError('died', 'The process that reads the files could not be started.')),
      );
      child.on('exit', (code, killed) => fail(this.#death(said, code, killed)));
      child.on('message', (raw) => {
        this.#receive(raw, child, sources, material)
          .then((result) => {
            if (result !== undefined) end(() => resolve(result));
          })
          .catch(fail);
      });
      if (signal.aborted) abort();
      else send(child, { kind: 'start', material });
    });
  }

  async #receive(
    raw: unknown,
    child: ChildProcess,
    sources: ReviewSources,
    material: ReviewMaterial,
  ): Promise<Reviewed | undefined> {
    const parsed = message.safeParse(raw);
    if (!parsed.success)
      throw new ReviewerError('failed', 'The process that reads the files said something unexpected.');
    const said = parsed.data;
    if (said.kind === 'failed') throw new ReviewerError('failed', said.message);
    if (said.kind === 'done') return checked(said.reviewed, material);
    this.#requests += 1;
    if (this.#requests > MAX_REQUESTS) throw new ReviewerError('failed', 'The review asked for too many files.');
    send(child, { kind: 'answer', id: said.id, value: await answer(said, sources) });
    return undefined;
  }

  #death(said: string, code: number | null, killed: NodeJS.Signals | null): ReviewerError {
    if (/heap out of memory|Reached heap limit|allocation failed/i.test(said))
      return new ReviewerError('memory', `Reading the files took more than ${this.limits.megabytes} MB of memory.`);
    const how = killed === null ? `with code ${code}` : `by ${killed}`;
    return new ReviewerError('died', `The process that reads the files ended ${how}.`);
  }
}

async function answer(
  said: Exclude<z.infer<typeof message>, { kind: 'done' | 'failed' }>,
  sources: ReviewSources,
): Promise<Answer> {
  if (said.kind === 'conversation') return sources.conversation();
  const snapshot = said.side === 'head' ? sources.head : sources.base;
  return said.kind === 'list' ? snapshot.list() : read(snapshot, said.paths);
}

async function read(snapshot: Snapshot, paths: readonly string[]): Promise<ReadAnswer> {
  return [...(await snapshot.read(paths))].map(([path, entry]) =>
    'text' in entry
      ? ([path, { path: entry.path, text: entry.text, editable: entry.editable }] as const)
      : ([path, entry] as const),
  );
}

function send(child: ChildProcess, value: ToChild): void {
  // A child that has died is told of by its `exit`.
  if (child.connected) child.send(value, () => {});
}

function checked(value: unknown, material: ReviewMaterial): Reviewed {
  const parsed = reviewed.safeParse(value);
  if (!parsed.success || parsed.data.review.commit !== material.headSha) {
    const issue = parsed.error?.issues[0];
    const where = issue === undefined ? 'it is of another commit' : `${issue.path.join('.')}: ${issue.message}`;
    throw new ReviewerError('failed', `The review that was made cannot be published (${where}).`);
  }
  const { review, pending } = parsed.data;
  const { text, annotations, ...run } = review.checkRun;
  return {
    pending,
    review: {
      ...review,
      comments: review.comments.map((comment) => ({ ...comment, startLine: comment.startLine })),
      updates: review.updates.map((update) => ({ ...update, thread: { ...update.thread, line: update.thread.line } })),
      resolves: review.resolves.map((one) => ({ ...one, line: one.line })),
      checkRun: {
        ...run,
        text,
        annotations: annotations.map(({ startColumn, endColumn, ...rest }) => ({
          ...rest,
          ...(startColumn === undefined ? {} : { startColumn }),
          ...(endColumn === undefined ? {} : { endColumn }),
        })),
      },
    },
  };
}
