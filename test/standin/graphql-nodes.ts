/** The stand-in's things as GraphQL objects. Fields are functions, so that only what is asked for is made. */
import { type Actor, may } from '#test/standin/auth';
import { baseTip, changesOf } from '#test/standin/changes';
import { isBinary } from '#test/standin/diff';
import type { Commit } from '#test/standin/git';
import { placeOf } from '#test/standin/place';
import { accountJson, web } from '#test/standin/represent';
import { commentsOf } from '#test/standin/reviews';
import { resolveCommit } from '#test/standin/routes/git';
import {
  type Account,
  fullName,
  type IssueComment,
  nodeId,
  type Pull,
  Refused,
  type Repository,
  type Review,
  type ReviewComment,
  type Thread,
  type World,
} from '#test/standin/state';

/** Who asks, in which world. */
export interface Asking {
  readonly world: World;
  readonly actor: Actor;
}

/** An error of GraphQL with GitHub's `type`. */
export class GraphqlRefused extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export const forbidden = () => new GraphqlRefused('FORBIDDEN', 'Resource not accessible by integration');

interface Paging {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** One page of a connection; docs: node limits: `first` or `last` of 1 to 100 is required. */
export function connection<T>(name: string, items: readonly T[], paging: Paging, show: (item: T) => unknown) {
  const { first, last } = paging;
  if (first == null && last == null) {
    throw new GraphqlRefused(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if ((first ?? last ?? 0) > 100) {
    throw new GraphqlRefused(
      'EXCESSIVE_PAGINATION',
      `Requesting ${first ?? last} records on the \`${name}\` connection exceeds the \`${first == null ? 'last' : 'first'}\` limit of 100 records.`,
    );
  }
  const from = paging.after == null ? 0 : Number(paging.after);
  const to = paging.before == null ? items.length : Number(paging.before) - 1;
  const start = first == null ? Math.max(from, to - (last ?? 0)) : from;
  const end = first == null ? to : Math.min(to, from + first);
  const nodes = items.slice(start, end);
  return {
    nodes: nodes.map(show),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : String(start + 1),
      endCursor: nodes.length === 0 ? null : String(end),
    },
  };
}

export function actorNode(account: Account) {
  // In GraphQL a bot's login has no `[bot]` at its end.
  const login = account.type === 'Bot' ? account.login.replace(/\[bot\]$/, '') : account.login;
  const { avatar_url, html_url } = accountJson(account);
  const place = { url: html_url, resourcePath: `/${login}`, avatarUrl: avatar_url };
  return {
    __typename: account.type,
    id: nodeId('U', account.id),
    databaseId: account.id,
    login,
    name: account.login,
    ...place,
  };
}

/** GraphQL cuts a blob's text after so many bytes, and only `isTruncated` says so. */
export const maxBlobText = 512_000;

function blobNode(repository: Repository, oid: string, content: Uint8Array) {
  const binary = isBinary(content);
  // A character that the cut would split is left out.
  const cut =
    content.length > maxBlobText
      ? new TextDecoder().decode(content.subarray(0, maxBlobText), { stream: true })
      : undefined;
  return {
    __typename: 'Blob',
    id: `B_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    byteSize: content.length,
    isBinary: binary,
    isTruncated: cut !== undefined,
    text: binary ? null : (cut ?? Buffer.from(content).toString('utf8')),
    repository: (_: unknown, asking: Asking) => repositoryNode(asking, repository),
  };
}

function treeNode(repository: Repository, oid: string, prefix = '') {
  const { objects } = repository;
  return {
    __typename: 'Tree',
    id: `T_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    entries: () =>
      [...(objects.tree(oid) ?? [])].map(([name, { mode, sha }]) => ({
        name,
        path: `${prefix}${name}`,
        mode: Number.parseInt(mode, 8),
        oid: sha,
        type: mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob',
        size: objects.blob(sha)?.length ?? 0,
        isGenerated: false,
        object: () => objectNode(repository, sha, `${prefix}${name}/`),
        submodule: null,
      })),
  };
}

function commitNode(repository: Repository, commit: Commit) {
  return {
    __typename: 'Commit',
    id: `C_${commit.sha}`,
    oid: commit.sha,
    abbreviatedOid: commit.sha.slice(0, 7),
    message: commit.message,
    messageHeadline: commit.message.split('\n')[0],
    committedDate: commit.author.date,
    authoredDate: commit.author.date,
    url: `${web}/${fullName(repository)}/commit/${commit.sha}`,
    tree: () => treeNode(repository, commit.tree),
    repository: (_: unknown, asking: Asking) => repositoryNode(asking, repository),
    parents: (paging: Paging) => connection('parents', commit.parents, paging, (sha) => objectNode(repository, sha)),
  };
}

function objectNode(repository: Repository, oid: string, prefix = ''): unknown {
  const { objects } = repository;
  const blob = objects.blob(oid);
  if (blob !== undefined) return blobNode(repository, oid, blob);
  if (objects.tree(oid) !== undefined) return treeNode(repository, oid, prefix);
  const commit = objects.commit(oid);
  return commit === undefined ? null : commitNode(repository, commit);
}

/** git's `rev` or `rev:path`. */
function resolveExpression(repository: Repository, expression: string): unknown {
  const colon = expression.indexOf(':');
  const [revision, path] =
    colon < 0 ? [expression, undefined] : [expression.slice(0, colon), expression.slice(colon + 1)];
  const commit = tryCommit(repository, revision === 'HEAD' ? repository.defaultBranch : revision);
  if (commit === undefined) return colon < 0 ? objectNode(repository, revision) : null;
  if (path === undefined) return commitNode(repository, commit);
  let oid: string | undefined = commit.tree;
  for (const step of path.split('/').filter(Boolean)) oid = oid && repository.objects.tree(oid)?.get(step)?.sha;
  return oid === undefined ? null : objectNode(repository, oid, path === '' ? '' : `${path}/`);
}

function tryCommit(repository: Repository, revision: string): Commit | undefined {
  try {
    return resolveCommit(repository, revision);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

export function refNode(repository: Repository, name: string) {
  const sha = repository.branches.get(name);
  if (sha === undefined) return null;
  return {
    __typename: 'Ref',
    id: `REF_${repository.id}_${name}`,
    name,
    prefix: 'refs/heads/',
    target: () => objectNode(repository, sha),
  };
}

export function repositoryNode({ world, actor }: Asking, repository: Repository) {
  const open = !repository.private;
  const readable = (permission: string) => {
    if (!open && !may(world, actor, repository, permission, 'read')) throw forbidden();
  };
  return {
    __typename: 'Repository',
    id: nodeId('R', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    url: `${web}/${fullName(repository)}`,
    isPrivate: repository.private,
    isFork: repository.parent !== undefined,
    isArchived: false,
    owner: () => actorNode(repository.owner),
    defaultBranchRef: () => refNode(repository, repository.defaultBranch),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      refNode(repository, qualifiedName.replace(/^refs\/heads\//, '')),
    object: ({ oid, expression }: { oid?: string | null; expression?: string | null }) => {
      readable('contents');
      if (oid != null) return objectNode(repository, oid);
      return expression == null ? null : resolveExpression(repository, expression);
    },
    pullRequest: ({ number }: { number: number }) => {
      readable('pull_requests');
      const pull = repository.pulls.get(number);
      if (pull === undefined)
        throw new GraphqlRefused('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
      return pullNode({ world, actor }, pull);
    },
    pullRequests: (paging: Paging & { states?: readonly string[] | null }) => {
      readable('pull_requests');
      const { states } = paging;
      const state = (pull: Pull) => (pull.merged ? 'MERGED' : pull.state.toUpperCase());
      const pulls = [...repository.pulls.values()].filter((pull) => states == null || states.includes(state(pull)));
      return connection('pullRequests', pulls, paging, (pull) => pullNode({ world, actor }, pull));
    },
  };
}

export function pullNode(asking: Asking, pull: Pull) {
  const { base, head } = pull;
  return {
    __typename: 'PullRequest',
    id: nodeId('PR', pull.id),
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    state: pull.merged ? 'MERGED' : pull.state.toUpperCase(),
    isDraft: pull.draft,
    merged: pull.merged,
    closed: pull.state === 'closed',
    url: `${web}/${fullName(base.repository)}/pull/${pull.number}`,
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    isCrossRepository: head.repository !== base.repository,
    baseRefName: base.ref,
    baseRefOid: baseTip(pull),
    headRefName: head.ref,
    headRefOid: head.sha,
    changedFiles: () => changesOf(pull).length,
    author: () => actorNode(pull.author),
    baseRef: () => refNode(base.repository, base.ref),
    headRef: () => refNode(head.repository, head.ref),
    baseRepository: () => repositoryNode(asking, base.repository),
    headRepository: () => repositoryNode(asking, head.repository),
    headRepositoryOwner: () => actorNode(head.repository.owner),
    repository: () => repositoryNode(asking, base.repository),
    reviewThreads: (paging: Paging) =>
      connection('reviewThreads', pull.threads, paging, (thread) => threadNode(asking, thread)),
    reviews: (paging: Paging) => connection('reviews', pull.reviews, paging, (review) => reviewNode(asking, review)),
    comments: (paging: Paging) =>
      connection('comments', pull.comments, paging, (comment) => issueCommentNode(asking, comment)),
    files: (paging: Paging) =>
      connection('files', changesOf(pull), paging, ({ filename, additions, deletions, status }) => {
        const types = {
          added: 'ADDED',
          removed: 'DELETED',
          modified: 'MODIFIED',
          renamed: 'RENAMED',
          changed: 'CHANGED',
        };
        return { path: filename, additions, deletions, changeType: types[status], viewerViewedState: 'UNVIEWED' };
      }),
  };
}

function commentFields(asking: Asking, comment: IssueComment | ReviewComment) {
  return {
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    bodyText: comment.body,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    publishedAt: comment.createdAt,
    lastEditedAt: comment.updatedAt === comment.createdAt ? null : comment.updatedAt,
    isMinimized: comment.minimized !== undefined,
    minimizedReason: comment.minimized?.toLowerCase().replaceAll('_', '-') ?? null,
    viewerDidAuthor: 'account' in asking.actor && asking.actor.account === comment.author,
    author: () => actorNode(comment.author),
  };
}

export function issueCommentNode(asking: Asking, comment: IssueComment) {
  return { __typename: 'IssueComment', id: nodeId('IC', comment.id), ...commentFields(asking, comment) };
}

function reviewNode(asking: Asking, review: Review) {
  return {
    __typename: 'PullRequestReview',
    id: nodeId('PRR', review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    body: review.body,
    state: review.state,
    submittedAt: review.submittedAt,
    createdAt: review.submittedAt,
    author: () => actorNode(review.author),
    commit: () => objectNode(review.pull.base.repository, review.commit),
    comments: (paging: Paging) =>
      connection('comments', commentsOf(review), paging, (comment) => reviewCommentNode(asking, comment)),
    pullRequest: () => pullNode(asking, review.pull),
  };
}

export function reviewCommentNode(asking: Asking, comment: ReviewComment): Record<string, unknown> {
  const { thread, review } = comment;
  const { repository } = thread.pull.base;
  const first = thread.comments[0];
  const place = placeOf(thread);
  return {
    __typename: 'PullRequestReviewComment',
    id: nodeId('PRRC', comment.id),
    ...commentFields(asking, comment),
    url: `${web}/${fullName(repository)}/pull/${thread.pull.number}#discussion_r${comment.id}`,
    path: thread.path,
    diffHunk: thread.hunk,
    line: place.line,
    startLine: place.startLine,
    originalLine: thread.line ?? null,
    originalStartLine: thread.startLine ?? null,
    outdated: place.outdated,
    state: review.state === 'PENDING' ? 'PENDING' : 'SUBMITTED',
    subjectType: thread.subject.toUpperCase(),
    commit: () => objectNode(repository, thread.pull.head.sha),
    originalCommit: () => objectNode(repository, thread.commit),
    pullRequestReview: () => reviewNode(asking, review),
    pullRequest: () => pullNode(asking, thread.pull),
    replyTo: () => (first === undefined || first === comment ? null : reviewCommentNode(asking, first)),
  };
}

export function threadNode(asking: Asking, thread: Thread) {
  const place = placeOf(thread);
  const { repository } = thread.pull.base;
  const resolves = may(asking.world, asking.actor, repository, 'contents', 'write');
  return {
    __typename: 'PullRequestReviewThread',
    id: nodeId('PRRT', thread.id),
    path: thread.path,
    isResolved: thread.resolvedBy !== undefined,
    isCollapsed: thread.resolvedBy !== undefined,
    isOutdated: place.outdated,
    line: place.line,
    startLine: place.startLine,
    originalLine: thread.line ?? null,
    originalStartLine: thread.startLine ?? null,
    diffSide: thread.side,
    startDiffSide: thread.startLine === undefined ? null : thread.side,
    subjectType: thread.subject.toUpperCase(),
    viewerCanReply: true,
    viewerCanResolve: resolves && thread.resolvedBy === undefined,
    viewerCanUnresolve: resolves && thread.resolvedBy !== undefined,
    resolvedBy: () =>
      thread.resolvedBy === undefined ? null : { ...actorNode(thread.resolvedBy), __typename: 'User' },
    comments: (paging: Paging) =>
      connection('comments', thread.comments, paging, (comment) => reviewCommentNode(asking, comment)),
    pullRequest: () => pullNode(asking, thread.pull),
    repository: () => repositoryNode(asking, repository),
  };
}
