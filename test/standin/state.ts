/** What the stand-in remembers: accounts, repositories, pull requests, checks, comments, and the App with its installations. */
import type { KeyObject } from 'node:crypto';
import { type FileContent, ObjectStore } from '#test/standin/git';
import type { Json } from '#test/standin/route';

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
}

/** Roles of a repository, from the weakest; `role_name` in the API. */
export const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof roles)[number];

export type Access = 'read' | 'write';
export type Permissions = Readonly<Record<string, Access>>;

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly webhookSecret: string;
  readonly bot: Account;
  permissions: Permissions;
  events: readonly string[];
}

export interface Installation {
  readonly id: number;
  readonly account: Account;
  readonly repositories: Set<Repository>;
  permissions: Permissions;
  suspended: boolean;
}

export interface Reaction {
  readonly id: number;
  readonly user: Account;
  readonly content: string;
  readonly createdAt: string;
}

/** A comment in the conversation of a pull request. */
export interface IssueComment {
  readonly id: number;
  readonly pull: Pull;
  readonly author: Account;
  readonly createdAt: string;
  readonly reactions: Reaction[];
  body: string;
  updatedAt: string;
  minimized?: string;
}

/** A review comment; those with `thread.comments[0] === this` open their thread. */
export interface ReviewComment {
  readonly id: number;
  readonly thread: Thread;
  readonly review: Review;
  readonly author: Account;
  readonly createdAt: string;
  readonly reactions: Reaction[];
  body: string;
  updatedAt: string;
  minimized?: string;
}

/** Where a thread hangs: on lines of the diff that its commit had, or on the whole file. */
export interface Thread {
  readonly id: number;
  readonly pull: Pull;
  readonly path: string;
  readonly subject: 'line' | 'file';
  readonly commit: string;
  readonly side: 'LEFT' | 'RIGHT';
  readonly line?: number;
  readonly startLine?: number;
  readonly comments: ReviewComment[];
  readonly hunk: string;
  resolvedBy?: Account;
}

export interface Review {
  readonly id: number;
  readonly pull: Pull;
  readonly author: Account;
  readonly commit: string;
  state: 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED' | 'PENDING';
  body: string;
  submittedAt: string;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly [key: string]: unknown;
}

export interface CheckSuite {
  readonly id: number;
  readonly repository: Repository;
  readonly headSha: string;
  /** Null for heads of forks (OAS: "null for fork pushes"). */
  readonly headBranch: string | null;
  readonly app: App;
  readonly createdAt: string;
}

export interface CheckRun {
  readonly id: number;
  readonly suite: CheckSuite;
  readonly annotations: Annotation[];
  name: string;
  status: string;
  conclusion: string | null;
  externalId: string;
  detailsUrl: string;
  startedAt: string;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  actions: readonly Json[];
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  readonly base: { readonly repository: Repository; ref: string; sha: string };
  readonly head: { readonly repository: Repository; readonly ref: string; sha: string };
  readonly author: Account;
  readonly createdAt: string;
  readonly reviews: Review[];
  readonly threads: Thread[];
  readonly comments: IssueComment[];
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  draft: boolean;
  merged: boolean;
  updatedAt: string;
}

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly parent?: Repository;
  /** Shared with the forks: a fork's objects are readable through the base repository. */
  readonly objects: ObjectStore;
  readonly branches: Map<string, string>;
  readonly collaborators: Map<string, Role>;
  readonly pulls: Map<number, Pull>;
  readonly suites: CheckSuite[];
  readonly runs: CheckRun[];
}

/** Refused as GitHub refuses: a status and what stands in the body. */
export class Refused extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;

  constructor(status: number, message: string, errors?: readonly unknown[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export const notFound = () => new Refused(404, 'Not Found');

export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

/** Events that the state's changes give rise to; the webhooks are made of them. */
export type Emit = (event: string, repository: Repository, sender: Account, payload: Json) => void;

/** The whole state. Time comes from the clock that was handed in; ids count upwards, so that every run has the same. */
export class World {
  readonly accounts = new Map<string, Account>();
  readonly repositories = new Map<string, Repository>();
  readonly installations: Installation[] = [];
  readonly nodes = new Map<string, unknown>();
  emit: Emit = () => {};
  app: App | undefined;
  readonly #clock: () => Date;
  #id = 1000;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** The time in GitHub's form: ISO 8601, whole seconds. */
  now(): string {
    return this.#clock()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  nextId(): number {
    this.#id += 1;
    return this.#id;
  }

  /** Makes a thing findable by its GraphQL id (`nodeId`). */
  register<T extends { readonly id: number }>(kind: string, thing: T): T {
    this.nodes.set(nodeId(kind, thing.id), thing);
    return thing;
  }

  account(login: string, type: Account['type'] = 'User'): Account {
    const known = this.accounts.get(login.toLowerCase());
    if (known !== undefined) return known;
    const account = { id: this.nextId(), login, type };
    this.accounts.set(login.toLowerCase(), account);
    return account;
  }

  /** A repository by `owner/name`, in any case of letters. */
  repository(name: string): Repository {
    const repository = this.repositories.get(name.toLowerCase());
    if (repository === undefined) throw notFound();
    return repository;
  }

  pull(name: string, number: number): Pull {
    const pull = this.repository(name).pulls.get(number);
    if (pull === undefined) throw notFound();
    return pull;
  }

  installationOf(repository: Repository): Installation | undefined {
    return this.installations.find(({ repositories, suspended }) => repositories.has(repository) && !suspended);
  }

  addRepository(
    owner: Account,
    name: string,
    options: { readonly private?: boolean; readonly parent?: Repository },
  ): Repository {
    const { parent } = options;
    const repository = this.register('R', {
      id: this.nextId(),
      owner,
      name,
      private: options.private ?? parent?.private ?? true,
      defaultBranch: parent?.defaultBranch ?? 'main',
      ...(parent === undefined ? {} : { parent }),
      objects: parent?.objects ?? new ObjectStore(),
      branches: new Map(parent?.branches),
      collaborators: new Map<string, Role>(owner.type === 'User' ? [[owner.login, 'admin']] : []),
      pulls: new Map<number, Pull>(),
      suites: [],
      runs: [],
    });
    this.repositories.set(fullName(repository).toLowerCase(), repository);
    return repository;
  }

  /** Writes a commit on top of others: edits by path, `null` deletes. */
  commit(repository: Repository, parents: readonly string[], edits: Edits, message: string, author: Account): string {
    const { objects } = repository;
    const files = new Map(parents[0] === undefined ? [] : objects.filesAt(parents[0]));
    for (const [path, content] of Object.entries(edits)) {
      if (content === null) files.delete(path);
      else files.set(path, objects.write(content));
    }
    const person = {
      name: author.login,
      email: `${author.id}+${author.login}@users.noreply.github.com`,
      date: this.now(),
    };
    return objects.writeCommit({ tree: objects.writeTree(files), parents, message, author: person }).sha;
  }

  /** A role's holder; everybody reads public repositories. */
  roleOf(repository: Repository, account: Account): Role {
    return repository.collaborators.get(account.login) ?? (repository.private ? 'none' : 'read');
  }
}

/** New contents by path; `null` deletes the file. */
export type Edits = Readonly<Record<string, FileContent | null>>;

export function nodeId(kind: string, id: number): string {
  return `${kind}_${id}`;
}

export function atLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}
