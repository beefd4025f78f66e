import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Narrowing, narrowings } from '#model/privilege/narrowing';
import { lintMatches } from '../fixes/lint.js';
import { table } from '../measure.js';
import { type Analysed, analysed, edited, type Files, withEdits } from './analysis.js';
import { textsOf } from './corpora.js';
import { held } from './promises.js';

/*
 * Makes every narrowing of every application of checkouts, and holds the outcome to what a narrowing promises.
 * How to run it and what its counts mean: README.md in the folder above.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    'cfn-lint': { type: 'string' },
    hcl: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'string' },
  },
});
if (positionals.length === 0) throw new Error('Give checkouts whose folders are applications.');
const out = values.out ?? mkdtempSync(join(tmpdir(), 'leastwise-narrowed-'));

interface Made {
  readonly application: string;
  readonly framework: string;
  readonly what: string;
  readonly declined?: string;
  readonly broken: readonly string[];
}

const made: Made[] = [];
const changed: string[] = [];
let applications = 0;
for (const corpus of positionals) {
  for (const { name } of readdirSync(corpus, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    if (name.startsWith('.') || (values.only !== undefined && !name.includes(values.only))) continue;
    applications += 1;
    await application(name, textsOf(join(corpus, name)));
  }
}
const broken = made.flatMap((one) => one.broken.map((what) => `${one.application}: ${one.what}: ${what}`));
const lint = values['cfn-lint'];
const linted = lint === undefined ? [] : newMatches(lint);
const unread = values.hcl === undefined ? [] : unreadable(values.hcl);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ made, linted, unread }, undefined, 2)}\n`);
process.stdout.write(told());
process.exitCode = broken.length + linted.length + unread.length > 0 ? 1 : 0;

/** Each narrowing by itself, and all of them together, for the programs. */
async function application(name: string, files: Files): Promise<void> {
  const before = await analysed(files);
  const patches = before.roles.flatMap((role) => narrowings(before.cloud, role, before.roles));
  const kept: Narrowing[] = [];
  for (const one of patches) {
    const what = describe(one);
    const framework = frameworkOf(one);
    const edits = edited(one.patches);
    if (typeof edits === 'string') {
      made.push({ application: name, framework, what, declined: edits, broken: [] });
      continue;
    }
    const after = await analysed(withEdits(before, edits));
    made.push({ application: name, framework, what, broken: held(before, after, one, edits) });
    if (typeof edited([...kept, one].flatMap((each) => each.patches)) !== 'string') kept.push(one);
  }
  if (kept.length > 0) write(name, before, kept);
}

function write(name: string, before: Analysed, kept: readonly Narrowing[]): void {
  const edits = edited(kept.flatMap(({ patches }) => patches));
  if (typeof edits === 'string') return;
  const after = withEdits(before, edits);
  for (const path of new Set(edits.map((edit) => edit.path))) {
    put(join('before', name, path), before.files[path] ?? '');
    put(join('after', name, path), after[path] ?? '');
    changed.push(join(name, path));
  }
}

function put(path: string, text: string): void {
  const whole = join(out, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
}

function frameworkOf({ of: { source } }: Narrowing): string {
  return (source.kind === 'statement' ? source.statement.carrier : source.property.resource).stack.framework;
}

function describe({ of: { source, actions } }: Narrowing): string {
  if (source.kind === 'managed') return source.name;
  return actions
    .slice(0, 3)
    .map(({ pattern }) => pattern ?? '?')
    .join(', ');
}

/** What cfn-lint has of the narrowed templates and did not have of those that were written. */
function newMatches(command: string): readonly string[] {
  const templates = changed.filter(
    (path) => /\.(?:ya?ml|json|template)$/.test(path) && !/serverless\.ya?ml$/.test(path),
  );
  const before = lintMatches(command, join(out, 'before'), templates);
  const after = lintMatches(command, join(out, 'after'), templates);
  return templates.flatMap((path) => {
    const left = [...(before.get(path) ?? [])];
    return (after.get(path) ?? []).flatMap((match) => {
      const at = left.indexOf(match);
      if (at >= 0) left.splice(at, 1);
      return at >= 0 ? [] : [`${path}: ${match}`];
    });
  });
}

/** Files of Terraform that another parser could read before, and cannot now. */
function unreadable(command: string): readonly string[] {
  const isRead = (path: string): boolean => {
    try {
      execFileSync(command, [path], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  return changed
    .filter((path) => path.endsWith('.tf'))
    .filter((path) => isRead(join(out, 'before', path)) && !isRead(join(out, 'after', path)));
}

function told(): string {
  const frameworks = [...new Set(made.map(({ framework }) => framework))].sort();
  const count = (one: readonly Made[]): string[] => [
    String(one.length),
    String(one.filter(({ declined }) => declined === undefined).length),
    String(one.filter(({ declined }) => declined !== undefined).length),
    String(one.filter((each) => each.broken.length > 0).length),
  ];
  const rows = frameworks.map((name) => [name, ...count(made.filter(({ framework }) => framework === name))]);
  const declined = new Map<string, string[]>();
  for (const one of made)
    if (one.declined !== undefined)
      declined.set(one.declined, [...(declined.get(one.declined) ?? []), `${one.application} (${one.what})`]);
  return [
    `${applications} applications, ${made.length} narrowings; the changed files are in ${out}`,
    '',
    table(['framework', 'narrowings', 'made', 'declined', 'promises broken'], [...rows, ['all', ...count(made)]]),
    ...[...declined].map(([why, all]) => `declined ${all.length}: ${why}: ${all.slice(0, 4).join('; ')}`),
    ...broken.map((one) => `broken: ${one}`),
    ...(lint === undefined ? [] : [`cfn-lint: ${linted.length} new, in ${changed.length} changed files`]),
    ...linted.map((one) => `cfn-lint: ${one}`),
    ...unread.map((one) => `cannot be read any more: ${one}`),
    '',
  ].join('\n');
}
