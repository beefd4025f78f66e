import { runOf, type Scene } from '#demo/demonstration';
import { type Html, html } from '#demo/html';
import { baseTip, changesOf } from '#test/standin/changes';
import { type Account, type CheckRun, fullName, type Pull } from '#test/standin/state';

/** The views of a pull request, as GitHub has them. */
export type View = 'conversation' | 'checks' | 'files';

/** Where each view is served. */
export const PATHS: Readonly<Record<View, string>> = { conversation: '/', checks: '/checks', files: '/files' };

/** A whole page. `live` is what the script exchanges when the pull request changes; `rest` stays. */
export function page(title: string, live: Html, rest?: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/page.css">
<script src="/page.js" defer></script>
</head>
<body>
<div class="strip">Leastwise demo: the real App against a stand-in for GitHub, on this machine only</div>
<div id="live">${live}</div>
${rest}
<div id="toast" role="status" hidden></div>
</body>
</html>
`.text;
}

/** The head of a pull request's page: where it is, its title and state, and the tabs. */
export function head(scene: Scene, view: View): Html {
  const { pull, repository } = scene;
  const changes = changesOf(pull);
  const added = changes.reduce((sum, { additions }) => sum + additions, 0);
  const deleted = changes.reduce((sum, { deletions }) => sum + deletions, 0);
  const said = pull.comments.length + pull.threads.reduce((sum, { comments }) => sum + comments.length, 0);
  const run = runOf(scene);
  const tab = (to: View, name: string, count: Html | number) =>
    html`<a href="${PATHS[to]}"${to === view ? html` aria-current="page"` : undefined}>${name} <span class="count">${count}</span></a>`;
  const commits = commitsOf(pull).length;
  return html`<header class="head">
<p class="where"><a href="/">${repository.owner.login}</a> / <a href="/"><b>${repository.name}</b></a></p>
<h1>${pull.title} <span class="number">#${pull.number}</span></h1>
<p class="state"><span class="badge ${pull.state}">${pull.state === 'open' ? 'Open' : 'Closed'}</span>
<b>${pull.author.login}</b> wants to merge ${commits} ${commits === 1 ? 'commit' : 'commits'} into <code>${pull.base.ref}</code> from <code>${pull.head.ref}</code></p>
<nav class="tabs">
${tab('conversation', 'Conversation', said)}
${tab('checks', 'Checks', run === undefined ? 0 : mark(run))}
${tab('files', 'Files changed', changes.length)}
<span class="size"><span class="plus">+${added}</span> <span class="minus">−${deleted}</span></span>
</nav>
</header>`;
}

/** The pull request's own commits, oldest first. */
export function commitsOf(pull: Pull) {
  return pull.base.repository.objects.between(baseTip(pull), pull.head.sha);
}

/** How a check run stands, as a sign. */
export function mark({ status, conclusion }: CheckRun): Html {
  if (status !== 'completed') return html`<span class="mark running" title="In progress"></span>`;
  return conclusion === 'success'
    ? html`<span class="mark success" title="Successful">✓</span>`
    : html`<span class="mark failure" title="Failed">✕</span>`;
}

/** How a check run stands, in a word. */
export function standing({ status, conclusion }: CheckRun): string {
  if (status !== 'completed') return 'in progress';
  return conclusion === 'success' ? 'successful' : 'failing';
}

/** A round sign for an account: the first letter of people, a shield for the App. */
export function avatar({ login, type }: Account): Html {
  if (type !== 'Bot') return html`<span class="avatar person">${login.slice(0, 1).toUpperCase()}</span>`;
  return html`<span class="avatar bot"><svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true"><path d="M8 1 2.5 3v4.2c0 3.6 2.3 6.4 5.5 7.8 3.2-1.4 5.5-4.2 5.5-7.8V3z" fill="currentColor"/><path d="m5.3 7.9 1.9 1.9 3.5-3.6" fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/></svg></span>`;
}

/** An account's name, with the sign for Apps. */
export function name({ login, type }: Account): Html {
  return type === 'Bot'
    ? html`<b>${login.replace(/\[bot\]$/, '')}</b> <span class="label">bot</span>`
    : html`<b>${login}</b>`;
}

/** A moment, as long ago as it is; the script keeps it true. */
export function ago(moment: string): Html {
  const minutes = Math.floor((Date.now() - Date.parse(moment)) / 60_000);
  const words = minutes < 1 ? 'just now' : `${minutes} min ago`;
  return html`<time datetime="${moment}">${words}</time>`;
}

/** A field that tells the server where to go back to. */
export function back(view: View): Html {
  return html`<input type="hidden" name="back" value="${view}">`;
}

/** The name of the repository with its owner. */
export function nameOf({ repository }: Scene): string {
  return fullName(repository);
}
