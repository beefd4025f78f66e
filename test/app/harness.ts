/** The real App, its HTTP server and queue included, against the stand-in. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { parse } from 'yaml';
import { type AppParts, type RunningApp, startApp } from '#app/app';
import type { Environment } from '#app/environment';
import type { ParsedConfig } from '#app/review-work';
import { DEFAULT_CONFIG } from '#scan/config';
import { fakeMarkers, fakeReviewer } from '#test/app/fake-reviewer';
import { GitHub } from '#test/standin/github';
import type { CheckRun, Permissions, Pull, Repository } from '#test/standin/state';

/** One key for all tests: making one takes a tenth of a second. */
export const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

export const secret = 'a secret of the tests';

/** What the App is registered with: the tests hold with these permissions and events, or the manifest is wrong. */
export function manifest(name: string): { readonly permissions: Permissions; readonly events: readonly string[] } {
  const text = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  const { default_permissions, default_events } = parse(text) as {
    readonly default_permissions: Permissions;
    readonly default_events: readonly string[];
  };
  const { metadata: _always, ...permissions } = default_permissions;
  return { permissions, events: default_events };
}

/** `drafts: false` and `broken` are all that the tests' configuration knows. */
export function parseTestConfig(text: string): ParsedConfig {
  if (text.includes('broken')) return { mistakes: [{ line: 1, message: 'Nobody can read this.' }] };
  return { config: { ...DEFAULT_CONFIG, drafts: !text.includes('drafts: false') } };
}

export function environmentFor(hub: GitHub, queuePath: string, changes: Partial<Environment> = {}): Environment {
  return {
    appId: hub.app.id,
    privateKey,
    webhookSecret: secret,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    queuePath,
    concurrency: 2,
    reviewSeconds: 20,
    reviewMegabytes: 256,
    apiUrl: hub.url,
    webUrl: 'https://github.com',
    rulesUrl: 'https://example.com/rules',
    redeliver: false,
    throttle: false,
    ...changes,
  };
}

export interface Harness {
  readonly hub: GitHub;
  readonly app: RunningApp;
  readonly logs: string[];
  /** Waits until every webhook is answered and every job done. */
  settle(): Promise<void>;
  restart(parts?: Partial<AppParts>): Promise<void>;
  close(): Promise<void>;
}

export async function start(parts: Partial<AppParts> = {}, changes: Partial<Environment> = {}): Promise<Harness> {
  const hub = new GitHub({ privateKey, webhookSecret: secret, ...manifest('app.yml') });
  await hub.start();
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-app-'));
  const logs: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logs.push(line) });
  const run = async (more: Partial<AppParts>) => {
    const app = await startApp({
      environment: environmentFor(hub, join(folder, 'queue'), changes),
      reviewer: fakeReviewer,
      parseConfig: parseTestConfig,
      markers: fakeMarkers,
      log,
      timing: { now: () => Date.now(), sleep: async () => {} },
      backOff: () => 0.01,
      ...parts,
      ...more,
    });
    hub.webhooks.url = `http://127.0.0.1:${app.port}/api/github/webhooks`;
    return app;
  };
  const harness = {
    hub,
    logs,
    app: await run({}),
    settle: async () => {
      // A job can give rise to another event of ours, and an event to a job.
      for (let round = 0; round < 3; round += 1) {
        await hub.settled();
        await harness.app.queue.idle();
      }
    },
    restart: async (more: Partial<AppParts> = {}) => {
      await harness.app.stop();
      harness.app = await run(more);
    },
    close: async () => {
      await harness.app.stop();
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return harness;
}

/** The runs on a pull request's present head. */
export function runsOf(hub: GitHub, pull: Pull): readonly CheckRun[] {
  return hub.checkRuns(pull.base.repository, pull.head.sha);
}

export function verdicts(hub: GitHub, pull: Pull): readonly (string | null)[] {
  return runsOf(hub, pull).map(({ status, conclusion }) => (status === 'completed' ? conclusion : status));
}

/** A repository with a template, and a pull request that adds two findings to it. */
export function shop(hub: GitHub): { readonly repository: Repository; readonly open: () => Pull } {
  const repository = hub.repository('acme/shop', { 'template.yaml': 'Fine: true\n', 'README.md': 'Shop\n' });
  const ann = hub.collaborator(repository, 'ann', 'write');
  hub.collaborator(repository, 'bob', 'write');
  hub.push(repository, 'change', { 'template.yaml': 'Fine: true\nA: BAD one\nB: BAD two\n' }, { by: ann });
  return { repository, open: () => hub.openPull(repository, 'change', { by: ann }) };
}
