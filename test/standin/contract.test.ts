import { describe, expect, it } from '@jest/globals';
import { checkRequest, checkResponse, checkWebhook } from '#test/standin/contract';
import { payload } from '#test/standin/payloads';
import { webhookDescription } from '#test/standin/webhooks';

const messages = (found: readonly { message: string }[]) => found.map(({ message }) => message).join('\n');

describe('the guard of requests', () => {
  it('finds nothing in a valid one', () => {
    const url = 'https://api.github.com/repos/acme/shop/pulls/7/files?per_page=100&page=2';
    expect(checkRequest({ method: 'GET', url })).toEqual([]);
    const body = { event: 'COMMENT', body: 'b', comments: [{ path: 'a', body: 'b', line: 3, side: 'RIGHT' }] };
    expect(checkRequest({ method: 'POST', url: '/repos/acme/shop/pulls/7/reviews', body })).toEqual([]);
  });

  it.each([
    ['an unknown operation', 'GET', '/repos/acme/shop/pull/7', undefined, 'no such operation'],
    ['an unknown query parameter', 'GET', '/repos/acme/shop/pulls/7/files?pagee=2', undefined, 'pagee'],
    ['a page of 101', 'GET', '/repos/acme/shop/pulls/7/files?per_page=101', undefined, 'per_page'],
    ['a path parameter of the wrong type', 'GET', '/repos/acme/shop/pulls/seven', undefined, 'pull_number'],
    [
      'an unknown key',
      'POST',
      '/repos/acme/shop/check-runs',
      { name: 'n', head_sha: 's', head_branch: 'b' },
      'head_branch',
    ],
    [
      'an unknown key inside',
      'POST',
      '/repos/acme/shop/pulls/7/reviews',
      { body: 'b', comments: [{ path: 'a', body: 'b', lines: 1 }] },
      'lines',
    ],
    [
      'a text for a number',
      'POST',
      '/repos/acme/shop/pulls/7/reviews',
      { body: 'b', comments: [{ path: 'a', body: 'b', line: '3' }] },
      'line',
    ],
    ['a missing key', 'POST', '/repos/acme/shop/check-runs', { name: 'n' }, 'head_sha'],
    [
      'completion without conclusion in an update',
      'PATCH',
      '/repos/acme/shop/check-runs/1',
      { status: 'completed' },
      'conclusion',
    ],
    ['a body where there is none', 'GET', '/repos/acme/shop/pulls/7', { a: 1 }, 'takes none'],
    ['a missing body', 'POST', '/repos/acme/shop/check-runs', undefined, 'required'],
    ['an unknown reaction', 'POST', '/repos/acme/shop/issues/comments/1/reactions', { content: 'rockets' }, 'content'],
    ['an unknown field', 'POST', '/graphql', { query: '{repository(owner:"a",name:"b"){objekt}}' }, 'objekt'],
    ['a missing variable', 'POST', '/graphql', { query: 'query($o:String!){repository(owner:$o,name:"b"){id}}' }, '$o'],
    ['an undeclared variable', 'POST', '/graphql', { query: '{viewer{login}}', variables: { o: 1 } }, '$o'],
    [
      'a wrong input',
      'POST',
      '/graphql',
      { query: 'mutation{resolveReviewThread(input:{thread:"x"}){clientMutationId}}' },
      'thread',
    ],
  ])('finds %s', (_, method, url, body, expected) => {
    expect(messages(checkRequest({ method, url, body }))).toContain(expected);
  });
});

describe('the guard of responses', () => {
  const request = { method: 'GET', url: '/repos/acme/shop/pulls/7/files' };
  const file = {
    sha: 'bbcd538c8e72b8c175046e27cc8f907076331401',
    filename: 'a',
    status: 'added',
    additions: 1,
    deletions: 0,
    changes: 1,
    blob_url: 'https://github.com/a',
    raw_url: 'https://github.com/a',
    contents_url: 'https://api.github.com/a',
  };

  it('finds nothing in a valid one', () => {
    expect(checkResponse({ request, status: 200, body: [file] })).toEqual([]);
  });

  it.each([
    ['a fantastic status', 200, [{ ...file, status: 'new' }], 'status'],
    ['a fantastic key', 200, [{ ...file, lines: 3 }], 'lines'],
    ['a missing key', 200, [{ filename: 'a' }], 'sha'],
    ['an object for a list', 200, file, 'array'],
    ['a status code that GitHub does not give', 201, [file], 'status'],
    ['an error without message', 422, {}, 'message'],
  ])('finds %s', (_, status, body, expected) => {
    expect(messages(checkResponse({ request, status, body }))).toContain(expected);
  });

  it('holds GraphQL data against selection and schema', () => {
    const query = '{repository(owner:"a",name:"b"){object(expression:"x"){... on Blob{text big:byteSize}}}}';
    const graphql = { method: 'POST', url: '/graphql', body: { query } };
    const check = (object: unknown) =>
      messages(checkResponse({ request: graphql, status: 200, body: { data: { repository: { object } } } }));
    expect(check({ text: 't', big: 1 })).toBe('');
    expect(check({ text: 't', big: 'one' })).toContain('Int');
    expect(check({ text: 't' })).toContain('non-nullable');
    expect(check({ text: 't', big: 1, oid: 'x' })).toContain('nobody asked');
  });
});

describe('payloads', () => {
  it.each(Object.keys(webhookDescription().events))('of %s can be built and are valid', (name) => {
    const [event = '', action] = name.split('.');
    expect(checkWebhook(event, payload(event, action))).toEqual([]);
  });

  it('carry what a test lays over them, and the guard finds what it breaks', () => {
    const made = payload('pull_request', 'synchronize', { number: 77, pull_request: { draft: true } });
    expect(made).toMatchObject({ action: 'synchronize', number: 77, pull_request: { draft: true } });
    expect(messages(checkWebhook('pull_request', { ...made, number: 'seven' }))).toContain('number');
    expect(messages(checkWebhook('pull_request', { ...made, before: undefined, pull_request: {} }))).toContain(
      'required',
    );
    expect(messages(checkWebhook('pull_requests', made))).toContain('no such event');
  });
});
