/** The stand-in's things in GitHub's JSON: what they say. The rest of each shape is filled in from the description. */
import { baseTip, changesOf } from '#test/standin/changes';
import { positionOf } from '#test/standin/diff';
import type { Commit } from '#test/standin/git';
import { placeOf } from '#test/standin/place';
import type { Json } from '#test/standin/route';
import {
  type Account,
  type App,
  atLeast,
  fullName,
  type Installation,
  type IssueComment,
  nodeId,
  type Pull,
  type Reaction,
  type Repository,
  type Review,
  type ReviewComment,
  type Thread,
  type World,
} from '#test/standin/state';

export const api = 'https://api.github.com';
export const web = 'https://github.com';

export function repositoryUrl(repository: Repository): string {
  return `${api}/repos/${fullName(repository)}`;
}

export function accountJson(account: Account): Json {
  const url = `${api}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('U', account.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: account.type === 'Bot' ? `${web}/apps/${account.login.replace('[bot]', '')}` : `${web}/${account.login}`,
    type: account.type,
    site_admin: false,
    name: account.login,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}

export function repositoryJson(repository: Repository): Json {
  const url = repositoryUrl(repository);
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: fullName(repository),
    owner: accountJson(repository.owner),
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    html_url: `${web}/${fullName(repository)}`,
    url,
    fork: repository.parent !== undefined,
    default_branch: repository.defaultBranch,
    clone_url: `${web}/${fullName(repository)}.git`,
    ...(repository.parent === undefined
      ? {}
      : { parent: repositoryJson(repository.parent), source: repositoryJson(repository.parent) }),
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    pushed_at: '2026-01-01T00:00:00Z',
  };
}

export function appJson(app: App): Json {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    client_id: clientId(app),
    owner: accountJson({ id: 1, login: 'leastwise-makers', type: 'Organization' }),
    name: app.name,
    description: '',
    external_url: `${web}/apps/${app.slug}`,
    html_url: `${web}/apps/${app.slug}`,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    permissions: { ...app.permissions, metadata: 'read' },
    events: app.events,
  };
}

/** What an App may put into its JWT instead of its id. */
export function clientId(app: App): string {
  return `Iv23li${String(app.id).padStart(14, '0')}`;
}

export function installationJson(installation: Installation, app: App): Json {
  const url = `${api}/app/installations/${installation.id}`;
  return {
    id: installation.id,
    account: accountJson(installation.account),
    repository_selection: 'selected',
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${api}/installation/repositories`,
    html_url: `${web}/settings/installations/${installation.id}`,
    app_id: app.id,
    client_id: clientId(app),
    app_slug: app.slug,
    target_id: installation.account.id,
    target_type: installation.account.type,
    permissions: { ...installation.permissions, metadata: 'read' },
    events: app.events,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    suspended_at: installation.suspended ? '2026-01-01T00:00:00Z' : null,
    single_file_name: null,
  };
}

/** A commit in the words of `repos/get-commit`, without its files. */
export function commitJson(repository: Repository, commit: Commit): Json {
  const url = repositoryUrl(repository);
  const person = { name: commit.author.name, email: commit.author.email, date: commit.author.date };
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${url}/commits/${commit.sha}`,
    html_url: `${web}/${fullName(repository)}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.sha}`,
      author: person,
      committer: person,
      message: commit.message,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${web}/${fullName(repository)}/commit/${sha}`,
    })),
  };
}

/** A commit in the words of the `push` event. */
export function pushedCommitJson(repository: Repository, commit: Commit | undefined): Json | null {
  if (commit === undefined) return null;
  const person = { name: commit.author.name, email: commit.author.email, username: commit.author.name };
  const url = `${web}/${fullName(repository)}/commit/${commit.sha}`;
  const { sha: id, tree: tree_id, message } = commit;
  return {
    id,
    tree_id,
    distinct: true,
    message,
    timestamp: commit.author.date,
    url,
    author: person,
    committer: person,
    added: [],
    modified: [],
    removed: [],
  };
}

function endJson(end: Pull['head']): Json {
  const { repository, ref, sha } = end;
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: accountJson(repository.owner),
    repo: repositoryJson(repository),
  };
}

/** The author's standing, as GitHub guesses it from the role. */
function association(world: World, repository: Repository, author: Account): string {
  if (repository.owner === author) return 'OWNER';
  return atLeast(world.roleOf(repository, author), 'triage') ? 'COLLABORATOR' : 'NONE';
}

export function pullJson(world: World, pull: Pull): Json {
  const repository = pull.base.repository;
  const url = `${repositoryUrl(repository)}/pulls/${pull.number}`;
  const changes = changesOf(pull);
  const sum = (key: 'additions' | 'deletions') => changes.reduce((total, change) => total + change[key], 0);
  const closedAt = pull.state === 'closed' ? pull.updatedAt : null;
  return {
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    url,
    html_url: `${web}/${fullName(repository)}/pull/${pull.number}`,
    issue_url: `${repositoryUrl(repository)}/issues/${pull.number}`,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: accountJson(pull.author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: closedAt,
    merged_at: pull.merged ? closedAt : null,
    draft: pull.draft,
    head: endJson(pull.head),
    // The base's sha is that of the last time when the head moved, not the branch's present tip.
    base: endJson(pull.base),
    author_association: association(world, repository, pull.author),
    merged: pull.merged,
    mergeable: true,
    mergeable_state: 'clean',
    comments: pull.comments.length,
    review_comments: pull.threads.reduce((total, thread) => total + thread.comments.length, 0),
    commits: repository.objects.between(baseTip(pull), pull.head.sha).length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: changes.length,
  };
}

/** A pull request as an issue: comments in its conversation hang on that. */
export function issueJson(pull: Pull): Json {
  const repository = pull.base.repository;
  const html_url = `${web}/${fullName(repository)}/pull/${pull.number}`;
  const url = `${repositoryUrl(repository)}/issues/${pull.number}`;
  return {
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    url,
    repository_url: repositoryUrl(repository),
    html_url,
    title: pull.title,
    user: accountJson(pull.author),
    state: pull.state,
    locked: false,
    draft: pull.draft,
    body: pull.body,
    comments: pull.comments.length,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.state === 'closed' ? pull.updatedAt : null,
    author_association: 'NONE',
    active_lock_reason: null,
    pull_request: {
      url: `${repositoryUrl(repository)}/pulls/${pull.number}`,
      html_url,
      diff_url: `${html_url}.diff`,
      patch_url: `${html_url}.patch`,
      merged_at: null,
    },
  };
}

function reactionsJson(reactions: readonly Reaction[]): Json {
  const count = (content: string) => reactions.filter((reaction) => reaction.content === content).length;
  const names = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'];
  return {
    ...Object.fromEntries(names.map((name) => [name, count(name)])),
    total_count: reactions.length,
    url: `${api}/reactions`,
  };
}

export function reactionJson(reaction: Reaction): Json {
  const { id, user, content, createdAt } = reaction;
  return { id, node_id: nodeId('REA', id), user: accountJson(user), content, created_at: createdAt };
}

export function issueCommentJson(comment: IssueComment, app?: App): Json {
  const { repository } = comment.pull.base;
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${repositoryUrl(repository)}/issues/comments/${comment.id}`,
    html_url: `${web}/${fullName(repository)}/pull/${comment.pull.number}#issuecomment-${comment.id}`,
    issue_url: `${repositoryUrl(repository)}/issues/${comment.pull.number}`,
    body: comment.body,
    user: accountJson(comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'NONE',
    performed_via_github_app: app !== undefined && comment.author === app.bot ? appJson(app) : null,
    reactions: reactionsJson(comment.reactions),
  };
}

export function reviewJson(review: Review): Json {
  const { pull } = review;
  const url = `${repositoryUrl(pull.base.repository)}/pulls/${pull.number}`;
  const html_url = `${web}/${fullName(pull.base.repository)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: accountJson(review.author),
    body: review.body,
    state: review.state,
    html_url,
    pull_request_url: url,
    commit_id: review.commit,
    submitted_at: review.state === 'PENDING' ? undefined : review.submittedAt,
    author_association: 'NONE',
    _links: { html: { href: html_url }, pull_request: { href: url } },
  };
}

/** The review as the webhook has it: its state in small letters. */
export function submittedReviewJson(review: Review): Json {
  return { ...reviewJson(review), state: review.state.toLowerCase() };
}

export function reviewCommentJson(comment: ReviewComment): Json {
  const { thread } = comment;
  const { pull } = thread;
  const url = `${repositoryUrl(pull.base.repository)}/pulls/comments/${comment.id}`;
  const html_url = `${web}/${fullName(pull.base.repository)}/pull/${pull.number}#discussion_r${comment.id}`;
  const place = placeOf(thread);
  const first = thread.comments[0];
  const change = changesOf(pull, thread.commit).find(({ filename }) => filename === thread.path);
  const original =
    change === undefined || thread.line === undefined ? undefined : positionOf(change, thread.side, thread.line);
  const pull_request_url = `${repositoryUrl(pull.base.repository)}/pulls/${pull.number}`;
  return {
    id: comment.id,
    node_id: nodeId('PRRC', comment.id),
    url,
    html_url,
    pull_request_url,
    pull_request_review_id: comment.review.id,
    diff_hunk: thread.hunk,
    path: thread.path,
    // Re-anchored to the head; only the original stays (ifc-lite#3729).
    commit_id: pull.head.sha,
    original_commit_id: thread.commit,
    position: place.position,
    original_position: original ?? 1,
    line: place.line,
    original_line: thread.line ?? null,
    start_line: place.startLine,
    original_start_line: thread.startLine ?? null,
    side: thread.side,
    start_side: thread.startLine === undefined ? null : thread.side,
    subject_type: thread.subject,
    ...(first === undefined || first === comment ? {} : { in_reply_to_id: first.id }),
    user: accountJson(comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'NONE',
    _links: { self: { href: url }, html: { href: html_url }, pull_request: { href: pull_request_url } },
    reactions: reactionsJson(comment.reactions),
  };
}

export function threadJson(thread: Thread): Json {
  return { node_id: nodeId('PRRT', thread.id), comments: thread.comments.map(reviewCommentJson) };
}
