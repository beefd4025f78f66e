import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pipeline } from '#app/pipeline';
import { reviewerInChild } from '#app/review-process';
import type { Reviewed, Reviewer, ReviewMaterial, ReviewSources } from '#app/reviewer';
import { fingerprintsIn } from '#review/marker';
import { DEFAULT_CONFIG } from '#scan/config';
import { parseConfig } from '#scan/config-file';
import { type Diff, diffFile } from '#source/diff';
import { SourceFile } from '#source/file';
import type { Snapshot } from '#source/snapshot';
import { start, verdicts } from '#test/app/harness';
import { median, table } from './measure.js';

/*
 * What one review takes: computing in this process, computing and memory in the child process that the App uses, and requests
 * of the App to the stand-in for GitHub. How to run it and how to read it: README.md beside this file.
 */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    out: { type: 'string', default: fileURLToPath(new URL('./results/review.md', import.meta.url)) },
  },
});
const RUNS = Number(values.runs);
const LIMITS = { seconds: 300, megabytes: 400 };
/** The child as the image starts it, from `dist`: reading TypeScript takes memory of its own. */
const CHILD = new URL('../dist/app/review-child.js', import.meta.url);

type Files = Readonly<Record<string, string>>;

const shop = (side: string): string =>
  readFileSync(new URL(`../demo/shop/${side}/template.yaml`, import.meta.url), 'utf8');

/** Services of 100 files each: 1 template, 29 other YAML and JSON files, 70 of code. */
function repository(services: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let service = 0; service < services; service += 1) {
    const at = `services/s${service}`;
    files[`${at}/template.yaml`] = shop('main');
    for (let index = 0; index < 15; index += 1) files[`${at}/data/d${index}.json`] = `{"at":${index}}\n`;
    for (let index = 0; index < 14; index += 1) files[`${at}/conf/c${index}.yml`] = `a: ${index}\nb: [1, 2]\n`;
    for (let index = 0; index < 70; index += 1) files[`${at}/src/f${index}.mjs`] = handler(index);
  }
  return files;
}

function handler(index: number): string {
  return `import { get } from './get.mjs';\n\nexport const handler = async (event) => get(event, ${index});\n`;
}

/** A change to so many templates, each with all the defects of the demonstration, and to code up to a number of files. */
function change(templates: number, files: number, services: number): Record<string, string> {
  const edits: Record<string, string> = {};
  for (let index = 0; index < templates; index += 1) edits[`services/s${index}/template.yaml`] = shop('pull-request');
  for (let index = 0; index < files - templates; index += 1)
    edits[`services/s${index % services}/src/f${Math.floor(index / services)}.mjs`] = handler(1000 + index);
  return edits;
}

interface Case {
  readonly name: string;
  readonly base: Files;
  readonly edits: Files;
}

function caseOf(services: number, templates: number, files: number): Case {
  const name = `${files} files (${templates} template${templates === 1 ? '' : 's'}) of ${services * 100}`;
  return { name, base: repository(services), edits: change(templates, files, services) };
}

function snapshotOf(commit: string, files: Files): Snapshot {
  const entries = Object.entries(files).map(([path, text]) => ({
    path,
    blob: `${text.length}-${path}`,
    size: text.length,
    kind: 'file' as const,
  }));
  return {
    commit,
    list: async () => ({ entries, truncated: false }),
    read: async (paths) =>
      new Map(
        paths.flatMap((path) => {
          const text = files[path];
          return text === undefined ? [] : [[path, new SourceFile(path, text)] as const];
        }),
      ),
  };
}

function material(diff: Diff): ReviewMaterial {
  return {
    repository: { owner: 'acme', repo: 'shop' },
    pull: 1,
    headSha: 'b'.repeat(40),
    mergeBase: 'a'.repeat(40),
    diff,
    config: DEFAULT_CONFIG,
    today: '2027-01-15',
    canResolve: false,
    webUrl: 'https://github.com',
    rulesUrl: 'https://example.com/rules',
    acceptAll: false,
  };
}

/** One review of a case by a reviewer. */
function reviewOf({ base, edits }: Case, reviewer: Reviewer): () => Promise<Reviewed> {
  const head = { ...base, ...edits };
  const files = Object.keys(edits).map((path) => diffFile(path, base[path], head[path]));
  const sources: ReviewSources = {
    head: snapshotOf('b'.repeat(40), head),
    base: snapshotOf('a'.repeat(40), base),
    conversation: async () => ({ headSha: 'b'.repeat(40), state: 'open', threads: [], acceptances: [] }),
  };
  return () => reviewer(material({ files, complete: true }), sources, new AbortController().signal);
}

interface Figures {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** Watches the children of this process: the most memory and the processor time that one of them had. */
class Children {
  #megabytes = 0;
  readonly #cpu = new Map<string, number>();
  readonly #timer = setInterval(() => this.#look(), 10);

  #look(): void {
    for (const thread of readdirSync('/proc/self/task')) {
      const pids = attempt(() => readFileSync(`/proc/self/task/${thread}/children`, 'utf8')) ?? '';
      for (const pid of pids.split(' ').filter((one) => one !== '')) this.#watch(pid);
    }
  }

  #watch(pid: string): void {
    // The loader of TypeScript has a process of its own, which is no part of the review.
    if (!(attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '').includes('review-child')) return;
    const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
    this.#megabytes = Math.max(this.#megabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    // After the name in brackets: state, then fields 4 and on; user and system time are 14 and 15, in hundredths.
    const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? '';
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    this.#cpu.set(pid, (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100);
  }

  end(): { readonly cpu: number; readonly megabytes: number } {
    clearInterval(this.#timer);
    return { cpu: [...this.#cpu.values()].reduce((sum, one) => sum + one, 0), megabytes: this.#megabytes };
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

async function inProcess(review: () => Promise<Reviewed>): Promise<Figures> {
  const before = process.cpuUsage();
  const started = performance.now();
  await review();
  const { user, system } = process.cpuUsage(before);
  return {
    wall: (performance.now() - started) / 1000,
    cpu: (user + system) / 1e6,
    megabytes: process.memoryUsage.rss() / 1024 / 1024,
  };
}

async function inChild(review: () => Promise<Reviewed>): Promise<Figures> {
  const children = new Children();
  const started = performance.now();
  try {
    await review();
  } finally {
    children.end();
  }
  return { wall: (performance.now() - started) / 1000, ...children.end() };
}

async function times(runs: number, once: () => Promise<Figures>): Promise<readonly Figures[]> {
  const all: Figures[] = [];
  for (let index = 0; index < runs; index += 1) all.push(await once());
  return all;
}

function row(name: string, how: string, figures: readonly Figures[]): string[] {
  const of = (figure: (one: Figures) => number) => median(figures.map(figure));
  return [
    name,
    how,
    of((one) => one.cpu).toFixed(2),
    of((one) => one.wall).toFixed(2),
    of((one) => one.megabytes).toFixed(0),
    String(figures.length),
  ];
}

/** The requests of a whole review by the App, with a cold cache. */
async function requests({ base, edits }: Case): Promise<readonly string[]> {
  const harness = await start(
    {
      reviewer: reviewerInChild(LIMITS, CHILD),
      markers: { fingerprints: fingerprintsIn },
      parseConfig: (text, path) => parseConfig(new SourceFile(path, text), []),
    },
    { reviewSeconds: LIMITS.seconds },
  );
  const { hub } = harness;
  try {
    const repo = hub.repository('acme/shop', base);
    hub.push(repo, 'change', edits);
    hub.requests.splice(0);
    const pull = hub.openPull(repo, 'change');
    await harness.settle();
    const [verdict] = verdicts(hub, pull);
    if (verdict !== 'failure' || pull.threads.length === 0) throw new Error(`The review ended with ${verdict}.`);
    return hub.requests.map(({ operation }) => operation);
  } finally {
    await harness.close();
  }
}

const small = caseOf(20, 3, 20);
const large = caseOf(30, 30, 3000);
const load = loadavg()[0] ?? 0;

const direct = reviewOf(small, pipeline);
const first = await times(1, () => inProcess(direct));
const warm = await times(RUNS, () => inProcess(direct));
const child = reviewerInChild(LIMITS, CHILD);
const rows = [
  row(small.name, 'in this process, the first', first),
  row(small.name, 'in this process, later ones', warm),
  row(small.name, 'in a child, its start included', await times(RUNS, () => inChild(reviewOf(small, child)))),
  row(
    large.name,
    'in a child, its start included',
    await times(Math.min(RUNS, 3), () => inChild(reviewOf(large, child))),
  ),
];

const counts: [Case, readonly string[]][] = [];
for (const one of [small, large]) counts.push([one, await requests(one)]);

const text = [
  '# What a review takes',
  `${new Date().toISOString().slice(0, 10)}; Node ${process.version}; ${cpus().length} × ${cpus()[0]?.model.trim()}; load ${load.toFixed(1)} at the start. Written by \`bench/review.ts\`; how to read it: [README](../README.md).`,
  table(['pull request', 'review', 'CPU, s', 'wall, s', 'memory, MB', 'runs'], rows),
  '## Requests to GitHub, cold cache',
  ...counts.map(([{ name }, operations]) => {
    const grouped = new Map<string, number>();
    for (const operation of operations) grouped.set(operation, (grouped.get(operation) ?? 0) + 1);
    const list = [...grouped]
      .map(([operation, count]) => `\`${operation}\`${count > 1 ? ` × ${count}` : ''}`)
      .join(', ');
    return `**${name}: ${operations.length}.** ${list}`;
  }),
].join('\n\n');
process.stdout.write(`${text}\n`);
writeFileSync(values.out, `${text}\n`);
