import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, caller, numbered } from '#test/standin/caller';
import { GitHub, leastPermissions } from '#test/standin/github';
import type { Pull, Repository, Thread } from '#test/standin/state';

let hub: GitHub;
let repository: Repository;
let pull: Pull;

beforeEach(async () => {
  hub = new GitHub({ permissions: { ...leastPermissions, contents: 'write' } });
  await hub.start();
  repository = hub.repository('acme/shop', {
    'a.yaml': numbered(9),
    'big.txt': `${'é'.repeat(300_000)}`,
    'bin.dat': Buffer.from([0, 1]),
  });
  hub.push(repository, 'feature', { 'a.yaml': numbered(9, { 5: 'five' }) });
  pull = hub.openPull(repository, 'feature');
});

afterEach(async () => {
  await hub.close();
  expect(hub.violations).toEqual([]);
});

async function ask(query: string, variables: object = {}, permissions = leastPermissions): Promise<unknown> {
  const call = caller(hub, hub.installationToken(repository, permissions));
  const answer = await call('POST', '/graphql', { query, variables });
  expect(answer.status).toBe(200);
  return answer.body;
}

function thread(): Thread {
  hub.reviewComment(pull, hub.user('octocat'), { path: 'a.yaml', line: 5 }, 'Look');
  const made = pull.threads.at(-1);
  if (made === undefined) throw new Error('no thread');
  return made;
}

describe('GraphQL', () => {
  it('cuts the text of a blob after 512,000 bytes, between characters', async () => {
    const body = await ask(`{repository(owner:"acme",name:"shop"){
      big:object(expression:"main:big.txt"){...on Blob{text isTruncated byteSize isBinary}}
      bin:object(expression:"main:bin.dat"){...on Blob{text isTruncated isBinary}}
      tree:object(expression:"main:"){...on Tree{entries{name type oid}}}
      none:object(expression:"main:none"){oid}
    }}`);
    const found = at(body, 'data', 'repository');
    expect(at(found, 'big')).toMatchObject({ isTruncated: true, byteSize: 600_000, isBinary: false });
    expect(at(found, 'big', 'text')).toBe('é'.repeat(256_000));
    expect(at(found, 'bin')).toEqual({ text: null, isTruncated: false, isBinary: true });
    expect(at(found, 'tree', 'entries')).toHaveLength(3);
    expect(at(found, 'none')).toBeNull();
  });

  it('knows threads with their resolution', async () => {
    thread();
    const query = `query($n:Int!){repository(owner:"acme",name:"shop"){pullRequest(number:$n){reviewThreads(first:50){
      pageInfo{hasNextPage endCursor} nodes{id isResolved isOutdated path line originalLine viewerCanResolve
      comments(first:10){nodes{databaseId body author{__typename login}}}}}}}}`;
    const read = async () =>
      at(await ask(query, { n: 1 }), 'data', 'repository', 'pullRequest', 'reviewThreads', 'nodes', 0);
    expect(await read()).toMatchObject({ isResolved: false, isOutdated: false, line: 5, viewerCanResolve: false });
    hub.push(repository, 'feature', { 'a.yaml': numbered(9, { 5: 'cinq' }) });
    expect(await read()).toMatchObject({ isOutdated: true, line: null, originalLine: 5 });
  });

  it('resolves a thread with contents: write only', async () => {
    const made = thread();
    const mutation = 'mutation($t:ID!){resolveReviewThread(input:{threadId:$t}){thread{isResolved}}}';
    const refused = await ask(mutation, { t: hub.threadId(made) });
    expect(at(refused, 'errors', 0)).toMatchObject({
      type: 'FORBIDDEN',
      message: 'Resource not accessible by integration',
    });
    expect(made.resolvedBy).toBeUndefined();
    await ask(mutation, { t: hub.threadId(made) }, { ...leastPermissions, contents: 'write' });
    expect(made.resolvedBy?.login).toBe('leastwise[bot]');
  });

  it('asks for page sizes of 1 to 100', async () => {
    const query = (page: string) =>
      `{repository(owner:"acme",name:"shop"){pullRequest(number:1){reviewThreads${page}{nodes{id}}}}}`;
    expect(at(await ask(query('')), 'errors', 0)).toMatchObject({ type: 'MISSING_PAGINATION_BOUNDARIES' });
    expect(at(await ask(query('(first:101)')), 'errors', 0)).toMatchObject({ type: 'EXCESSIVE_PAGINATION' });
  });

  it('commits on a branch that has not moved', async () => {
    const mutation = 'mutation($i:CreateCommitOnBranchInput!){createCommitOnBranch(input:$i){commit{oid}}}';
    const input = {
      branch: { repositoryNameWithOwner: 'acme/shop', branchName: 'feature' },
      expectedHeadOid: pull.head.sha,
      message: { headline: 'Fix' },
      fileChanges: { additions: [{ path: 'a.yaml', contents: Buffer.from('fixed\n').toString('base64') }] },
    };
    const write = { ...leastPermissions, contents: 'write' as const };
    expect(at(await ask(mutation, { i: input }), 'errors', 0, 'type')).toBe('FORBIDDEN');
    const made = await ask(mutation, { i: input }, write);
    expect(at(made, 'data', 'createCommitOnBranch', 'commit', 'oid')).toBe(pull.head.sha);
    expect(at(await ask(mutation, { i: input }, write), 'errors', 0, 'type')).toBe('STALE_DATA');
  });

  it('minimizes comments', async () => {
    const comment = hub.comment(pull, hub.user('octocat'), 'hello');
    const mutation =
      'mutation($s:ID!){minimizeComment(input:{subjectId:$s,classifier:OUTDATED}){minimizedComment{isMinimized minimizedReason}}}';
    const body = await ask(mutation, { s: `IC_${comment.id}` });
    expect(at(body, 'data', 'minimizeComment', 'minimizedComment')).toEqual({
      isMinimized: true,
      minimizedReason: 'outdated',
    });
  });

  it('hides what the App is not installed on', async () => {
    hub.repository('acme/secret', { a: 'a' }, { install: false });
    const body = await ask('{repository(owner:"acme",name:"secret"){id}}');
    expect(at(body, 'errors', 0)).toMatchObject({ type: 'NOT_FOUND' });
  });
});
