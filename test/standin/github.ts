/**
 * A stand-in for GitHub: stateful, strict, on localhost. It enforces what GitHub enforces (each rule says where it is from)
 * and holds every request, response and webhook against GitHub's own descriptions; breaches are in `violations`.
 */
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { Authority } from '#test/standin/auth';
import { requestAction, rerequestRun, rerequestSuite } from '#test/standin/checks';
import type { Violation } from '#test/standin/contract';
import { addComment, deleteIssueComment, editIssueComment } from '#test/standin/issues';
import { type MergeGroup, queuePull, unqueueGroup } from '#test/standin/merge-queue';
import { editPull, openPull, pushTo, setPullState } from '#test/standin/pulls';
import { accountJson, appJson, installationJson, repositoryJson } from '#test/standin/represent';
import { createComment, editComment, reply, setResolved } from '#test/standin/reviews';
import type { Json } from '#test/standin/route';
import { ApiServer, type LoggedRequest, type OnRequest, type RateLimit } from '#test/standin/server';
import {
  type Account,
  type App,
  type CheckRun,
  type CheckSuite,
  type Edits,
  fullName,
  type Installation,
  type IssueComment,
  nodeId,
  type Permissions,
  type Pull,
  type Repository,
  type ReviewComment,
  type Role,
  type Thread,
  World,
} from '#test/standin/state';
import { applySuggestion } from '#test/standin/suggestion';
import { Webhooks } from '#test/standin/webhooks';

/** What the stand-in is made with; everything has a default. */
export interface Options {
  /** The time that stands in objects; by default the machine's. Tokens and JWTs always go by the machine's. */
  readonly clock?: () => Date;
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  readonly appId?: number;
  readonly slug?: string;
  readonly permissions?: Permissions;
  readonly events?: readonly string[];
  /** PEM of the App's private key; by default one is made (which takes about 100 ms). */
  readonly privateKey?: string;
}

/** The permissions of the App's least manifest. */
export const leastPermissions: Permissions = {
  checks: 'write',
  contents: 'read',
  issues: 'write',
  merge_queues: 'read',
  pull_requests: 'write',
};

const subscribed = [
  'check_run',
  'check_suite',
  'issue_comment',
  'merge_group',
  'pull_request',
  'pull_request_review_comment',
];

export class GitHub {
  readonly world: World;
  readonly app: App;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly webhooks: Webhooks;
  readonly authority: Authority;
  /** Where octokit's `baseUrl` points; set by `start`. */
  url = '';
  readonly #server: ApiServer;

  constructor(options: Options = {}) {
    this.world = new World(options.clock ?? (() => new Date()));
    this.privateKey = options.privateKey ?? makeKey();
    this.webhookSecret = options.webhookSecret ?? 'a secret of the stand-in';
    const slug = options.slug ?? 'leastwise';
    this.app = {
      id: options.appId ?? 4242,
      slug,
      name: 'Leastwise',
      publicKey: createPublicKey(this.privateKey),
      webhookSecret: this.webhookSecret,
      bot: this.world.account(`${slug}[bot]`, 'Bot'),
      permissions: options.permissions ?? leastPermissions,
      events: options.events ?? subscribed,
    };
    this.world.app = this.app;
    this.authority = new Authority(this.world);
    this.#server = new ApiServer(this.world, this.authority, () => this.webhooks);
    this.webhooks = new Webhooks(this.world, this.violations);
    this.webhooks.url = options.webhookUrl;
    this.world.emit = (...event) => this.webhooks.emit(...event);
  }

  /** Every breach of GitHub's contract so far, of either side. Tests assert that it is empty. */
  get violations(): Violation[] {
    return this.#server.violations;
  }

  /** Every request so far, in order. */
  get requests(): LoggedRequest[] {
    return this.#server.log;
  }

  get rateLimit(): RateLimit {
    return this.#server.rateLimit;
  }

  /** Turns on the secondary limit: GitHub refuses more than 80 content-creating requests a minute. */
  set contentLimit(perMinute: number) {
    this.#server.contentLimit = perMinute;
  }

  set onRequest(hook: OnRequest | undefined) {
    this.#server.onRequest = hook;
  }

  /** Listens on 127.0.0.1 (port 0: any free one). */
  async start(port = 0): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
    this.url = await this.#server.listen(port);
    return { url: this.url, close: () => this.close() };
  }

  async close(): Promise<void> {
    await this.#server.close();
  }

  /** Waits until every webhook that was sent has been answered. */
  settled(): Promise<void> {
    return this.webhooks.settled();
  }

  /** An account by login, made on first use. */
  user(login: string): Account {
    return this.world.account(login);
  }

  organization(login: string): Account {
    return this.world.account(login, 'Organization');
  }

  /** A personal access token of a user. */
  token(login: string): string {
    return this.authority.userToken(this.user(login));
  }

  /** An installation token as the App would get, for tests that speak for it. */
  installationToken(repository: Repository, permissions?: Permissions): string {
    const installation = this.world.installationOf(repository);
    if (installation === undefined) throw new Error(`The App is not installed on ${fullName(repository)}.`);
    return this.authority.installationToken(installation, permissions).token;
  }

  /** Creates `owner/name` with one commit on `main`, and installs the App on it unless told not to. Sends no event. */
  repository(
    name: string,
    files: Edits,
    options: { private?: boolean; organization?: boolean; install?: boolean } = {},
  ): Repository {
    const [owner = '', short = ''] = name.split('/');
    const account = this.world.account(owner, (options.organization ?? true) ? 'Organization' : 'User');
    const repository = this.world.addRepository(account, short, options);
    repository.branches.set('main', this.world.commit(repository, [], files, 'Initial commit', this.user('octocat')));
    if (options.install ?? true) this.#installationFor(account).repositories.add(repository);
    return repository;
  }

  #installationFor(account: Account): Installation {
    const known = this.world.installations.find((installation) => installation.account === account);
    if (known !== undefined) return known;
    const installation = {
      id: this.world.nextId(),
      account,
      repositories: new Set<Repository>(),
      permissions: this.app.permissions,
      suspended: false,
    };
    this.world.installations.push(installation);
    return installation;
  }

  /** Installs the App on repositories of one owner, with the event: `installation.created`, or `added` on a later one. */
  install(repositories: readonly Repository[], by: Account): Installation {
    const [first] = repositories;
    if (first === undefined) throw new Error('An installation needs a repository.');
    const isNew = !this.world.installations.some(({ account }) => account === first.owner);
    const installation = this.#installationFor(first.owner);
    for (const repository of repositories) installation.repositories.add(repository);
    const names = repositories.map(repositoryJson);
    const said = { installation: installationJson(installation, this.app), sender: accountJson(by) };
    if (isNew) this.webhooks.send(this.app, 'installation', { action: 'created', ...said, repositories: names });
    else this.#sendRepositories('added', installation, names, [], by);
    return installation;
  }

  /** Takes repositories from the installation. */
  uninstall(repositories: readonly Repository[], by: Account): void {
    const installation = this.world.installations.find((candidate) =>
      repositories.some((one) => candidate.repositories.has(one)),
    );
    if (installation === undefined) return;
    for (const repository of repositories) installation.repositories.delete(repository);
    this.#sendRepositories('removed', installation, [], repositories.map(repositoryJson), by);
  }

  #sendRepositories(
    action: string,
    installation: Installation,
    added: readonly Json[],
    removed: readonly Json[],
    by: Account,
  ): void {
    this.webhooks.send(this.app, 'installation_repositories', {
      action,
      installation: installationJson(installation, this.app),
      repository_selection: 'selected',
      repositories_added: added,
      repositories_removed: removed,
      requester: null,
      sender: accountJson(by),
    });
  }

  /** Grants the App other permissions on an installation, as after an accepted change of its settings. */
  grant(installation: Installation, permissions: Permissions, by: Account): void {
    installation.permissions = permissions;
    const payload = {
      action: 'new_permissions_accepted',
      installation: installationJson(installation, this.app),
      sender: accountJson(by),
    };
    this.webhooks.send(this.app, 'installation', payload);
  }

  /** Gives a user a role in a repository. */
  collaborator(repository: Repository, login: string, role: Role): Account {
    const account = this.user(login);
    repository.collaborators.set(account.login, role);
    return account;
  }

  /** Forks a repository to a user; the App is not installed on the fork. */
  fork(repository: Repository, login: string): Repository {
    return this.world.addRepository(this.user(login), repository.name, { parent: repository });
  }

  /** A branch at another's tip, without an event. */
  branch(repository: Repository, name: string, from = repository.defaultBranch): void {
    repository.branches.set(name, tipOf(repository, from));
  }

  /**
   * Commits edits on a branch (made from the default branch if it is new) and pushes them, with all events.
   * `onto` rewrites history: the new commit's parent, for a force-push.
   */
  push(
    repository: Repository,
    branch: string,
    edits: Edits,
    options: { by?: Account; message?: string; onto?: string } = {},
  ): string {
    const by = options.by ?? this.user('octocat');
    const parent = options.onto ?? repository.branches.get(branch) ?? tipOf(repository, repository.defaultBranch);
    const sha = this.world.commit(repository, [parent], edits, options.message ?? 'Change', by);
    pushTo(this.world, repository, branch, sha, by);
    return sha;
  }

  /** Opens a pull request from a branch of the repository or of a fork. */
  openPull(
    repository: Repository,
    head: string,
    options: { by?: Account; from?: Repository; base?: string; title?: string; body?: string; draft?: boolean } = {},
  ): Pull {
    return openPull(this.world, {
      head: { repository: options.from ?? repository, ref: head },
      base: { repository, ref: options.base ?? repository.defaultBranch },
      title: options.title ?? `Merge ${head}`,
      author: options.by ?? this.user('octocat'),
      ...(options.body === undefined ? {} : { body: options.body }),
      ...(options.draft === undefined ? {} : { draft: options.draft }),
    });
  }

  /** Closes, reopens, merges, or changes the draft state. */
  setPull(pull: Pull, change: 'close' | 'reopen' | 'ready' | 'draft' | 'merge', by: Account): void {
    setPullState(this.world, pull, change, by);
  }

  editPull(pull: Pull, edit: { title?: string; body?: string; base?: string }, by: Account): void {
    editPull(this.world, pull, edit, by);
  }

  /** Writes in the conversation. */
  comment(pull: Pull, by: Account, body: string): IssueComment {
    return addComment(this.world, pull, by, body);
  }

  editComment(comment: IssueComment | ReviewComment, by: Account, body: string): void {
    if ('pull' in comment) editIssueComment(this.world, comment, body, by);
    else editComment(this.world, comment, body, by);
  }

  deleteComment(comment: IssueComment, by: Account): void {
    deleteIssueComment(this.world, comment, by);
  }

  /** Comments on a line of the diff. */
  reviewComment(
    pull: Pull,
    by: Account,
    at: { path: string; line: number; start_line?: number; side?: 'LEFT' | 'RIGHT' },
    body: string,
  ): ReviewComment {
    return createComment(this.world, pull, by, { ...at, body });
  }

  /** Answers in a thread. */
  reply(thread: Thread, by: Account, body: string): ReviewComment {
    const first = thread.comments[0];
    if (first === undefined) throw new Error('The thread has no comment.');
    return reply(this.world, thread.pull, by, first.id, body);
  }

  /** Resolves a conversation as a person does, or reopens it. */
  resolve(thread: Thread, by: Account, resolved = true): void {
    setResolved(this.world, thread, resolved ? by : undefined, by);
  }

  /** "Commit suggestion"; throws `Refused` where GitHub would not. Gives the new head. */
  applySuggestion(comment: ReviewComment, by: Account, index = 0): string {
    return applySuggestion(this.world, comment, by, index);
  }

  /** "Re-run" of a check. */
  rerequest(check: CheckRun | CheckSuite, by: Account): void {
    if ('suite' in check) rerequestRun(this.world, check, by);
    else rerequestSuite(this.world, check, by);
  }

  /** Presses a button of a check run. */
  requestAction(run: CheckRun, identifier: string, by: Account): void {
    requestAction(this.world, run, identifier, by);
  }

  /** The runs of a commit. */
  checkRuns(repository: Repository, sha: string): CheckRun[] {
    return repository.runs.filter(({ suite }) => suite.headSha === sha);
  }

  /** Puts a pull request into the merge queue: a group with its merge on the base's tip, and `checks_requested`. */
  queue(pull: Pull, by: Account): MergeGroup {
    return queuePull(this.world, pull, by);
  }

  /** Ends a group: its branch is deleted and `destroyed` sent. */
  unqueue(group: MergeGroup, reason: 'merged' | 'invalidated' | 'dequeued', by: Account): void {
    unqueueGroup(this.world, group, reason, by);
  }

  /** The App as GitHub describes it. */
  appJson(): Json {
    return appJson(this.app);
  }

  /** The GraphQL id of a thread. */
  threadId(thread: Thread): string {
    return nodeId('PRRT', thread.id);
  }
}

function tipOf(repository: Repository, branch: string): string {
  const tip = repository.branches.get(branch);
  if (tip === undefined) throw new Error(`${fullName(repository)} has no branch ${branch}.`);
  return tip;
}

let key: string | undefined;

/** One key serves all stand-ins of a process: making it takes a while. */
function makeKey(): string {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString();
  return key;
}
