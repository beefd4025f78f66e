import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, type Called, caller } from '#test/standin/caller';
import { GitHub, leastPermissions } from '#test/standin/github';
import { description } from '#test/standin/route';
import { handlers } from '#test/standin/server';
import type { Pull, Repository } from '#test/standin/state';

let hub: GitHub;
let repository: Repository;
let pull: Pull;
let call: (method: string, path: string, body?: unknown) => Promise<Called>;

beforeAll(async () => {
  hub = new GitHub({ permissions: { ...leastPermissions, contents: 'write', security_events: 'write' } });
  await hub.start();
  repository = hub.repository('acme/shop', { 'a.yaml': 'a\n' });
  hub.push(repository, 'feature', { 'a.yaml': 'b\n' });
  pull = hub.openPull(repository, 'feature', { body: 'Why' });
  call = caller(hub, hub.installationToken(repository));
});

afterAll(() => hub.close());

/** Calls every operation once or more, in an order in which one makes what the next reads. */
async function callEverything(): Promise<void> {
  const repo = '/repos/acme/shop';
  const head = pull.head.sha;
  const id = async (method: string, path: string, body?: unknown) => at((await call(method, path, body)).body, 'id');
  const output = {
    title: 't',
    summary: 's',
    text: 'x',
    annotations: [{ path: 'a.yaml', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' }],
  };
  const blob = repository.objects.filesAt(head).get('a.yaml')?.sha;
  for (const path of [
    '',
    '/branches/main',
    '/collaborators/octocat/permission',
    '/commits/feature',
    `/commits/${head}/pulls`,
    '/compare/main...feature',
    '/contents/a.yaml',
    '/contents/',
    '/git/trees/main',
    `/git/blobs/${blob}`,
    `/git/commits/${head}`,
    '/git/ref/heads/main',
    '/pulls',
    '/pulls/1',
    '/pulls/1/files',
    '/pulls/1/commits',
    '/issues/1',
  ]) {
    expect([path, (await call('GET', `${repo}${path}`)).status]).toEqual([path, 200]);
  }
  const run = await id('POST', `${repo}/check-runs`, {
    name: 'leastwise',
    head_sha: head,
    status: 'in_progress',
    output,
  });
  await call('PATCH', `${repo}/check-runs/${run}`, { status: 'completed', conclusion: 'success', output });
  await call('POST', `${repo}/check-runs/${run}/rerequest`);
  const suite = await id('POST', `${repo}/check-suites`, { head_sha: repository.branches.get('main') });
  for (const path of [
    `/check-runs/${run}`,
    `/check-runs/${run}/annotations`,
    `/check-suites/${suite}`,
    `/commits/${head}/check-runs`,
    `/commits/${head}/check-suites`,
  ]) {
    expect([path, (await call('GET', `${repo}${path}`)).status]).toEqual([path, 200]);
  }
  const review = await id('POST', `${repo}/pulls/1/reviews`, {
    event: 'COMMENT',
    body: 'b',
    comments: [{ path: 'a.yaml', line: 1, body: 'c' }],
  });
  await call('PUT', `${repo}/pulls/1/reviews/${review}`, { body: 'new' });
  const inline = await id('POST', `${repo}/pulls/1/comments`, {
    body: 'b',
    commit_id: head,
    path: 'a.yaml',
    line: 1,
    side: 'RIGHT',
  });
  const person = caller(hub, hub.token(hub.collaborator(repository, 'octocat', 'read').login));
  expect((await person('POST', `${repo}/pulls/1/comments/${inline}/replies`, { body: 'yes' })).status).toBe(201);
  await call('PATCH', `${repo}/pulls/comments/${inline}`, { body: 'edited' });
  const said = await id('POST', `${repo}/issues/1/comments`, { body: 'hello' });
  await call('PATCH', `${repo}/issues/comments/${said}`, { body: 'edited' });
  for (const comment of [`/pulls/comments/${inline}`, `/issues/comments/${said}`]) {
    const reaction = await id('POST', `${repo}${comment}/reactions`, { content: 'rocket' });
    expect((await call('GET', `${repo}${comment}/reactions`)).body).toHaveLength(1);
    expect((await call('DELETE', `${repo}${comment}/reactions/${reaction}`)).status).toBe(204);
    expect((await call('GET', `${repo}${comment}`)).status).toBe(200);
  }
  for (const path of [
    `/pulls/1/reviews/${review}`,
    `/pulls/1/reviews/${review}/comments`,
    '/pulls/1/reviews',
    '/pulls/1/comments',
    '/issues/1/comments',
  ]) {
    expect([path, (await call('GET', `${repo}${path}`)).status]).toEqual([path, 200]);
  }
  expect((await call('DELETE', `${repo}/pulls/comments/${inline}`)).status).toBe(204);
  expect((await call('DELETE', `${repo}/issues/comments/${said}`)).status).toBe(204);
  const sarif = gzipSync('{"version":"2.1.0","runs":[]}').toString('base64');
  expect(
    (await call('POST', `${repo}/code-scanning/sarifs`, { commit_sha: head, ref: 'refs/heads/feature', sarif })).status,
  ).toBe(202);
  expect((await call('PATCH', `${repo}/git/refs/heads/main`, { sha: head })).status).toBe(200);
  for (const path of ['/users/octocat', '/rate_limit', '/installation/repositories'])
    expect((await call('GET', path)).status).toBe(200);
}

async function callAsApp(): Promise<void> {
  const { createAppAuth } = await import('@octokit/auth-app');
  const { token } = await createAppAuth({ appId: hub.app.id, privateKey: hub.privateKey })({ type: 'app' });
  const app = caller(hub, token);
  await hub.settled();
  const installation = hub.world.installations[0]?.id;
  const delivery = hub.webhooks.attempts[0]?.id;
  for (const path of [
    '/app',
    '/app/installations',
    `/app/installations/${installation}`,
    '/repos/acme/shop/installation',
    '/app/hook/deliveries',
    `/app/hook/deliveries/${delivery}`,
  ]) {
    expect([path, (await app('GET', path)).status]).toEqual([path, 200]);
  }
  expect((await app('POST', `/app/installations/${installation}/access_tokens`, {})).status).toBe(201);
  expect((await app('POST', `/app/hook/deliveries/${delivery}/attempts`)).status).toBe(202);
}

describe('the stand-in', () => {
  it('answers as GitHub describes, in every operation that it serves', async () => {
    await callEverything();
    await callAsApp();
    await hub.settled();
    expect(hub.violations).toEqual([]);
    const served = new Set(
      hub.requests.filter(({ status }) => status !== undefined && status < 400).map(({ operation }) => operation),
    );
    const missing = Object.keys(description.operations).filter((operation) => !served.has(operation));
    expect(missing).toEqual([]);
  });

  it('serves every operation of the description, and none beside', () => {
    expect([...Object.keys(handlers), 'rate-limit/get'].sort()).toEqual(Object.keys(description.operations).sort());
  });
});
