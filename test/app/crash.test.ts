/**
 * The crash matrix: the App, a process of its own, is killed before and after every request and every write of its store that a
 * review makes. After each death a new process takes over the store, finishes what was left, and is the next to be killed.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Order, Report } from '#test/app/crash-app';
import { environmentFor, privateKey, runsOf, secret } from '#test/app/harness';
import { GitHub } from '#test/standin/github';
import type { Pull, Repository } from '#test/standin/state';

const FINDINGS = 60;
const COMMENTS = 10;

let hub: GitHub;
let repository: Repository;
let folder: string;
let port = 0;
let running: ChildProcess;
let spare: ChildProcess;
let count = 0;

function load(): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(fileURLToPath(new URL('./crash-app.ts', import.meta.url)), [], {
    execArgv: ['--import', loader, '--conditions=source', '--no-warnings'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return child;
}

function send(child: ChildProcess, order: Order): void {
  if (child.connected) child.send(order, () => {});
}

/** The next report of a kind. */
function heard<K extends Report['kind']>(child: ChildProcess, kind: K): Promise<Extract<Report, { kind: K }>> {
  return new Promise((resolve) => {
    const listen = (said: Report) => {
      if (said.kind !== kind) return;
      child.off('message', listen);
      resolve(said as Extract<Report, { kind: K }>);
    };
    child.on('message', listen);
  });
}

const loaded = new WeakMap<ChildProcess, Promise<unknown>>();

function prepare(): ChildProcess {
  const child = load();
  loaded.set(child, heard(child, 'loaded'));
  return child;
}

/** Lets the process that is ready take over, and makes the next one ready. */
async function takeOver(redeliver = true): Promise<void> {
  running = spare;
  await loaded.get(running);
  const listening = heard(running, 'listening');
  send(running, { kind: 'start', environment: environmentFor(hub, join(folder, 'queue'), { port, redeliver }) });
  port = (await listening).port;
  hub.webhooks.url = `http://127.0.0.1:${port}/api/github/webhooks`;
  spare = prepare();
}

function openPull(): Pull {
  count += 1;
  const lines = Array.from({ length: FINDINGS }, (_, index) => `F${index}: BAD f${count}-${index}\n`);
  hub.push(repository, `change-${count}`, { 'template.yaml': `Fine: true\n${lines.join('')}` });
  return hub.openPull(repository, `change-${count}`);
}

async function idle(): Promise<void> {
  const said = heard(running, 'idle');
  send(running, { kind: 'idle' });
  await said;
}

/** Waits until the review is complete; the test's own time-out is the limit. */
async function reviewed(pull: Pull): Promise<void> {
  while (runsOf(hub, pull).at(-1)?.status !== 'completed') await new Promise((resolve) => setTimeout(resolve, 10));
  await hub.settled();
  await idle();
}

function expectOneReview(pull: Pull, point: string): void {
  const names = pull.threads.map(({ comments }) => /fake ([\w-]+)/.exec(comments[0]?.body ?? '')?.[1]);
  const runs = runsOf(hub, pull).map(({ status, conclusion, annotations }) => [status, conclusion, annotations.length]);
  expect([point, runs, names.length, new Set(names).size]).toEqual([
    point,
    [['completed', 'failure', FINDINGS]],
    COMMENTS,
    COMMENTS,
  ]);
}

beforeAll(async () => {
  hub = new GitHub({ privateKey, webhookSecret: secret, events: ['pull_request'] });
  await hub.start();
  repository = hub.repository('acme/shop', { 'template.yaml': 'Fine: true\n' });
  folder = mkdtempSync(join(tmpdir(), 'leastwise-crash-'));
  spare = prepare();
  await takeOver(false);
});

afterAll(async () => {
  hub.onRequest = undefined;
  running.kill('SIGKILL');
  spare.kill('SIGKILL');
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Kills the process around the nth request from now on; resolves when it is dead. */
function killAtRequest(phase: 'before' | 'after', nth: number): Promise<void> {
  const victim = running;
  let seen = 0;
  return new Promise((resolve) => {
    hub.onRequest = async (now, request) => {
      // What the dead process sent last may still arrive.
      if (victim.exitCode !== null || victim.signalCode !== null) return undefined;
      if (request.operation.startsWith('apps/') && request.operation !== 'apps/create-installation-access-token')
        return undefined;
      if (now === 'before') seen += 1;
      if (now !== phase || seen !== nth) return undefined;
      hub.onRequest = undefined;
      const exit = once(victim, 'exit');
      victim.kill('SIGKILL');
      await exit;
      resolve();
      return 'drop';
    };
  });
}

async function killAtWrite(phase: 'before' | 'after', write: number): Promise<() => Promise<void>> {
  const armed = heard(running, 'armed');
  const exit = once(running, 'exit');
  send(running, { kind: 'arm', phase, write });
  await armed;
  return async () => void (await exit);
}

it('a kill around every request and every store write of a review leaves one check run and no comment twice', async () => {
  // Undisturbed, in a fresh process (with its token request), then in a warm one: how many moments there are.
  const from = hub.requests.length;
  const first = openPull();
  await reviewed(first);
  const cold = hub.requests.slice(from).filter(({ operation }) => operation !== 'apps/get-authenticated').length;
  const written = heard(running, 'writes');
  send(running, { kind: 'count' });
  const { writes } = await written;
  expectOneReview(first, 'undisturbed');
  expect(cold).toBeGreaterThan(10);
  expect(writes).toBeGreaterThanOrEqual(3);

  for (const phase of ['before', 'after'] as const) {
    for (let nth = 1; nth < cold; nth += 1) {
      const dead = killAtRequest(phase, nth);
      const pull = openPull();
      await dead;
      await takeOver();
      await reviewed(pull);
      expectOneReview(pull, `${phase} request ${nth}`);
    }
    for (let write = 1; write <= writes; write += 1) {
      const dead = await killAtWrite(phase, write);
      const pull = openPull();
      await dead();
      await takeOver();
      await reviewed(pull);
      expectOneReview(pull, `${phase} write ${write}`);
    }
  }
  // The first request of a process is the one for its token.
  for (const phase of ['before', 'after'] as const) {
    running.kill('SIGKILL');
    await once(running, 'exit');
    await takeOver(false);
    const dead = killAtRequest(phase, 1);
    const pull = openPull();
    await dead;
    await takeOver();
    await reviewed(pull);
    expectOneReview(pull, `${phase} the token`);
  }
  expect(hub.violations).toEqual([]);
}, 600_000);
