/** The real App and a stand-in for GitHub, on this machine: what the demonstration shows. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { parse } from 'yaml';
import { type RunningApp, startApp } from '#app/app';
import { reviewerInChild } from '#app/review-process';
import { PULL_REQUEST, shopFiles } from '#demo/shop';
import { fingerprintsIn } from '#review/marker';
import { rules } from '#rules/catalogue.generated';
import { parseConfig } from '#scan/config-file';
import { OWN_RULES } from '#scan/own-rules';
import { SourceFile } from '#source/file';
import { GitHub } from '#test/standin/github';
import type { Account, CheckRun, Permissions, Pull, Repository } from '#test/standin/state';

/** A pull request and its people: all that the page shows. */
export interface Scene {
  readonly hub: GitHub;
  readonly repository: Repository;
  readonly pull: Pull;
  /** Who opened the pull request; may write. */
  readonly author: Account;
  /** Who may accept suppressions. */
  readonly maintainer: Account;
}

export interface Demonstration extends Scene {
  readonly app: RunningApp;
  /** What the App had to complain about, as its log's lines. */
  readonly complaints: readonly string[];
  /** Waits until every webhook is answered and the App has nothing left to do. False after `seconds`. */
  settle(seconds: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Where people would look at the repository and at the rules: the demonstration's page. */
export interface Addresses {
  readonly webUrl: string;
  readonly rulesUrl: string;
}

/** Starts everything but opens no pull request. */
async function startBoth(addresses: Addresses, complaints: string[]) {
  const hub = new GitHub(manifest());
  await hub.start();
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-demo-'));
  const ids = [...rules, ...OWN_RULES].map(({ id }) => id);
  const app = await startApp({
    environment: {
      appId: hub.app.id,
      privateKey: hub.privateKey,
      webhookSecret: hub.webhookSecret,
      host: '127.0.0.1',
      port: 0,
      logLevel: 'warn',
      queuePath: join(folder, 'queue'),
      concurrency: 1,
      reviewSeconds: 60,
      reviewMegabytes: 512,
      apiUrl: hub.url,
      redeliver: false,
      throttle: false,
      ...addresses,
    },
    log: pino({ name: 'leastwise', level: 'warn' }, { write: (line: string) => void complaints.push(line.trim()) }),
    reviewer: reviewerInChild({ seconds: 60, megabytes: 512 }),
    parseConfig: (text, path) => parseConfig(new SourceFile(path, text), ids),
    markers: { fingerprints: fingerprintsIn },
  });
  hub.webhooks.url = `http://127.0.0.1:${app.port}/api/github/webhooks`;
  const close = async () => {
    await app.stop();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { hub, app, close };
}

/**
 * Starts the App and the stand-in, makes the shop's repository and opens the pull request: its webhook is under way.
 * @param tell is told each step
 */
export async function startDemonstration(
  addresses: Addresses,
  tell: (what: string, how: string) => void = () => {},
): Promise<Demonstration> {
  const complaints: string[] = [];
  const { hub, app, close } = await startBoth(addresses, complaints);
  tell('GitHub stand-in', `${hub.url}, holds every request against GitHub's own API description`);
  tell(
    'Leastwise App',
    `http://127.0.0.1:${app.port}, with its queue, worker and a child process that reads the files`,
  );
  const repository = hub.repository('corner-shop/shop', shopFiles('main'));
  const author = hub.collaborator(repository, 'mia', 'write');
  const maintainer = hub.collaborator(repository, 'tomasz', 'maintain');
  hub.push(repository, PULL_REQUEST.branch, shopFiles('pull-request'), { by: author, message: PULL_REQUEST.title });
  const { branch, title, body } = PULL_REQUEST;
  const pull = hub.openPull(repository, branch, { by: author, title, body });
  tell('Pull request', `corner-shop/shop#${pull.number} "${title}" by ${author.login}`);
  const settle = async () => {
    // A job can give rise to another event, and an event to a job.
    for (let round = 0; round < 3; round += 1) {
      await hub.settled();
      await app.queue.idle();
    }
  };
  return {
    hub,
    app,
    repository,
    pull,
    author,
    maintainer,
    complaints,
    settle: (seconds) => within(seconds, settle()),
    close,
  };
}

/** What the App asks for when it is registered. */
function manifest(): { readonly permissions: Permissions; readonly events: readonly string[] } {
  const { default_permissions, default_events } = parse(
    readFileSync(new URL('../app.yml', import.meta.url), 'utf8'),
  ) as { readonly default_permissions: Permissions; readonly default_events: readonly string[] };
  const { metadata: _always, ...permissions } = default_permissions;
  return { permissions, events: default_events };
}

/** The App's check run on the pull request's head. */
export function runOf({ hub, repository, pull }: Scene): CheckRun | undefined {
  return hub.checkRuns(repository, pull.head.sha).at(-1);
}

async function within(seconds: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), seconds * 1000).unref();
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
