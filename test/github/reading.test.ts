import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { CONFIGURATION, connect, nameOf, openPull } from '#test/github/connect';
import { GitHub } from '#test/standin/github';
import { treeLimits } from '#test/standin/routes/git';
import type { Edits } from '#test/standin/state';

let hub: GitHub;

beforeEach(async () => {
  hub = new GitHub();
  await hub.start();
});

afterEach(async () => {
  await hub.close();
  expect(hub.violations).toEqual([]);
});

function many(count: number, name: (index: number) => string, content: (index: number) => string): Edits {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), content(index)]));
}

function textOf(entry: SourceFile | Problem | undefined): string | undefined {
  return entry !== undefined && 'text' in entry ? entry.text : entry?.message;
}

describe('opening a pull request', () => {
  it('reads the pull request and the configuration of the base branch, not of the head, in one request', async () => {
    const repository = hub.repository('acme/shop', { '.github/leastwise.yml': 'failOn: high\n', 'a.txt': '1\n' });
    hub.push(repository, 'change', { '.github/leastwise.yml': 'failOn: never\n', 'a.txt': '2\n' });
    const pull = hub.openPull(repository, 'change', { by: hub.user('ann') });
    const { gateway } = connect(hub, repository);
    const opening = await gateway.open(nameOf(repository), pull.number, 'main', CONFIGURATION);
    expect(opening.pull).toMatchObject({ number: 1, author: 'ann', state: 'open', fork: false, changedFiles: 2 });
    expect(opening.pull.headSha).toBe(pull.head.sha);
    expect(opening.configuration).toEqual([
      { from: 'repository', path: '.github/leastwise.yml', text: 'failOn: high\n' },
    ]);
    expect(hub.requests.map(({ operation }) => operation)).toEqual(['graphql']);
  });

  it('falls back to the `.github` repository of the organization', async () => {
    const repository = hub.repository('acme/shop', { 'a.txt': '1\n' });
    hub.repository('acme/.github', { '.github/leastwise.yaml': 'failOn: low\n' });
    hub.push(repository, 'change', { 'a.txt': '2\n' });
    hub.openPull(repository, 'change');
    const { gateway } = connect(hub, repository);
    const { configuration } = await gateway.open(nameOf(repository), 1, 'main', CONFIGURATION);
    expect(configuration).toEqual([{ from: 'organization', path: '.github/leastwise.yaml', text: 'failOn: low\n' }]);
  });

  it('reads again when the base branch is another than the event said', async () => {
    const repository = hub.repository('acme/shop', { '.github/leastwise.yml': 'main', 'a.txt': '1\n' });
    hub.push(repository, 'release', { '.github/leastwise.yml': 'release' });
    hub.push(repository, 'change', { 'a.txt': '2\n' });
    hub.openPull(repository, 'change', { base: 'release' });
    const { gateway } = connect(hub, repository);
    const { configuration, pull } = await gateway.open(nameOf(repository), 1, 'main', CONFIGURATION);
    expect(pull.baseRef).toBe('release');
    expect(configuration[0]?.text).toBe('release');
  });

  it('says that a pull request does not exist', async () => {
    const repository = hub.repository('acme/shop', { 'a.txt': '1\n' });
    const { gateway } = connect(hub, repository);
    await expect(gateway.open(nameOf(repository), 7, 'main', CONFIGURATION)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('changes', () => {
  it('has the merge base, renames, deletions and binary files from one request', async () => {
    const body = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
    const repository = hub.repository('acme/shop', { 'old.txt': body, 'gone.txt': 'x\n', 'a.txt': '1\n' });
    const base = repository.branches.get('main');
    hub.push(repository, 'change', {
      'old.txt': null,
      'new.txt': body,
      'gone.txt': null,
      'a.txt': '2\n',
      'picture.png': new Uint8Array([0, 1, 2, 3]),
    });
    hub.push(repository, 'main', { 'other.txt': 'landed meanwhile\n' });
    hub.openPull(repository, 'change');
    const { gateway } = connect(hub, repository);
    const pull = await openPull(gateway, repository, 1);
    const { mergeBase, diff } = await gateway.changes(pull);
    expect(mergeBase).toBe(base);
    expect(diff.complete).toBe(true);
    expect(diff.files.map(({ path, status, complete }) => [path, status, complete])).toEqual(
      expect.arrayContaining([
        ['new.txt', 'renamed', true],
        ['gone.txt', 'removed', true],
        ['a.txt', 'modified', true],
        ['picture.png', 'added', false],
      ]),
    );
    expect(diff.files).toHaveLength(4);
    expect(diff.files.find(({ path }) => path === 'new.txt')?.previousPath).toBe('old.txt');
    expect(hub.requests).toHaveLength(2);
  });

  it('lists all files of a pull request with more than 300, and says when GitHub stops at 3,000', async () => {
    const repository = hub.repository('acme/shop', { 'a.txt': '1\n' });
    hub.push(
      repository,
      'big',
      many(
        3001,
        (index) => `f${index}.txt`,
        () => 'x\n',
      ),
    );
    hub.push(
      repository,
      'middle',
      many(
        301,
        (index) => `f${index}.txt`,
        () => 'x\n',
      ),
    );
    hub.openPull(repository, 'big');
    hub.openPull(repository, 'middle');
    const { gateway } = connect(hub, repository);
    const big = await gateway.changes(await openPull(gateway, repository, 1));
    expect([big.diff.files.length, big.diff.complete]).toEqual([3000, false]);
    const middle = await gateway.changes(await openPull(gateway, repository, 2));
    expect([middle.diff.files.length, middle.diff.complete]).toEqual([301, true]);
  });
});

describe('a snapshot', () => {
  it('reads text, odd bytes, large files, links and submodules for what they are', async () => {
    const large = `${'x'.repeat(99)}\n`.repeat(7000);
    const repository = hub.repository('acme/shop', {
      'a.txt': 'plain ü\n',
      'mark.txt': '\ufeffmarked\n',
      'latin.txt': new Uint8Array([0x66, 0xfc, 0x72]),
      'large.json': large,
      'picture.png': new Uint8Array([0, 1, 2]),
      'link.txt': { symlink: 'folder/../a.txt' },
      'out.txt': { symlink: '../secrets' },
      'loop.txt': { symlink: 'loop.txt' },
      module: { submodule: 'a'.repeat(40) },
    });
    const { gateway } = connect(hub, repository);
    const snapshot = gateway.snapshot(nameOf(repository), repository.branches.get('main') ?? '');
    const { entries } = await snapshot.list();
    expect(entries.map(({ path, kind }) => [path, kind])).toEqual(
      expect.arrayContaining([
        ['a.txt', 'file'],
        ['link.txt', 'symlink'],
        ['module', 'submodule'],
      ]),
    );
    const files = await snapshot.read([...entries.map(({ path }) => path), 'nowhere.txt']);
    expect(textOf(files.get('a.txt'))).toBe('plain ü\n');
    expect(textOf(files.get('mark.txt'))).toBe('\ufeffmarked\n');
    expect(files.get('latin.txt')).toMatchObject({ text: 'für', editable: false });
    expect(textOf(files.get('large.json'))).toHaveLength(large.length);
    expect(files.get('picture.png')).toMatchObject({ kind: 'unreadable' });
    expect(textOf(files.get('link.txt'))).toBe('plain ü\n');
    expect(files.get('out.txt')).toMatchObject({ kind: 'unreadable' });
    expect(files.get('loop.txt')).toMatchObject({ kind: 'unreadable' });
    expect(files.get('module')).toMatchObject({ kind: 'skipped' });
    expect(files.has('nowhere.txt')).toBe(false);
  });

  it('reads heads of forks through the base repository', async () => {
    const repository = hub.repository('acme/shop', { 'a.txt': '1\n' });
    const fork = hub.fork(repository, 'eve');
    hub.push(fork, 'main', { 'a.txt': 'forked\n' }, { by: hub.user('eve') });
    hub.openPull(repository, 'main', { from: fork, by: hub.user('eve') });
    const { gateway } = connect(hub, repository);
    const pull = await openPull(gateway, repository, 1);
    expect(pull.fork).toBe(true);
    const files = await gateway.snapshot(nameOf(repository), pull.headSha).read(['a.txt']);
    expect(textOf(files.get('a.txt'))).toBe('forked\n');
  });

  it('lists a truncated tree folder by folder', async () => {
    const limits = { ...treeLimits };
    treeLimits.entries = 50;
    try {
      const repository = hub.repository('acme/shop', {
        ...many(
          30,
          (index) => `one/f${index}.txt`,
          (index) => `1 ${index}`,
        ),
        ...many(
          30,
          (index) => `two/deep/f${index}.txt`,
          (index) => `2 ${index}`,
        ),
        'root.txt': 'root',
      });
      const { gateway } = connect(hub, repository);
      const snapshot = gateway.snapshot(nameOf(repository), repository.branches.get('main') ?? '');
      const { entries, truncated } = await snapshot.list();
      expect([entries.length, truncated]).toEqual([61, false]);
      expect(textOf((await snapshot.read(['two/deep/f7.txt'])).get('two/deep/f7.txt'))).toBe('2 7');
    } finally {
      Object.assign(treeLimits, limits);
    }
  });

  it('reads equal contents once, over both snapshots and also when asked at the same time', async () => {
    const repository = hub.repository('acme/shop', { 'a.txt': '1\n', 'b.txt': 'same\n' });
    const base = repository.branches.get('main') ?? '';
    const head = hub.push(repository, 'change', { 'a.txt': '2\n' });
    const { gateway } = connect(hub, repository);
    const [before, after] = [base, head].map((commit) => gateway.snapshot(nameOf(repository), commit));
    await Promise.all([before?.list(), after?.list()]);
    hub.requests.splice(0);
    await gateway.prefetch([
      { snapshot: before as never, paths: ['a.txt', 'b.txt'] },
      { snapshot: after as never, paths: ['a.txt', 'b.txt', 'missing.txt'] },
    ]);
    await Promise.all([before?.read(['b.txt']), after?.read(['a.txt', 'b.txt'])]);
    expect(hub.requests).toHaveLength(1);
  });

  it('halves a batch that GraphQL cannot serve in its ten seconds', async () => {
    const repository = hub.repository(
      'acme/shop',
      many(
        40,
        (index) => `f${index}.txt`,
        (index) => `${index}`,
      ),
    );
    const { gateway } = connect(hub, repository);
    const snapshot = gateway.snapshot(nameOf(repository), repository.branches.get('main') ?? '');
    const { entries } = await snapshot.list();
    hub.onRequest = (phase, { operation, body }) =>
      phase === 'before' && operation === 'graphql' && JSON.stringify(body).includes('b20:')
        ? { status: 502, body: { message: 'Something went wrong' } }
        : undefined;
    const files = await snapshot.read(entries.map(({ path }) => path));
    expect(textOf(files.get('f39.txt'))).toBe('39');
    expect(files.size).toBe(40);
  });
});

describe('limits', () => {
  const limited = [
    ['retry-after', { status: 429, headers: { 'retry-after': '17' } }, 17],
    ['a secondary limit in words', { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } }, 60],
    [
      'GraphQL errors with 200',
      { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] } },
      60,
    ],
  ] as const;

  it.each(limited)('are told with the time to wait: %s', async (_, fault, seconds) => {
    const repository = hub.repository('acme/shop', { 'a.txt': '1\n' });
    const { gateway } = connect(hub, repository);
    hub.onRequest = (phase) => (phase === 'before' ? fault : undefined);
    await expect(gateway.open(nameOf(repository), 1, 'main', CONFIGURATION)).rejects.toMatchObject({
      kind: 'rate-limit',
      retryAfter: seconds,
    });
  });

  it('repeats reads on 5xx, and gives up after the third', async () => {
    const repository = hub.repository('acme/shop', { 'a.txt': '1\n' });
    const { gateway, slept } = connect(hub, repository);
    hub.onRequest = (phase) => (phase === 'before' ? { status: 503 } : undefined);
    await expect(gateway.role(nameOf(repository), 'ann')).rejects.toMatchObject({ kind: 'server', status: 503 });
    expect(hub.requests).toHaveLength(3);
    expect(slept).toEqual([500, 2000]);
  });
});
