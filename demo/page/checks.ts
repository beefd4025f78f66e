import { runOf, type Scene } from '#demo/demonstration';
import { type Html, html } from '#demo/html';
import { ago, back, head, mark, page, standing } from '#demo/page/layout';
import { renderMarkdown } from '#demo/page/markdown';
import type { Annotation, CheckRun } from '#test/standin/state';

/** "Checks": the App's run on the head, with its summary, details and annotations. */
export function checksPage(scene: Scene): string {
  const { pull } = scene;
  const run = runOf(scene);
  const live = html`${head(scene, 'checks')}
<main class="checks">${run === undefined ? html`<p>No check has started yet.</p>` : shown(run)}</main>`;
  return page(`Checks · ${pull.title} #${pull.number}`, live);
}

function shown(run: CheckRun): Html {
  const { suite, title, summary, text, annotations, completedAt, startedAt } = run;
  const seconds = completedAt === null ? undefined : (Date.parse(completedAt) - Date.parse(startedAt)) / 1000;
  return html`<aside><p class="runname">${mark(run)} <b>${run.name}</b></p></aside>
<article class="run" id="run-${run.id}">
<div class="runhead"><div><h2>${run.name} / <span class="standing">${standing(run)}</span></h2>
<p>${ago(completedAt ?? startedAt)} on <code>${suite.headSha.slice(0, 7)}</code>${seconds === undefined ? undefined : ` · took ${seconds < 1 ? 'under 1' : seconds} s`}</p></div>
<form method="post" action="/rerun">${back('checks')}<button>Re-run</button></form></div>
<div class="markdown"><h3 class="title">${title ?? 'Reviewing the change'}</h3>${renderMarkdown(summary ?? '')}</div>
${text === null ? undefined : html`<div class="markdown text">${renderMarkdown(text)}</div>`}
${annotations.length === 0 ? undefined : html`<h3 class="annotationshead">Annotations</h3>`}
${annotations.map(annotation)}
</article>`;
}

function annotation(one: Annotation): Html {
  const { path, start_line, end_line, annotation_level, message, title } = one;
  const lines = start_line === end_line ? `line ${start_line}` : `lines ${start_line} to ${end_line}`;
  const paragraphs = message.split(/\n{2,}/).map((text) => html`<p>${text}</p>`);
  return html`<section class="annotation ${annotation_level}">
<p class="at">${annotation_level} · ${path}, ${lines}</p>
<h4>${typeof title === 'string' ? title : ''}</h4>
${paragraphs}
</section>`;
}
