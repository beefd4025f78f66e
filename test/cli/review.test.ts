import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { remoteChange } from '#cli/pull-request';
import { commitOf, commitSnapshot, diffOf, mergeBaseOf } from '#cli/repository';
import { localChange, markdownReview, reviewChange } from '#cli/review-command';
import { rulePage } from '#finding/page';
import { type Scratch, scratch, shop } from '#test/cli/repository';
import { GitHub } from '#test/standin/github';

const today = '2026-11-22';
const clock = (): number => 0;

let folder: Scratch;
beforeEach(() => {
  folder = scratch();
  folder.git('init', '-q', '-b', 'main');
  folder.copy(join(shop, 'main'));
  folder.commit('base');
  folder.git('checkout', '-q', '-b', 'refunds');
});
afterEach(() => folder.dispose());

describe('leastwise review BASE..HEAD', () => {
  it('comments on what the commits introduce, on lines of their diff', async () => {
    folder.copy(join(shop, 'pull-request'));
    folder.commit('refunds');
    const change = await localChange(folder.path, 'main..refunds');
    const { review, report } = await reviewChange(change, today, clock, rulePage);
    expect(review.checkRun.conclusion).toBe('failure');
    expect(review.comments.length).toBeGreaterThan(5);
    const hunks = change.diff.files.find(({ path }) => path === 'template.yaml')?.hunks ?? [];
    for (const { line, side } of review.comments) {
      const range = (hunk: (typeof hunks)[number]) => (side === 'RIGHT' ? hunk.head : hunk.base);
      expect(hunks.some((hunk) => line >= range(hunk).start && line < range(hunk).start + range(hunk).count)).toBe(
        true,
      );
    }
    expect(report.findings.every(({ verdict }) => verdict !== 'existing')).toBe(true);
    expect(markdownReview(review)).toContain('attack surface');
  });

  it('says that nothing is new when only the base has findings', async () => {
    folder.write({ 'README.md': '# Shop\n' });
    folder.commit('words');
    const { review } = await reviewChange(await localChange(folder.path, 'main..'), today, clock, rulePage);
    expect(review.checkRun.conclusion).toBe('success');
    expect(review.comments).toEqual([]);
  });

  it('judges against the merge base: what landed on the base meanwhile is nobody’s', async () => {
    folder.write({ 'README.md': '# Shop\n' });
    folder.commit('words');
    folder.git('checkout', '-q', 'main');
    folder.copy(join(shop, 'pull-request'));
    folder.commit('refunds landed');
    const { review } = await reviewChange(await localChange(folder.path, 'main..refunds'), today, clock, rulePage);
    expect(review.checkRun.conclusion).toBe('success');
  });

  it('sees renames, names that are not ASCII, binaries and deletions as git does', async () => {
    folder.write({ 'ümlaut.yaml': 'a: 1\n', 'blob.bin': Buffer.from([0, 1, 2]) });
    folder.commit('more');
    folder.git('mv', 'template.yaml', 'moved template.yaml');
    folder.git('rm', '-q', 'ümlaut.yaml');
    folder.write({ 'blob.bin': Buffer.from([0, 9, 9]) });
    folder.commit('moved');
    const { files } = await diffOf(folder.path, 'HEAD~1', 'HEAD');
    expect(files.map(({ path, status, previousPath, complete }) => [path, status, previousPath, complete])).toEqual([
      ['blob.bin', 'modified', undefined, false],
      ['moved template.yaml', 'renamed', 'template.yaml', true],
      ['ümlaut.yaml', 'removed', undefined, true],
    ]);
    const { review } = await reviewChange(await localChange(folder.path, 'main..refunds'), today, clock, rulePage);
    expect(review.comments).toEqual([]);
    const snapshot = commitSnapshot(folder.path, await commitOf(folder.path, 'HEAD'));
    expect((await snapshot.read(['blob.bin', 'nothing'])).get('blob.bin')).toMatchObject({ kind: 'skipped' });
  });

  it.each(['--upload-pack=x', 'nowhere', 'a b'])('refuses %s as a revision in one sentence', async (revision) => {
    await expect(commitOf(folder.path, revision)).rejects.toThrow(/revision|names no commit/);
  });

  it('says what to do when there is no common ancestor', async () => {
    folder.git('checkout', '-q', '--orphan', 'other');
    folder.commit('alone');
    await expect(mergeBaseOf(folder.path, 'main', 'other')).rejects.toThrow('no common ancestor');
  });

  it('exits with 2 and one sentence for what cannot be reviewed', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', 'src/cli/main.ts', ...args], {
        cwd: new URL('../..', import.meta.url).pathname,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', GITHUB_TOKEN: '', GH_TOKEN: '' },
      });
    const range = run('review', 'main', '--repo', folder.path);
    expect([range.status, range.stderr]).toEqual([2, expect.stringContaining('is not a range')]);
    const pull = run('review', 'acme/shop#1');
    expect([pull.status, pull.stderr]).toEqual([2, expect.stringContaining('GITHUB_TOKEN')]);
  });
});

describe('leastwise review OWNER/REPOSITORY#NUMBER', () => {
  let hub: GitHub;
  beforeAll(async () => {
    hub = new GitHub();
    await hub.start();
  });
  afterAll(() => hub.close());

  it('reads the pull request, posts nothing by itself, and posts once when asked to', async () => {
    const { files: main } = await filesOf(folder.path, 'main');
    const repository = hub.repository('acme/shop', main);
    const dana = hub.user('dana');
    hub.collaborator(repository, 'dana', 'write');
    hub.branch(repository, 'refunds');
    folder.copy(join(shop, 'pull-request'));
    folder.commit('refunds');
    const { files: head } = await filesOf(folder.path, 'refunds');
    hub.push(repository, 'refunds', head, { by: dana });
    const pull = hub.openPull(repository, 'refunds', { by: dana });
    const access = { token: hub.token('dana'), apiUrl: hub.url };
    const review = async () => {
      const remote = await remoteChange(`acme/shop#${pull.number}`, access);
      return { remote, ...(await reviewChange(remote, today, clock, rulePage, remote.conversation)) };
    };
    const first = await review();
    expect(first.review.comments.length).toBeGreaterThan(5);
    expect(pull.threads).toHaveLength(0);
    await first.remote.post(first.review);
    expect(pull.threads).toHaveLength(first.review.comments.length);
    const second = await review();
    expect(second.review.comments).toEqual([]);
    expect(hub.violations).toEqual([]);
  });
});

async function filesOf(path: string, revision: string): Promise<{ files: Record<string, string> }> {
  const snapshot = commitSnapshot(path, await commitOf(path, revision));
  const { entries } = await snapshot.list();
  const read = await snapshot.read(entries.map((entry) => entry.path));
  const files: Record<string, string> = {};
  for (const [name, file] of read) if ('text' in file) files[name] = file.text;
  return { files };
}
