import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/*
 * Packages services with the Serverless Framework itself, without an account or a network: what `tools/oracle/serverless.ts` compares
 * with. It runs what the services name, so only for folders that you trust.
 * npx tsx --conditions=source tools/oracle/serverless-package.ts --library DIRECTORY --out COPY FILE... >> oracle.jsonl
 * where DIRECTORY has `npm i serverless@3`, and each FILE is a serverless.yml. Each line is written as soon as it is known.
 */

const MAX_SECONDS = 240;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { library: { type: 'string' }, out: { type: 'string' }, root: { type: 'string' } },
});
if (values.library === undefined || values.out === undefined) throw new Error('Give --library and --out.');
const program = resolve(values.library, 'node_modules/serverless/bin/serverless.js');
const out = resolve(values.out);
const root = resolve(values.root ?? '.');

for (const file of positionals) {
  const line = await packaged(resolve(file));
  appendFileSync(1, `${JSON.stringify(line)}\n`);
}

async function packaged(file: string): Promise<object> {
  const copy = join(out, relative(root, dirname(file)));
  mkdirSync(copy, { recursive: true });
  cpSync(dirname(file), copy, { recursive: true });
  const path = join(copy, basename(file));
  const text = portable(readFileSync(path, 'utf8'));
  writeFileSync(path, text);
  const env = Object.fromEntries([...text.matchAll(/\$\{env:(\w+)/g)].map(([, name = '']) => [name, 'x']));
  const error = await run(copy, basename(file), env);
  const compiled = join(copy, '.serverless/cloudformation-template-update-stack.json');
  if (!existsSync(compiled)) return { path, error };
  const output: unknown = JSON.parse(readFileSync(compiled, 'utf8'));
  rmSync(join(copy, '.serverless'), { recursive: true });
  const options = Object.fromEntries(Object.entries(env).map(([name, value]) => [`env:${name}`, value]));
  return { path, options, output };
}

/**
 * The service without what needs more than the framework: plugins, packages of code that would have to be built, the version that
 * it asks for, and with a stage and a region where variables want one that is not written.
 */
function portable(text: string): string {
  const kept = without(without(text, /^(plugins|stepFunctions):/), /^\s*package:/)
    .replace(/^frameworkVersion:.*$/m, "frameworkVersion: '3'")
    .replace(/^(org|app|tenant):.*$/gm, '')
    .replace(/^service:\s*\n\s+name:\s*(\S+).*$/m, 'service: $1');
  const missing = Object.entries({ stage: 'dev', region: 'us-east-1' }).filter(
    ([name]) => !new RegExp(`^ {2,4}${name}:`, 'm').test(kept),
  );
  return missing.reduce(
    (all, [name, value]) => all.replace(/^provider:[ \t]*\r?\n( +)/m, `provider:\n$1${name}: ${value}\n$1`),
    kept,
  );
}

/** The text without the blocks whose first line matches. */
function without(text: string, first: RegExp): string {
  const kept: string[] = [];
  let dropped: number | undefined;
  for (const line of text.split('\n')) {
    const indent = line.search(/\S|$/);
    const isInside =
      dropped !== undefined &&
      (line.trim() === '' || indent > dropped || (indent === dropped && line.trimStart().startsWith('-')));
    if (isInside) continue;
    dropped = first.test(line) ? indent : undefined;
    if (dropped === undefined) kept.push(line);
  }
  return kept.join('\n');
}

/** Runs the framework with no credential and no way to the network; gives what it says. */
function run(cwd: string, config: string, more: Readonly<Record<string, string>>): Promise<string> {
  const env = {
    ...more,
    PATH: process.env.PATH,
    HOME: cwd,
    CI: '1',
    SLS_TELEMETRY_DISABLED: '1',
    SLS_NOTIFICATIONS_MODE: 'off',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    https_proxy: 'http://127.0.0.1:9',
  };
  const args = [program, 'package', '--stage', 'dev', '--config', config];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd, env, timeout: MAX_SECONDS * 1000 }, (_, told, wrong) => {
      const lines = `${told}${wrong}`.split('\n').filter((line) => line.trim() !== '');
      done(lines.slice(0, 6).join(' | ').slice(0, 300));
    });
  });
}
