/** Comments in the conversation of a pull request, and reactions. */
import { issueCommentJson, issueJson } from '#test/standin/represent';
import { checkBody } from '#test/standin/reviews';
import type { Json } from '#test/standin/route';
import { type Account, type IssueComment, type Pull, type Reaction, Refused, type World } from '#test/standin/state';

function emit(world: World, comment: IssueComment, action: string, sender: Account, extra: Json = {}): void {
  const { repository } = comment.pull.base;
  const payload = { action, issue: issueJson(comment.pull), comment: issueCommentJson(comment, world.app), ...extra };
  world.emit('issue_comment', repository, sender, payload);
}

export function addComment(world: World, pull: Pull, author: Account, body: unknown): IssueComment {
  const text = checkBody(body);
  if (text.trim() === '')
    throw new Refused(422, 'Validation Failed', [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }]);
  const now = world.now();
  const comment = world.register('IC', {
    id: world.nextId(),
    pull,
    author,
    createdAt: now,
    updatedAt: now,
    reactions: [],
    body: text,
  });
  pull.comments.push(comment);
  emit(world, comment, 'created', author);
  return comment;
}

export function editIssueComment(world: World, comment: IssueComment, body: unknown, by: Account): void {
  const changes = { body: { from: comment.body } };
  comment.body = checkBody(body);
  comment.updatedAt = world.now();
  emit(world, comment, 'edited', by, { changes });
}

export function deleteIssueComment(world: World, comment: IssueComment, by: Account): void {
  comment.pull.comments.splice(comment.pull.comments.indexOf(comment), 1);
  emit(world, comment, 'deleted', by);
}

/** Reacts once: a repetition changes nothing and gives the reaction that is there (OAS: 200 instead of 201). */
export function react(
  world: World,
  to: { readonly reactions: Reaction[] },
  user: Account,
  content: string,
): { reaction: Reaction; isNew: boolean } {
  const known = to.reactions.find((reaction) => reaction.user === user && reaction.content === content);
  if (known !== undefined) return { reaction: known, isNew: false };
  const reaction = { id: world.nextId(), user, content, createdAt: world.now() };
  to.reactions.push(reaction);
  return { reaction, isNew: true };
}
