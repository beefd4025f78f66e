/** A secret in any kind of file is found in the change, and its value is in nothing that the App says, sends or logs. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reviewerInChild } from '#app/review-process';
import { fingerprintsIn } from '#review/marker';
import { parseConfig } from '#scan/config-file';
import { SourceFile } from '#source/file';
import { type Harness, runsOf, start, verdicts } from '#test/app/harness';
import { leaks, secretFiles } from '#test/finding/secret-files';

let harness: Harness;

beforeEach(async () => {
  harness = await start({
    reviewer: reviewerInChild({ seconds: 60, megabytes: 512 }),
    markers: { fingerprints: fingerprintsIn },
    parseConfig: (text, path) => parseConfig(new SourceFile(path, text), []),
  });
});

afterEach(async () => {
  await harness.close();
  expect(harness.hub.violations).toEqual([]);
});

/** A pull request that brings one secret in each kind of file, reviewed. */
async function reviewed(seed: number) {
  const { hub, settle } = harness;
  const files = secretFiles(seed);
  const repository = hub.repository('acme/shop', {
    'README.md': 'Shop\n',
    '.github/leastwise.yml': 'maxComments: 30\n',
  });
  const ann = hub.collaborator(repository, 'ann', 'write');
  hub.push(repository, 'change', Object.fromEntries(files.map(({ path, text }) => [path, text])), { by: ann });
  const pull = hub.openPull(repository, 'change', { by: ann });
  await settle();
  return { files, pull, hub };
}

describe.each([1])('with seed %s', (seed) => {
  it('every kind of file is told of at its line, and no value is told anywhere', async () => {
    const { files, pull, hub } = await reviewed(seed);
    expect(verdicts(hub, pull)).toEqual(['failure']);
    const [run] = runsOf(hub, pull);
    const comments = pull.threads.map(({ path, line }) => `${path}:${line}`);
    const annotations = (run?.annotations ?? []).map(({ path, start_line: line }) => `${path}:${line}`);
    const told = new Set([...comments, ...annotations]);
    expect(files.map(({ path, line }) => `${path}:${line}`).filter((place) => !told.has(place))).toEqual([]);
    const rotating = pull.threads.filter(({ comments: [first] }) => first?.body.includes('Rotate it'));
    expect(rotating.length).toBeGreaterThan(5);

    const sent = hub.requests.map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`);
    // The check sees what is said: without the values taken out, it finds them.
    expect(leaks(files.map(({ text }) => text).join('\n'), files)).toHaveLength(
      files.reduce((sum, { values }) => sum + values.length, 0),
    );
    expect(leaks(sent.join('\n'), files)).toEqual([]);
    expect(
      leaks(
        JSON.stringify([
          run?.title,
          run?.summary,
          run?.text,
          run?.annotations,
          pull.reviews.map(({ body }) => body),
          pull.threads.map(({ comments: all }) => all.map(({ body }) => body)),
        ]),
        files,
      ),
    ).toEqual([]);
    expect(leaks(harness.logs.join('\n'), files)).toEqual([]);
  });
});
