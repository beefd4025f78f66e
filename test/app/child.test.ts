import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describe as describeError } from '#app/review-port';
import { reviewerInChild } from '#app/review-process';
import { type Harness, runsOf, shop, start, verdicts } from '#test/app/harness';

let harness: Harness;

beforeEach(async () => {
  harness = await start({
    reviewer: reviewerInChild({ seconds: 6, megabytes: 96 }, new URL('./child-fake.ts', import.meta.url)),
  });
});

afterEach(async () => {
  await harness.close();
  expect(harness.hub.violations).toEqual([]);
});

describe('a review in a process of its own', () => {
  it('gives what one in this process gives', async () => {
    const { hub, settle } = harness;
    const pull = shop(hub).open();
    await settle();
    expect(verdicts(hub, pull)).toEqual(['failure']);
    expect(pull.threads).toHaveLength(2);
    expect(runsOf(hub, pull)[0]?.annotations).toHaveLength(2);
  });

  it.each([
    ['HANG', /more than 6 seconds/],
    ['MEMORY', /more than 96 MB of memory/],
    ['EXIT', /ended with code 7/],
    ['THROW', /internal error/],
    ['LIE', /cannot be published/],
  ])('that goes wrong by %s fails the check with the reason, and the App lives on', async (word, reason) => {
    const { hub, settle } = harness;
    const { repository } = shop(hub);
    hub.push(repository, 'wrong', { 'template.yaml': `A: ${word} a-secret-in-the-file\n` });
    const pull = hub.openPull(repository, 'wrong');
    await settle();
    expect(runsOf(hub, pull)).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    expect(runsOf(hub, pull)[0]?.summary).toMatch(reason);
    expect(runsOf(hub, pull)[0]?.summary).not.toContain('a-secret-in-the-file');
    hub.push(repository, 'wrong', { 'template.yaml': 'Fine: true\nB: 1\n' });
    await settle();
    expect(verdicts(hub, pull)).toEqual(['success']);
  });

  it('tells of an error its class and our place, nothing of its message', () => {
    const error = new TypeError('a secret');
    expect(describeError(error)).toMatch(/^An internal error \(TypeError( at [\w/.:-]+)?\)\.$/);
  });
});
