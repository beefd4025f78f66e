import { readFileSync } from 'node:fs';
import type { Scene } from '#demo/demonstration';
import { html } from '#demo/html';
import { nameOf, page } from '#demo/page/layout';
import { renderMarkdown } from '#demo/page/markdown';

/** The page of a rule, as `docs/rules` has it; undefined where there is none. @param id `aws/lambda/tracing` */
export function rulePage(id: string): string | undefined {
  if (!/^[a-z0-9]+(?:[/-][a-z0-9]+)*$/.test(id)) return undefined;
  try {
    const text = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
    return page(
      id,
      html`<main class="document"><div class="box"><div class="markdown">${renderMarkdown(text)}</div></div></main>`,
    );
  } catch {
    return undefined;
  }
}

/** A file at a commit, its lines numbered and to be linked to; undefined where there is none. */
export function filePage(scene: Scene, commit: string, path: string): string | undefined {
  const content = scene.repository.objects.read(commit, path);
  if (content === undefined) return undefined;
  const lines = Buffer.from(content).toString('utf8').replace(/\n$/, '').split('\n');
  const rows = lines.map(
    (text, index) => html`<tr id="L${index + 1}"><td class="n">${index + 1}</td><td class="code">${text}</td></tr>\n`,
  );
  const live = html`<main class="document"><p class="where"><a href="/">${nameOf(scene)}</a> at <code>${commit.slice(0, 7)}</code></p>
<section class="file"><div class="filehead"><span class="path">${path}</span></div><table class="diff">${rows}</table></section></main>`;
  return page(path, live);
}
