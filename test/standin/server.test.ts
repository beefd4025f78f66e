import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { at, caller } from '#test/standin/caller';
import { GitHub } from '#test/standin/github';
import type { Repository } from '#test/standin/state';

let hub: GitHub;
let repository: Repository;
let call: ReturnType<typeof caller>;

beforeEach(async () => {
  hub = new GitHub();
  await hub.start();
  repository = hub.repository('acme/shop', { 'a.yaml': 'a\n' });
  call = caller(hub, hub.installationToken(repository));
});

afterEach(() => hub.close());

function octokit(options: object): Octokit {
  return new Octokit({ baseUrl: hub.url, log: { debug() {}, info() {}, warn() {}, error() {} }, ...options });
}

function asApp(privateKey = hub.privateKey, appId = 4242): Octokit {
  return octokit({ authStrategy: createAppAuth, auth: { appId, privateKey } });
}

describe('the credentials of an App', () => {
  it('are made and used by octokit as with GitHub', async () => {
    const { data: installations } = await asApp().apps.listInstallations();
    expect(installations).toMatchObject([{ account: { login: 'acme' }, permissions: { checks: 'write' } }]);
    const auth = { appId: 4242, privateKey: hub.privateKey, installationId: installations[0]?.id };
    const client = octokit({ authStrategy: createAppAuth, auth });
    const { data } = await client.repos.getContent({ owner: 'acme', repo: 'shop', path: 'a.yaml' });
    expect(data).toMatchObject({ type: 'file', content: 'YQo=\n' });
    expect((await client.apps.listReposAccessibleToInstallation()).data.total_count).toBe(1);
    expect(hub.violations).toEqual([]);
  });

  it('are refused when forged, unknown, or for the wrong thing', async () => {
    const other = new GitHub({ privateKey: hub.privateKey });
    expect(other.privateKey).toBe(hub.privateKey);
    await expect(asApp(hub.privateKey, 1).apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
    expect((await caller(hub, 'ghs_unknown')('GET', '/repos/acme/shop')).status).toBe(401);
    expect((await caller(hub)('GET', '/repos/acme/shop')).status).toBe(404);
    expect((await call('GET', '/app')).status).toBe(401);
    const forged = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from('{"iss":4242}').toString('base64url')}.AAAA`;
    expect((await caller(hub, forged)('GET', '/app')).status).toBe(401);
  });

  it('allow what was granted, and no more', async () => {
    const read = caller(hub, hub.installationToken(repository, { contents: 'read' }));
    const answer = await read('POST', '/repos/acme/shop/check-runs', {
      name: 'n',
      head_sha: 'x',
      output: { title: 't', summary: 's' },
    });
    expect(answer).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
    expect((await read('GET', '/repos/acme/shop/pulls')).status).toBe(403);
    expect((await read('GET', '/repos/acme/shop/git/trees/main')).status).toBe(200);
    const ref = { sha: repository.branches.get('main') };
    expect((await call('PATCH', '/repos/acme/shop/git/refs/heads/main', ref)).status).toBe(403);
    expect(() => hub.installationToken(repository, { contents: 'write' })).toThrow(/not granted/);
  });

  it('tell roles by `role_name`, as `permission` is coarser', async () => {
    hub.collaborator(repository, 'mia', 'maintain');
    hub.collaborator(repository, 'tom', 'triage');
    const of = async (login: string) => (await call('GET', `/repos/acme/shop/collaborators/${login}/permission`)).body;
    expect(await of('mia')).toMatchObject({ permission: 'write', role_name: 'maintain' });
    expect(await of('tom')).toMatchObject({ permission: 'read', role_name: 'triage' });
    hub.user('nobody');
    expect(await of('nobody')).toMatchObject({ permission: 'none' });
  });
});

describe('what a test breaks', () => {
  const comment = '/repos/acme/shop/issues/1/comments';
  beforeEach(() => {
    hub.push(repository, 'feature', { 'a.yaml': 'b\n' });
    hub.openPull(repository, 'feature');
  });
  const written = () => repository.pulls.get(1)?.comments.length;

  it('fails before the effect, or after it', async () => {
    hub.onRequest = (phase) => (phase === 'before' ? { status: 502 } : undefined);
    expect((await call('POST', comment, { body: 'one' })).status).toBe(502);
    expect(written()).toBe(0);
    hub.onRequest = (phase) => (phase === 'after' ? { status: 502 } : undefined);
    expect((await call('POST', comment, { body: 'one' })).status).toBe(502);
    expect(written()).toBe(1);
    hub.onRequest = (phase) => (phase === 'after' ? 'drop' : undefined);
    await expect(call('POST', comment, { body: 'two' })).rejects.toThrow();
    expect(written()).toBe(2);
    hub.onRequest = () => ({
      status: 403,
      headers: { 'retry-after': '7' },
      body: { message: 'You have exceeded a secondary rate limit' },
    });
    expect((await call('POST', comment, { body: 'two' })).headers.get('retry-after')).toBe('7');
    expect(hub.requests.map(({ operation, status }) => [operation, status])).toEqual([
      ['issues/create-comment', 502],
      ['issues/create-comment', 502],
      ['issues/create-comment', 0],
      ['issues/create-comment', 403],
    ]);
    expect(hub.violations).toEqual([]);
  });

  it('runs into the rate limit, which every answer tells', async () => {
    hub.rateLimit.remaining = 1;
    expect((await call('GET', '/repos/acme/shop')).headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await call('GET', '/repos/acme/shop')).status).toBe(403);
  });

  it('runs into the secondary limit of content, when a test turns it on', async () => {
    hub.contentLimit = 2;
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await call('POST', comment, { body: 'again' })).status);
    expect(statuses).toEqual([201, 201, 403]);
    expect(written()).toBe(2);
  });

  it('answers 304 to what has not changed', async () => {
    const first = await call('GET', '/repos/acme/shop/pulls/1');
    const again = await call('GET', '/repos/acme/shop/pulls/1', undefined, {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it('counts a reaction once', async () => {
    const made = hub.comment(hub.world.pull('acme/shop', 1), hub.user('octocat'), 'hi');
    const reactions = `/repos/acme/shop/issues/comments/${made.id}/reactions`;
    expect((await call('POST', reactions, { content: 'eyes' })).status).toBe(201);
    const again = await call('POST', reactions, { content: 'eyes' });
    expect(again.status).toBe(200);
    expect((await call('DELETE', `${reactions}/${at(again.body, 'id')}`)).status).toBe(204);
    expect((await call('GET', reactions)).body).toEqual([]);
    expect(hub.violations).toEqual([]);
  });
});

describe('webhooks', () => {
  interface Received {
    readonly event: string;
    readonly guid: string;
    readonly valid: boolean;
    readonly body: unknown;
  }
  let received: Received[];
  let target: Server;
  let status: number;

  beforeEach(async () => {
    received = [];
    status = 202;
    target = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const text = Buffer.concat(chunks);
      const expected = `sha256=${createHmac('sha256', hub.webhookSecret).update(text).digest('hex')}`;
      received.push({
        event: String(request.headers['x-github-event']),
        guid: String(request.headers['x-github-delivery']),
        valid: request.headers['x-hub-signature-256'] === expected,
        body: JSON.parse(text.toString()),
      });
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
    hub.webhooks.url = `http://127.0.0.1:${(target.address() as AddressInfo).port}/`;
  });

  afterEach(() => {
    target.closeAllConnections();
    target.close();
    expect(hub.violations).toEqual([]);
  });

  const events = () => received.map(({ event, body }) => `${event}.${at(body, 'action')}`);

  it('are signed and tell of all that happens', async () => {
    const by = hub.collaborator(repository, 'octocat', 'admin');
    hub.push(repository, 'feature', { 'a.yaml': 'b\n' });
    const pull = hub.openPull(repository, 'feature', { draft: true });
    hub.setPull(pull, 'ready', by);
    hub.branch(repository, 'release');
    hub.editPull(pull, { base: 'release' }, by);
    hub.push(repository, 'feature', { 'b.yaml': 'b\n' });
    hub.comment(pull, by, '/leastwise help');
    hub.reviewComment(pull, by, { path: 'a.yaml', line: 1 }, 'why?');
    const group = hub.queue(pull, by);
    hub.unqueue(group, 'dequeued', by);
    hub.setPull(pull, 'close', by);
    hub.setPull(pull, 'reopen', by);
    hub.setPull(pull, 'merge', by);
    hub.install([hub.repository('acme/second', { a: 'a' }, { install: false })], by);
    hub.install([hub.repository('other/first', { a: 'a' }, { install: false })], by);
    hub.uninstall([repository], by);
    await hub.settled();
    expect(events()).toEqual([
      'check_suite.requested',
      'pull_request.opened',
      'pull_request.ready_for_review',
      'pull_request.edited',
      'check_suite.requested',
      'pull_request.synchronize',
      'issue_comment.created',
      'pull_request_review_comment.created',
      'merge_group.checks_requested',
      'merge_group.destroyed',
      'pull_request.closed',
      'pull_request.reopened',
      'pull_request.closed',
      'check_suite.requested',
      'installation_repositories.added',
      'installation.created',
      'installation_repositories.removed',
    ]);
    expect(received.every(({ valid }) => valid)).toBe(true);
    const synchronize = received[5]?.body;
    expect(synchronize).toMatchObject({
      after: pull.head.sha,
      number: 1,
      organization: { login: 'acme' },
      repository: { full_name: 'acme/shop' },
    });
    expect(at(synchronize, 'installation', 'id')).toBe(hub.world.installations[0]?.id);
    expect(received[3]?.body).toMatchObject({ changes: { base: { ref: { from: 'main' } } } });
    expect(repository.objects.read(repository.branches.get('release') ?? '', 'b.yaml')).toEqual(Buffer.from('b\n'));
  });

  it('come twice, late, never, or again, as a test wishes', async () => {
    hub.webhooks.fate = ({ event }) => (event === 'push' || event === 'check_suite' ? 'lose' : 'duplicate');
    hub.push(repository, 'feature', { 'a.yaml': 'b\n' });
    const pull = hub.openPull(repository, 'feature');
    await hub.settled();
    expect(new Set(received.map(({ guid }) => guid)).size).toBe(1);
    expect(events()).toEqual(['pull_request.opened', 'pull_request.opened']);
    hub.webhooks.fate = () => 'hold';
    hub.push(repository, 'feature', { 'a.yaml': 'c\n' });
    hub.setPull(pull, 'close', hub.user('octocat'));
    hub.webhooks.release((held) => held.toReversed());
    await hub.settled();
    expect(events().slice(2)).toEqual(['pull_request.closed', 'pull_request.synchronize', 'check_suite.requested']);
  });

  it('are not repeated by themselves, but on request, under the same id', async () => {
    status = 500;
    hub.push(repository, 'feature', { 'a.yaml': 'b\n' });
    await hub.settled();
    expect(received).toHaveLength(1);
    const app = asApp();
    const { data: failed } = await app.apps.listWebhookDeliveries({ status: 'failure' });
    expect(failed).toMatchObject([
      { guid: received[0]?.guid, event: 'check_suite', status_code: 500, redelivery: false },
    ]);
    status = 200;
    await app.apps.redeliverWebhookDelivery({ delivery_id: failed[0]?.id ?? 0 });
    await hub.settled();
    expect(received.map(({ guid }) => guid)).toEqual([failed[0]?.guid, failed[0]?.guid]);
    expect((await app.apps.listWebhookDeliveries({ status: 'success' })).data).toMatchObject([{ redelivery: true }]);
  });
});
