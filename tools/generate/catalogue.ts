import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Generator } from './generator.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The ids of the rules that have a folder below a directory: the folders' paths, in alphabetical order. */
export function ruleFolders(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'rule.ts')
    .map((entry) => relative(directory, entry.parentPath).split(sep).join('/'))
    .sort();
}

/** The text of the rules' catalogue: a static import of every rule folder, each rule with its path as its id. */
export function rulesCatalogue(ids: readonly string[]): string {
  return [
    '// Made by tools/generate/catalogue.ts from the folders below src/rules. Do not edit: run npm run generate.',
    "import type { Rule } from '#finding/rule';",
    ...ids.map((id) => `import { rule as ${identifier(id)} } from '#rules/${id}/rule';`),
    '',
    '/** Every rule, by id in alphabetical order. */',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  { ...${identifier(id)}, id: '${id}' },`),
    '];',
    '',
  ].join('\n');
}

/** `aws/lambda/tracing` as a name of TypeScript: `awsLambdaTracing`. */
function identifier(id: string): string {
  return id.replace(/[/-]+([a-z0-9])/g, (_, next: string) => next.toUpperCase());
}

/** The catalogue of rules. */
export const catalogue: Generator = {
  path: 'src/rules/catalogue.generated.ts',
  make: () => rulesCatalogue(ruleFolders(join(root, 'src/rules'))),
};
