import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, caller } from '#test/standin/caller';
import { GitHub } from '#test/standin/github';
import type { Pull, Repository } from '#test/standin/state';

let hub: GitHub;
let repository: Repository;
let pull: Pull;
let call: ReturnType<typeof caller>;

beforeEach(async () => {
  hub = new GitHub();
  await hub.start();
  repository = hub.repository('acme/shop', { 'a.yaml': 'a\n' });
  hub.push(repository, 'feature', { 'a.yaml': 'b\n' });
  pull = hub.openPull(repository, 'feature');
  call = caller(hub, hub.installationToken(repository));
});

afterEach(() => hub.close());

const runs = '/repos/acme/shop/check-runs';
const output = { title: 't', summary: 's' };
const annotation = { path: 'a.yaml', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'm' };

function run(values: object = {}) {
  return { name: 'leastwise', head_sha: pull.head.sha, output, ...values };
}

describe('a check run', () => {
  it('appends annotations of updates', async () => {
    const { body } = await call(
      'POST',
      runs,
      run({ status: 'in_progress', output: { ...output, annotations: Array(50).fill(annotation) } }),
    );
    const id = at(body, 'id');
    await call('PATCH', `${runs}/${id}`, { conclusion: 'failure', output: { ...output, annotations: [annotation] } });
    const answer = await call('GET', `${runs}/${id}`);
    expect(answer.body).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      output: { annotations_count: 51 },
    });
    expect((await call('GET', `${runs}/${id}/annotations?per_page=50&page=2`)).body).toHaveLength(1);
    expect(hub.violations).toEqual([]);
  });

  it.each([
    ['51 annotations', { output: { ...output, annotations: Array(51).fill(annotation) } }],
    ['a summary of 65,536 characters', { output: { ...output, summary: 'x'.repeat(65_536) } }],
    ['four actions', { actions: Array(4).fill({ label: 'l', description: 'd', identifier: 'i' }) }],
    ['a label of 21 characters', { actions: [{ label: 'x'.repeat(21), description: 'd', identifier: 'i' }] }],
    ['an unknown conclusion', { conclusion: 'bad' }],
    ['no title', { output: { summary: 's' } }],
  ])('is refused with %s, and the guard tells', async (_, values) => {
    expect((await call('POST', runs, run(values))).status).toBe(422);
    expect(hub.violations).not.toEqual([]);
  });

  // None of these stands in the schema: only in the words beside it.
  it.each([
    ['completed without a conclusion', { status: 'completed' }],
    ['a conclusion that only GitHub gives', { conclusion: 'stale' }],
    ['a message over 64 KB', { output: { ...output, annotations: [{ ...annotation, message: 'x'.repeat(65_537) }] } }],
    [
      'columns over several lines',
      { output: { ...output, annotations: [{ ...annotation, end_line: 2, start_column: 1 }] } },
    ],
    ['line 0', { output: { ...output, annotations: [{ ...annotation, start_line: 0 }] } }],
    ['a commit that does not exist', { head_sha: 'a'.repeat(40) }],
  ])('is refused with %s', async (_, values) => {
    expect((await call('POST', runs, run(values))).status).toBe(422);
    expect(hub.violations).toEqual([]);
  });

  it('is listed by head, name and App; the latest of a name only', async () => {
    await call('POST', runs, run());
    await call('POST', runs, run({ conclusion: 'success' }));
    const list = `/repos/acme/shop/commits/${pull.head.sha}/check-runs`;
    const { body } = await call('GET', `${list}?check_name=leastwise&app_id=4242`);
    expect(body).toMatchObject({
      total_count: 1,
      check_runs: [{ conclusion: 'success', pull_requests: [{ number: 1 }] }],
    });
    expect((await call('GET', `${list}?filter=all`)).body).toMatchObject({ total_count: 2 });
    expect(hub.violations).toEqual([]);
  });

  it('has buttons after completion only, and is not changed by a rerequest', async () => {
    const actions = [{ label: 'Fix', description: 'Commit the fix', identifier: 'fix' }];
    await call('POST', runs, run({ status: 'in_progress', actions }));
    const [made] = hub.checkRuns(repository, pull.head.sha);
    if (made === undefined) throw new Error('no run');
    expect(() => hub.requestAction(made, 'fix', hub.user('octocat'))).toThrow(/no action/);
    await call('PATCH', `${runs}/${made.id}`, { conclusion: 'success' });
    hub.requestAction(made, 'fix', hub.user('octocat'));
    hub.rerequest(made, hub.user('octocat'));
    expect(made.conclusion).toBe('success');
    const events = hub.webhooks.deliveries.map(({ event, action }) => `${event}.${action}`);
    expect(events).toEqual(
      expect.arrayContaining([
        'check_run.created',
        'check_run.completed',
        'check_run.requested_action',
        'check_run.rerequested',
      ]),
    );
    expect(hub.violations).toEqual([]);
  });

  it('of a fork names neither branch nor pull request', async () => {
    const fork = hub.fork(repository, 'stranger');
    hub.push(fork, 'evil', { 'a.yaml': 'c\n' }, { by: hub.user('stranger') });
    const theirs = hub.openPull(repository, 'evil', { from: fork, by: hub.user('stranger') });
    const { body } = await call('POST', runs, run({ head_sha: theirs.head.sha }));
    expect(body).toMatchObject({ pull_requests: [] });
    expect(repository.suites.at(-1)).toMatchObject({ headBranch: null, headSha: theirs.head.sha });
    expect((await call('GET', `/repos/acme/shop/commits/${theirs.head.sha}/pulls`)).body).toEqual([]);
    expect((await call('GET', `/repos/acme/shop/contents/a.yaml?ref=${theirs.head.sha}`)).status).toBe(200);
    expect(hub.webhooks.deliveries.filter(({ event }) => event === 'check_suite')).toHaveLength(1);
    expect(hub.violations).toEqual([]);
  });
});
