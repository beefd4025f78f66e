import { type Html, html } from '#demo/html';
import { ago, avatar, back, name, type View } from '#demo/page/layout';
import { renderMarkdown } from '#demo/page/markdown';
import { type Row, rowsOfText } from '#demo/page/rows';
import { placeOf } from '#test/standin/place';
import type { Pull, Reaction, ReviewComment, Thread } from '#test/standin/state';

/** Of a hunk, GitHub shows this many lines above a comment in the conversation. */
const CONTEXT = 4;

/** A conversation about lines. In the conversation view it has its piece of the diff above; among the files it stands in it. */
export function thread(one: Thread, view: View): Html {
  const { outdated } = placeOf(one);
  const inFiles = view === 'files';
  const content = html`${inFiles ? undefined : pieceOf(one)}
<div class="comments">${one.comments.map((comment, index) => reviewComment(comment, view, index === 0))}</div>
${resolveForm(one, view)}`;
  const lines = one.startLine === undefined ? `line ${one.line}` : `lines ${one.startLine} to ${one.line}`;
  const title = html`<span class="path">${inFiles ? `Comment on ${lines}` : `${one.path}:${one.line}`}</span>
${outdated ? html`<span class="label warn">Outdated</span>` : undefined}
${one.resolvedBy === undefined ? undefined : html`<span class="label done">Resolved</span>`}`;
  const id = `thread-${one.id}`;
  if (one.resolvedBy === undefined)
    return html`<section class="thread" id="${id}">${inFiles ? undefined : html`<div class="threadhead">${title}</div>`}${content}</section>`;
  return html`<section class="thread resolved" id="${id}"><details>
<summary class="threadhead">${title}<span class="by">${one.resolvedBy.login} marked this conversation as resolved</span></summary>
${content}</details></section>`;
}

/** The lines of the diff that lead to the comment. */
function pieceOf({ hunk, line = 1, startLine }: Thread): Html {
  const shown = Math.max(CONTEXT, line - (startLine ?? line) + 1 + 1);
  return html`<table class="diff">${rowsOfText(hunk)
    .slice(-shown)
    .map((row) => diffRow(row))}</table>`;
}

/** One line of a diff. */
export function diffRow(row: Row, commented = false): Html {
  const sign = { same: ' ', added: '+', deleted: '-' }[row.kind];
  return html`<tr class="${row.kind}${commented ? ' commented' : ''}"><td class="n">${row.left}</td><td class="n">${row.right}</td><td class="code" data-sign="${sign}">${row.text}</td></tr>\n`;
}

function reviewComment(comment: ReviewComment, view: View, first: boolean): Html {
  const { author, createdAt, updatedAt, reactions, body } = comment;
  let block = 0;
  const suggestion = (lines: readonly string[]) => suggestionOf(comment, lines, block++, view);
  return html`<article class="comment" id="comment-${comment.id}">
<div class="byline">${avatar(author)} ${name(author)} ${ago(createdAt)}${updatedAt === createdAt ? undefined : html` · edited`}</div>
<div class="markdown">${renderMarkdown(body, first ? suggestion : undefined)}</div>
${reactionsOf(reactions)}
</article>`;
}

const SIGNS: Readonly<Record<string, string>> = {
  eyes: '👀',
  rocket: '🚀',
  confused: '😕',
  '+1': '👍',
};

/** The signs under a comment. */
export function reactionsOf(reactions: readonly Reaction[]): Html | undefined {
  if (reactions.length === 0) return undefined;
  return html`<p class="reactions">${reactions.map(
    ({ content, user }) => html`<span class="reaction" title="${user.login}">${SIGNS[content] ?? content}</span>`,
  )}</p>`;
}

/** What a suggestion takes away and puts in, and the button that commits it. */
function suggestionOf({ thread: one, id }: ReviewComment, lines: readonly string[], index: number, view: View): Html {
  const old = suggestedLines(one);
  const row = (kind: 'deleted' | 'added', text: string) =>
    html`<tr class="${kind}"><td class="code" data-sign="${kind === 'added' ? '+' : '-'}">${text}</td></tr>\n`;
  const can = one.pull.state === 'open' && one.resolvedBy === undefined && !placeOf(one).outdated;
  return html`<div class="suggestion"><div class="suggestionhead">Suggested change</div>
<table class="diff">${old.map((text) => row('deleted', text))}${lines.map((text) => row('added', text))}</table>
${
  can
    ? html`<form method="post" action="/suggestions/${id}">${back(view)}<input type="hidden" name="index" value="${index}"><button class="primary">Commit suggestion</button></form>`
    : undefined
}</div>\n`;
}

/** The lines that a suggestion takes the place of, as they were when it was made. */
export function suggestedLines({ pull, path, commit, line = 1, startLine }: Thread): readonly string[] {
  return linesAt(pull, commit, path).slice((startLine ?? line) - 1, line);
}

function linesAt(pull: Pull, commit: string, path: string): string[] {
  const content = pull.base.repository.objects.read(commit, path);
  return Buffer.from(content ?? [])
    .toString('utf8')
    .split('\n');
}

function resolveForm({ id, resolvedBy }: Thread, view: View): Html {
  const [value, words] =
    resolvedBy === undefined ? ['true', 'Resolve conversation'] : ['false', 'Unresolve conversation'];
  return html`<form class="resolve" method="post" action="/threads/${id}">${back(view)}<input type="hidden" name="resolved" value="${value}"><button>${words}</button></form>`;
}
