import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleFolders } from './catalogue.js';
import type { Generator } from './generator.js';

const rulesFolder = fileURLToPath(new URL('../../src/rules', import.meta.url));

/** What the examples of each rule prove: in which frameworks it is shown, and whether one of its fixes is. */
export const coverage: Generator = {
  path: 'src/rules/coverage.generated.ts',
  make() {
    const lines = ruleFolders(rulesFolder).map((id) => {
      const examples = readdirSync(join(rulesFolder, id, 'examples'));
      const frameworks = [...new Set(examples.map((name) => name.split('.')[0] ?? ''))].sort();
      const diff = join(rulesFolder, id, 'fixes.diff');
      const fix = existsSync(diff) && readFileSync(diff, 'utf8') !== '';
      return `  '${id}': { frameworks: [${frameworks.map((name) => `'${name}'`).join(', ')}], fix: ${fix} },`;
    });
    return [
      '// Made by tools/generate/coverage.ts from the examples below src/rules. Do not edit: run npm run generate.',
      '',
      '/** By rule: the frameworks that it has examples in, and whether a fix of it is proved there. */',
      'export const COVERAGE: Readonly<Record<string, { readonly frameworks: readonly string[]; readonly fix: boolean }>> = {',
      ...lines,
      '};',
      '',
    ].join('\n');
  },
};
