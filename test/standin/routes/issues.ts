/** Comments in the conversation, reactions. */
import { addComment, deleteIssueComment, editIssueComment, react } from '#test/standin/issues';
import { issueCommentJson, issueJson, reactionJson } from '#test/standin/represent';
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
import { mayChange, commentOf as reviewCommentOf } from '#test/standin/routes/pulls';
import { type IssueComment, notFound, type Reaction } from '#test/standin/state';

function commentOf(call: Call): IssueComment {
  const id = Number(call.parameters.comment_id);
  const found = [...repositoryOf(call).pulls.values()]
    .flatMap(({ comments }) => comments)
    .find((comment) => comment.id === id);
  if (found === undefined) throw notFound();
  return found;
}

type Find = (call: Call) => { readonly reactions: Reaction[] };

const reactTo =
  (find: Find) =>
  (call: Call): Reply => {
    const { reaction, isNew } = react(call.world, find(call), authorOf(call), String(call.body.content));
    return { status: isNew ? 201 : 200, body: reactionJson(reaction) };
  };

const unreact =
  (find: Find) =>
  (call: Call): Reply => {
    const { reactions } = find(call);
    const index = reactions.findIndex(
      ({ id, user }) => id === Number(call.parameters.reaction_id) && user === authorOf(call),
    );
    if (index < 0) throw notFound();
    reactions.splice(index, 1);
    return { status: 204 };
  };

const listReactions =
  (find: Find) =>
  (call: Call): Reply => {
    const content = call.query.get('content');
    return page(
      call,
      find(call).reactions.filter((reaction) => (content ?? reaction.content) === reaction.content),
      reactionJson,
    );
  };

export const issueRoutes: Readonly<Record<string, Handler>> = {
  'issues/get': (call) => ok(issueJson(pullOf(call))),
  'issues/list-comments': (call) =>
    page(call, pullOf(call).comments, (comment) => issueCommentJson(comment, call.world.app)),
  'issues/get-comment': (call) => ok(issueCommentJson(commentOf(call), call.world.app)),
  'issues/create-comment': (call) =>
    created(issueCommentJson(addComment(call.world, pullOf(call), authorOf(call), call.body.body), call.world.app)),
  'issues/update-comment': (call) => {
    const comment = commentOf(call);
    mayChange(call, comment);
    editIssueComment(call.world, comment, call.body.body, authorOf(call));
    return ok(issueCommentJson(comment, call.world.app));
  },
  'issues/delete-comment': (call) => {
    const comment = commentOf(call);
    mayChange(call, comment);
    deleteIssueComment(call.world, comment, authorOf(call));
    return { status: 204 };
  },
  'reactions/create-for-issue-comment': reactTo(commentOf),
  'reactions/create-for-pull-request-review-comment': reactTo((call) => reviewCommentOf(call)),
  'reactions/list-for-issue-comment': listReactions(commentOf),
  'reactions/list-for-pull-request-review-comment': listReactions((call) => reviewCommentOf(call)),
  'reactions/delete-for-issue-comment': unreact(commentOf),
  'reactions/delete-for-pull-request-comment': unreact((call) => reviewCommentOf(call)),
};
