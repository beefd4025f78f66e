import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/*
 * Synthesizes the CDK applications below a folder that are written in TypeScript or JavaScript, so that there is something to scan.
 * It runs their code: only for folders that you trust. How to run it: README.md beside this file.
 */

const MAX_SECONDS = 120;
const SKIPPED = new Set(['node_modules', '.git', 'cdk.out', 'dist']);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { library: { type: 'string' }, out: { type: 'string' }, take: { type: 'string' } },
});
const [directory] = positionals;
if (directory === undefined || values.library === undefined || values.out === undefined) {
  throw new Error('Give a folder, --library with aws-cdk-lib installed, and --out for the copies.');
}
const from = resolve(directory);
const library = resolve(values.library);
const out = resolve(values.out);
const tsx = fileURLToPath(import.meta.resolve('tsx'));

const all = [...applications(from)];
const wanted = Number(values.take ?? all.length);
const chosen = all.filter(
  (_, at) => Math.floor((at * wanted) / all.length) !== Math.floor(((at - 1) * wanted) / all.length),
);
const failures: string[] = [];
for (const { directory: own, entry } of chosen) {
  const copy = join(out, relative(from, own));
  cpSync(own, copy, { recursive: true, filter: (path) => !SKIPPED.has(basename(path)) });
  const modules = join(copy, 'node_modules');
  symlinkSync(join(library, 'node_modules'), modules);
  // Without a lock file the library finds no root of the application.
  const lock = join(copy, 'package-lock.json');
  if (!existsSync(lock)) writeFileSync(lock, '{}\n');
  const reason = await synthesized(copy, entry);
  rmSync(modules);
  if (reason === undefined) continue;
  failures.push(`${relative(from, own)}: ${reason}`);
  rmSync(copy, { recursive: true, force: true });
}
process.stdout.write(`${chosen.length - failures.length} of ${chosen.length} applications are synthesized\n`);
for (const failure of failures) process.stdout.write(`${failure}\n`);

interface Application {
  readonly directory: string;
  /** The program that `cdk.json` runs. */
  readonly entry: string;
}

function* applications(below: string): Generator<Application> {
  const names = readdirSync(below, { withFileTypes: true });
  if (names.some(({ name }) => name === 'cdk.json')) {
    const { app } = JSON.parse(readFileSync(join(below, 'cdk.json'), 'utf8')) as { app?: string };
    const program = app?.split(/\s+/).find((word) => /\.[cm]?[jt]s$/.test(word));
    // What is compiled before it runs is run from its source.
    const entry = program === undefined || existsSync(join(below, program)) ? program : program.replace(/js$/, 'ts');
    if (entry !== undefined && existsSync(join(below, entry))) yield { directory: below, entry };
  }
  for (const entry of names) {
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* applications(join(below, entry.name));
  }
}

/** Runs the application as `cdk synth` does, without bundling. Gives why it could not be. */
function synthesized(copy: string, entry: string): Promise<string | undefined> {
  const { context } = JSON.parse(readFileSync(join(copy, 'cdk.json'), 'utf8')) as { context?: object };
  const settings = {
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:enable-asset-metadata': true,
    'aws:cdk:bundling-stacks': [],
  };
  const assembly = join(copy, 'cdk.out');
  mkdirSync(assembly, { recursive: true });
  // No credential of whoever runs this reaches the applications.
  const env = {
    PATH: process.env.PATH,
    HOME: copy,
    CDK_OUTDIR: assembly,
    CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...settings }),
    CDK_DEFAULT_ACCOUNT: '123456789012',
    CDK_DEFAULT_REGION: 'eu-west-1',
  };
  return new Promise((done) => {
    const options = { cwd: copy, env, timeout: MAX_SECONDS * 1000, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, ['--import', tsx, entry], options, (error, _, told) => {
      const made = existsSync(join(assembly, 'manifest.json'));
      if (!error && made) done(undefined);
      else
        done(
          told
            .split('\n')
            .find((line) => /Error|Cannot/.test(line))
            ?.trim()
            .slice(0, 160) ?? 'no assembly',
        );
    });
  });
}
