import { Failure } from '#cli/failure';
import type { Change } from '#cli/review-command';
import { parsedConfig } from '#cli/scan-command';
import { GitHubError } from '#github/errors';
import type { Conversation, PullRequest } from '#github/gateway';
import { GatewayMemory, GitHubGateway } from '#github/github-gateway';
import { fingerprintsIn } from '#review/marker';
import type { Review } from '#review/review';
import { CONFIG_PATHS, DEFAULT_CONFIG } from '#scan/config';
import { SourceFile } from '#source/file';

/** What the surroundings of the command say about GitHub. */
export interface GitHubAccess {
  readonly token: string | undefined;
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string | undefined;
}

/** A pull request as it lies on GitHub, with the means to post on it. */
export interface RemoteChange extends Change {
  readonly conversation: Conversation;
  /** Posts comments under the token's name; a person's token cannot make check runs. Gives what could not be done. */
  post(review: Review): Promise<readonly string[]>;
}

const REFERENCE = /^(?:https:\/\/[^/\s]{1,200}\/)?([\w.-]{1,100})\/([\w.-]{1,100})(?:#|\/pull\/)(\d{1,9})$/;

/** Whether the words name a pull request, `OWNER/REPOSITORY#NUMBER` or its address, and not a range of commits. */
export function isPullRequest(text: string): boolean {
  return REFERENCE.test(text);
}

/** Reads a pull request through the API. Nothing is written. */
export async function remoteChange(reference: string, { token, apiUrl }: GitHubAccess): Promise<RemoteChange> {
  const [, owner = '', repo = '', number = ''] = REFERENCE.exec(reference) ?? [];
  if (!token)
    throw new Failure('Reading a pull request takes a token: set GITHUB_TOKEN (contents and pull requests: read).');
  const { Octokit } = await import('@octokit/rest');
  const octokit = new Octokit({ auth: token, ...(apiUrl && { baseUrl: apiUrl }) });
  try {
    const { viewer } = await octokit.graphql<{ readonly viewer: { readonly login: string } }>(
      'query { viewer { login } }',
    );
    const gateway = new GitHubGateway({
      octokit,
      identity: { appId: undefined, login: viewer.login },
      markers: { fingerprints: fingerprintsIn },
      timing: { now: Date.now, sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) },
      memory: new GatewayMemory(),
    });
    const repository = { owner, repo };
    const first = await gateway.open(repository, Number(number), undefined, CONFIG_PATHS);
    const { pull, configuration } = await gateway.open(repository, Number(number), first.pull.baseRef, CONFIG_PATHS);
    const [found] = configuration;
    const { mergeBase, diff } = await gateway.changes(pull);
    const conversation = await gateway.conversation(pull);
    return {
      head: gateway.snapshot(repository, pull.headSha),
      base: gateway.snapshot(repository, mergeBase),
      diff,
      config: found?.text === undefined ? DEFAULT_CONFIG : await parsedConfig(new SourceFile(found.path, found.text)),
      conversation,
      post: (review) => post(gateway, pull, review, conversation),
    };
  } catch (error) {
    throw asFailure(error, reference);
  }
}

async function post(
  gateway: GitHubGateway,
  pull: PullRequest,
  review: Review,
  conversation: Conversation,
): Promise<readonly string[]> {
  try {
    const { outcome, degraded } = await gateway.publish(pull, undefined, review, conversation);
    if (outcome === 'stale') throw new Failure('The pull request got new commits meanwhile. Run the review again.');
    return [...degraded, 'No check run was made: only an App can own one.'];
  } catch (error) {
    throw asFailure(error, `${pull.owner}/${pull.repo}#${pull.number}`);
  }
}

function asFailure(error: unknown, reference: string): unknown {
  if (error instanceof GitHubError) return new Failure(`${reference}: ${error.message}`);
  if (error instanceof Error && 'status' in error && typeof error.status === 'number') {
    return new Failure(`${reference}: GitHub answered ${error.status}. Check the token, its permissions and the name.`);
  }
  return error;
}
