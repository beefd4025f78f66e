import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, caller, numbered } from '#test/standin/caller';
import { compareTrees, mapLine } from '#test/standin/diff';
import { type FileContent, ObjectStore } from '#test/standin/git';
import { GitHub } from '#test/standin/github';

/** Puts objects of a store into a real repository, which must give them the same ids. */
class RealGit {
  readonly folder = mkdtempSync(join(tmpdir(), 'standin-git-'));

  constructor() {
    this.run(['init', '-q']);
  }

  run(args: readonly string[], input: string | Uint8Array = ''): string {
    return execFileSync('git', [...args], {
      cwd: this.folder,
      input,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    }).toString();
  }

  tree(files: Readonly<Record<string, FileContent>>): string {
    this.run(['read-tree', '--empty']);
    for (const [path, content] of Object.entries(files)) {
      const executable = typeof content === 'object' && 'executable' in content;
      const symlink = typeof content === 'object' && 'symlink' in content;
      const bytes = executable ? content.executable : symlink ? content.symlink : (content as string);
      const sha = this.run(['hash-object', '-w', '--stdin'], bytes).trim();
      const mode = executable ? '100755' : symlink ? '120000' : '100644';
      this.run(['update-index', '--add', '--cacheinfo', `${mode},${sha},${path}`]);
    }
    return this.run(['write-tree']).trim();
  }
}

function treeOf(store: ObjectStore, files: Readonly<Record<string, FileContent>>): string {
  return store.writeTree(new Map(Object.entries(files).map(([path, content]) => [path, store.write(content)])));
}

describe('git objects', () => {
  let git: RealGit;
  beforeEach(() => {
    git = new RealGit();
  });
  afterEach(() => rmSync(git.folder, { recursive: true }));

  const before = {
    'a.yaml': numbered(40),
    'crlf.txt': 'one\r\ntwo\r\nthree\r\n',
    'end.txt': 'one\ntwo',
    'lib/x': 'x\n',
    'lib.txt': 'sorted before lib/\n',
    'old/name.ts': numbered(20),
    run: { executable: '#!/bin/sh\n' },
    link: { symlink: 'lib/x' },
    'bin.dat': Buffer.from([0, 1, 2]),
  };
  const { 'old/name.ts': _, ...rest } = before;
  const after = {
    ...rest,
    'a.yaml': numbered(40, { 1: 'first', 20: 'twenty', 24: 'line 24\ninserted', 40: 'last' }),
    'crlf.txt': 'one\r\n2\r\nthree\r\n',
    'end.txt': 'one\ntwo\n',
    'new/name.ts': numbered(20, { 3: 'three' }),
    'added.txt': 'one\n',
    'bin.dat': Buffer.from([0, 1, 3]),
  };

  it('have the ids that git gives', () => {
    const store = new ObjectStore();
    const tree = treeOf(store, before);
    expect(tree).toBe(git.tree(before));
    const author = { name: 'A U Thor', email: 'a@example.com', date: '2026-11-21T10:00:00Z' };
    const { sha } = store.writeCommit({ tree, parents: [], message: 'Say\n\nmore\n', author });
    const seconds = Date.parse(author.date) / 1000;
    const person = `${author.name} <${author.email}> ${seconds} +0000`;
    const text = `tree ${tree}\nauthor ${person}\ncommitter ${person}\n\nSay\n\nmore\n`;
    expect(sha).toBe(git.run(['hash-object', '-t', 'commit', '--stdin'], text).trim());
  });

  it('differ as git says: hunks, headings, renames, binary files', () => {
    const store = new ObjectStore();
    const changes = compareTrees(store, treeOf(store, before), treeOf(store, after));
    const real = git.run(['diff-tree', '-r', '-p', '-M', git.tree(before), git.tree(after)]);
    const sections = real.split(/^diff --git .*\n/m).slice(1);
    expect(sections).toHaveLength(changes.length);
    for (const change of changes) {
      const section = sections.find((text) => text.includes(`b/${change.filename}`));
      const hunks = section?.slice(section.indexOf('\n@@ ') + 1).trimEnd();
      if (change.patch === undefined) expect(section).toContain('Binary files');
      else expect(change.patch.trimEnd()).toBe(hunks);
    }
    expect(changes.find(({ status }) => status === 'renamed')).toMatchObject({
      filename: 'new/name.ts',
      previous_filename: 'old/name.ts',
    });
  });

  it('map lines over changes', () => {
    const [old, now] = [numbered(10), numbered(10, { 3: 'three', 5: 'line 5\nnew', 8: 'x\ny' })];
    expect([1, 3, 4, 5, 6, 8, 9].map((line) => mapLine(old, now, line))).toEqual([
      1,
      undefined,
      4,
      5,
      7,
      undefined,
      11,
    ]);
  });
});

describe('reading', () => {
  let hub: GitHub;
  let call: ReturnType<typeof caller>;
  const base = '/repos/acme/shop';

  beforeEach(async () => {
    hub = new GitHub();
    await hub.start();
    const files = {
      'a.yaml': 'a\n',
      'big.txt': 'x'.repeat(1_100_000),
      link: { symlink: 'a.yaml' },
      module: { submodule: 'a'.repeat(40) },
      'bin.dat': Buffer.from([0, 255]),
    };
    const repository = hub.repository('acme/shop', files);
    call = caller(hub, hub.installationToken(repository));
  });

  afterEach(async () => {
    await hub.close();
    expect(hub.violations).toEqual([]);
  });

  it('gives contents up to 1 MB, then raw only; follows symlinks; shows submodules', async () => {
    expect((await call('GET', `${base}/contents/big.txt`)).body).toMatchObject({ encoding: 'none', content: '' });
    expect(
      (await call('GET', `${base}/contents/big.txt`, undefined, { accept: 'application/vnd.github.raw+json' })).body,
    ).toHaveLength(1_100_000);
    expect((await call('GET', `${base}/contents/link`)).body).toMatchObject({ type: 'file', size: 2 });
    expect((await call('GET', `${base}/contents/module`)).body).toMatchObject({ type: 'submodule' });
    expect((await call('GET', `${base}/contents/none`)).status).toBe(404);
    const tree = await call('GET', `${base}/git/trees/main?recursive=1`);
    expect(tree.body).toMatchObject({ truncated: false });
    expect(at(tree.body, 'tree', 0, 'sha')).toBe('78981922613b2afb6025042ff6bd878ac1994e85');
    expect((await call('GET', `${base}/git/blobs/78981922613b2afb6025042ff6bd878ac1994e85`)).body).toMatchObject({
      content: 'YQo=',
    });
  });

  it('cuts a long tree and says so', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 45_000 }, (_, index) => [`folder/with/a/long/name/file-${index}.txt`, 'x']),
    );
    const repository = hub.repository('acme/large', files);
    const answer = await caller(hub, hub.installationToken(repository))(
      'GET',
      '/repos/acme/large/git/trees/main?recursive=1',
    );
    expect(answer.body).toMatchObject({ truncated: true });
  });

  it('gives large pull requests page by page, and no diff of them', async () => {
    const repository = hub.world.repository('acme/shop');
    hub.push(
      repository,
      'many',
      Object.fromEntries(Array.from({ length: 3010 }, (_, index) => [`f/${index}.txt`, `${index}\n`])),
    );
    hub.push(repository, 'few', { 'a.yaml': 'b\n' });
    hub.openPull(repository, 'many');
    hub.openPull(repository, 'few');
    expect((await call('GET', `${base}/pulls/1`)).body).toMatchObject({ changed_files: 3010 });
    const page = await call('GET', `${base}/pulls/1/files?per_page=100&page=30`);
    expect(page.body).toHaveLength(100);
    expect(page.headers.get('link')).not.toContain('next');
    expect((await call('GET', `${base}/pulls/1/files?per_page=100&page=31`)).body).toEqual([]);
    expect((await call('GET', `${base}/pulls/1/files?per_page=100`)).headers.get('link')).toMatch(
      /page=2>; rel="next", <.*page=30>; rel="last"/,
    );
    expect((await call('GET', `${base}/compare/main...many`)).body).toMatchObject({ files: { length: 300 } });
    const diff = { accept: 'application/vnd.github.diff' };
    expect((await call('GET', `${base}/pulls/1`, undefined, diff)).status).toBe(406);
    expect((await call('GET', `${base}/pulls/2`, undefined, diff)).body).toContain('@@ -1 +1 @@\n-a\n+b\n');
  });

  it('leaves out the patch of a binary and of a too large file', async () => {
    const repository = hub.world.repository('acme/shop');
    hub.push(repository, 'large', { 'bin.dat': Buffer.from([0, 1]), 'long.txt': `${'x'.repeat(99)}\n`.repeat(6000) });
    hub.openPull(repository, 'large');
    const { body } = await call('GET', `${base}/pulls/1/files`);
    expect(body).toMatchObject([
      { filename: 'bin.dat', changes: 0 },
      { filename: 'long.txt', additions: 6000 },
    ]);
    expect(at(body, 0, 'patch')).toBeUndefined();
    expect(at(body, 1, 'patch')).toBeUndefined();
  });
});
