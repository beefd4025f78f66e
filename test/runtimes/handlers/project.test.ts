import { describe, expect, it } from '@jest/globals';
import { templates } from '#frameworks/cloudformation/index';
import { sam } from '#frameworks/sam/index';
import { Cloud } from '#model/cloud';
import { findHandlers } from '#runtimes/handlers/find';
import type { FileReader } from '#source/file-reader';
import { load, repository } from '#test/frameworks/repository';

const lens = templates([sam]);
const template = (handler = 'app.handler', uri = 'src/', runtime = 'nodejs22.x') =>
  `AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties: { Runtime: ${runtime}, Handler: ${handler}, CodeUri: ${uri} }\n`;

/** The handler of an application and the batches in which files were read. */
async function found(path: string, files: Readonly<Record<string, string>>, scope: 'everything' | ReadonlySet<string>) {
  const reads: string[][] = [];
  const all = repository(files);
  const reader: FileReader = {
    ...all,
    read: (paths) => {
      reads.push([...paths].sort());
      return all.read(paths);
    },
  };
  const cloud = new Cloud([await load(files[path] ?? '', { framework: lens, path, files })]);
  const { handlers } = await findHandlers(cloud, reader, scope);
  return { handler: handlers[0], handlers, reads };
}

describe('what a project calls its own code', () => {
  it('is said by tsconfig.json, with comments, and by those that it extends', async () => {
    const { handler } = await found(
      'template.yaml',
      {
        'template.yaml': template(),
        'src/app.ts': '',
        'tsconfig.json': `{
  // what it is built on
  "extends": "./config/base",
  "compilerOptions": { "baseUrl": ".", "paths": { "@shop/*": ["src/shop/*"], "db": ["src/db.ts"] }, },
}`,
        'config/base.json': '{ "compilerOptions": { "paths": { "@base/*": ["lib/*"] } } }',
      },
      'everything',
    );
    expect(Object.fromEntries(handler?.aliases ?? [])).toEqual({
      '@shop/': ['src/shop/'],
      db: ['src/db.ts'],
      '@base/': ['config/lib/'],
    });
    expect(handler?.searchPath).toEqual(['src', '']);
  });

  it('is said by the imports of package.json, and by workspaces', async () => {
    const { handler } = await found(
      'services/api/template.yaml',
      {
        'services/api/template.yaml': template(),
        'services/api/src/app.ts': '',
        'services/api/package.json': '{ "imports": { "#lib/*": "./lib/*.js", "#db": "./db.js" } }',
        'package.json': '{ "workspaces": ["packages/*", "services/*"] }',
        'packages/core/package.json': '{ "name": "@shop/core", "main": "dist/index.js" }',
        'packages/core/node_modules/x/package.json': '{ "name": "x" }',
      },
      'everything',
    );
    const aliases = Object.fromEntries(handler?.aliases ?? []);
    expect(aliases['#lib/']).toEqual(['services/api/lib/']);
    expect(aliases['#db']).toEqual(['services/api/db.js']);
    expect(aliases['@shop/core']?.slice(0, 2)).toEqual(['packages/core/dist/index', 'packages/core/src/index']);
    expect(aliases['@shop/core/']).toEqual(['packages/core/', 'packages/core/src/']);
    expect(aliases.x).toBeUndefined();
  });

  it('is said by pnpm-workspace.yaml', async () => {
    const { handler } = await found(
      'template.yaml',
      {
        'template.yaml': template(),
        'src/app.ts': '',
        'pnpm-workspace.yaml': 'packages:\n  - "libs/**"\n  - "!libs/old"\n',
        'libs/a/b/package.json': '{ "name": "b" }',
      },
      'everything',
    );
    expect(handler?.aliases.get('b')?.[0]).toBe('libs/a/b/src/index');
  });

  it('tells where the source of what a compiler writes stands', async () => {
    const { handlers } = await found(
      'template.yaml',
      {
        'template.yaml': template('api/get.handler', '.compiled-code/'),
        'code/api/get.ts': '',
        'code/other/get.ts': '',
        'tsconfig.json': '{ "compilerOptions": { "outDir": ".compiled-code", "rootDir": "code" } }',
      },
      'everything',
    );
    expect(handlers.map(({ file, confidence }) => `${file.path} ${confidence}`)).toEqual(['code/api/get.ts high']);
  });
});

describe('what is read', () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`services/s${index}/src/app.ts`, 'export const handler = 1;']),
  );

  it('for a change is its entries and projects, each level at once', async () => {
    const { reads, handlers } = await found(
      'services/s1/template.yaml',
      {
        ...many,
        'services/s1/template.yaml': template(),
        'services/s1/src/db.ts': '',
        'services/s1/package.json': '{}',
        'package.json': '{ "workspaces": ["services/*"] }',
      },
      new Set(['services/s1/src/db.ts']),
    );
    expect(handlers.map(({ file }) => file.path)).toEqual(['services/s1/src/app.ts']);
    expect(reads).toEqual([
      ['package.json', 'services/s1/package.json', 'services/s1/src/app.ts', 'services/s1/src/db.ts'],
    ]);
  });

  it('is nothing for a change of other files', async () => {
    const files = { ...many, 'services/s1/template.yaml': template(), 'docs/a.md': '' };
    expect((await found('services/s1/template.yaml', files, new Set(['docs/a.md']))).reads).toEqual([]);
  });
});

it('hostile names end', async () => {
  const path = 'template.yaml';
  for (const handler of ['....', '../../../../etc/passwd.handler', `${'a/'.repeat(5000)}b.c`, "'.handler'"])
    expect((await found(path, { [path]: template(handler), 'a.js': '' }, 'everything')).handlers.length).toBe(0);
});
