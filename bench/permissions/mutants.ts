import { parseArgs } from 'node:util';
import { actionCovers } from '#model/action-pattern';
import type { FunctionReport } from '#model/privilege/report';
import { table } from '../measure.js';
import { Random } from '../random.js';
import {
  type Analysed,
  allowed,
  analysed,
  type Files,
  type Fn,
  functionIn,
  narrowedFiles,
  reportOn,
} from './analysis.js';
import { folderOf, textsOf } from './corpora.js';
import { isCalled, type Label, labels, nameOf } from './label.js';
import { codeMutants } from './mutations/code.js';
import type { Mutant } from './mutations/mutant.js';
import { templateMutants } from './mutations/template.js';
import { allows, doubtsIn } from './score.js';
import { percent } from './totals.js';

/*
 * Changes the labelled functions by script, one thing at a time, and says whether the answer is the expected one.
 * How to run it and what the changes are: README.md in the folder above.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) throw new Error('Give the checkouts of serverless-patterns and of serverless/examples.');

interface Answered {
  readonly function: string;
  readonly mutation: string;
  /** Undefined when the answer is as expected. */
  readonly wrong: string | undefined;
}

const random = new Random(Number(values.seed));
const answers: Answered[] = [];
/** Functions that something is left open of before any change. */
const open: string[] = [];
for (const label of labels()) {
  if (label.abstain !== undefined || !label.needed.some((need) => isCalled(label, need))) continue;
  if (values.only !== undefined && !nameOf(label).includes(values.only)) continue;
  const base = await analysed(textsOf(folderOf(label, positionals)));
  const fn = functionIn(base, label.template, label.function);
  if (!fn) throw new Error(`${nameOf(label)} is not in its folder.`);
  const before = reportOn(base, fn);
  const doubts = doubtsIn(before);
  if (doubts.some(({ service }) => service === undefined)) {
    open.push(nameOf(label));
    continue;
  }
  const handler = fn.at('Handler')[0]?.string ?? '';
  const doubted = new Set(doubts.flatMap(({ service }) => service ?? []));
  const mutants = [...templateMutants(label, base, fn, random, doubted), ...codeMutants(label, base.files, handler)];
  for (const mutant of mutants) {
    const wrong = await wrongIn(mutant, before);
    answers.push({ function: nameOf(label), mutation: mutant.mutation, wrong });
    if (values.show) show(base.files, mutant, wrong);
  }
}
report();

/** What is wrong with the answer to a mutant. */
async function wrongIn({ label, files, expected }: Mutant, before: FunctionReport): Promise<string | undefined> {
  const analysis = await analysed(files);
  const fn = functionIn(analysis, label.template, label.function);
  if (!fn) return 'the function is gone';
  const said = reportOn(analysis, fn);
  if (expected.kind === 'missing')
    return said.missing.some(({ action }) => action === expected.action)
      ? undefined
      : `${expected.action} is not reported as missing`;
  if (expected.kind === 'unchanged') {
    const [was, is] = [factsOf(before), factsOf(said)];
    const other = [...was.filter((one) => !is.includes(one)), ...is.filter((one) => !was.includes(one))];
    if (other.length > 0) return `not as before: ${other.join(', ')}`;
  }
  if (expected.kind === 'abstention' && doubtsIn(said).length <= doubtsIn(before).length) return 'does not abstain';
  const after = await afterwards(label, analysis, fn);
  const lost = label.needed.filter((need) => allows(allowed(analysis, fn) ?? [], need) && !allows(after, need));
  if (lost.length > 0) return `broken: ${lost.map(({ action }) => action).join(', ')}`;
  if (expected.kind === 'narrowed') {
    if (!said.excess.some(({ action }) => actionCovers(action, expected.gone) || actionCovers(expected.gone, action)))
      return `${expected.gone} is not reported as excess`;
    const left = after.some(({ actions }) =>
      actions.some(({ pattern }) => pattern?.toLowerCase() === expected.gone.toLowerCase()),
    );
    if (left) return `${expected.gone} stays`;
  }
  if (expected.kind === 'named') {
    const anywhere = after.filter(
      ({ actions, resources }) =>
        actions.some(({ pattern }) => pattern === expected.action) && resources.some((one) => String(one) === '*'),
    );
    if (anywhere.length > 0) return `${expected.action} stays allowed on every resource`;
  }
  return undefined;
}

/** What a report says of what is needed, without its places. */
function factsOf(report: FunctionReport): readonly string[] {
  return [
    ...new Set([
      ...report.used.map(({ action, resources }) => `${action} on ${resources.join(' ')}`),
      ...report.conditional.map(({ action }) => `perhaps ${action}`),
      ...doubtsIn(report).map(({ service }) => `a doubt about ${service ?? 'everything'}`),
    ]),
  ];
}

async function afterwards(label: Label, analysis: Analysed, fn: Fn) {
  const { files, applied } = narrowedFiles(analysis, fn);
  if (applied === 0) return allowed(analysis, fn) ?? [];
  const again = await analysed(files);
  const same = functionIn(again, label.template, label.function);
  return (same && allowed(again, same)) ?? [];
}

function show(before: Files, { label, mutation, files }: Mutant, wrong: string | undefined): void {
  process.stdout.write(`\n=== ${nameOf(label)}: ${mutation}: ${wrong ?? 'as expected'}\n`);
  for (const [path, text] of Object.entries(files)) {
    if (before[path] === text) continue;
    const old = new Set((before[path] ?? '').split('\n'));
    const lines = text.split('\n').filter((line) => !old.has(line));
    process.stdout.write(`--- ${path}\n${lines.slice(0, 12).join('\n')}\n`);
  }
}

function report(): void {
  const kinds = [...new Set(answers.map(({ mutation }) => mutation))];
  const right = (of: readonly Answered[]): number => of.filter(({ wrong }) => wrong === undefined).length;
  const rows = kinds.map((kind) => {
    const own = answers.filter(({ mutation }) => mutation === kind);
    return { mutation: kind, mutants: own.length, asExpected: right(own) };
  });
  const all = {
    leftOpenBefore: open,
    mutants: answers.length,
    asExpected: right(answers),
    share: percent(right(answers), answers.length),
  };
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ...all, byMutation: rows, answers }, undefined, 2)}\n`);
    return;
  }
  const cells = rows.map((row) => [row.mutation, String(row.mutants), String(row.asExpected)]);
  process.stdout.write(
    `${table(['change', 'mutants', 'as expected'], [...cells, ['**all**', String(all.mutants), `${all.asExpected} (${all.share})`]])}\n\n`,
  );
  for (const name of open) process.stdout.write(`left out, left open before: ${name}\n`);
  for (const { function: name, mutation, wrong } of answers)
    if (wrong !== undefined) process.stdout.write(`${mutation}: ${name}: ${wrong}\n`);
}
