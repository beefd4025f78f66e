import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert } from './generate/secret-formats/convert.js';
import { DATA, PAGE, withTable } from './generate/secret-formats.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Makes the formats of secrets anew: `tsx --conditions=source tools/secret-formats.ts PATH/gitleaks.toml COMMIT`. */
function main([path, commit]: readonly string[]): void {
  if (path === undefined || commit === undefined) throw new Error('Give the path of gitleaks.toml and its commit.');
  const { typescript, markdown, left } = convert(readFileSync(path, 'utf8'), commit);
  writeFileSync(join(root, DATA), typescript);
  const page = join(root, PAGE);
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), markdown, left));
  console.log(`wrote ${DATA} and ${PAGE}; left out:\n${left.join('\n')}`);
}

main(process.argv.slice(2));
