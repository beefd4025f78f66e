import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Conversation, PullRequest } from '#github/gateway';
import type { Annotation, Review, ReviewComment } from '#review/review';
import { type Connected, connect, nameOf, openPull } from '#test/github/connect';
import { numbered } from '#test/standin/caller';
import { GitHub } from '#test/standin/github';
import type { Pull, Repository } from '#test/standin/state';

let hub: GitHub;
let repository: Repository;
let pull: Pull;
let connected: Connected;
let at: PullRequest;

beforeEach(async () => {
  hub = new GitHub();
  await hub.start();
  repository = hub.repository('acme/shop', { 'a.txt': numbered(40) });
  hub.push(repository, 'change', { 'a.txt': numbered(40, { 5: 'five', 20: 'twenty' }) }, { by: hub.user('ann') });
  pull = hub.openPull(repository, 'change', { by: hub.user('ann') });
  connected = connect(hub, repository);
  at = await openPull(connected.gateway, repository, pull.number);
  hub.requests.splice(0);
});

afterEach(async () => {
  await hub.close();
  expect(hub.violations).toEqual([]);
});

function comment(line: number, fingerprint: string, body = 'Words.'): ReviewComment {
  return {
    path: 'a.txt',
    side: 'RIGHT',
    line,
    startLine: undefined,
    body: `<!-- test ${fingerprint} -->\n${body}`,
    fingerprints: [fingerprint],
  };
}

function annotations(count: number): Annotation[] {
  return Array.from({ length: count }, (_, index) => ({
    path: 'a.txt',
    startLine: index + 1,
    endLine: index + 1,
    level: 'warning' as const,
    title: `number ${index}`,
    message: 'message',
  }));
}

function reviewOf(part: Partial<Review> & { annotations?: readonly Annotation[] } = {}): Review {
  const { annotations: list = [], ...rest } = part;
  return {
    commit: pull.head.sha,
    body: 'The review.',
    comments: [],
    updates: [],
    resolves: [],
    checkRun: { conclusion: 'success', title: 'Fine', summary: 'All is well.', text: undefined, annotations: list },
    ...rest,
  };
}

const key = 'pull/1';

async function publish(review: Review, seen?: Conversation) {
  const { gateway } = connected;
  const run = await gateway.ensureStarted(nameOf(repository), pull.head.sha, key, true);
  return gateway.publish(at, run, review, seen ?? (await gateway.conversation(at)));
}

/** Breaks the answer of the first request of an operation that took effect. */
function breakOnce(operation: string, phase: 'before' | 'after', status = 502): void {
  let broken = false;
  hub.onRequest = (now, request) => {
    if (broken || now !== phase || request.operation !== operation) return undefined;
    broken = true;
    return { status };
  };
}

function runs() {
  return hub.checkRuns(repository, pull.head.sha);
}

describe('check runs', () => {
  it('are made once, also when the answer to the POST is lost', async () => {
    breakOnce('checks/create', 'after');
    await publish(reviewOf());
    expect(runs().map(({ status, conclusion, externalId }) => [status, conclusion, externalId])).toEqual([
      ['completed', 'success', 'pull/1'],
    ]);
  });

  it('are given as they are when complete, and begun anew only when asked', async () => {
    const { gateway } = connected;
    await publish(reviewOf());
    const found = await gateway.ensureStarted(nameOf(repository), pull.head.sha, key, false);
    expect(found.completed).toMatchObject({ conclusion: 'success', title: 'Fine' });
    const again = await gateway.ensureStarted(nameOf(repository), pull.head.sha, key, true);
    expect(again.id).toBe(found.id);
    expect(runs()[0]?.status).toBe('in_progress');
  });

  it.each(['before', 'after'] as const)(
    'carry each annotation once when a batch is lost %s its effect',
    async (phase) => {
      let updates = 0;
      hub.onRequest = (now, { operation }) => {
        if (now !== phase || operation !== 'checks/update') return undefined;
        updates += 1;
        return updates === 2 ? { status: 502 } : undefined;
      };
      await publish(reviewOf({ annotations: annotations(120) }));
      expect(runs()).toHaveLength(1);
      expect(runs()[0]?.status).toBe('completed');
      expect(runs()[0]?.annotations.map(({ title }) => title)).toEqual(annotations(120).map(({ title }) => title));
    },
  );

  it('continue after a crash with the annotations that are missing', async () => {
    const { gateway } = connected;
    const run = await gateway.ensureStarted(nameOf(repository), pull.head.sha, key, true);
    let updates = 0;
    hub.onRequest = (phase, { operation }) => {
      if (operation !== 'checks/update' || phase !== 'before') return undefined;
      updates += 1;
      return updates > 1 ? 'drop' : undefined;
    };
    const review = reviewOf({ annotations: annotations(70) });
    await expect(gateway.ensureCompleted(run, review.checkRun)).rejects.toMatchObject({ kind: 'server' });
    hub.onRequest = undefined;
    expect(runs()[0]?.annotations).toHaveLength(50);
    await publish(review);
    expect(runs()).toHaveLength(1);
    expect(runs()[0]?.annotations).toHaveLength(70);
  });

  it('give way to a fresh one when their annotations no longer hold', async () => {
    await publish(reviewOf({ annotations: annotations(3) }));
    await publish(reviewOf({ annotations: annotations(2) }));
    expect(runs().map(({ status, annotations: list }) => [status, list.length])).toEqual([
      ['completed', 3],
      ['completed', 2],
    ]);
  });

  it('tell of another pull request with the same head that fails', async () => {
    const { gateway } = connected;
    await publish(
      reviewOf({ checkRun: { ...reviewOf().checkRun, conclusion: 'failure', title: 'Bad', summary: 'Not well.' } }),
    );
    const other = await gateway.ensureStarted(nameOf(repository), pull.head.sha, 'pull/2', true);
    expect(other.failing).toEqual([1]);
    expect(runs()).toHaveLength(2);
  });
});

describe('the review', () => {
  it('is posted in one request, and once when its answer is lost', async () => {
    breakOnce('pulls/create-review', 'after');
    await publish(reviewOf({ comments: [comment(5, 'one'), comment(20, 'two')] }));
    expect(pull.threads).toHaveLength(2);
    expect(pull.reviews).toHaveLength(1);
  });

  it('is posted after all when GitHub failed before its effect', async () => {
    breakOnce('pulls/create-review', 'before');
    await publish(reviewOf({ comments: [comment(5, 'one')] }));
    expect(pull.threads).toHaveLength(1);
  });

  it('does not take a marker that somebody else typed for its own', async () => {
    hub.reviewComment(pull, hub.user('eve'), { path: 'a.txt', line: 5 }, '<!-- test one -->\nforged');
    expect((await connected.gateway.conversation(at)).threads).toEqual([]);
    breakOnce('pulls/create-review', 'before');
    await publish(reviewOf({ comments: [comment(5, 'one')] }));
    expect(pull.threads).toHaveLength(2);
  });

  it('loses no comment that GitHub refuses: it becomes an annotation, and the others are posted', async () => {
    const { degraded } = await publish(
      reviewOf({ comments: [comment(5, 'one'), comment(12, 'out of the hunk', 'Look here.'), comment(20, 'three')] }),
    );
    expect(pull.threads.map(({ line }) => line)).toEqual([5, 20]);
    expect(degraded).toEqual([expect.stringMatching(/refused 1 comments/)]);
    expect(runs()[0]?.annotations).toMatchObject([
      { path: 'a.txt', start_line: 12, message: expect.stringContaining('Look here.') },
    ]);
  });

  it('writes nothing more once the head has moved', async () => {
    const seen = await connected.gateway.conversation(at);
    const review = reviewOf({ comments: [comment(5, 'one')] });
    hub.push(repository, 'change', { 'b.txt': 'more\n' });
    const run = await connected.gateway.ensureStarted(nameOf(repository), review.commit, key, true);
    const now = await connected.gateway.conversation(at);
    expect(await connected.gateway.publish(at, run, review, now)).toMatchObject({ outcome: 'stale' });
    expect(pull.threads).toHaveLength(0);
    expect(seen.headSha).not.toBe(now.headSha);
  });
});

describe('threads', () => {
  it('are updated in place; resolving them is tried once when the App may not', async () => {
    await publish(reviewOf({ comments: [comment(5, 'one'), comment(20, 'two')] }));
    const [first, second] = (await connected.gateway.conversation(at)).threads;
    if (first === undefined || second === undefined) throw new Error('Two threads were posted.');
    expect(first).toMatchObject({ fingerprints: ['one'], line: 5, hasReplies: false, isResolved: false });
    const body = '<!-- test one -->\nOther words.';
    const { degraded } = await publish(reviewOf({ updates: [{ thread: first, body }], resolves: [second] }));
    expect(pull.threads[0]?.comments[0]?.body).toBe(body);
    expect(pull.threads[1]?.resolvedBy).toBeUndefined();
    expect(degraded).toEqual([expect.stringMatching(/Contents: write/)]);
    const tries = () =>
      hub.requests.filter(({ body: sent }) => JSON.stringify(sent ?? '').includes('resolveReviewThread'));
    expect(tries()).toHaveLength(1);
    await publish(reviewOf({ resolves: [second] }));
    expect(tries()).toHaveLength(1);
  });

  it('are resolved where the App may write contents', async () => {
    connected = connect(hub, repository, {});
    await publish(reviewOf({ comments: [comment(5, 'one')] }));
    const installation = hub.world.installations[0];
    if (installation === undefined) throw new Error('The App is installed.');
    hub.grant(installation, { ...installation.permissions, contents: 'write' }, hub.user('octocat'));
    connected = connect(hub, repository);
    const { threads } = await connected.gateway.conversation(at);
    expect(await publish(reviewOf({ resolves: threads }))).toEqual({ outcome: 'published', degraded: [] });
    expect(pull.threads[0]?.resolvedBy?.login).toBe('leastwise[bot]');
  });

  it('with a reply of somebody else are not ours alone', async () => {
    await publish(reviewOf({ comments: [comment(5, 'one')] }));
    const thread = pull.threads[0];
    if (thread === undefined) throw new Error('A thread was posted.');
    hub.reply(thread, hub.user('ann'), 'I do not agree.');
    expect((await connected.gateway.conversation(at)).threads).toMatchObject([{ hasReplies: true }]);
  });

  it('are all listed, also when there are more than a hundred', async () => {
    const lines = Array.from({ length: 130 }, (_, index) => index + 1);
    hub.push(repository, 'change', { 'b.txt': numbered(200) }, { by: hub.user('ann') });
    const { gateway } = connected;
    const run = await gateway.ensureStarted(nameOf(repository), pull.head.sha, key, true);
    const comments = lines.map((line) => ({ ...comment(line, `f${line}`), path: 'b.txt' }));
    await gateway.publish(at, run, reviewOf({ comments }), await gateway.conversation(at));
    hub.requests.splice(0);
    expect((await gateway.conversation(at)).threads).toHaveLength(130);
    expect(hub.requests).toHaveLength(2);
  });
});

describe('acceptances', () => {
  it('are recorded once, and read back', async () => {
    const { gateway } = connected;
    await gateway.ensureAcceptance(at, ['one', 'two'], 'bob');
    await gateway.ensureAcceptance(at, ['one', 'two'], 'bob');
    expect(pull.comments).toHaveLength(1);
    expect((await gateway.conversation(at)).acceptances).toEqual([
      { fingerprint: 'one', by: 'bob' },
      { fingerprint: 'two', by: 'bob' },
    ]);
  });

  it('count only from our App, with our signature, and for this pull request', async () => {
    const { gateway } = connected;
    await gateway.ensureAcceptance(at, ['one'], 'bob');
    const ours = pull.comments[0];
    if (ours === undefined) throw new Error('An acceptance was recorded.');
    const body = ours.body;
    hub.comment(pull, hub.user('eve'), body);
    hub.deleteComment(ours, hub.user('octocat'));
    expect((await gateway.conversation(at)).acceptances).toEqual([]);
    const edited = body.replace(/accepted ([\w-]+)\./, (_, payload: string) => {
      const record = JSON.parse(Buffer.from(payload, 'base64url').toString());
      record.fingerprints.push('smuggled');
      return `accepted ${Buffer.from(JSON.stringify(record)).toString('base64url')}.`;
    });
    const { readAcceptances } = await import('#github/conversation');
    expect(readAcceptances(at, body, 'a key of the tests')).toHaveLength(1);
    expect(readAcceptances(at, edited, 'a key of the tests')).toEqual([]);
    expect(readAcceptances({ ...at, number: 2 }, body, 'a key of the tests')).toEqual([]);
  });
});

describe('answers to commands', () => {
  it('are given once in the conversation and in a thread', async () => {
    const { gateway } = connected;
    const talk = hub.comment(pull, hub.user('ann'), '/leastwise help');
    const inLine = hub.reviewComment(pull, hub.user('ann'), { path: 'a.txt', line: 5 }, '/leastwise help');
    const place = nameOf(repository);
    const refs = [
      { ...place, kind: 'issue' as const, id: talk.id, createdAt: talk.createdAt },
      { ...place, kind: 'review' as const, id: inLine.id, createdAt: inLine.createdAt },
    ];
    for (const ref of refs) {
      await gateway.react(ref, 'eyes');
      await gateway.react(ref, 'eyes');
      await gateway.ensureReply(1, ref, 'Here is help.');
      await gateway.ensureReply(1, ref, 'Here is help.');
    }
    expect(talk.reactions.map(({ content }) => content)).toEqual(['eyes']);
    expect(pull.comments).toHaveLength(2);
    expect(pull.threads[0]?.comments).toHaveLength(2);
  });

  it('know roles that GitHub collapses, and strangers', async () => {
    const { gateway } = connected;
    hub.collaborator(repository, 'mia', 'maintain');
    hub.collaborator(repository, 'tim', 'triage');
    const roles = await Promise.all(['mia', 'tim', 'nobody'].map((login) => gateway.role(nameOf(repository), login)));
    expect(roles).toEqual(['maintain', 'triage', 'none']);
  });
});
