import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fixDiff } from '#cli/fix-diff';
import { folderSnapshot } from '#cli/folder';
import { configOf, optionsFor } from '#cli/scan-command';
import type { Finding } from '#finding/finding';
import type { Fix } from '#finding/remedy';
import { filesOf } from '#scan/change';
import { fixes } from '#scan/fix';
import { isSensitive } from '#scan/identity';
import { scan } from '#scan/scan';
import { linesOf } from '#source/file';
import { draw } from './sample/draw.js';

/*
 * Draws a sample of the findings in a folder, for a person to judge one by one.
 * How to run it and what the labels mean: README.md beside this file.
 */

/** Lines shown above and below what a finding points at, and of what it points at. */
const AROUND = 6;
const MAX_POINTED = 12;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    'per-rule': { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
    all: { type: 'string' },
  },
});
const [directory] = positionals;
if (directory === undefined) throw new Error('Give the folder whose templates are to be scanned.');
const seed = whole('seed', values.seed);
const count = whole('count', values.count);
const perRule = whole('per-rule', values['per-rule']);

const today = new Date().toISOString().slice(0, 10);
const snapshot = folderSnapshot(directory);
const options = optionsFor(await configOf(snapshot), today);
const scanned = await scan(snapshot, options);
const file = filesOf(scanned);
const candidates = scanned.findings.filter(({ rule }) => rule.id.startsWith(values.only));
const chosen = draw(candidates, (finding) => finding.rule.id, { seed, count, perRule });
const fixed = await fixes(scanned, snapshot, chosen, options);

const sample = chosen.map((finding) => entry(finding, fixed.get(finding)));
if (values.json !== undefined) write(values.json, { seed, perRule, stats: scanned.stats, sample });
if (values.all !== undefined) {
  const { findings, problems, stats } = scanned;
  write(values.all, { stats, problems, findings: findings.map((finding) => entry(finding, undefined)) });
}
process.stdout.write(chosen.map((finding, at) => told(finding, fixed.get(finding), at + 1)).join('\n'));

function whole(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} is a whole number above 0.`);
}

function write(path: string, content: object): void {
  writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`);
}

function entry(finding: Finding, fix: Fix | undefined): object {
  const { rule, severity, confidence, at, message, related, resource, when, fingerprint } = finding;
  return {
    fingerprint,
    rule: rule.id,
    severity,
    confidence,
    path: at.file.path,
    line: linesOf(at).start,
    message,
    related: related.map((one) => ({ path: one.at.file.path, line: linesOf(one.at).start, message: one.message })),
    when,
    ...(resource && { resource: { type: resource.type, logicalId: resource.logicalId } }),
    ...(fix && { fix: { title: fix.title, applicability: fix.applicability } }),
  };
}

function told(finding: Finding, fix: Fix | undefined, number: number): string {
  const { rule, severity, confidence, at, message, related, when, remedy } = finding;
  const lines = [
    `## ${number}. ${rule.id}: ${rule.title}`,
    '',
    `${severity}, ${confidence} confidence, ${at.file.path}:${linesOf(at).start}, \`${finding.fingerprint}\``,
    '',
    message,
    ...when.map(({ condition, holds }) => `- when ${condition} is ${holds}`),
    ...related.map((one) => `- ${one.at.file.path}:${linesOf(one.at).start}: ${one.message}`),
    '',
    '```',
    ...frame(finding),
    '```',
    '',
  ];
  if (!fix) lines.push(remedy ? 'The fix could not be proved.' : 'No fix.', '', rule.how, '');
  else {
    const diff = isSensitive(rule) ? '(not shown)' : fixDiff(fix, file).trimEnd();
    lines.push(`Fix (${fix.applicability}): ${fix.title}`, '', '```diff', diff, '```', '');
  }
  return lines.join('\n');
}

/** What a finding points at, with the lines around it. A secret's lines are never shown. */
function frame({ at, rule }: Finding): string[] {
  const { start, end } = linesOf(at);
  const total = at.file.position(at.file.text.length).line;
  const last = Math.min(end, start + MAX_POINTED);
  const shown: string[] = [];
  for (let line = Math.max(1, start - AROUND); line <= Math.min(total, last + AROUND); line++) {
    const pointed = line >= start && line <= last;
    const text = pointed && isSensitive(rule) ? '(not shown)' : at.file.line(line).slice(0, 160);
    shown.push(`${pointed ? '>' : ' '} ${String(line).padStart(4)} | ${text.trimEnd()}`);
  }
  return shown;
}
