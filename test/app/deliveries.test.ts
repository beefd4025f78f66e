import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import pino from 'pino';
import { redeliverMissed } from '#app/recovery';
import { type Harness, privateKey, runsOf, secret, shop, start, verdicts } from '#test/app/harness';

let harness: Harness;

beforeEach(async () => {
  harness = await start();
});

afterEach(async () => {
  await harness.close();
  expect(harness.hub.violations).toEqual([]);
});

function post(body: string, headers: Record<string, string> = {}, path = '/api/github/webhooks') {
  return fetch(`http://127.0.0.1:${harness.app.port}${path}`, { method: 'POST', body, headers });
}

function signed(body: string, id = 'one', event = 'pull_request'): Record<string, string> {
  return {
    'x-github-delivery': id,
    'x-github-event': event,
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
}

describe('the server', () => {
  it('answers health and readiness, and nothing else', async () => {
    const paths = ['/healthz', '/readyz', '/', '/api/github/webhooks'];
    const answers = await Promise.all(paths.map((path) => fetch(`http://127.0.0.1:${harness.app.port}${path}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 405]);
  });

  it('refuses a bad signature, missing headers and bodies that are no object, and logs none of them', async () => {
    const body = JSON.stringify({ very: 'secret-payload' });
    const bad = { ...signed(body), 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
    const answers = [
      await post(body, bad),
      await post(body, { ...signed(body), 'x-hub-signature-256': 'sha256=short' }),
      await post(body),
      await post('[1]', signed('[1]')),
      await post('{', signed('{')),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 400, 400, 400]);
    expect(harness.logs.join('')).not.toContain('secret-payload');
    expect(harness.app.queue.status()).toEqual({ waiting: 0, running: 0 });
  });

  it('refuses a body over 25 MB without reading it', async () => {
    const body = `{"a":"${'x'.repeat(26 * 1024 * 1024)}"}`;
    const status = await post(body, signed(body)).then(
      (answer) => answer.status,
      // The connection may be closed before all is sent.
      () => 413,
    );
    expect(status).toBe(413);
  });

  it('takes events that it does not know without a word', async () => {
    const body = JSON.stringify({ action: 'odd', repository: {} });
    expect((await post(body, signed(body, 'odd', 'star'))).status).toBe(202);
    expect((await post('{}', signed('{}', 'ping', 'ping'))).status).toBe(202);
  });
});

describe('a delivery', () => {
  it('that comes twice at the same time is one review', async () => {
    const { hub, settle } = harness;
    hub.webhooks.fate = () => 'duplicate';
    const pull = shop(hub).open();
    await settle();
    expect(pull.reviews).toHaveLength(1);
    expect(verdicts(hub, pull)).toEqual(['failure']);
    expect(harness.logs.filter((line) => line.includes('"outcome":"duplicate"')).length).toBeGreaterThan(0);
  });

  it('that is repeated after its success changes nothing, also under a new id', async () => {
    const { hub, settle } = harness;
    const pull = shop(hub).open();
    await settle();
    const writes = () =>
      hub.requests.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql').length;
    const before = writes();
    for (const delivery of hub.webhooks.deliveries.slice()) {
      hub.webhooks.redeliver(delivery);
      await post(delivery.body, signed(delivery.body, `again-${delivery.guid}`, delivery.event));
    }
    await settle();
    expect(writes()).toBe(before);
    expect(verdicts(hub, pull)).toEqual(['failure']);
  });

  it('out of order ends with the newest head reviewed', async () => {
    const { hub, settle } = harness;
    const { repository, open } = shop(hub);
    hub.webhooks.fate = () => 'hold';
    const pull = open();
    hub.push(repository, 'change', { 'template.yaml': 'Fine: true\nA: BAD one\n' });
    hub.push(repository, 'change', { 'template.yaml': 'Fine: true\nA: BAD last\n' });
    hub.webhooks.fate = () => 'deliver';
    hub.webhooks.release((held) => [...held].reverse());
    await settle();
    expect(verdicts(hub, pull)).toEqual(['failure']);
    expect(pull.threads.map(({ comments }) => comments[0]?.body)).toEqual([expect.stringContaining('**last**')]);
  });

  it('is answered once its job is on disk, and the job is done after a restart', async () => {
    const { hub, settle } = harness;
    let begun: () => void = () => {};
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const { reviewer } = { reviewer: (await import('#test/app/fake-reviewer')).fakeReviewer };
    await harness.restart({
      reviewer: (_material, _sources, signal) => {
        begun();
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
      },
    });
    const pull = shop(hub).open();
    await hub.settled();
    expect(hub.webhooks.attempts.at(-1)?.statusCode).toBe(202);
    await running;
    expect(verdicts(hub, pull)).toEqual(['in_progress']);
    await harness.restart({ reviewer });
    await settle();
    expect(verdicts(hub, pull)).toEqual(['failure']);
    expect(pull.reviews).toHaveLength(1);
  });

  it('that never arrived is asked for again, and one that did is not', async () => {
    const { hub, settle } = harness;
    const { repository, open } = shop(hub);
    const url = hub.webhooks.url;
    hub.webhooks.url = 'http://127.0.0.1:1/';
    const pull = open();
    await hub.settled();
    hub.webhooks.url = url;
    hub.push(repository, 'unrelated', { 'a.yaml': 'a' });
    await settle();
    expect(runsOf(hub, pull)).toEqual([]);
    const octokit = new Octokit({
      authStrategy: createAppAuth,
      auth: { appId: hub.app.id, privateKey },
      baseUrl: hub.url,
    });
    const silent = pino({ level: 'silent' });
    expect(await redeliverMissed(octokit, silent, Date.now())).toBeGreaterThan(0);
    await settle();
    expect(verdicts(hub, pull)).toEqual(['failure']);
    expect(await redeliverMissed(octokit, silent, Date.now())).toBe(0);
  });
});

describe('logs', () => {
  it('have neither payloads, nor comments, nor secrets', async () => {
    const { hub, settle } = harness;
    const { repository } = shop(hub);
    hub.push(repository, 'change', { 'template.yaml': 'A: BAD one\n# a-line-of-the-file\n' });
    const pull = hub.openPull(repository, 'change', { title: 'a-title-of-somebody', body: 'a-body-of-somebody' });
    hub.comment(pull, hub.user('ann'), '/leastwise help a-word-in-a-comment');
    await settle();
    const text = harness.logs.join('');
    expect(text).toMatch(/"reviewed"/);
    for (const word of ['a-line-of-the-file', 'a-title', 'a-body', 'a-word', secret, 'PRIVATE KEY', 'ghs_', 'eyJ'])
      expect(text.includes(word) ? word : undefined).toBeUndefined();
  });
});
