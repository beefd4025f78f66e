/** Reviews, their comments and threads, and where those stand when the pull request moves on. */
import { baseTip, changesOf } from '#test/standin/changes';
import { diffHunk, type FileChange, hunkOf, positionOf, type Side } from '#test/standin/diff';
import { pullJson, reviewCommentJson, submittedReviewJson, threadJson } from '#test/standin/represent';
import type { Json } from '#test/standin/route';
import {
  type Account,
  type Pull,
  Refused,
  type Review,
  type ReviewComment,
  type Thread,
  type World,
} from '#test/standin/state';

/** Bodies of comments and reviews: danger/danger#424, "body is too long (maximum is 65536 characters)". */
export const maxBody = 65_536;

/** Holds the body of a comment or review against the cap. */
export function checkBody(body: unknown): string {
  const text = typeof body === 'string' ? body : '';
  if (text.length > maxBody) {
    throw new Refused(422, 'Validation Failed', [`body is too long (maximum is ${maxBody} characters)`]);
  }
  return text;
}

/** A comment as it is asked for: of a review's list, or alone. */
export interface Draft {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly side?: Side;
  readonly start_line?: number;
  readonly start_side?: Side;
  readonly position?: number;
  readonly subject_type?: 'line' | 'file';
}

type Anchor = Pick<Thread, 'path' | 'subject' | 'side' | 'line' | 'startLine' | 'hunk'>;

/** Why a comment cannot stand where it is asked for; GitHub's words. */
function anchor(changes: readonly FileChange[], draft: Draft): Anchor | string {
  const change = changes.find(({ filename }) => filename === draft.path);
  if (change === undefined) return 'Path could not be resolved';
  if (draft.subject_type === 'file') return { path: draft.path, subject: 'file', side: 'RIGHT', hunk: '' };
  const side = draft.side ?? 'RIGHT';
  const line = draft.line ?? (draft.position === undefined ? undefined : lineAt(change, draft.position));
  if (line === undefined) return 'Pull request review thread line could not be resolved';
  // Added and context lines of a hunk only (parkerbxyz/suggest-changes#28, #64; pr-agent#592).
  const hunk = hunkOf(change, side, line);
  if (hunk === undefined) return 'Pull request review thread line must be part of the diff';
  const placed = { path: draft.path, subject: 'line' as const, side, line, hunk: diffHunk(change, side, line) };
  if (draft.start_line === undefined) return placed;
  // The start stands strictly before the end (ubuntu/WSL#244; reviewdog sends it only then).
  if (draft.start_line >= line && (draft.start_side ?? side) === side) {
    return 'Pull request review thread start line must precede the end line.';
  }
  const start = hunkOf(change, draft.start_side ?? side, draft.start_line);
  if (start === undefined) return 'Pull request review thread start line must be part of the diff';
  // Both in one hunk (suggest-changes#28, #64).
  if (start !== hunk) return 'Pull request review thread start line must be part of the same hunk as the line.';
  return { ...placed, startLine: draft.start_line };
}

function lineAt(change: FileChange, position: number): number | undefined {
  for (const hunk of change.hunks) {
    for (let line = hunk.newStart; line < hunk.newStart + hunk.newLines; line += 1) {
      if (positionOf(change, 'RIGHT', line) === position) return line;
    }
  }
  return undefined;
}

/** The commit that is reviewed: the head if none is named (OAS), else one that the pull request has now: no stale one. */
function reviewedCommit(pull: Pull, commit: unknown): string {
  if (typeof commit !== 'string') return pull.head.sha;
  const { objects } = pull.base.repository;
  if (objects.commit(commit) === undefined) {
    throw new Refused(422, 'Unprocessable Entity', [`No commit found for SHA: ${commit}`]);
  }
  if (!objects.between(baseTip(pull), pull.head.sha).some(({ sha }) => sha === commit)) {
    throw new Refused(422, 'Unprocessable Entity', ['commit_id is not part of the pull request']);
  }
  return commit;
}

const states = { COMMENT: 'COMMENTED', APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED' } as const;

function isEvent(event: unknown): event is keyof typeof states {
  return typeof event === 'string' && event in states;
}

/** Creates a review with all its comments, or refuses all: one bad comment rejects the whole review (suggest-changes#28). */
export function createReview(world: World, pull: Pull, author: Account, body: Json): Review {
  const text = checkBody(body.body);
  const state = isEvent(body.event) ? states[body.event] : 'PENDING';
  // OAS pulls/create-review: body is "Required when using REQUEST_CHANGES or COMMENT for the event parameter."
  if (text === '' && (state === 'COMMENTED' || state === 'CHANGES_REQUESTED')) {
    throw new Refused(422, 'Unprocessable Entity', ['body is required for this event']);
  }
  if (author === pull.author && (state === 'APPROVED' || state === 'CHANGES_REQUESTED')) {
    throw new Refused(422, 'Unprocessable Entity', [
      `Can not ${state === 'APPROVED' ? 'approve' : 'request changes on'} your own pull request`,
    ]);
  }
  if (state === 'PENDING' && pull.reviews.some((review) => review.author === author && review.state === 'PENDING')) {
    throw new Refused(422, 'Unprocessable Entity', ['User can only have one pending review per pull request']);
  }
  const commit = reviewedCommit(pull, body.commit_id);
  const drafts = Array.isArray(body.comments) ? (body.comments as Draft[]) : [];
  const anchors = place(pull, commit, drafts, (problems) => new Refused(422, 'Unprocessable Entity', problems));
  const review = addReview(world, pull, author, commit, state, text);
  for (const [index, draft] of drafts.entries()) {
    const placed = anchors[index];
    if (placed !== undefined) addThread(world, review, placed, draft.body);
  }
  if (state !== 'PENDING') emitReview(world, review);
  return review;
}

function place(
  pull: Pull,
  commit: string,
  drafts: readonly Draft[],
  refuse: (problems: string[]) => Refused,
): Anchor[] {
  const changes = changesOf(pull, commit);
  const anchors = drafts.map((draft) => {
    checkBody(draft.body);
    return anchor(changes, draft);
  });
  const problems = anchors.filter((placed) => typeof placed === 'string');
  if (problems.length > 0) throw refuse(problems);
  return anchors.filter((placed) => typeof placed !== 'string');
}

function addReview(
  world: World,
  pull: Pull,
  author: Account,
  commit: string,
  state: Review['state'],
  body: string,
): Review {
  const review = world.register('PRR', {
    id: world.nextId(),
    pull,
    author,
    commit,
    state,
    body,
    submittedAt: world.now(),
  });
  pull.reviews.push(review);
  return review;
}

function addThread(world: World, review: Review, placed: Anchor, body: string): ReviewComment {
  const { pull, commit } = review;
  const thread = world.register('PRRT', { id: world.nextId(), pull, commit, comments: [], ...placed } as Thread);
  pull.threads.push(thread);
  return addComment(world, thread, review, body);
}

function addComment(world: World, thread: Thread, review: Review, body: string): ReviewComment {
  const now = world.now();
  const comment = world.register('PRRC', {
    id: world.nextId(),
    thread,
    review,
    author: review.author,
    createdAt: now,
    updatedAt: now,
    reactions: [],
    body,
  });
  thread.comments.push(comment);
  return comment;
}

function emitReview(world: World, review: Review): void {
  const { repository } = review.pull.base;
  world.emit('pull_request_review', repository, review.author, {
    action: 'submitted',
    review: submittedReviewJson(review),
  });
  for (const comment of commentsOf(review)) emitComment(world, comment, 'created', review.author);
}

function emitComment(world: World, comment: ReviewComment, action: string, sender: Account, extra: Json = {}): void {
  const { pull } = comment.thread;
  const { repository } = pull.base;
  world.emit('pull_request_review_comment', repository, sender, {
    action,
    comment: reviewCommentJson(comment),
    pull_request: pullJson(world, pull),
    ...extra,
  });
}

/** A review's comments, in the order in which they were asked for. */
export function commentsOf(review: Review): ReviewComment[] {
  return review.pull.threads.flatMap(({ comments }) => comments).filter((comment) => comment.review === review);
}

/** A comment by itself: GitHub wraps it in a review of its own without text. */
export function createComment(world: World, pull: Pull, author: Account, body: Json): ReviewComment {
  const text = checkBody(body.body);
  if (typeof body.in_reply_to === 'number') return reply(world, pull, author, body.in_reply_to, text);
  const commit = reviewedCommit(pull, body.commit_id);
  const [placed] = place(pull, commit, [body as unknown as Draft], (problems) => {
    const [message] = problems;
    return new Refused(422, 'Validation Failed', [
      { resource: 'PullRequestReviewComment', code: 'custom', field: 'pull_request_review_thread.line', message },
    ]);
  });
  if (placed === undefined) throw new Refused(422, 'Validation Failed');
  const comment = addThread(world, addReview(world, pull, author, commit, 'COMMENTED', ''), placed, text);
  emitComment(world, comment, 'created', author);
  return comment;
}

/** Answers to a thread's first comment only (OAS: "Replies to replies are not supported"). */
export function reply(world: World, pull: Pull, author: Account, to: number, body: string): ReviewComment {
  const thread = pull.threads.find(({ comments }) => comments[0]?.id === to);
  if (thread === undefined) throw new Refused(404, 'Not Found');
  const comment = addComment(
    world,
    thread,
    addReview(world, pull, author, pull.head.sha, 'COMMENTED', ''),
    checkBody(body),
  );
  emitComment(world, comment, 'created', author);
  return comment;
}

/** Changes a comment's text, and says what it was. */
export function editComment(world: World, comment: ReviewComment, body: string, by: Account): void {
  const changes = { body: { from: comment.body } };
  comment.body = checkBody(body);
  comment.updatedAt = world.now();
  emitComment(world, comment, 'edited', by, { changes });
}

/** Deletes a comment; a thread without comments is gone. */
export function deleteComment(world: World, comment: ReviewComment, by: Account): void {
  const { thread } = comment;
  thread.comments.splice(thread.comments.indexOf(comment), 1);
  if (thread.comments.length === 0) thread.pull.threads.splice(thread.pull.threads.indexOf(thread), 1);
  emitComment(world, comment, 'deleted', by);
}

/** Resolves or reopens a conversation. */
export function setResolved(world: World, thread: Thread, by: Account | undefined, sender: Account): void {
  if (by === undefined) delete thread.resolvedBy;
  else thread.resolvedBy = by;
  const action = by === undefined ? 'unresolved' : 'resolved';
  world.emit('pull_request_review_thread', thread.pull.base.repository, sender, {
    action,
    thread: threadJson(thread),
    pull_request: pullJson(world, thread.pull),
  });
}
