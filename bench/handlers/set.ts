import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Application } from './application.js';
import { withTokens } from './tokens.js';

/** An entry of labels.json; README.md in the folder above says what the fields mean. */
export interface Label {
  readonly id: string;
  readonly language: string;
  readonly rule: string;
  readonly also?: readonly string[];
  readonly trigger: string;
  readonly framework: string;
  readonly bad: { readonly file: string; readonly lines: readonly number[] };
  readonly source: string;
  readonly note?: string;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));

export function labels(): Label[] {
  return JSON.parse(readFileSync(join(HERE, 'labels.json'), 'utf8')) as Label[];
}

/** Both sides of every pair. */
export function labelledApplications(): Application[] {
  return labels().flatMap(({ id, language, rule, also = [], trigger, framework, bad }) => {
    const traits = { language: [language], trigger: [trigger], framework: [framework] };
    const expected = { rules: [rule, ...also], file: bad.file, lines: bad.lines };
    return [
      { id: `${id}/bad`, files: filesBelow(join(HERE, 'set', id, 'bad')), rule, expected, traits },
      { id: `${id}/good`, files: filesBelow(join(HERE, 'set', id, 'good')), rule, expected: undefined, traits },
    ];
  });
}

function filesBelow(root: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(root, path).split(sep).join('/')] = withTokens(readFileSync(path, 'utf8'));
  }
  return files;
}
