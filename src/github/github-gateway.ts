import { BlobCache, BlobReader } from '#github/blobs';
import { CheckRuns } from '#github/checks';
import { Client, type GitHubClient, type Timing } from '#github/client';
import {
  type Author,
  acceptanceMarker,
  type Identity,
  loginOf,
  type Markers,
  readConversation,
} from '#github/conversation';
import { readChanges } from '#github/diff';
import { GitHubError, isFailure } from '#github/errors';
import type {
  Changes,
  CommentRef,
  ConfigurationFile,
  Conversation,
  Gateway,
  Opening,
  Published,
  PullRequest,
  Reaction,
  RepositoryName,
  Role,
  RunHandle,
  RunKey,
} from '#github/gateway';
import { ensureReview, resolveThread, updateComment } from '#github/reviews';
import { RepositorySnapshot } from '#github/snapshot';
import type { Annotation, CheckRun, Review, ReviewComment } from '#review/review';
import type { Snapshot } from '#source/snapshot';

/** What outlives one job: blobs by id, and what an installation was found not to be allowed. */
export class GatewayMemory {
  readonly blobs = new BlobCache();
  /** Until when (milliseconds since the epoch) resolving threads is not tried again, by owner. */
  readonly #cannotResolve = new Map<string, number>();

  mayResolve(owner: string, now: number): boolean {
    return (this.#cannotResolve.get(owner) ?? 0) <= now;
  }

  /** Remembers a refusal for a day: permissions may be granted later. */
  refuseResolve(owner: string, now: number): void {
    this.#cannotResolve.set(owner, now + 24 * 60 * 60 * 1000);
  }
}

export interface GatewayOptions {
  /** Authenticated for the installation (App) or the person (command line); without automatic retries of its own. */
  readonly octokit: GitHubClient;
  readonly identity: Identity;
  readonly markers: Markers;
  readonly timing: Timing;
  readonly memory: GatewayMemory;
  /** Signs acceptances; without it none count. */
  readonly acceptanceKey?: string;
  readonly signal?: AbortSignal;
}

interface PullNode {
  readonly number: number;
  readonly state: string;
  readonly isDraft: boolean;
  readonly author: Author | null;
  readonly headRefOid: string;
  readonly baseRefName: string;
  readonly baseRefOid: string;
  readonly isCrossRepository: boolean;
  readonly changedFiles: number;
}

interface TextNode {
  readonly text?: string | null;
  readonly isTruncated?: boolean;
}

/** The gateway over an authenticated Octokit. */
export class GitHubGateway implements Gateway {
  readonly #client: Client;
  readonly #options: GatewayOptions;
  readonly #runs: CheckRuns;
  readonly #readers = new Map<string, BlobReader>();

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#client = new Client(options.octokit, options.timing, options.signal);
    this.#runs = new CheckRuns(this.#client, options.identity.appId);
  }

  async open(
    repository: RepositoryName,
    number: number,
    baseRef: string | undefined,
    paths: readonly string[],
  ): Promise<Opening> {
    const document = openingDocument(paths);
    const { owner, repo } = repository;
    const expressions = Object.fromEntries(
      paths.flatMap((path, index) => [
        [`own${index}`, `refs/heads/${baseRef ?? ''}:${path}`],
        [`org${index}`, `HEAD:${path}`],
      ]),
    );
    const data = await this.#client.query<{
      repository: ({ readonly pullRequest: PullNode | null } & Record<string, unknown>) | null;
      organization: Record<string, unknown> | null;
    }>(
      document,
      { owner, repo, number, ...expressions },
      // An organization without a `.github` repository, or one that we are not installed on, has no configuration for us.
      ({ path, type }) => path[0] === 'organization' && (type === 'NOT_FOUND' || type === 'FORBIDDEN'),
    );
    const node = data.repository?.pullRequest;
    if (node == null) throw new GitHubError('not-found', `${owner}/${repo}#${number} does not exist for us.`, 404);
    // The base branch was another than the event said: the files read are those of the wrong branch.
    if (node.baseRefName !== baseRef) return this.open(repository, number, node.baseRefName, paths);
    return {
      pull: toPull(repository, node),
      configuration: [
        ...toFiles('repository', data.repository, 'own', paths),
        ...toFiles('organization', data.organization, 'org', paths),
      ],
    };
  }

  async pullsWithHead(repository: RepositoryName, headSha: string): Promise<readonly number[]> {
    // `commits/{sha}/pulls` may say nothing of forks (tektoncd/pipelines-as-code#2655): the open ones are listed.
    const found: number[] = [];
    for (let page = 1; page <= 10; page += 1) {
      const { data } = await this.#client.read((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/pulls', {
          ...name(repository),
          state: 'open',
          sort: 'updated',
          direction: 'desc',
          per_page: 100,
          page,
        }),
      );
      found.push(...data.filter(({ head }) => head.sha === headSha).map((pull) => pull.number));
      if (data.length < 100) break;
    }
    return found;
  }

  changes(pull: PullRequest): Promise<Changes> {
    return readChanges(this.#client, pull);
  }

  snapshot(repository: RepositoryName, commit: string): RepositorySnapshot {
    return new RepositorySnapshot(this.#client, name(repository), commit, this.#reader(repository));
  }

  async prefetch(wanted: readonly { readonly snapshot: Snapshot; readonly paths: readonly string[] }[]): Promise<void> {
    const byReader = new Map<BlobReader, Promise<readonly { id: string; size: number }[]>[]>();
    for (const { snapshot, paths } of wanted) {
      if (!(snapshot instanceof RepositorySnapshot)) continue;
      byReader.set(snapshot.blobs, [...(byReader.get(snapshot.blobs) ?? []), snapshot.refs(paths)]);
    }
    for (const [reader, refs] of byReader) await reader.read((await Promise.all(refs)).flat());
  }

  conversation(pull: PullRequest): Promise<Conversation> {
    const { identity, markers, acceptanceKey } = this.#options;
    return readConversation(this.#client, pull, identity, markers, acceptanceKey);
  }

  async ensureAcceptance(pull: PullRequest, fingerprints: readonly string[], by: string): Promise<void> {
    const key = this.#options.acceptanceKey;
    if (key === undefined) throw new Error('Acceptances need a key to be signed with.');
    const { acceptances } = await this.conversation(pull);
    const known = new Set(acceptances.map(({ fingerprint }) => fingerprint));
    const missing = fingerprints.filter((fingerprint) => !known.has(fingerprint));
    if (missing.length === 0) return;
    const count = missing.length === 1 ? 'one new suppression' : `${missing.length} new suppressions`;
    const body = `@${by} accepted ${count} of this pull request. They no longer hold back the check.\n\n${acceptanceMarker(pull, { by, fingerprints: missing }, key)}`;
    // Not repeated here: a failure goes to the queue, whose next attempt begins with the listing above.
    await this.#client.write((octokit) =>
      octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...name(pull),
        issue_number: pull.number,
        body,
      }),
    );
  }

  findRun(repository: RepositoryName, headSha: string, key: RunKey): Promise<RunHandle | undefined> {
    return this.#runs.find(repository, headSha, key);
  }

  ensureStarted(repository: RepositoryName, headSha: string, key: RunKey, again: boolean): Promise<RunHandle> {
    return this.#runs.start(repository, headSha, key, again);
  }

  ensureCanceled(run: RunHandle, reason: string): Promise<void> {
    return this.#runs.cancel(run, reason);
  }

  ensureCompleted(run: RunHandle, checkRun: CheckRun): Promise<void> {
    return this.#runs.complete(run, checkRun);
  }

  async publish(pull: PullRequest, run: RunHandle | undefined, review: Review, seen: Conversation): Promise<Published> {
    const degraded: string[] = [];
    if (seen.headSha !== review.commit) return { outcome: 'stale', degraded };
    for (const { thread, body } of review.updates)
      if (thread.body !== body) await updateComment(this.#client, pull, thread.commentId, body);
    const posted = await ensureReview(this.#client, pull, review, () => this.conversation(pull));
    if (posted.outcome === 'stale') return { outcome: 'stale', degraded };
    if (posted.refused.length > 0)
      degraded.push(`GitHub refused ${posted.refused.length} comments on their lines; they are annotations instead.`);
    if (!(await this.#resolve(pull, review)))
      degraded.push(
        'Conversations about fixed findings stay open: to resolve them, the App needs the permission Contents: write.',
      );
    const annotations = [...review.checkRun.annotations, ...posted.refused.map(toAnnotation)];
    if (run) await this.#runs.complete(run, { ...review.checkRun, annotations });
    return { outcome: 'published', degraded };
  }

  async role(repository: RepositoryName, login: string): Promise<Role> {
    try {
      const { data } = await this.#client.read((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
          ...name(repository),
          username: login,
        }),
      );
      // `permission` collapses maintain to write and triage to read; `role_name` may be an organization's own name.
      return asRole(data.role_name) ?? asRole(data.permission) ?? 'none';
    } catch (error) {
      if (isFailure(error, 'not-found')) return 'none';
      throw error;
    }
  }

  async react(comment: CommentRef, reaction: Reaction): Promise<void> {
    const parameters = { ...name(comment), comment_id: comment.id, content: reaction };
    // GitHub answers 200 when the reaction is there already, so that repeating it is harmless.
    await this.#client.read((octokit) =>
      comment.kind === 'issue'
        ? octokit.request('POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', parameters)
        : octokit.request('POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions', parameters),
    );
  }

  async ensureReply(number: number, comment: CommentRef, body: string): Promise<void> {
    const marker = `<!-- leastwise:reply ${comment.kind} ${comment.id} -->`;
    if (await this.#hasReply(number, comment, marker)) return;
    const text = `${body}\n\n${marker}`;
    await this.#client.write(
      async (octokit): Promise<unknown> =>
        comment.kind === 'issue'
          ? octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
              ...name(comment),
              issue_number: number,
              body: text,
            })
          : // The replies endpoint is not for Apps; `in_reply_to` is (OAS `enabledForGitHubApps`).
            octokit.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
              ...name(comment),
              pull_number: number,
              body: text,
              in_reply_to: comment.id,
              // With in_reply_to "all parameters other than body are ignored"; the description requires them all the same.
              commit_id: '',
              path: '',
            }),
    );
  }

  async #hasReply(number: number, comment: CommentRef, marker: string): Promise<boolean> {
    const { login } = this.#options.identity;
    for (let page = 1; page <= 10; page += 1) {
      const paging = { ...name(comment), since: comment.createdAt, per_page: 100, page };
      const found = await this.#client.read(
        async (octokit): Promise<readonly { body?: string | undefined; user: { login: string } | null }[]> =>
          comment.kind === 'issue'
            ? (
                await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                  ...paging,
                  issue_number: number,
                })
              ).data
            : (
                await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', {
                  ...paging,
                  pull_number: number,
                })
              ).data,
      );
      const ours = found.filter(({ user }) => user?.login.toLowerCase() === login.toLowerCase());
      if (ours.some(({ body }) => body?.includes(marker) === true)) return true;
      if (found.length < 100) return false;
    }
    return false;
  }

  /** False when the App is not allowed to; then nothing is tried again for a day. */
  async #resolve(pull: PullRequest, review: Review): Promise<boolean> {
    const { memory, timing } = this.#options;
    const open = review.resolves.filter((thread) => !thread.isResolved);
    if (open.length === 0) return true;
    if (!memory.mayResolve(pull.owner, timing.now())) return false;
    for (const thread of open)
      if (!(await resolveThread(this.#client, thread))) {
        memory.refuseResolve(pull.owner, timing.now());
        return false;
      }
    return true;
  }

  #reader(repository: RepositoryName): BlobReader {
    const key = `${repository.owner}/${repository.repo}`;
    const known = this.#readers.get(key);
    if (known !== undefined) return known;
    const reader = new BlobReader(this.#client, name(repository), this.#options.memory.blobs);
    this.#readers.set(key, reader);
    return reader;
  }
}

function name({ owner, repo }: RepositoryName): RepositoryName {
  return { owner, repo };
}

function openingDocument(paths: readonly string[]): string {
  const variables = paths.map((_, index) => `$own${index}: String!, $org${index}: String!`).join(', ');
  const field = (prefix: string) =>
    paths.map((_, index) => `${prefix}${index}: object(expression: $${prefix}${index}) { ...content }`).join('\n    ');
  return `query ($owner: String!, $repo: String!, $number: Int!${paths.length === 0 ? '' : `, ${variables}`}) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      number state isDraft headRefOid baseRefName baseRefOid isCrossRepository changedFiles
      author { __typename login }
    }
    ${field('own')}
  }${
    paths.length === 0
      ? ''
      : `
  organization: repository(owner: $owner, name: ".github") {
    ${field('org')}
  }`
  }
}${paths.length === 0 ? '' : '\nfragment content on Blob { text isTruncated }'}`;
}

function toFiles(
  from: ConfigurationFile['from'],
  answer: Record<string, unknown> | null,
  prefix: string,
  paths: readonly string[],
): ConfigurationFile[] {
  return paths.flatMap((path, index) => {
    const node = answer?.[`${prefix}${index}`] as TextNode | null | undefined;
    if (node == null) return [];
    return [{ from, path, text: node.isTruncated === true ? undefined : (node.text ?? undefined) }];
  });
}

function toPull({ owner, repo }: RepositoryName, node: PullNode): PullRequest {
  return {
    owner,
    repo,
    number: node.number,
    state: node.state === 'OPEN' ? 'open' : 'closed',
    draft: node.isDraft,
    author: node.author === null ? 'ghost' : loginOf(node.author),
    headSha: node.headRefOid,
    baseRef: node.baseRefName,
    baseSha: node.baseRefOid,
    fork: node.isCrossRepository,
    changedFiles: node.changedFiles,
  };
}

function asRole(value: string | undefined): Role | undefined {
  const roles: readonly string[] = ['admin', 'maintain', 'write', 'triage', 'read', 'none'];
  return value !== undefined && roles.includes(value) ? (value as Role) : undefined;
}

/** A comment that GitHub refused, as an annotation: nothing is lost. */
function toAnnotation(comment: ReviewComment): Annotation {
  return {
    path: comment.path,
    startLine: comment.startLine ?? comment.line,
    endLine: comment.line,
    level: 'warning',
    title: 'Comment that GitHub refused on its line',
    message: comment.body.replace(/<!--[^>]{0,60000}-->/g, '').slice(0, 16_000),
  };
}
