import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { optionsFor } from '#cli/scan-command';
import { DEFAULT_CONFIG } from '#scan/config';
import { scan } from '#scan/scan';
import { linesOf } from '#source/file';
import { snapshotOf } from '#test/source/memory';
import { table } from '../measure.js';
import type { Application } from './application.js';
import { classesOf, isAboutCode } from './classes.js';
import { generate } from './matrix/generate.js';
import { type Outcome, type Report, score, type Tally } from './score.js';
import { labelledApplications } from './set.js';

/*
 * Scans the labelled handlers and the cases of a seed, and says what was found, missed and wrongly said.
 * How to run it: README.md in the folder above.
 */

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '500' },
    language: { type: 'string' },
    rule: { type: 'string' },
    id: { type: 'string' },
    list: { type: 'string', default: '40' },
    json: { type: 'string' },
  },
});
const { only, language, rule, id } = values;
if (only !== undefined && only !== 'set' && only !== 'matrix') throw new Error('--only takes set or matrix.');

const options = optionsFor(DEFAULT_CONFIG, new Date().toISOString().slice(0, 10));
const outcomes: Record<
  string,
  Outcome & { readonly milliseconds: { readonly total: number; readonly longest: number } }
> = {};
if (only !== 'matrix') outcomes.set = await outcomeOf(labelledApplications());
if (only !== 'set') outcomes.matrix = await outcomeOf(generatedApplications());
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(outcomes, undefined, 2)}\n`);
for (const [name, outcome] of Object.entries(outcomes)) process.stdout.write(told(name, outcome));

function generatedApplications(): Application[] {
  return generate({ seed: Number(values.seed), count: Number(values.count) }).map((one) => {
    const { trigger, source, propagations, sink, sanitiser, trusted } = one.ingredients;
    const left = trusted
      ? 'trusted source'
      : one.expected === undefined && sanitiser.kind === 'none'
        ? 'cut off'
        : sanitiser.kind;
    return {
      ...one,
      traits: {
        language: [one.language],
        trigger: [trigger],
        source: [source],
        propagation: propagations.map((propagation) => `${familyName(one.language)}: ${propagation}`),
        sink: [`${familyName(one.language)}: ${sink}`],
        outcome: [left],
        sanitiser: [`${familyName(one.language)}: ${sanitiser.id}`],
        placement: [sanitiser.placement],
      },
    };
  });
}

function familyName(of: string): string {
  return of === 'python' ? 'py' : 'js';
}

async function outcomeOf(applications: readonly Application[]) {
  const chosen = applications.filter(
    (one) =>
      (language === undefined || one.traits.language?.includes(language)) &&
      (rule === undefined || one.rule === rule) &&
      (id === undefined || one.id.startsWith(id)),
  );
  const scanned: { application: Application; reports: Report[] }[] = [];
  const started = performance.now();
  let longest = 0;
  for (const application of chosen) {
    const before = performance.now();
    const { findings } = await scan(snapshotOf(application.files), options);
    longest = Math.max(longest, performance.now() - before);
    const reports = findings
      .filter((finding) => isAboutCode(finding.rule.id))
      .map(({ rule: of, at }) => ({
        rule: of.id,
        classes: classesOf(of.id),
        path: at.file.path,
        line: linesOf(at).start,
      }));
    scanned.push({ application, reports });
  }
  const milliseconds = { total: Math.round(performance.now() - started), longest: Math.round(longest) };
  return { ...score(scanned), milliseconds };
}

function told(name: string, outcome: Outcome & { milliseconds: { total: number; longest: number } }): string {
  const { expected, found, safe, silent, byClass, byTrait, missed, alarms, beside, unmapped, milliseconds } = outcome;
  const worst = Object.entries(byTrait).flatMap(([trait, tallies]) => {
    const rows = Object.entries(tallies).filter(([, one]) => one.found < one.expected || one.silent < one.safe);
    return [
      `### By ${trait}${rows.length === 0 ? ': nothing missed, nothing wrongly said' : ''}`,
      '',
      ...(rows.length > 0 ? [tallyTable(trait, rows), ''] : []),
    ];
  });
  return [
    `# ${name}`,
    '',
    `Recall ${percent(found, expected)} (${found} of ${expected}). Silent on ${silent} of ${safe} without a defect, ${alarms.length} reports on the others.`,
    `${milliseconds.total} ms for all, ${milliseconds.longest} ms for the longest.`,
    '',
    '## By class',
    '',
    tallyTable('class', Object.entries(byClass)),
    '',
    ...worst,
    ...listed('Reports where nothing is wrong', alarms),
    ...listed('Missed', missed),
    ...listed('Reports of another class beside the defect', beside),
    ...(unmapped.length > 0 ? ['## Rules without a class', '', ...unmapped.map((one) => `- ${one}`), ''] : []),
    '',
  ].join('\n');
}

function tallyTable(head: string, rows: readonly (readonly [string, Tally])[]): string {
  return table(
    [head, 'found', 'expected', 'recall', 'safe', 'silent'],
    rows.map(([key, one]) => [
      key,
      String(one.found),
      String(one.expected),
      percent(one.found, one.expected),
      String(one.safe),
      String(one.silent),
    ]),
  );
}

function listed(title: string, remarks: readonly { id: string; what: string }[]): string[] {
  if (remarks.length === 0) return [];
  const most = Number(values.list);
  const rest = remarks.length > most ? [`- and ${remarks.length - most} more (--list ${remarks.length})`] : [];
  return [
    `## ${title}: ${remarks.length}`,
    '',
    ...remarks.slice(0, most).map((one) => `- ${one.id}: ${one.what}`),
    ...rest,
    '',
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}
