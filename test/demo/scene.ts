import type { Scene } from '#demo/demonstration';
import { GitHub } from '#test/standin/github';
import { createReview } from '#test/standin/reviews';
import type { ReviewComment } from '#test/standin/state';

/** A pull request without an App behind it, with one comment, which suggests to replace the second line. */
export function scene(): Scene & { readonly comment: ReviewComment } {
  const hub = new GitHub();
  const repository = hub.repository('acme/shop', { 'a.yaml': 'one: 1\ntwo: 2\nthree: 3\n' });
  const author = hub.collaborator(repository, 'ann', 'write');
  const maintainer = hub.collaborator(repository, 'bob', 'maintain');
  hub.push(repository, 'change', { 'a.yaml': 'one: 1\ntwo: <b>\nthree: 3\n' }, { by: author, message: 'Change two' });
  const pull = hub.openPull(repository, 'change', { by: author, title: 'A <title>', body: 'Some *words*' });
  createReview(hub.world, pull, hub.app.bot, {
    event: 'COMMENT',
    body: 'I looked.',
    comments: [
      { path: 'a.yaml', line: 2, side: 'RIGHT', body: '<!-- marker -->\n\n**Bad**\n\n```suggestion\ntwo: 22\n```' },
    ],
  });
  const comment = pull.threads[0]?.comments[0];
  if (comment === undefined) throw new Error('There is no comment.');
  return { hub, repository, pull, author, maintainer, comment };
}
