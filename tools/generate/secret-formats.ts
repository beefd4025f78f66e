import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALLOWED, FORMATS } from '#finding/secret-formats.generated';
import type { Generator } from './generator.js';
import { faultsOf } from './secret-formats/convert.js';

/** Where the generated formats stand, and the page that lists them. */
export const DATA = 'src/finding/secret-formats.generated.ts';
export const PAGE = 'docs/secret-formats.md';

const MARK = '<!-- Made by tools/secret-formats.ts from here on. -->';

/** The page with a new table below its words. */
export function withTable(page: string, table: string, left: readonly string[]): string {
  const words = page.slice(0, page.indexOf(MARK));
  const list = left.map((one) => `- ${one.replace(/^([a-z0-9-]+)/, '`$1`').replaceAll('|', '\\|')}`).join('\n');
  return `${words}${MARK}\n\n${table}\n\n## Not converted\n\n${list}\n`;
}

/**
 * The formats of secrets. Their source is no package: what is checked without it is that every expression is one that the
 * converter could have written, and bounded in time.
 */
export const secretFormats: Generator = {
  path: DATA,
  make() {
    const lists = [ALLOWED, ...FORMATS.flatMap(({ allow = [] }) => allow)];
    const sources = [
      ...FORMATS.flatMap(({ source, path }) => (path === undefined ? [source] : [source, path])),
      ...lists.flatMap(({ regexes, paths }) => [...regexes, ...paths]),
    ];
    const faults = sources.flatMap(faultsOf);
    if (faults.length > 0) throw new Error(`${DATA} is not what its generator makes:\n${faults.join('\n')}`);
    return readFileSync(join(fileURLToPath(new URL('../..', import.meta.url)), DATA), 'utf8');
  },
};
