import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarFiles } from '#cli/grammar-files';
import { SourceFile } from '#source/file';
import { languageOf, MAX_CODE_CHARACTERS, readCode } from '#syntax/code/code';
import type { CodeLanguage } from '#syntax/code/form';
import { Grammars } from '#syntax/code/grammars';
import { median, table } from './measure.js';

/** Times that the files are gone through; the first one warms up and is told apart. */
const PASSES = 5;

/** What reading code takes: parsing alone, and lowering it to the common form besides. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: bench/code.ts FOLDER');

const byLanguage = new Map<CodeLanguage, SourceFile[]>();
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const language = languageOf(entry.name);
  if (!entry.isFile() || language === undefined) continue;
  const path = join(entry.parentPath, entry.name);
  const text = readFileSync(path, 'utf8');
  if (text.length > MAX_CODE_CHARACTERS) continue;
  byLanguage.set(language, [...(byLanguage.get(language) ?? []), new SourceFile(path, text)]);
}

const grammars = new Grammars(grammarFiles);
await grammars.load(byLanguage.keys());
const rows: string[][] = [];
for (const [language, files] of byLanguage) {
  const megabytes = files.reduce((sum, file) => sum + file.text.length, 0) / 1e6;
  const passes = Array.from({ length: PASSES }, () => pass(language, files));
  const [cold, ...warm] = passes;
  const perMegabyte = (milliseconds: number) => (milliseconds / megabytes).toFixed(0);
  rows.push([
    language,
    String(files.length),
    megabytes.toFixed(2),
    String(cold?.broken),
    String(cold?.unread),
    perMegabyte(cold?.whole ?? 0),
    perMegabyte(median(warm.map((one) => one.whole))),
    perMegabyte(median(warm.map((one) => one.parsing))),
    perMegabyte(median(warm.map((one) => one.whole - one.parsing))),
  ]);
}
console.log(
  table(
    [
      'language',
      'files',
      'MB',
      'with broken code',
      'unread',
      'first ms/MB',
      'warm ms/MB',
      'of it parsing',
      'of it lowering',
    ],
    rows,
  ),
);

interface Pass {
  readonly whole: number;
  readonly parsing: number;
  readonly broken: number;
  readonly unread: number;
}

/** Processor time in milliseconds, so that what else the machine does counts less. */
function pass(language: CodeLanguage, files: readonly SourceFile[]): Pass {
  let broken = 0;
  let unread = 0;
  const whole = spent(() => {
    for (const file of files) {
      const module = readCode(file, grammars);
      if (!module) unread += 1;
      else if (module.broken.length > 0) broken += 1;
    }
  });
  const parsing = spent(() => {
    for (const file of files) grammars.parse(file.text, language)?.delete();
  });
  return { whole, parsing, broken, unread };
}

function spent(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
