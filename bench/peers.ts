import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { frameworks } from '#frameworks/catalogue';
import { SourceFile } from '#source/file';
import { median, type Run, run, table } from './measure.js';
import { DEFECTS, PLANTED_ONCE, type PlantedOnce, rulesAbout, rulesFor } from './peers/defects.js';
import { type Files, type Reported, type Tool, toolsOf } from './peers/tools.js';

/*
 * Leastwise and its peers on the same files, as whole processes, start-up included.
 * How to run it and how to read it: README.md beside this file.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    checkov: { type: 'string' },
    'cfn-lint': { type: 'string' },
    kics: { type: 'string' },
    'kics-assets': { type: 'string' },
    trivy: { type: 'string' },
    take: { type: 'string', default: '60' },
    runs: { type: 'string', default: '5' },
    limit: { type: 'string', default: '1800' },
    out: { type: 'string', default: fileURLToPath(new URL('./results/peers.md', import.meta.url)) },
  },
});
const [corpus, ...others] = positionals;
if (corpus === undefined) {
  process.stderr.write(
    'usage: bench/peers.ts CORPUS [FOLDER...] [--checkov PROGRAM] [--cfn-lint PROGRAM] [--kics PROGRAM --kics-assets FOLDER] [--trivy PROGRAM] [--runs N]\n',
  );
  process.exit(2);
}

const FORMS = fileURLToPath(new URL('../test/equality/assets/', import.meta.url));
const PULL_REQUEST = fileURLToPath(new URL('../demo/shop/pull-request/', import.meta.url));
const LARGEST = 1_000_000;

function* filesBelow(folder: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules') yield* filesBelow(path);
  }
}

function templatesOf(folder: string): string[] {
  return [...filesBelow(folder)]
    .filter((path) => {
      if (!frameworks.some((one) => one.candidate(path) !== undefined) || statSync(path).size > LARGEST) return false;
      const file = new SourceFile(path, readFileSync(path, 'utf8'));
      return frameworks.some((one) => one.recognizes(file));
    })
    .sort();
}

interface Measured {
  readonly tool: Tool;
  readonly runs: readonly Run[];
  /** Undefined when the last run ended without a report. */
  readonly reported: readonly Reported[] | undefined;
}

/** Each tool in turn, round after round, so that a busy minute of the machine hits them all. */
async function measure(tools: readonly Tool[], files: Files, rounds: number): Promise<readonly Measured[]> {
  const runs = new Map<Tool, Run[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const tool of tools) {
      const one = await run(tool.command(files), files.folder, Number(values.limit));
      process.stderr.write(`${tool.name}: ${one.cpuSeconds.toFixed(1)} s CPU, ${one.wallSeconds.toFixed(1)} s\n`);
      runs.set(tool, [...(runs.get(tool) ?? []), one]);
    }
  }
  return tools.map((tool) => {
    const own = runs.get(tool) ?? [];
    const stdout = own.at(-1)?.stdout ?? '';
    return { tool, runs: own, reported: stdout.trim() === '' ? undefined : tool.parse(stdout) };
  });
}

function figures(measured: readonly Measured[]): string {
  const of = (runs: readonly Run[], figure: (one: Run) => number, digits: number) =>
    median(runs.map(figure)).toFixed(digits);
  const outcome = ({ runs, reported }: Measured): string => {
    if (runs.some(({ stopped }) => stopped)) return 'stopped';
    return reported === undefined ? 'crashed' : String(reported.length);
  };
  return table(
    ['tool', 'CPU, s', 'wall, s', 'memory, MB', 'reports', 'runs', 'load'],
    measured.map((each) => [
      each.tool.name,
      of(each.runs, (one) => one.cpuSeconds, 2),
      of(each.runs, (one) => one.wallSeconds, 2),
      of(each.runs, (one) => one.megabytes, 0),
      outcome(each),
      String(each.runs.length),
      of(each.runs, (one) => one.load, 1),
    ]),
  );
}

function defectTable(measured: readonly Measured[], template: string): string {
  const peers = measured.filter(({ tool }) => tool.name !== 'Leastwise, from source');
  const rows = DEFECTS.map((defect) => [
    defect.what,
    ...peers.map(({ reported }) => {
      const rules = rulesFor(defect, reported ?? [], template);
      return rules.length === 0 ? '–' : rules.map((rule) => `\`${rule}\``).join('<br>');
    }),
  ]);
  const sums = peers.map((_, index) => `${rows.filter((row) => row[index + 1] !== '–').length} of ${rows.length}`);
  return table(['planted defect', ...peers.map(({ tool }) => tool.name)], [...rows, ['**found**', ...sums]]);
}

/** The application of `test/equality` in each of its forms: what every tool finds in each. */
async function formsTable(tools: readonly Tool[], scratch: string): Promise<string> {
  const peers = tools.filter((tool) => tool.takes === 'folder' && tool.name !== 'Leastwise, from source');
  const forms = readdirSync(FORMS).sort();
  const rows = new Map(PLANTED_ONCE.map((defect): [PlantedOnce, string[]] => [defect, []]));
  const sums: string[] = [];
  for (const tool of peers) {
    const found = new Map(PLANTED_ONCE.map((defect): [PlantedOnce, string[]] => [defect, []]));
    const counts: string[] = [];
    for (const form of forms) {
      const folder = join(scratch, 'forms', form);
      cpSync(join(FORMS, form), folder, { recursive: true });
      const [measured] = await measure([tool], { folder, templates: templatesOf(folder) }, 1);
      const hits = PLANTED_ONCE.filter((defect) => rulesAbout(defect, measured?.reported ?? []).length > 0);
      for (const defect of hits) found.get(defect)?.push(form);
      counts.push(`${form} ${hits.length}`);
    }
    for (const [defect, where] of found) {
      const all = where.length === forms.length;
      rows.get(defect)?.push(where.length === 0 ? '–' : all ? 'all' : where.join(', '));
    }
    sums.push(counts.join('<br>'));
  }
  return table(
    ['defect', ...peers.map((tool) => tool.name)],
    [...[...rows].map(([defect, cells]) => [defect.what, ...cells]), [`**of ${PLANTED_ONCE.length}**`, ...sums]],
  );
}

async function main(folder: string, scratch: string): Promise<void> {
  const tools = toolsOf({
    ...(values.checkov !== undefined && { checkov: resolve(values.checkov) }),
    ...(values['cfn-lint'] !== undefined && { cfnLint: resolve(values['cfn-lint']) }),
    ...(values.kics !== undefined && { kics: resolve(values.kics) }),
    ...(values.trivy !== undefined && { trivy: resolve(values.trivy) }),
    ...(values['kics-assets'] !== undefined && { kicsAssets: resolve(values['kics-assets']) }),
  });
  const rounds = Number(values.runs);

  const shop = join(scratch, 'shop');
  cpSync(PULL_REQUEST, shop, { recursive: true });
  const template = join(shop, 'template.yaml');
  const one = await measure(tools, { folder: shop, templates: [template] }, rounds);

  const all = templatesOf(folder);
  const step = Math.max(1, all.length / Number(values.take));
  const some = all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  const chosen = join(scratch, 'some');
  const copies = some.map((path) => {
    const copy = join(chosen, relative(folder, path));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(path, copy);
    return copy;
  });
  const sixty = await measure(tools, { folder: chosen, templates: copies }, Math.max(1, Math.ceil(rounds / 2)));
  const sections = [
    '# Leastwise and its peers, as whole processes',
    `${new Date().toISOString().slice(0, 10)}; Node ${process.version}; ${cpus().length} × ${cpus()[0]?.model.trim()}. Written by \`bench/peers.ts\`; how to read it: [README](../README.md).`,
    tools.map(({ name, version }) => `- ${name}: ${version}`).join('\n'),
    '## One SAM template: the demonstration’s pull request',
    figures(one),
    '### What is found of its planted defects',
    defectTable(one, readFileSync(template, 'utf8')),
    '## One application in every framework: what is found of its planted defects',
    await formsTable(tools, scratch),
    `## ${some.length} templates of ${basename(folder)}`,
    figures(sixty),
  ];
  // What is there is kept: the last set can take an hour.
  write(sections);
  for (const each of [...others.map((other) => resolve(other)), folder]) {
    const templates = templatesOf(each);
    // cfn-lint knows templates only, and gets them by name.
    const able = tools.filter((tool) => tool.takes === 'folder' || each === folder);
    const whole = await measure(able, { folder: each, templates }, 1);
    const title = `## The whole of ${basename(each)}: ${[...filesBelow(each)].length} files, ${templates.length} of them roots`;
    sections.push(title, figures(whole));
    write(sections);
  }
  process.stdout.write(readFileSync(values.out));
}

function write(sections: readonly string[]): void {
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${sections.join('\n\n')}\n`);
}

const scratch = mkdtempSync(join(tmpdir(), 'leastwise-peers-'));
try {
  await main(resolve(corpus), scratch);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
