import type { Octokit } from '@octokit/rest';
import { classify, GitHubError, isFailure } from '#github/errors';

/** The part of an authenticated Octokit that the gateway speaks through; both Probot's and the command line's have it. */
export type GitHubClient = Pick<Octokit, 'request' | 'graphql'>;

/** Clock and waiting, handed in so that tests do neither. */
export interface Timing {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** One error of a GraphQL answer that came with data. */
export interface PartialError {
  readonly type: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Waits between the tries of a read; creating requests are never repeated blindly. */
const READ_RETRIES = [500, 2000];

/** Sends requests one kind at a time: reads are repeated on 5xx, writes are not, and every error is a GitHubError. */
export class Client {
  constructor(
    readonly octokit: GitHubClient,
    readonly timing: Timing,
    readonly signal: AbortSignal | undefined = undefined,
  ) {}

  /** A request without effect; repeated twice on 5xx and network failures. */
  async read<T>(work: (octokit: GitHubClient) => Promise<T>): Promise<T> {
    for (const wait of READ_RETRIES) {
      try {
        return await this.write(work);
      } catch (error) {
        if (!isFailure(error, 'server')) throw error;
        await this.timing.sleep((error.retryAfter ?? 0) * 1000 || wait);
      }
    }
    return this.write(work);
  }

  /** A request with an effect, sent once: after a `server` failure nobody knows whether it took place. */
  async write<T>(work: (octokit: GitHubClient) => Promise<T>): Promise<T> {
    if (this.signal?.aborted) throw new GitHubError('stopped', 'The review was stopped.');
    try {
      return await work(this.octokit);
    } catch (error) {
      throw classify(error, this.timing.now());
    }
  }

  /** A GraphQL query; `tolerate` says which errors leave the rest of the data usable. */
  async query<T>(
    document: string,
    variables: Record<string, unknown>,
    tolerate: (error: PartialError) => boolean = () => false,
  ): Promise<T> {
    return this.read(async (octokit) => {
      try {
        return await octokit.graphql<T>(document, variables);
      } catch (error) {
        const partial = partialData<T>(error, tolerate);
        if (partial !== undefined) return partial;
        throw error;
      }
    });
  }

  /** A GraphQL mutation, sent once. */
  async mutate<T>(document: string, variables: Record<string, unknown>): Promise<T> {
    return this.write((octokit) => octokit.graphql<T>(document, variables));
  }
}

function partialData<T>(error: unknown, tolerate: (error: PartialError) => boolean): T | undefined {
  if (!(error instanceof Error) || error.name !== 'GraphqlResponseError') return undefined;
  const { data, errors } = error as Error & { data?: T | null; errors?: readonly Partial<PartialError>[] };
  if (data === undefined || data === null || errors === undefined) return undefined;
  const usable = errors.every((one) =>
    tolerate({ type: one.type ?? '', path: one.path ?? [], message: one.message ?? '' }),
  );
  return usable ? data : undefined;
}
