import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Fixed, type FixedFinding, fixFolder } from '#cli/fix-command';
import { unifiedDiff } from '#cli/fix-diff';
import { folderSnapshot } from '#cli/folder';
import type { Report, ReportedFinding } from '#cli/report';
import type { Fix } from '#finding/remedy';
import { frameworks } from '#frameworks/catalogue';
import { keyOf } from '#scan/identity';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { isFile } from '#source/snapshot';
import { formatted } from './fixes/format.js';
import { lintMatches } from './fixes/lint.js';
import { isVariant, VARIANTS, vary } from './fixes/variants.js';

/*
 * Applies every fix, safe and unsafe, to a copy of a folder, and tells whether they kept their promises.
 * How to run it and what its counts mean: README.md beside this file.
 */

/** Larger files are neither templates nor what templates name. */
const MAX_COPIED = 1_000_000;

/** A promise that a fix broke, told with its place. */
interface Breach {
  readonly kind:
    | 'still there'
    | 'new finding'
    | 'new problem'
    | 'stray line'
    | 'bytes'
    | 'second run'
    | 'cfn-lint error'
    | 'terraform fmt'
    | 'cfn-lint warning';
  readonly file: string;
  readonly what: string;
}

interface Applied {
  readonly round: number;
  readonly rule: string;
  readonly applicability: Fix['applicability'];
  readonly file: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    as: { type: 'string' },
    take: { type: 'string' },
    safe: { type: 'boolean' },
    'cfn-lint': { type: 'string' },
    terraform: { type: 'string' },
    json: { type: 'string' },
  },
});
const [directory] = positionals;
if (directory === undefined) throw new Error('Give the folder whose templates are to be mended; it is copied first.');
if (values.as !== undefined && !isVariant(values.as)) throw new Error(`--as is one of ${VARIANTS.join(', ')}.`);

const out = values.out ?? mkdtempSync(join(tmpdir(), 'leastwise-fixes-'));
const breaches: Breach[] = [];
const applied: Applied[] = [];
const originals = new Map<string, string>();

const templates = await copy(directory, out);
commit('As written');
const first = await fix();
const [before] = first.rounds;
if (!before) throw new Error('A run has one round at least.');
first.rounds.forEach(({ report, applied: fixed, files }, at) => {
  checkText(report, fixed, files);
  for (const { finding, fix: made } of fixed) {
    const { rule, at: place } = finding;
    applied.push({ round: at + 1, rule: rule.id, applicability: made.applicability, file: place.file.path });
  }
});
for (const file of lastOf(first)) {
  if (textOf(file.path) !== file.text) breach('stray line', file.path, 'The file is not what the fixes make of it.');
}
const second = await fix();
const [after] = second.rounds;
if (after) {
  checkFindings(
    before.report,
    after.report,
    first.rounds.flatMap((round) => round.applied),
  );
  for (const { finding } of after.applied) breach('second run', finding.at.file.path, finding.rule.id);
}
const changed = [...originals.keys()].filter((path) => originals.get(path) !== textOf(path));
if (values['cfn-lint'] !== undefined) checkLint(values['cfn-lint']);
if (values.terraform !== undefined) checkFormat(values.terraform);
print();

/** Copies what a scan could read, and gives the number of templates. */
async function copy(from: string, to: string): Promise<number> {
  const snapshot = folderSnapshot(from);
  const { entries } = await snapshot.list();
  const paths = entries.filter(({ kind, size }) => kind === 'file' && size <= MAX_COPIED).map(({ path }) => path);
  const contents = [...(await snapshot.read(paths)).values()].filter(isFile).filter((file) => file.editable);
  const isTemplate = (file: SourceFile): boolean =>
    frameworks.some((one) => one.candidate(file.path) !== undefined && one.recognizes(file));
  const all = contents.filter(isTemplate);
  const wanted = Number(values.take ?? all.length);
  // Spread over the folder, so that a few speak for all.
  const chosen = new Set(
    all.filter((_, at) => Math.floor((at * wanted) / all.length) !== Math.floor(((at - 1) * wanted) / all.length)),
  );
  const others = wanted < all.length ? [] : contents.filter((file) => !isTemplate(file));
  for (const file of [...chosen, ...others]) {
    const { as } = values;
    const varied = as !== undefined && isVariant(as) && chosen.has(file) ? vary(file, as) : file;
    const path = join(to, varied.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, varied.text);
  }
  return chosen.size;
}

/** Makes the copy a repository, so that `git diff` shows what the fixes did. */
function commit(message: string): void {
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-C', out, '-c', 'core.autocrlf=false', '-c', 'core.safecrlf=false', ...args], {
      stdio: 'ignore',
    });
  };
  git('init', '--quiet');
  git('add', '--all', '--force');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '--quiet', '--allow-empty', '-m', message);
}

function fix(): Promise<Fixed> {
  const today = new Date().toISOString().slice(0, 10);
  return fixFolder(out, { unsafe: values.safe !== true, dryRun: false, today, clock: () => performance.now() });
}

/** The files as the last round that touched them leaves them. */
function lastOf({ rounds }: Fixed): Iterable<SourceFile> {
  return new Map(rounds.flatMap(({ files }) => files.map((file) => [file.path, file]))).values();
}

function textOf(path: string): string {
  return readFileSync(join(out, path), 'utf8');
}

/** What a round made of the files is what its fixes say, line by line. */
function checkText(report: Report, fixed: readonly FixedFinding[], files: readonly SourceFile[]): void {
  for (const now of files) {
    const { path } = now;
    const file = report.file(path);
    if (!file) continue;
    if (!originals.has(path)) originals.set(path, file.text);
    const own = fixed.map((one) => one.fix).filter((one) => one.edits.some((edit) => edit.path === path));
    for (const line of strayLines(file, now, own)) breach('stray line', path, line);
    for (const what of lostBytes(file.text, now.text)) breach('bytes', path, what);
  }
}

/** Lines of the whole change that are in no fix's own change; where two fixes meet in one line, that line is in none. */
function strayLines(before: SourceFile, after: SourceFile, own: readonly Fix[]): string[] {
  const told = new Set<string>();
  const touched = new Map<string, number>();
  for (const fix of own) {
    const lines = changedLines(before, applyEdits(before, fix.edits));
    for (const line of new Set(lines)) {
      told.add(line);
      if (line.startsWith('-')) touched.set(line, (touched.get(line) ?? 0) + 1);
    }
  }
  const all = changedLines(before, after);
  const strays = all.filter((line) => !told.has(line));
  const met = all.filter((line) => (touched.get(line) ?? 0) > 1).length;
  return strays.length <= met ? [] : strays;
}

function changedLines(before: SourceFile, after: SourceFile): string[] {
  const lines = unifiedDiff(before, after, 0).split('\n').slice(2);
  return lines.filter((line) => /^[+-]/.test(line));
}

function lostBytes(before: string, after: string): string[] {
  const lost: string[] = [];
  const bare = (text: string): number => text.split('\n').length - text.split('\r\n').length;
  if (before.includes('\r\n') && bare(after) > bare(before)) lost.push('A line ends with LF in a file of CRLF.');
  if (!before.includes('\r\n') && after.includes('\r\n')) lost.push('A line ends with CRLF in a file of LF.');
  if (before.endsWith('\n') !== after.endsWith('\n')) lost.push('The line break at the end came or went.');
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF')) lost.push('The byte order mark came or went.');
  const lines = changedLines(new SourceFile('a', before), new SourceFile('a', after));
  const blank = (sign: string): number =>
    lines.filter((line) => line.startsWith(sign) && /[ \t]\r?$/.test(line)).length;
  if (blank('+') > blank('-')) lost.push('A new line ends with blanks.');
  return lost;
}

/** What was fixed is gone; nothing is new. */
function checkFindings(before: Report, after: Report, fixed: readonly ReportedFinding[]): void {
  const earlier = counted(before.findings.map(identity));
  const mended = counted(fixed.map(identity));
  const later = counted(after.findings.map(identity));
  for (const [key, count] of later) {
    const was = earlier.get(key) ?? 0;
    const [file = '', rule = '', resource = ''] = key.split('\u0000');
    if (count > was) breach('new finding', file, `${rule} ${resource}`);
    else if (count > was - (mended.get(key) ?? 0)) breach('still there', file, `${rule} ${resource}`);
  }
  const problems = counted(before.problems.map(({ path, kind, message }) => `${path}\u0000${kind}: ${message}`));
  for (const [key, count] of counted(
    after.problems.map(({ path, kind, message }) => `${path}\u0000${kind}: ${message}`),
  )) {
    const [path = '', what = ''] = key.split('\u0000');
    if (count > (problems.get(key) ?? 0)) breach('new problem', path, what);
  }
}

function identity({ finding }: ReportedFinding): string {
  const { rule, resource, at } = finding;
  return [at.file.path, rule.id, resource?.id ?? '', keyOf(finding.fingerprint)].join('\u0000');
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Errors and warnings that cfn-lint has of a changed template and did not have of it before; lines are left out of the comparison. */
function checkLint(command: string): void {
  const mended = new Map(changed.map((path) => [path, textOf(path)]));
  const after = lintMatches(command, out, changed);
  let before: ReturnType<typeof lintMatches>;
  try {
    for (const path of changed) writeFileSync(join(out, path), originals.get(path) ?? '');
    before = lintMatches(command, out, changed);
  } finally {
    for (const [path, text] of mended) writeFileSync(join(out, path), text);
  }
  for (const path of changed) {
    const known = counted(before.get(path) ?? []);
    for (const [what, count] of counted(after.get(path) ?? [])) {
      if (count > (known.get(what) ?? 0))
        breach(what.startsWith('E') ? 'cfn-lint error' : 'cfn-lint warning', path, what);
    }
  }
}

/** Files that Terraform's own formatter would have left alone, and now would not, or cannot read any more. */
function checkFormat(command: string): void {
  for (const path of changed.filter((one) => /\.(tf|tfvars)$/.test(one))) {
    const text = textOf(path);
    const after = formatted(command, text);
    if (after === undefined) breach('terraform fmt', path, 'It cannot be read.');
    else if (after !== text && formatted(command, originals.get(path) ?? '') === originals.get(path))
      breach('terraform fmt', path, 'It would be laid out in another way.');
  }
}

function breach(kind: Breach['kind'], file: string, what: string): void {
  breaches.push({ kind, file, what });
}

function print(): void {
  const rules = [...new Set(applied.map(({ rule }) => rule))].sort();
  const byRule = rules.map((rule) => {
    const own = applied.filter((one) => one.rule === rule);
    const safe = own.filter((one) => one.applicability === 'safe').length;
    return { rule, safe, unsafe: own.length - safe, files: new Set(own.map(({ file }) => file)).size };
  });
  const result = {
    templates,
    stacks: before?.report.stats.stacks,
    findings: before?.report.findings.length,
    changed: changed.length,
    fixes: applied.length,
    inLaterRounds: applied.filter(({ round }) => round > 1).length,
    breaches: Object.fromEntries(counted(breaches.map(({ kind }) => kind))),
    linted: values['cfn-lint'] !== undefined,
    formatted: values.terraform !== undefined,
    byRule,
  };
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ ...result, told: breaches, applied }, undefined, 2)}\n`);
  }
  const rows = byRule.map(({ rule, safe, unsafe, files }) => [rule, String(safe), String(unsafe), String(files)]);
  const table = [['rule', 'safe', 'unsafe', 'files'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) {
    const cells = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
    process.stdout.write(`${cells.join('  ')}\n`);
  }
  const { byRule: _, ...counts } = result;
  process.stdout.write(`\n${JSON.stringify(counts, undefined, 2)}\n`);
  for (const { kind, file, what } of breaches) process.stdout.write(`${kind}: ${file}: ${what}\n`);
  process.stdout.write(`See git -C ${out} diff\n`);
  const broken = breaches.some(({ kind }) => kind !== 'cfn-lint warning');
  process.exitCode = broken ? 1 : 0;
}
