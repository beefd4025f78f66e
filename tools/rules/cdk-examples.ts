import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Synthesizes the CDK applications of the rules' examples and of the tests with the real library, in one process without a
 * network: `npx tsx tools/rules/cdk-examples.ts LIBRARY [part of a path]`, where LIBRARY is a directory with `aws-cdk-lib` and
 * `constructs` installed (`npm i aws-cdk-lib@2 constructs`). Run by hand; what it writes is committed. Last run with
 * aws-cdk-lib 2.276.0.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Runs in LIBRARY: makes every application and synthesizes what it left to be done at the end of the program. */
const PROGRAM = `
import { pathToFileURL } from 'node:url';
const context = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:bundling-stacks': [] };
process.env.CDK_CONTEXT_JSON = JSON.stringify(context);
for (const app of process.argv.slice(2)) {
  process.env.CDK_OUTDIR = app.replace(/lib\\/app\\.ts$/, 'cdk.out');
  process.chdir(app.replace(/\\/lib\\/app\\.ts$/, ''));
  await import(pathToFileURL(app).href);
  for (const listener of process.listeners('beforeExit')) {
    process.removeListener('beforeExit', listener);
    listener(0);
  }
}
`;

/** Directories with `lib/app.ts`, below the rules' examples and the assets of the lenses' tests. */
function applications(): string[] {
  return [...below('src/rules', '/examples/'), ...below('test/frameworks', '/assets/')];
}

function below(directory: string, within: string): string[] {
  return readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .map((path) => `${directory}/${path}`)
    .filter((path) => path.includes(within) && path.endsWith('/lib/app.ts'))
    .map((path) => path.slice(0, -'/lib/app.ts'.length))
    .sort();
}

/** The template without what says nothing of the application: the check of the bootstrap stack's version. */
function lean(text: string): string {
  const template = JSON.parse(text) as { Parameters?: Record<string, unknown>; Rules?: Record<string, unknown> };
  delete template.Parameters?.BootstrapVersion;
  delete template.Rules?.CheckBootstrapVersion;
  if (template.Parameters && Object.keys(template.Parameters).length === 0) delete template.Parameters;
  if (template.Rules && Object.keys(template.Rules).length === 0) delete template.Rules;
  return `${JSON.stringify(template, null, 1)}\n`;
}

/** The manifest of assets without where they are uploaded to. */
function leanAssets(text: string): string {
  const manifest = JSON.parse(text) as Record<string, Record<string, { source: unknown; destinations?: object }>>;
  for (const kind of ['files', 'dockerImages'])
    for (const asset of Object.values(manifest[kind] ?? {})) delete asset.destinations;
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

const [library, part = ''] = process.argv.slice(2);
if (!library)
  throw new Error('Say where aws-cdk-lib is installed: npx tsx tools/rules/cdk-examples.ts DIRECTORY [part]');
const work = mkdtempSync(join(library, 'examples-'));
const apps = applications().filter((path) => path.includes(part));
const copies = apps.map((path, index) => {
  const copy = join(work, String(index));
  mkdirSync(copy);
  for (const folder of ['lib', 'src'])
    if (existsSync(join(root, path, folder))) cpSync(join(root, path, folder), join(copy, folder), { recursive: true });
  return { path, copy };
});
writeFileSync(join(work, 'run.mjs'), PROGRAM);
execFileSync(
  join(root, 'node_modules/.bin/tsx'),
  [join(work, 'run.mjs'), ...copies.map(({ copy }) => join(copy, 'lib/app.ts'))],
  { stdio: 'inherit' },
);
for (const { path, copy } of copies) {
  const out = join(root, path, 'cdk.out');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const written = readdirSync(join(copy, 'cdk.out'));
  const templates = written.filter((name) => name.endsWith('.template.json'));
  for (const name of templates) writeFileSync(join(out, name), lean(readFileSync(join(copy, 'cdk.out', name), 'utf8')));
  for (const name of written.filter((one) => one.endsWith('.assets.json') && !one.includes('nested'))) {
    const assets = leanAssets(readFileSync(join(copy, 'cdk.out', name), 'utf8'));
    // An application of one template without code needs nothing beside it.
    if (/"(?:path|directory)": "asset\./.test(assets)) writeFileSync(join(out, name), assets);
  }
}
rmSync(work, { recursive: true });
console.log(`Synthesized ${apps.length} applications below ${relative('.', root) || '.'}.`);
