import { runOf, type Scene } from '#demo/demonstration';
import { type Html, html } from '#demo/html';
import { ago, avatar, back, commitsOf, head, mark, name, page, standing } from '#demo/page/layout';
import { renderMarkdown } from '#demo/page/markdown';
import { reactionsOf, thread } from '#demo/page/thread';
import { commentsOf } from '#test/standin/reviews';
import { type Account, type IssueComment, nodeId, type Pull, type Review } from '#test/standin/state';

/** Something in the conversation, with the moment at which it came. */
interface Item {
  readonly at: string;
  readonly shown: Html;
}

/** The view in which a pull request opens: what was said and done, in the order in which it came. */
export function conversationPage(scene: Scene): string {
  const { pull, author, maintainer } = scene;
  const items = [...commits(pull), ...pull.reviews.flatMap(review), ...pull.comments.map(comment)];
  items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const opening = box(pull.author, pull.createdAt, 'opened this pull request', renderMarkdown(pull.body ?? ''));
  const live = html`${head(scene, 'conversation')}
<main class="timeline">${opening}${items.map(({ shown }) => shown)}${mergeBox(scene)}</main>`;
  return page(`${pull.title} #${pull.number}`, live, commentForm(author, maintainer));
}

function box(who: Account, when: string, does: string, body: Html, id?: string): Html {
  return html`<article class="box"${id === undefined ? undefined : html` id="${id}"`}>
<div class="boxhead">${avatar(who)} <span>${name(who)} ${does} ${ago(when)}</span></div>
<div class="markdown">${body}</div>
</article>`;
}

function commits(pull: Pull): Item[] {
  return commitsOf(pull).map(({ sha, message, author }) => ({
    at: author.date,
    shown: html`<p class="event"><span class="dot"></span> <b>${author.name}</b> committed <span class="message">${message.split('\n', 1)[0]}</span> <code>${sha.slice(0, 7)}</code></p>`,
  }));
}

/** A review with the conversations that it opened. Answers are shown in their conversation, not as reviews of their own. */
function review(one: Review): Item[] {
  const opened = commentsOf(one).filter((written) => written.thread.comments[0] === written);
  if (one.body === '' && opened.length === 0) return [];
  const shown = html`<section class="review" id="review-${one.id}">
${one.body === '' ? undefined : box(one.author, one.submittedAt, 'reviewed', renderMarkdown(one.body))}
<div class="threads">${opened.map((written) => thread(written.thread, 'conversation'))}</div>
</section>`;
  return [{ at: one.submittedAt, shown }];
}

function comment(one: IssueComment): Item {
  const body = html`${renderMarkdown(one.body)}${reactionsOf(one.reactions)}`;
  return { at: one.createdAt, shown: box(one.author, one.createdAt, 'commented', body, nodeId('IC', one.id)) };
}

/** What GitHub says at the end of the conversation: may this be merged? */
function mergeBox(scene: Scene): Html {
  const run = runOf(scene);
  if (run === undefined)
    return html`<section class="merge"><p><span class="mark running"></span> Waiting for the first check</p></section>`;
  const words = {
    successful: 'All checks have passed',
    failing: 'Some checks were not successful',
    'in progress': 'Some checks have not completed yet',
  };
  const now = standing(run);
  return html`<section class="merge ${now.replace(' ', '-')}" id="merge">
<p class="verdict">${words[now as keyof typeof words]}</p>
<p class="check">${mark(run)} <b>${run.name}</b> <span>${run.title ?? 'Reviewing the change'}</span> <a href="/checks">Details</a></p>
</section>`;
}

function commentForm(author: Account, maintainer: Account): Html {
  const hints = ['/leastwise rescan', '/leastwise accept', '/leastwise help'];
  return html`<form class="write" method="post" action="/comments">${back('conversation')}
<label for="body"><b>Add a comment</b></label>
<textarea id="body" name="body" rows="3" required placeholder="Leave a comment, or give Leastwise a command on the first line"></textarea>
<p class="hints">${hints.map((hint) => html`<button type="button" data-insert="${hint}">${hint}</button>`)}</p>
<p class="send"><label>as <select name="by"><option value="author">${author.login} (author)</option><option value="maintainer">${maintainer.login} (maintainer)</option></select></label>
<button class="primary">Comment</button></p>
</form>`;
}
