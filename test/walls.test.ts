import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inspect } from '../tools/walls.js';

const here = fileURLToPath(new URL('..', import.meta.url));
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'walls-'));
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
    cpSync(join(here, file), join(root, file));
  write('src/source/span.ts', 'export interface Span { start: number }\nexport const none: Span = { start: 0 };\n');
  write('src/model/stack.ts', "import type { Span } from '#source/span';\nexport type Place = Span;\n");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('the walls', () => {
  it('stand in a tree that keeps to them, and everything in it was seen', async () => {
    expect(await inspect(root)).toEqual({ violations: [], blindness: [], modules: 2, typeImports: 1 });
  });

  it('are seen to be broken by an import, by a type, by a cycle and by a clock', async () => {
    write('src/source/file.ts', "import { up } from '#scan/up';\nexport const x = up;\n");
    write('src/scan/up.ts', "import { x } from '#source/file';\nexport const up = () => [x, Date.now()];\n");
    write('src/syntax/parse.ts', "import type { Place } from '#model/stack';\nexport type Where = Place;\n");
    write('src/finding/read.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n");
    const { violations, blindness } = await inspect(root);
    expect(blindness).toEqual([]);
    expect(violations.map((line) => line.slice(0, line.indexOf(':'))).sort()).toEqual([
      'no-cycles',
      'pure-rooms-touch-nothing',
      'pure-rooms-touch-nothing',
      'source-imports-only-what-it-may',
      'syntax-imports-only-what-it-may',
    ]);
    expect(violations.find((line) => line.startsWith('syntax'))).toContain('knowledge flows one way');
  });

  it('do not pass for standing when nothing was looked at', async () => {
    cpSync(join(here, '.dependency-cruiser.mjs'), join(root, 'walls.mjs'));
    write(
      '.dependency-cruiser.mjs',
      "import config, { pure } from './walls.mjs';\nexport { pure };\nexport default { ...config, options: { ...config.options, tsPreCompilationDeps: false } };\n",
    );
    const { blindness } = await inspect(root);
    expect(blindness).toEqual(['1 type imports are written, 0 were seen.']);
  });
});
