import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseCommand } from '#app/command';
import { type Harness, runsOf, shop, start, verdicts } from '#test/app/harness';
import type { IssueComment, Pull } from '#test/standin/state';

let harness: Harness;

beforeEach(async () => {
  harness = await start();
});

afterEach(async () => {
  await harness.close();
  expect(harness.hub.violations).toEqual([]);
});

function reactions(comment: { readonly reactions: readonly { readonly content: string }[] }): readonly string[] {
  return comment.reactions.map(({ content }) => content);
}

/** The App's answer to a comment. */
function answer(pull: Pull, comment: IssueComment): string | undefined {
  return pull.comments.find(({ body }) => body.includes(`leastwise:reply issue ${comment.id} `))?.body;
}

describe('a command', () => {
  it('stands on the first line, from its first character', () => {
    expect(
      [
        '/leastwise rescan',
        '/LEASTWISE Rescan now please',
        '/leastwise',
        '/leastwise  help\nthanks',
        '/leastwise frobnicate',
      ].map(parseCommand),
    ).toEqual(['rescan', 'rescan', 'help', 'help', 'unknown']);
    expect(
      [
        'Hi\n/leastwise rescan',
        ' /leastwise rescan',
        '> /leastwise rescan',
        '/leastwiser',
        '`/leastwise rescan`',
        '',
      ].map(parseCommand),
    ).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  it('of a person is acknowledged, also in a thread; a bot or an edited comment is not listened to', async () => {
    const { hub, settle } = harness;
    const pull = shop(hub).open();
    await settle();
    const help = hub.comment(pull, hub.user('eve'), '/leastwise help');
    const unknown = hub.comment(pull, hub.user('ann'), '/leastwise frobnicate');
    const inThread = hub.reviewComment(pull, hub.user('ann'), { path: 'template.yaml', line: 2 }, '/leastwise help');
    const bot = hub.comment(pull, hub.world.account('other[bot]', 'Bot'), '/leastwise rescan');
    const talk = hub.comment(pull, hub.user('ann'), 'Well.');
    hub.editComment(talk, hub.user('ann'), '/leastwise rescan');
    await settle();
    expect(reactions(help)).toEqual(['eyes', 'rocket']);
    expect(answer(pull, help)).toMatch(/\/leastwise accept/);
    expect(reactions(unknown)).toEqual(['eyes', 'confused']);
    expect(answer(pull, unknown)).toMatch(/do not know/);
    expect(inThread.thread.comments).toHaveLength(2);
    expect([...reactions(bot), ...reactions(talk)]).toEqual([]);
  });
});

describe('rescan', () => {
  it('is for the author and for people with write; others are told why not', async () => {
    const { hub, settle } = harness;
    const { repository } = shop(hub);
    const fork = hub.fork(repository, 'eve');
    hub.push(fork, 'main', { 'template.yaml': 'A: BAD forked\n' }, { by: hub.user('eve') });
    const pull = hub.openPull(repository, 'main', { from: fork, by: hub.user('eve') });
    hub.collaborator(repository, 'tim', 'triage');
    await settle();
    const [byAuthor, byWriter, byTriage] = ['eve', 'bob', 'tim'].map((login) =>
      hub.comment(pull, hub.user(login), '/leastwise rescan'),
    );
    await settle();
    if (byAuthor === undefined || byWriter === undefined || byTriage === undefined) throw new Error('Three comments.');
    expect(reactions(byAuthor)).toEqual(['eyes', 'rocket']);
    expect(reactions(byWriter)).toEqual(['eyes', 'rocket']);
    expect(reactions(byTriage)).toEqual(['eyes', 'confused']);
    expect(answer(pull, byTriage)).toMatch(/write access/);
    expect(verdicts(hub, pull)).toEqual(['failure']);
    expect(pull.threads).toHaveLength(1);
  });
});

describe('accept', () => {
  function suppressing() {
    const { hub } = harness;
    const { repository } = shop(hub);
    const ann = hub.user('ann');
    hub.push(repository, 'quiet', { 'template.yaml': 'Fine: true\n# IGNORE one\n' }, { by: ann });
    return { hub, repository, pull: hub.openPull(repository, 'quiet', { by: ann }) };
  }

  /** Comments count from the second after the run was complete: GitHub's times have whole seconds. */
  const tick = () => new Promise((resolve) => setTimeout(resolve, 1100));

  it('opens the gate when somebody else with write says so, and stays said over later pushes', async () => {
    const { hub, repository, pull } = suppressing();
    await harness.settle();
    expect(verdicts(hub, pull)).toEqual(['failure']);
    await tick();
    const own = hub.comment(pull, hub.user('ann'), '/leastwise accept');
    const stranger = hub.comment(pull, hub.user('eve'), '/leastwise accept');
    await harness.settle();
    expect(answer(pull, own)).toMatch(/other than the author/);
    expect(answer(pull, stranger)).toMatch(/write access/);
    expect(verdicts(hub, pull)).toEqual(['failure']);
    const good = hub.comment(pull, hub.user('bob'), '/leastwise accept');
    await harness.settle();
    expect(reactions(good)).toEqual(['eyes', 'rocket']);
    expect(verdicts(hub, pull)).toEqual(['success']);
    hub.push(repository, 'quiet', { 'other.yaml': 'Fine: true\n' }, { by: hub.user('ann') });
    await harness.settle();
    expect(verdicts(hub, pull)).toEqual(['success']);
    hub.push(repository, 'quiet', { 'other.yaml': '# IGNORE two\n' }, { by: hub.user('ann') });
    await harness.settle();
    expect(verdicts(hub, pull)).toEqual(['failure']);
  });

  it('does not accept what was pushed after it was written, nor what nobody asked for', async () => {
    const { hub, repository, pull } = suppressing();
    await harness.settle();
    await tick();
    hub.webhooks.fate = () => 'hold';
    const early = hub.comment(pull, hub.user('bob'), '/leastwise accept');
    hub.push(repository, 'quiet', { 'other.yaml': '# IGNORE smuggled\n' }, { by: hub.user('ann') });
    hub.webhooks.fate = () => 'deliver';
    hub.webhooks.release((held) => [...held].reverse());
    await harness.settle();
    expect(reactions(early)).toEqual(['eyes', 'confused']);
    expect(answer(pull, early)).toMatch(/not complete when you wrote this|newer head/);
    expect(verdicts(hub, pull)).toEqual(['failure']);
    hub.push(repository, 'quiet', { 'template.yaml': 'Fine: true\n', 'other.yaml': null, 'a.yaml': 'a' });
    await harness.settle();
    await tick();
    const needless = hub.comment(pull, hub.user('bob'), '/leastwise accept');
    await harness.settle();
    expect(answer(pull, needless)).toMatch(/No new suppression/);
    expect(runsOf(hub, pull)).toMatchObject([{ conclusion: 'success' }]);
  });
});
