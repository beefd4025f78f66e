import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { needsOfCalls } from '#model/needs/calls';
import type { Operation } from '#model/operations';
import { table } from '../measure.js';
import { type Analysed, analysed, type Fn, functionIn, reportOn } from './analysis.js';
import { folderOf, textsOf } from './corpora.js';
import { isCalled, type Label, labels, languageOf, mayAsk, nameOf } from './label.js';
import { doubtsIn } from './score.js';
import { share, sum } from './totals.js';

/*
 * Leastwise and iam-policy-autopilot on the labelled handlers, in one run: which of the called actions each finds.
 * How to run it and how the two are made comparable: README.md in the folder above.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { autopilot: { type: 'string' }, out: { type: 'string' }, list: { type: 'boolean', default: false } },
});
const { autopilot } = values;
if (autopilot === undefined || positionals.length === 0)
  throw new Error('Give --autopilot PROGRAM and the checkouts of serverless-patterns and of serverless/examples.');

/** What one tool says that a handler's code calls. */
interface Said {
  readonly tool: string;
  readonly needed: number;
  readonly found: number;
  readonly used: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

interface Compared {
  readonly name: string;
  readonly language: string;
  readonly abstains: boolean;
  /** Whether the code has none of what iam-policy-autopilot says that it does not read: version 2 for JavaScript. */
  readonly known: boolean;
  readonly said: readonly Said[];
}

const compared: Compared[] = [];
let failed = 0;
for (const label of labels()) {
  if (label.handler === null) continue;
  const folder = folderOf(label, positionals);
  const analysis = await analysed(textsOf(folder));
  const fn = functionIn(analysis, label.template, label.function);
  if (!fn) throw new Error(`${nameOf(label)} is not in its folder.`);
  const report = reportOn(analysis, fn);
  const paths = analysis.followed.get(fn.id) ?? [label.handler];
  const own = report.used.filter(({ evidence }) => paths.includes(evidence.file)).map(({ action }) => action);
  compared.push({
    name: nameOf(label),
    language: languageOf(label),
    abstains: doubtsIn(report).length > 0,
    known: !paths.some((path) => /['"]aws-sdk(?:\/[\w/]*)?['"]/.test(analysis.files[path] ?? '')),
    said: [held('Leastwise', label, own), held('iam-policy-autopilot', label, theirs(analysis, fn, folder, paths))],
  });
}
print();

function held(tool: string, label: Label, actions: readonly string[]): Said {
  const needed = new Set(
    label.needed.filter((need) => isCalled(label, need) && need.dependent !== true).map(({ action }) => action),
  );
  const used = new Set(actions);
  return {
    tool,
    needed: needed.size,
    found: [...needed].filter((action) => used.has(action)).length,
    used: used.size,
    wrong: [...used].filter((action) => !mayAsk(label, action)),
    missed: [...needed].filter((action) => !used.has(action)),
  };
}

/** The operations that the peer extracts, as the actions that they surely ask for by our own table. */
function theirs({ cloud }: Analysed, fn: Fn, folder: string, paths: readonly string[]): readonly string[] {
  const code = paths.filter((path) => /\.(?:py|[cm]?[jt]sx?)$/.test(path));
  const [first] = code;
  if (first === undefined) return [];
  const language = first.endsWith('.py') ? 'python' : /ts$/.test(first) ? 'typescript' : 'javascript';
  let extracted: readonly { readonly Name: string; readonly PossibleServices: readonly string[] }[];
  try {
    const output = execFileSync(
      autopilot ?? '',
      ['extract-sdk-calls', '--language', language, ...code.map((path) => join(folder, path))],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, DISABLE_IAM_POLICY_AUTOPILOT_TELEMETRY: 'true' },
      },
    );
    extracted = JSON.parse(output);
  } catch {
    failed += 1;
    return [];
  }
  const operations = extracted.flatMap(({ Name, PossibleServices }) =>
    PossibleServices.map(
      (service): Operation => ({
        service,
        name: Name.replaceAll('_', ''),
        resources: new Map(),
        at: fn.location,
        certain: true,
      }),
    ),
  );
  const { permissions } = needsOfCalls(cloud, fn, { operations, gaps: [] });
  return permissions.filter((need) => need.class === 'required').map(({ action }) => action);
}

function print(): void {
  const groups: readonly (readonly [string, readonly Compared[]])[] = [
    ['all', compared],
    ['Python', compared.filter(({ language }) => language === 'Python')],
    ['JavaScript, TypeScript', compared.filter(({ language }) => language !== 'Python')],
    ['those with an SDK that the peer knows', compared.filter(({ known }) => known)],
    ['those of which Leastwise leaves nothing open', compared.filter(({ abstains }) => !abstains)],
  ];
  const rows = groups.flatMap(([name, own]) =>
    [0, 1].map((at) => {
      const said = own.flatMap((one) => one.said[at] ?? []);
      const [needed, found, used] = [
        sum(said.map((one) => one.needed)),
        sum(said.map((one) => one.found)),
        sum(said.map((one) => one.used)),
      ];
      const wrong = sum(said.map((one) => one.wrong.length));
      return [
        name,
        said[0]?.tool ?? '',
        String(own.length),
        String(needed),
        share(found, needed),
        String(used),
        share(used - wrong, used),
      ];
    }),
  );
  const text = table(['handlers', 'tool', 'number', 'needed', 'recall', 'said', 'precision'], rows);
  process.stdout.write(`${text}\n\niam-policy-autopilot could not read ${failed} handlers.\n`);
  if (values.list)
    for (const { name, said } of compared)
      for (const { tool, wrong, missed } of said) {
        if (wrong.length > 0) process.stdout.write(`${tool} wrong: ${name}: ${wrong.join(', ')}\n`);
        if (missed.length > 0) process.stdout.write(`${tool} missed: ${name}: ${missed.join(', ')}\n`);
      }
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(compared, undefined, 2)}\n`);
}
