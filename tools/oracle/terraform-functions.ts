// Asks Terraform what the calls of test/frameworks/terraform/functions.cases.ts give, and writes functions.expected.json beside
// them: `npx tsx --conditions=source tools/oracle/terraform-functions.ts [terraform]`. Then tells where ours differ.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { outcomeOf } from '#test/frameworks/terraform/expression';
import { CASES } from '#test/frameworks/terraform/functions.cases';

const terraform = process.argv[2] ?? 'terraform';
const target = new URL('../../test/frameworks/terraform/functions.expected.json', import.meta.url);

/** What Terraform's console prints for lines; undefined when one of them is wrong as it stands. */
function consoleOf(lines: readonly string[]): string[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-console-'));
  try {
    const run = spawnSync(terraform, ['console'], { cwd: folder, input: `${lines.join('\n')}\n`, encoding: 'utf8' });
    return run.status === 0 ? run.stdout.split('\n').filter((line) => line.startsWith('"')) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Terraform's answers: data, or a failure. */
function expectedOf(cases: readonly string[]): unknown[] {
  const lines = cases.map((text) => `jsonencode(try({ value = ${text} }, { fails = true }))`);
  const answers = consoleOf(lines);
  if (answers?.length === lines.length) return answers.map((answer) => JSON.parse(JSON.parse(answer)));
  if (cases.length === 1) return [{ fails: true }];
  const middle = cases.length >> 1;
  return [...expectedOf(cases.slice(0, middle)), ...expectedOf(cases.slice(middle))];
}

const expected = expectedOf(CASES);
const lines = CASES.map((text, i) => `  ${JSON.stringify(text)}: ${JSON.stringify(expected[i])}`);
writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`);
const stored = JSON.parse(readFileSync(target, 'utf8'));
let differing = 0;
for (const text of CASES) {
  const ours = await outcomeOf(text);
  if (isDeepStrictEqual(ours, stored[text])) continue;
  if ('unknown' in ours) console.log(`unknown  ${text}: ${ours.unknown}; Terraform: ${JSON.stringify(stored[text])}`);
  else {
    differing += 1;
    console.log(`DIFFERS  ${text}: ${JSON.stringify(ours)}; Terraform: ${JSON.stringify(stored[text])}`);
  }
}
console.log(`${CASES.length} calls, ${differing} differ`);
