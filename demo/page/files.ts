import type { Scene } from '#demo/demonstration';
import { type Html, html } from '#demo/html';
import { head, page } from '#demo/page/layout';
import { type Row, rowsOf } from '#demo/page/rows';
import { diffRow, thread } from '#demo/page/thread';
import { changesOf } from '#test/standin/changes';
import type { FileChange } from '#test/standin/diff';
import { type Place, placeOf } from '#test/standin/place';
import type { Thread } from '#test/standin/state';

interface Placed {
  readonly thread: Thread;
  readonly place: Place;
}

/** "Files changed": the diff, with each conversation under the line that it is about. */
export function filesPage(scene: Scene): string {
  const { pull } = scene;
  const placed = pull.threads.map((one) => ({ thread: one, place: placeOf(one) }));
  const changes = changesOf(pull);
  const live = html`${head(scene, 'files')}
<main class="files">${changes.map((change) =>
    file(
      change,
      placed.filter(({ thread: one }) => one.path === change.filename),
    ),
  )}</main>`;
  return page(`Files changed · ${pull.title} #${pull.number}`, live);
}

function file(change: FileChange, placed: readonly Placed[]): Html {
  const rows = change.hunks.map((hunk, index) => [
    hunkHead(change.patch ?? '', index),
    rowsOf(hunk).map((row) => withThreads(row, placed)),
  ]);
  return html`<section class="file" id="${change.filename}">
<div class="filehead"><span class="path">${change.filename}</span>
<span class="size"><span class="plus">+${change.additions}</span> <span class="minus">−${change.deletions}</span></span></div>
<table class="diff">${rows.length === 0 ? html`<tr><td class="code">Not shown</td></tr>` : rows}</table>
</section>`;
}

function hunkHead(patch: string, index: number): Html {
  const heads = patch.split('\n').filter((line) => line.startsWith('@@ '));
  return html`<tr class="hunk"><td class="n"></td><td class="n"></td><td class="code">${heads[index]}</td></tr>\n`;
}

function withThreads(row: Row, placed: readonly Placed[]): Html[] {
  const numberOn = (side: 'LEFT' | 'RIGHT') => (side === 'LEFT' ? row.left : row.right);
  const ofRow = placed.filter(({ thread: one }) => row.kind !== 'same' || one.side === 'RIGHT');
  const commented = ofRow.some(({ thread: one, place }) => {
    const number = numberOn(one.side);
    return (
      number !== undefined && place.line !== null && number <= place.line && number >= (place.startLine ?? place.line)
    );
  });
  const here = ofRow.filter(({ thread: one, place }) => place.line !== null && numberOn(one.side) === place.line);
  if (here.length === 0) return [diffRow(row, commented)];
  return [
    diffRow(row, commented),
    html`<tr class="inline"><td colspan="3">${here.map(({ thread: one }) => thread(one, 'files'))}</td></tr>\n`,
  ];
}
