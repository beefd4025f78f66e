import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type PageServer, servePage } from '#demo/server';
import { scene } from '#test/demo/scene';

let here: ReturnType<typeof scene>;
let server: PageServer;

beforeEach(async () => {
  here = scene();
  server = await servePage(0);
  server.show(here);
});

afterEach(() => server.close());

interface Answer {
  readonly status: number | undefined;
  readonly location: string | undefined;
  readonly body: string;
}

/** As a browser would, with any headers: `fetch` does not let a Host be set. */
function ask(path: string, form?: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = form === undefined ? 'GET' : 'POST';
    const sent = request(
      `${server.url}${path}`,
      { method, headers: { accept: 'text/plain', ...headers } },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode, location: response.headers.location, body }));
      },
    );
    sent.on('error', reject);
    sent.end(form);
  });
}

describe('the page', () => {
  it.each(['/', '/files', '/checks', '/page.css', '/page.js', '/rules/aws/lambda/function-url-requires-auth.md'])(
    'serves %s',
    async (path) => {
      expect((await ask(path)).status).toBe(200);
    },
  );

  it('says what it does not have', async () => {
    expect(await ask('/nothing')).toMatchObject({ status: 404, body: 'There is no such page in the demo.' });
    expect((await ask('/acme/shop/blob/%2e%2e/package.json')).status).toBe(404);
    expect((await ask('/rules/../../package.json')).status).toBe(404);
    expect((await ask('/suggestions/1', '')).status).toBe(404);
  });

  it('commits a suggestion, once', async () => {
    const path = `/suggestions/${here.comment.id}`;
    expect(await ask(path, 'index=0&back=files')).toMatchObject({ status: 303, location: '/files' });
    const file = here.repository.objects.read(here.pull.head.sha, 'a.yaml');
    expect(Buffer.from(file ?? []).toString()).toBe('one: 1\ntwo: 22\nthree: 3\n');
    expect(await ask(path, 'index=0&back=files')).toMatchObject({
      status: 422,
      body: 'This suggestion is invalid because it is outdated.',
    });
  });

  it('resolves conversations, and comments as whom one chose', async () => {
    await ask(`/threads/${here.comment.thread.id}`, 'resolved=true');
    expect(here.comment.thread.resolvedBy?.login).toBe('ann');
    expect(await ask('/comments', 'by=maintainer&body=/leastwise+accept')).toMatchObject({
      status: 303,
      location: '/',
    });
    expect(here.pull.comments.map(({ author, body }) => [author.login, body])).toEqual([['bob', '/leastwise accept']]);
  });

  it('tells of each change, so that the browser looks again', async () => {
    const stream = await fetch(`${server.url}/events`);
    const seen: string[] = [];
    let said = '';
    for await (const chunk of stream.body ?? []) {
      said = Buffer.from(chunk).toString().trim();
      if (seen.at(-1) === said) continue;
      seen.push(said);
      if (seen.length === 2) break;
      here.hub.comment(here.pull, here.author, 'Hello');
    }
    expect(seen).toHaveLength(2);
  });

  it('answers to no other website', async () => {
    expect((await ask('/', undefined, { host: 'example.com' })).status).toBe(403);
    const posted = await ask('/comments', 'body=hello', { origin: 'http://example.com' });
    expect(posted.status).toBe(403);
    expect(here.pull.comments).toEqual([]);
  });
});

it('a port that is in use is told', async () => {
  const port = Number(new URL(server.url).port);
  await expect(servePage(port)).rejects.toThrow(
    `Port ${port} cannot be listened on: another process uses it. Set PORT to another one, or leave it out.`,
  );
});
