/**
 * Compares the expressions of `test/frameworks/terraform/expressions.json` with what `terraform console` makes of them, in an
 * empty directory; with `--write`, what Terraform says is stored as expected. Terraform must be on the path; nothing is fetched.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Case {
  readonly expression: string;
  readonly expected: unknown;
}

const FILE = join(import.meta.dirname, '../../test/frameworks/terraform/expressions.json');

const stored = JSON.parse(readFileSync(FILE, 'utf8')) as {
  readonly configuration: string;
  readonly cases: readonly Case[];
};
const directory = mkdtempSync(join(tmpdir(), 'expressions-'));
try {
  writeFileSync(join(directory, 'main.tf'), stored.configuration);
  const cases = stored.cases
    .map(({ expression }) => ({ expression, expected: evaluated(expression, directory) }))
    .filter(({ expected }) => expected !== undefined);
  const different = cases.filter(
    ({ expression, expected }) =>
      JSON.stringify(expected) !== JSON.stringify(stored.cases.find((one) => one.expression === expression)?.expected),
  );
  for (const { expression, expected } of different) console.log(`${expression} is ${JSON.stringify(expected)}`);
  console.log(`${cases.length} expressions, ${different.length} other than stored`);
  if (process.argv.includes('--write')) writeFileSync(FILE, `${JSON.stringify({ ...stored, cases }, null, 2)}\n`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** One run for each: an expression that Terraform stumbles over does not take the others with it. */
function evaluated(expression: string, cwd: string): unknown {
  const input = `jsonencode(${expression})\n`;
  const { stdout, stderr } = spawnSync('terraform', ['console'], { cwd, input, encoding: 'utf8' });
  const line = stdout.split('\n').find((one) => one.startsWith('"'));
  if (line === undefined) {
    const [why] = `${stdout}${stderr}`.split('\n').filter((one) => one.includes('Error') || one.includes('panic'));
    console.log(`${expression} fails: ${why ?? 'without a word'}`);
    return undefined;
  }
  // The console quotes the string as HCL does, where a template's start is doubled.
  return JSON.parse(JSON.parse(line.replaceAll('$${', '${').replaceAll('%%{', '%{')));
}
