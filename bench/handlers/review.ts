import { pipeline } from '#app/pipeline';
import type { Reviewed, ReviewSources } from '#app/reviewer';
import { DEFAULT_CONFIG } from '#scan/config';
import { diffFile } from '#source/diff';
import { snapshotOf } from '#test/source/memory';
import { median, table } from '../measure.js';
import { Random } from '../random.js';
import { labelledApplications } from './set.js';

/*
 * What the review of a change of 20 handlers takes: labelled applications side by side in one repository, of each the mended side before the
 * change and the other after it. How to run it: README.md in the folder above.
 */

const HANDLERS = 20;
const SEEDS = 10;
const AGAIN = 5;

/** The repositories before and after the change, and the comments that the review makes. */
function changeOf(seed: number): () => Promise<Reviewed> {
  const all = labelledApplications();
  const pairs = Array.from({ length: all.length / 2 }, (_, index) => [all[index * 2], all[index * 2 + 1]] as const);
  const chosen = new Random(seed).shuffled(pairs).slice(0, HANDLERS);
  const base: Record<string, string> = {};
  const head: Record<string, string> = {};
  for (const [index, [bad, good]] of chosen.entries()) {
    for (const [path, text] of Object.entries(good?.files ?? {})) base[`services/s${index}/${path}`] = text;
    for (const [path, text] of Object.entries(bad?.files ?? {})) head[`services/s${index}/${path}`] = text;
  }
  const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((path) => base[path] !== head[path]);
  const sources: ReviewSources = {
    head: snapshotOf(head),
    base: snapshotOf(base),
    conversation: async () => ({ headSha: 'b'.repeat(40), state: 'open', threads: [], acceptances: [] }),
  };
  const material = {
    repository: { owner: 'acme', repo: 'shop' },
    pull: 1,
    headSha: 'b'.repeat(40),
    mergeBase: 'a'.repeat(40),
    diff: { files: paths.map((path) => diffFile(path, base[path], head[path])), complete: true },
    config: DEFAULT_CONFIG,
    today: '2027-01-15',
    canResolve: false,
    webUrl: 'https://github.com',
    rulesUrl: 'https://example.com/rules',
    acceptAll: false,
  } as const;
  return () => pipeline(material, sources, new AbortController().signal);
}

async function processor(
  review: () => Promise<Reviewed>,
): Promise<{ readonly seconds: number; readonly made: Reviewed }> {
  const before = process.cpuUsage();
  const made = await review();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, made };
}

const rows: string[][] = [];
const firsts: number[] = [];
const agains: number[] = [];
for (let seed = 1; seed <= SEEDS; seed++) {
  const review = changeOf(seed);
  const { seconds, made } = await processor(review);
  const again: number[] = [];
  for (let run = 0; run < AGAIN; run++) again.push((await processor(review)).seconds);
  firsts.push(seconds);
  agains.push(median(again));
  rows.push([String(seed), seconds.toFixed(2), median(again).toFixed(2), String(made.review.comments.length)]);
}
console.log(table(['seed', 'first, s', 'again, s', 'comments'], rows));
console.log(
  `Median of the first of each change ${median(firsts).toFixed(2)} s (the very first in the process ${firsts[0]?.toFixed(2)} s), of those after it ${median(agains).toFixed(2)} s of processor time.`,
);
