import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '#rules/catalogue.generated';
import { OWN_RULES } from '#scan/own-rules';
import { examplesOf } from './rules/examples.js';
import { type Documented, overview, rulePage } from './rules/page.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const directory = join(root, 'docs/rules');

/** Every page below `docs/rules`, by path. */
export function pages(): ReadonlyMap<string, string> {
  const catalogue = rules.map((rule): Documented => {
    const folder = join(root, 'src/rules', rule.id);
    const fixes = join(folder, 'fixes.diff');
    return { rule, examples: examplesOf(folder), fixes: existsSync(fixes) ? readFileSync(fixes, 'utf8') : '' };
  });
  const own = OWN_RULES.map((rule): Documented => ({ rule, examples: [], fixes: '' }));
  const all = [...catalogue, ...own];
  return new Map([
    ['README.md', overview(all)],
    ...all.map((one): [string, string] => [`${one.rule.id}.md`, rulePage(one)]),
  ]);
}

/** Writes the pages; with `--check` only compares, names those that differ, and fails. */
function main(check: boolean): void {
  const made = pages();
  const there = existsSync(directory)
    ? readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    : [];
  const stale = there.filter((path) => !made.has(path));
  const changed = [...made].filter(
    ([path, text]) => !there.includes(path) || readFileSync(join(directory, path), 'utf8') !== text,
  );
  if (check) {
    for (const path of [...stale, ...changed.map(([path]) => path)]) {
      console.error(`docs/rules/${path} is not what the rules make of it: run npm run docs and commit the result.`);
      process.exitCode = 1;
    }
    return;
  }
  for (const path of stale) rmSync(join(directory, path));
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  console.log(`docs/rules: ${changed.length} pages written, ${stale.length} removed, ${made.size} in all`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'));
