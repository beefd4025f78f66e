import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, caller, numbered } from '#test/standin/caller';
import { GitHub } from '#test/standin/github';
import type { Pull, Repository } from '#test/standin/state';
import { Refused } from '#test/standin/state';

let hub: GitHub;
let repository: Repository;
let pull: Pull;
let call: ReturnType<typeof caller>;

beforeEach(async () => {
  hub = new GitHub();
  await hub.start();
  repository = hub.repository('acme/shop', { 'a.yaml': numbered(60), 'gone.yaml': 'x\n' });
  hub.push(repository, 'feature', { 'a.yaml': numbered(60, { 10: 'ten', 50: 'fifty' }), 'gone.yaml': null });
  pull = hub.openPull(repository, 'feature');
  call = caller(hub, hub.installationToken(repository));
});

afterEach(async () => {
  await hub.close();
  expect(hub.violations).toEqual([]);
});

const reviews = '/repos/acme/shop/pulls/1/reviews';
const comments = '/repos/acme/shop/pulls/1/comments';

function review(...list: readonly object[]) {
  return {
    event: 'COMMENT',
    body: 'Look',
    commit_id: pull.head.sha,
    comments: list.map((comment) => ({ path: 'a.yaml', body: 'b', side: 'RIGHT', ...comment })),
  };
}

describe('a review', () => {
  it('takes comments on added and context lines, and on deleted lines of the left', async () => {
    const answer = await call(
      'POST',
      reviews,
      review({ line: 10 }, { line: 13 }, { line: 10, side: 'LEFT' }, { line: 1, side: 'LEFT', path: 'gone.yaml' }),
    );
    expect(answer.status).toBe(200);
    const listed = await call('GET', comments);
    expect((listed.body as object[]).map((comment) => [at(comment, 'line'), at(comment, 'side')])).toEqual([
      [10, 'RIGHT'],
      [13, 'RIGHT'],
      [10, 'LEFT'],
      [1, 'LEFT'],
    ]);
    expect(at(listed.body, 0, 'diff_hunk')).toMatch(/\+ten$/);
    expect(at(listed.body, 0, 'position')).toBe(5);
  });

  it.each([
    ['a line outside the diff', { line: 30 }, 'must be part of the diff'],
    ['a line beyond the hunk', { line: 14 }, 'must be part of the diff'],
    ['an unknown path', { line: 1, path: 'other.yaml' }, 'Path could not be resolved'],
    ['a range over two hunks', { start_line: 10, line: 50 }, 'same hunk'],
    ['a start after the end', { start_line: 12, line: 10 }, 'must precede'],
    ['a range of one line', { start_line: 10, line: 10 }, 'must precede'],
    ['no line', {}, 'could not be resolved'],
  ])('is refused whole for %s', async (_, bad, reason) => {
    const answer = await call('POST', reviews, review({ line: 10 }, bad));
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain(reason);
    expect(pull.threads).toEqual([]);
    expect(pull.reviews).toEqual([]);
  });

  it('is refused for a commit that a force-push has taken away', async () => {
    const stale = pull.head.sha;
    hub.push(
      repository,
      'feature',
      { 'a.yaml': numbered(60, { 10: 'X' }) },
      { onto: repository.branches.get('main') ?? '' },
    );
    const answer = await call('POST', reviews, { ...review({ line: 10 }), commit_id: stale });
    expect(answer.status).toBe(422);
    expect((await call('POST', reviews, review({ line: 10 }))).status).toBe(200);
  });

  it('needs a body to comment', async () => {
    const answer = await call('POST', reviews, { event: 'COMMENT', comments: [] });
    expect(answer.status).toBe(422);
  });

  it('is pending and unseen by others without an event', async () => {
    const answer = await call('POST', reviews, { body: 'b', comments: [{ path: 'a.yaml', body: 'b', line: 10 }] });
    expect(at(answer.body, 'state')).toBe('PENDING');
    const other = caller(hub, hub.token(hub.collaborator(repository, 'reader', 'read').login));
    expect((await other('GET', reviews)).body).toEqual([]);
    expect((await other('GET', comments)).body).toEqual([]);
    expect((await call('POST', reviews, { body: 'again' })).status).toBe(422);
  });

  it('takes bodies of 65,536 characters and not one more', async () => {
    const body = 'x'.repeat(65_536);
    expect((await call('POST', reviews, { event: 'COMMENT', body })).status).toBe(200);
    expect((await call('POST', reviews, { event: 'COMMENT', body: `${body}x` })).status).toBe(422);
    expect((await call('POST', '/repos/acme/shop/issues/1/comments', { body: `${body}x` })).status).toBe(422);
  });
});

describe('a comment by itself', () => {
  it('may be on a file, a line, or in a thread', async () => {
    const said = { body: 'b', commit_id: pull.head.sha, path: 'a.yaml' };
    expect((await call('POST', comments, { ...said, subject_type: 'file' })).status).toBe(201);
    const first = await call('POST', comments, { ...said, line: 10, side: 'RIGHT' });
    expect(first.status).toBe(201);
    const answer = await call('POST', comments, { ...said, in_reply_to: at(first.body, 'id') });
    expect(at(answer.body, 'in_reply_to_id')).toBe(at(first.body, 'id'));
    expect((await call('POST', comments, { ...said, line: 30 })).status).toBe(422);
    expect((await call('POST', `${comments}/${at(first.body, 'id')}/replies`, { body: 'b' })).status).toBe(403);
  });

  it('is changed by its author only', async () => {
    const person = hub.collaborator(repository, 'reader', 'read');
    const { id } = hub.reviewComment(pull, person, { path: 'a.yaml', line: 10 }, 'mine');
    expect((await call('PATCH', `/repos/acme/shop/pulls/comments/${id}`, { body: 'no' })).status).toBe(403);
    const theirs = caller(hub, hub.token('reader'));
    expect(at((await theirs('PATCH', `/repos/acme/shop/pulls/comments/${id}`, { body: 'new' })).body, 'body')).toBe(
      'new',
    );
  });
});

describe('after a push', () => {
  it('a thread follows its unchanged line, and is outdated when the line changes', async () => {
    await call('POST', reviews, review({ line: 10, body: 'first' }, { start_line: 49, line: 50, body: 'second' }));
    hub.push(repository, 'feature', { 'a.yaml': `new\n${numbered(60, { 10: 'ten', 50: 'fifty and more' })}` });
    const { body } = await call('GET', comments);
    expect(at(body, 0)).toMatchObject({ line: 11, original_line: 10, commit_id: pull.head.sha });
    expect(at(body, 1)).toMatchObject({
      line: null,
      start_line: null,
      position: null,
      original_line: 50,
      original_start_line: 49,
    });
    expect(at(body, 0, 'original_commit_id')).not.toBe(pull.head.sha);
  });
});

describe('a suggestion', () => {
  const suggest = (text: string) => `Better:\n\n\`\`\`suggestion\n${text}\`\`\`\n`;
  const write = () => hub.collaborator(repository, 'octocat', 'write');
  const head = () => Buffer.from(repository.objects.read(pull.head.sha, 'a.yaml') ?? []).toString();

  it('replaces exactly its lines', async () => {
    await call('POST', reviews, review({ start_line: 9, line: 10, body: suggest('nine\nten and a half\nmore\n') }));
    const comment = pull.threads[0]?.comments[0];
    if (comment === undefined) throw new Error('no comment');
    hub.applySuggestion(comment, write());
    expect(head()).toBe(numbered(60, { 9: 'nine', 10: 'ten and a half\nmore', 50: 'fifty' }));
    expect(() => hub.applySuggestion(comment, write())).toThrow(/outdated/);
  });

  it('may delete, and is refused for nothing new, on the left, when closed, and without write access', async () => {
    await call(
      'POST',
      reviews,
      review(
        { line: 10, body: suggest('') },
        { line: 11, body: suggest('line 11\n') },
        { line: 10, side: 'LEFT', body: suggest('x\n') },
      ),
    );
    const [one, two, three] = pull.threads.map((thread) => thread.comments[0]);
    if (one === undefined || two === undefined || three === undefined) throw new Error('no comments');
    expect(() => hub.applySuggestion(two, write())).toThrow(/no changes/);
    expect(() => hub.applySuggestion(three, write())).toThrow(/deleted lines/);
    expect(() => hub.applySuggestion(one, hub.user('stranger'))).toThrow(Refused);
    hub.setPull(pull, 'close', write());
    expect(() => hub.applySuggestion(one, write())).toThrow(/closed/);
    hub.setPull(pull, 'reopen', write());
    hub.applySuggestion(one, write());
    expect(head()).toBe(numbered(60, { 50: 'fifty' }).replace('line 10\n', ''));
  });
});
