import { describe, expect, it } from '@jest/globals';
import { likelyPaths } from '#app/relevance';
import type { Diff } from '#source/diff';
import type { TreeEntry } from '#source/snapshot';

const entry = (path: string, size = 100): TreeEntry => ({ path, blob: path, size, kind: 'file' });
const diffOf = (...paths: readonly string[]): Diff =>
  ({ complete: true, files: paths.map((path) => ({ path, status: 'modified', hunks: [] })) }) as unknown as Diff;

describe('what a scan of a change will read in all likelihood', () => {
  const tree = [
    'package.json',
    'services/a/package.json',
    'services/a/tsconfig.json',
    'services/a/infra/template.yaml',
    'services/a/src/app.ts',
    'services/a/src/db.ts',
    'services/a/lib/log.ts',
    'services/a/test/app.test.ts',
    'services/a/node_modules/x/index.js',
    'services/b/src/app.ts',
    'docs/a.md',
  ].map((path) => entry(path));

  it('is what changed, the projects above it, its template, and the code of its package, the nearest first', () => {
    expect(likelyPaths(diffOf('services/a/src/app.ts'), tree).head).toEqual([
      'services/a/src/app.ts',
      'package.json',
      'services/a/package.json',
      'services/a/tsconfig.json',
      'services/a/infra/template.yaml',
      'services/a/src/db.ts',
      'services/a/lib/log.ts',
    ]);
  });

  it('is no code where none changed', () => {
    expect(likelyPaths(diffOf('services/a/infra/template.yaml'), tree).head).toEqual([
      'services/a/infra/template.yaml',
      'package.json',
      'services/a/package.json',
      'services/a/tsconfig.json',
    ]);
  });

  it('fits into one request', () => {
    const many = Array.from({ length: 1000 }, (_, index) => entry(`src/f${index}.ts`));
    expect(new Set(Object.values(likelyPaths(diffOf('src/f0.ts'), many)).flat()).size).toBeLessThanOrEqual(240);
    const large = Array.from({ length: 100 }, (_, index) => entry(`src/f${index}.ts`, 100_000));
    expect(likelyPaths(diffOf('src/f0.ts'), large).head.length).toBeLessThanOrEqual(21);
  });
});
