import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue } from './generate/catalogue.js';
import { configSchema } from './generate/config-schema.js';
import { coverage } from './generate/coverage.js';
import type { Generator } from './generate/generator.js';
import { iamActions } from './generate/iam-actions.js';
import { iamResources } from './generate/iam-resources.js';
import { properties } from './generate/properties.js';
import { secretFormats } from './generate/secret-formats.js';

/** Every generated file. A new generator is one module below `tools/generate/` and one entry here. */
const GENERATORS: readonly Generator[] = [
  properties,
  iamActions,
  iamResources,
  catalogue,
  coverage,
  configSchema,
  secretFormats,
];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Writes the generated files; with `--check` only compares, names those that differ, and fails.
 * Further arguments are paths: only those files are made.
 */
async function main(args: readonly string[]): Promise<void> {
  const check = args.includes('--check');
  const only = args.filter((arg) => !arg.startsWith('--'));
  for (const { path, make } of GENERATORS) {
    if (only.length > 0 && !only.includes(path)) continue;
    const file = join(root, path);
    const text = await make();
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (before === text) continue;
    if (!check) {
      writeFileSync(file, text);
      console.log(`wrote ${path}`);
      continue;
    }
    console.error(`${path} is not what its generator makes: run npm run generate and commit the result.`);
    process.exitCode = 1;
  }
}

await main(process.argv.slice(2));
