/** Pull requests, their files, reviews and review comments. */

import { notAccessible } from '#test/standin/auth';
import { changesOf, maxFiles } from '#test/standin/changes';
import type { FileChange } from '#test/standin/diff';
import { commitJson, pullJson, reviewCommentJson, reviewJson } from '#test/standin/represent';
import {
  checkBody,
  commentsOf,
  createComment,
  createReview,
  deleteComment,
  editComment,
  reply,
} from '#test/standin/reviews';
import {
  authorOf,
  type Call,
  created,
  type Handler,
  ok,
  page,
  pullOf,
  type Reply,
  repositoryOf,
} from '#test/standin/routes/call';
import { fileJson } from '#test/standin/routes/git';
import {
  atLeast,
  notFound,
  type Pull,
  Refused,
  type Repository,
  type Review,
  type ReviewComment,
} from '#test/standin/state';

/** GitHub gives no diff of a pull request beyond these (docs: repository limits; reviewdog#2150 for the 406). */
const maxDiff = { files: 300, lines: 20_000, bytes: 1_000_000 };

function getPull(call: Call): Reply {
  const pull = pullOf(call);
  if (!/\.diff\b/.test(call.accept)) return ok(pullJson(call.world, pull));
  const changes = changesOf(pull);
  const tooLarge = (message: string) =>
    new Refused(406, `Sorry, the diff exceeded the maximum ${message}`, [
      { resource: 'PullRequest', field: 'diff', code: 'too_large' },
    ]);
  if (changes.length > maxDiff.files)
    throw tooLarge(`number of files (${maxDiff.files}). Consider using 'List pull requests files' API.`);
  if (changes.reduce((sum, change) => sum + change.changes, 0) > maxDiff.lines)
    throw tooLarge(`number of lines (${maxDiff.lines})`);
  const text = changes.map(diffText).join('');
  if (Buffer.byteLength(text) > maxDiff.bytes) throw tooLarge(`size (${maxDiff.bytes} bytes)`);
  return { status: 200, text, headers: { 'content-type': 'application/vnd.github.v3.diff; charset=utf-8' } };
}

function diffText(change: FileChange): string {
  const from = change.previous_filename ?? change.filename;
  const sides = [
    change.status === 'added' ? '/dev/null' : `a/${from}`,
    change.status === 'removed' ? '/dev/null' : `b/${change.filename}`,
  ];
  const body = change.patch === undefined ? '' : `--- ${sides[0]}\n+++ ${sides[1]}\n${change.patch}\n`;
  return `diff --git a/${from} b/${change.filename}\n${body}`;
}

function listPulls(call: Call): Reply {
  const state = call.query.get('state') ?? 'open';
  const [head, base] = [call.query.get('head'), call.query.get('base')];
  const matching = [...repositoryOf(call).pulls.values()]
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => base === null || pull.base.ref === base)
    .filter((pull) => head === null || head === `${pull.head.repository.owner.login}:${pull.head.ref}`);
  return page(call, matching.reverse(), (pull) => pullJson(call.world, pull));
}

function reviewOf(call: Call): Review {
  const review = pullOf(call).reviews.find(({ id }) => id === Number(call.parameters.review_id));
  if (review === undefined) throw notFound();
  return review;
}

/** A pending review is seen by its author only. */
function visible(call: Call, review: Review): boolean {
  return review.state !== 'PENDING' || ('account' in call.actor && call.actor.account === review.author);
}

function allComments(pull: Pull): ReviewComment[] {
  return pull.threads
    .flatMap(({ comments }) => comments)
    .filter(({ review }) => review.state !== 'PENDING')
    .sort((a, b) => a.id - b.id);
}

function commentOf(call: Call, repository: Repository = repositoryOf(call)): ReviewComment {
  const id = Number(call.parameters.comment_id);
  const found = [...repository.pulls.values()]
    .flatMap((pull) => pull.threads.flatMap(({ comments }) => comments))
    .find((comment) => comment.id === id);
  if (found === undefined) throw notFound();
  return found;
}

/** Comments are changed by who wrote them; people with write may change others', Apps may not. */
function mayChange(call: Call, comment: { readonly author: unknown }): void {
  const author = authorOf(call);
  if (comment.author === author) return;
  if (call.actor.kind === 'installation') throw notAccessible();
  if (!atLeast(call.world.roleOf(repositoryOf(call), author), 'write'))
    throw new Refused(403, 'Must have push access to repository');
}

export const pullRoutes: Readonly<Record<string, Handler>> = {
  'pulls/get': getPull,
  'pulls/list': listPulls,
  'pulls/list-files': (call) => {
    const pull = pullOf(call);
    return page(call, changesOf(pull).slice(0, maxFiles), (change) =>
      fileJson(pull.base.repository, pull.head.sha, change),
    );
  },
  // OAS: "Lists a maximum of 250 commits for a pull request."
  'pulls/list-commits': (call) => {
    const { base, head } = pullOf(call);
    const commits = base.repository.objects.between(base.sha, head.sha).slice(0, 250);
    return page(call, commits, (commit) => commitJson(base.repository, commit));
  },
  'pulls/create-review': (call) => ok(reviewJson(createReview(call.world, pullOf(call), authorOf(call), call.body))),
  'pulls/get-review': (call) => ok(reviewJson(reviewOf(call))),
  'pulls/list-reviews': (call) =>
    page(
      call,
      pullOf(call).reviews.filter((review) => visible(call, review)),
      reviewJson,
    ),
  'pulls/update-review': (call) => {
    const review = reviewOf(call);
    mayChange(call, review);
    review.body = checkBody(call.body.body);
    return ok(reviewJson(review));
  },
  'pulls/list-comments-for-review': (call) => page(call, commentsOf(reviewOf(call)), reviewCommentJson),
  'pulls/list-review-comments': (call) => page(call, allComments(pullOf(call)), reviewCommentJson),
  'pulls/get-review-comment': (call) => ok(reviewCommentJson(commentOf(call))),
  'pulls/create-review-comment': (call) =>
    created(reviewCommentJson(createComment(call.world, pullOf(call), authorOf(call), call.body))),
  'pulls/update-review-comment': (call) => {
    const comment = commentOf(call);
    mayChange(call, comment);
    editComment(call.world, comment, String(call.body.body), authorOf(call));
    return ok(reviewCommentJson(comment));
  },
  'pulls/delete-review-comment': (call) => {
    const comment = commentOf(call);
    mayChange(call, comment);
    deleteComment(call.world, comment, authorOf(call));
    return { status: 204 };
  },
  // OAS marks it as not enabled for GitHub Apps; `in_reply_to` of create-review-comment is.
  'pulls/create-reply-for-review-comment': (call) => {
    if (call.actor.kind === 'installation') throw notAccessible();
    const to = Number(call.parameters.comment_id);
    return created(reviewCommentJson(reply(call.world, pullOf(call), authorOf(call), to, String(call.body.body))));
  },
};

export { commentOf, mayChange };
