import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Harness, start, verdicts } from '#test/app/harness';
import type { Edits } from '#test/standin/state';

let harness: Harness;

beforeEach(async () => {
  harness = await start();
});

afterEach(async () => {
  await harness.close();
  expect(harness.hub.violations).toEqual([]);
});

/** 2,000 files, 600 of them YAML or JSON, in 20 services. */
function repositoryFiles(): Edits {
  const files: Record<string, string> = { '.github/leastwise.yml': 'drafts: true\n' };
  for (let service = 0; service < 20; service += 1) {
    files[`services/s${service}/template.yaml`] = `Service: ${service}\nFine: true\n`;
    for (let index = 0; index < 15; index += 1) files[`services/s${service}/data/d${index}.json`] = `{"at":${index}}\n`;
    for (let index = 0; index < 14; index += 1) files[`services/s${service}/conf/c${index}.yml`] = `a: ${index}\n`;
    for (let index = 0; index < 70; index += 1)
      files[`services/s${service}/src/f${index}.ts`] = `export const f = ${index};\n`;
  }
  return files;
}

/** Requests of the review of a change to so many files: 8 handlers, templates with 10 findings, other code. */
async function requestsFor(files: number): Promise<readonly string[]> {
  // A process of its own: nothing is cached.
  await harness.restart();
  const { hub, settle } = harness;
  const repository = hub.repository(`acme/shop-${files}`, repositoryFiles());
  const edits: Record<string, string> = {};
  for (let index = 0; index < 10; index += 1)
    edits[`services/s${index}/template.yaml`] = `Service: ${index}\nFine: true\nA: BAD finding-${index}\n`;
  for (let index = 0; index < files - 10; index += 1)
    edits[`services/s${index % 20}/src/f${Math.floor(index / 20)}.ts`] = `export const changed = ${index};\n`;
  hub.push(repository, 'change', edits);
  hub.requests.splice(0);
  const pull = hub.openPull(repository, 'change');
  await settle();
  expect(verdicts(hub, pull)).toEqual(['failure']);
  expect(pull.threads).toHaveLength(10);
  return hub.requests.map(({ operation }) => operation);
}

/** Once in the life of a process, not of a review. */
const ONCE = 'apps/get-authenticated';

it('a review of 20 files with a cold cache takes at most 12 requests, the token included, and one of 100 no more', async () => {
  const [small, big] = [await requestsFor(20), await requestsFor(100)].map((all) => all.filter((one) => one !== ONCE));
  expect(small).toEqual([
    'apps/create-installation-access-token',
    'graphql', // the pull request and the configurations
    'checks/list-for-ref',
    'checks/create',
    'repos/compare-commits-with-basehead',
    'git/get-tree',
    'git/get-tree',
    'graphql', // contents: what changed, on both sides
    'graphql', // contents: the fake reads every template of the repository, a real scan less
    'graphql', // threads, acceptances, the present head
    'pulls/create-review',
    'checks/update',
  ]);
  expect(big?.length).toBeLessThanOrEqual(12);
});
