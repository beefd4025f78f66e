/**
 * Refreshes the contract with GitHub that the tests hold every request, response and webhook against:
 * `test/standin/assets/{openapi.json,webhooks.json,schema.graphql}`, reduced to what Leastwise uses.
 *
 *     npx tsx tools/github-contract.ts [UNPACKED_OPENAPI UNPACKED_OPENAPI_WEBHOOKS]
 *
 * Without arguments the two packages are fetched with `npm pack` into a temporary folder: unpacked and installed
 * they would take 400 MB, so they are no dependencies. The GraphQL schema is taken from `@octokit/graphql-schema`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reduceGraphql } from './github-contract/graphql.js';
import { reduceOpenapi, reduceWebhooks } from './github-contract/openapi.js';

const assets = new URL('../test/standin/assets/', import.meta.url);

function unpack(name: string, file: string, folder: string): string {
  execFileSync('npm', ['pack', '--silent', name], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const archive = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack ${name} left no archive in ${folder}.`);
  const target = join(folder, name.replace('/', '-'));
  mkdirSync(target);
  execFileSync('tar', ['xzf', archive, '-C', target, 'package/package.json', `package/${file}`], { cwd: folder });
  rmSync(join(folder, archive));
  return join(target, 'package');
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const description = 'generated/api.github.com.json';
const folder = mkdtempSync(join(tmpdir(), 'github-contract-'));
try {
  const [openapi, webhooks] = [
    process.argv[2] ?? unpack('@octokit/openapi', description, folder),
    process.argv[3] ?? unpack('@octokit/openapi-webhooks', description, folder),
  ];
  const source = (path: string) => ({
    package: readJson(join(path, 'package.json')),
    description: readJson(join(path, description)),
  });
  writeFileSync(new URL('openapi.json', assets), `${JSON.stringify(reduceOpenapi(source(openapi)))}\n`);
  writeFileSync(new URL('webhooks.json', assets), `${JSON.stringify(reduceWebhooks(source(webhooks)))}\n`);
  const schema = readFileSync(
    new URL('../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url),
    'utf8',
  );
  writeFileSync(new URL('schema.graphql', assets), reduceGraphql(schema));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
