import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { table } from '../measure.js';
import { allowed, analysed, functionIn, narrowedFiles, reportOn } from './analysis.js';
import { folderOf, textsOf } from './corpora.js';
import { type Label, labels, nameOf } from './label.js';
import { type Score, score } from './score.js';
import { type Totals, totals } from './totals.js';

/*
 * Holds what is said of the labelled functions' permissions against the labels.
 * How to run it and what the figures mean: README.md in the folder above.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, out: { type: 'string' }, only: { type: 'string' } },
});
if (positionals.length === 0) throw new Error('Give the checkouts of serverless-patterns and of serverless/examples.');

const scores: Score[] = [];
const lost: string[] = [];
for (const label of labels().filter((one) => values.only === undefined || nameOf(one).includes(values.only))) {
  const one = await scored(label);
  if (one) scores.push(one);
  else lost.push(nameOf(label));
}
const languages = [...new Set(scores.map(({ language }) => language))];
const byLanguage = Object.fromEntries(
  languages.map((language) => [language, totals(scores.filter((one) => one.language === language))]),
);
const all = totals(scores);
const result = { all, byLanguage, lost, functions: scores };
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result, undefined, 2)}\n`);
process.stdout.write(values.json ? `${JSON.stringify(result, undefined, 2)}\n` : told());

async function scored(label: Label): Promise<Score | undefined> {
  const analysis = await analysed(textsOf(folderOf(label, positionals)));
  const fn = functionIn(analysis, label.template, label.function);
  if (!fn) return undefined;
  const before = allowed(analysis, fn) ?? [];
  const { files, applied, declined } = narrowedFiles(analysis, fn);
  const again = applied > 0 ? await analysed(files) : analysis;
  const same = functionIn(again, label.template, label.function);
  if (!same) throw new Error(`${nameOf(label)} is gone after the narrowing.`);
  for (const why of declined) process.stderr.write(`${nameOf(label)}: declined, ${why}\n`);
  return score(label, reportOn(analysis, fn), { before, after: allowed(again, same) ?? [], narrowings: applied });
}

function told(): string {
  const columns = [all, ...Object.values(byLanguage)];
  const rows = (Object.keys(all) as (keyof Totals)[]).map((name) => [name, ...columns.map((one) => String(one[name]))]);
  const lines = [table(['figure', 'all', ...Object.keys(byLanguage)], rows), ''];
  const say = (what: string, of: (one: Score) => readonly string[]): void => {
    for (const one of scores) for (const text of of(one)) lines.push(`${what}: ${one.name}: ${text}`);
  };
  say('broken', ({ broken }) => broken);
  say('not in the policy', ({ notInPolicy }) => notInPolicy);
  say('not found', ({ needed }) =>
    needed
      .filter(({ found }) => found !== 'required')
      .map((one) => `${one.action} (${one.found}${one.open ? ', left open' : ''})`),
  );
  say('wrong', ({ wrong }) => wrong);
  say('resource not named', ({ elsewhere }) => elsewhere);
  say('abstains', ({ abstains, reasons, mayAbstain }) =>
    abstains ? reasons.map((why) => `${abstains}${mayAbstain ? ', rightly' : ''}: ${why}`) : [],
  );
  for (const name of lost) lines.push(`no such function: ${name}`);
  return `${lines.join('\n')}\n`;
}
