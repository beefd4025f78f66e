import type { Client } from '#github/client';
import { isFailure } from '#github/errors';
import type { Conversation, PullRequest } from '#github/gateway';
import type { Review, ReviewComment, Thread } from '#review/review';

/** What posting the comments came to. */
export interface Posted {
  readonly outcome: 'posted' | 'stale';
  /** Comments that GitHub would not have on their lines; they must be told elsewhere. */
  readonly refused: readonly ReviewComment[];
}

type Words = Pick<Review, 'commit' | 'body' | 'comments'>;

/**
 * Posts the comments in one review. A POST that failed with 5xx may have worked: the conversation is read again, and only what
 * is not there is posted. One comment that GitHub refuses rejects the whole review (422), so a review that is refused although
 * the head has not moved is halved until the culprits stand alone.
 * @param look the conversation as it is now
 */
export async function ensureReview(
  client: Client,
  pull: PullRequest,
  review: Words,
  look: () => Promise<Conversation>,
): Promise<Posted> {
  if (review.comments.length === 0) return { outcome: 'posted', refused: [] };
  try {
    await post(client, pull, review);
    return { outcome: 'posted', refused: [] };
  } catch (error) {
    if (!isFailure(error, 'server', 'refused')) throw error;
    if (error.kind === 'server') await client.timing.sleep(1000);
    const now = await look();
    if (now.headSha !== review.commit) return { outcome: 'stale', refused: [] };
    if (error.kind === 'refused') return { outcome: 'posted', refused: await postHalves(client, pull, review) };
    const comments = notPosted(review.comments, now.threads);
    if (comments.length === 0) return { outcome: 'posted', refused: [] };
    // Another failure is left to the queue, whose next attempt begins with a listing.
    return { outcome: 'posted', refused: await postParts(client, pull, { ...review, comments }) };
  }
}

/** Posts, halving what is refused; gives what is refused alone. */
async function postParts(client: Client, pull: PullRequest, review: Words): Promise<readonly ReviewComment[]> {
  try {
    await post(client, pull, review);
    return [];
  } catch (error) {
    if (!isFailure(error, 'refused')) throw error;
    return postHalves(client, pull, review);
  }
}

async function postHalves(client: Client, pull: PullRequest, review: Words): Promise<readonly ReviewComment[]> {
  const { comments } = review;
  if (comments.length <= 1) return comments;
  const half = comments.length >> 1;
  const first = await postParts(client, pull, { ...review, comments: comments.slice(0, half) });
  const second = await postParts(client, pull, { ...review, comments: comments.slice(half) });
  return [...first, ...second];
}

async function post(client: Client, pull: PullRequest, review: Words): Promise<void> {
  await client.write((octokit) =>
    octokit.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      owner: pull.owner,
      repo: pull.repo,
      pull_number: pull.number,
      commit_id: review.commit,
      event: 'COMMENT',
      body: review.body,
      comments: review.comments.map(toApi),
    }),
  );
}

/** The comments that no thread of ours carries yet: the same findings on the same path. */
export function notPosted(comments: readonly ReviewComment[], threads: readonly Thread[]): readonly ReviewComment[] {
  const there = new Set(threads.filter((thread) => !thread.isResolved).map((thread) => identity(thread)));
  return comments.filter((comment) => !there.has(identity(comment)));
}

function identity(one: { readonly path: string; readonly fingerprints: readonly string[] }): string {
  return JSON.stringify([one.path, [...one.fingerprints].sort()]);
}

function toApi(comment: ReviewComment) {
  const { path, side, line, startLine, body } = comment;
  return {
    path,
    side,
    line,
    // "Start line must precede the end line": sent only when it does.
    ...(startLine !== undefined && startLine < line ? { start_line: startLine, start_side: side } : {}),
    body,
  };
}

/** Gives a comment of ours its new words. */
export async function updateComment(client: Client, pull: PullRequest, commentId: number, body: string): Promise<void> {
  const { owner, repo } = pull;
  const send = () =>
    client.write((octokit) =>
      octokit.request('PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}', {
        owner,
        repo,
        comment_id: commentId,
        body,
      }),
    );
  try {
    await send();
  } catch (error) {
    // A comment that somebody deleted needs no words; after a 5xx the same words once more change nothing.
    if (isFailure(error, 'server')) await send();
    else if (!isFailure(error, 'not-found')) throw error;
  }
}

const RESOLVE = `mutation ($thread: ID!) {
  resolveReviewThread(input: { threadId: $thread }) { thread { id } }
}`;

/** Resolves a thread. False when the App may not: that needs contents: write (github/gh-aw#35726). */
export async function resolveThread(client: Client, thread: Thread): Promise<boolean> {
  try {
    await client.mutate(RESOLVE, { thread: thread.id });
    return true;
  } catch (error) {
    if (isFailure(error, 'forbidden')) return false;
    if (isFailure(error, 'not-found')) return true;
    throw error;
  }
}
