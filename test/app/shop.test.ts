/** The whole product on a small application: real lenses, rules, fixes and plan, in a real child process. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { reviewerInChild } from '#app/review-process';
import { fingerprintsIn } from '#review/marker';
import { parseConfig } from '#scan/config-file';
import { SourceFile } from '#source/file';
import { type Harness, runsOf, start, verdicts } from '#test/app/harness';

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

function filesBelow(folder: string, prefix = ''): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) Object.assign(files, filesBelow(path, `${prefix}${name}/`));
    else files[`${prefix}${name}`] = readFileSync(path, 'utf8');
  }
  return files;
}

function demo(name: string): Record<string, string> {
  return filesBelow(fileURLToPath(new URL(`../../demo/shop/${name}`, import.meta.url)));
}

it('the shop gets comments, and one suggestion committed gives another review without a comment twice', async () => {
  const { hub, settle } = harness;
  const repository = hub.repository('acme/shop', demo('main'));
  const ann = hub.collaborator(repository, 'ann', 'write');
  hub.push(repository, 'change', demo('pull-request'), { by: ann });
  const pull = hub.openPull(repository, 'change', { by: ann });
  await settle();
  expect(verdicts(hub, pull)).toEqual(['failure']);
  expect(pull.reviews).toHaveLength(1);
  expect(pull.threads.length).toBeGreaterThan(4);
  const suggested = pull.threads.find(({ comments }) => comments[0]?.body.includes('```suggestion'));
  const comment = suggested?.comments[0];
  if (comment === undefined) throw new Error('No comment has a suggestion.');
  const before = pull.threads.length;
  hub.applySuggestion(comment, ann);
  await settle();
  expect(verdicts(hub, pull)).toEqual(['failure']);
  expect(runsOf(hub, pull)).toHaveLength(1);
  const keys = pull.threads.map(({ comments }) => fingerprintsIn(comments[0]?.body ?? '').join());
  expect(new Set(keys).size).toBe(keys.length);
  expect(pull.threads.length).toBeGreaterThanOrEqual(before);
});
