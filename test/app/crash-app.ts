/**
 * The App as a process of its own, for being killed. Its modules are loaded before it is told to start, so that the next one can
 * be made ready while this one works.
 */
import pino from 'pino';
import { type RunningApp, startApp } from '#app/app';
import type { Environment } from '#app/environment';
import { DEFAULT_CONFIG } from '#scan/config';
import { fakeMarkers, fakeReviewer } from '#test/app/fake-reviewer';

export type Order =
  | { readonly kind: 'start'; readonly environment: Environment }
  /** Die at the nth write of the store from now on, counted from 1. */
  | { readonly kind: 'arm'; readonly phase: 'before' | 'after'; readonly write: number }
  | { readonly kind: 'count' }
  | { readonly kind: 'idle' };

export type Report =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'armed' }
  | { readonly kind: 'writes'; readonly writes: number }
  | { readonly kind: 'idle' };

let app: RunningApp | undefined;
let armed: { readonly phase: string; readonly write: number } | undefined;
let writes = 0;

const report = (said: Report) => process.send?.(said);

async function obey(order: Order): Promise<void> {
  switch (order.kind) {
    case 'start':
      app = await startApp({
        environment: order.environment,
        reviewer: fakeReviewer,
        parseConfig: () => ({ config: DEFAULT_CONFIG }),
        markers: fakeMarkers,
        log: pino({ level: 'silent' }),
        backOff: () => 0.02,
        timing: { now: () => Date.now(), sleep: async () => {} },
        onStoreWrite: (phase) => {
          if (phase === 'before') writes += 1;
          if (armed?.phase === phase && armed.write === writes) process.kill(process.pid, 'SIGKILL');
        },
      });
      report({ kind: 'listening', port: app.port });
      return;
    case 'arm':
      armed = order;
      writes = 0;
      report({ kind: 'armed' });
      return;
    case 'count':
      report({ kind: 'writes', writes });
      writes = 0;
      return;
    case 'idle':
      await app?.queue.idle();
      report({ kind: 'idle' });
  }
}

process.on('message', (order: Order) => void obey(order));
process.on('disconnect', () => process.exit());
report({ kind: 'loaded' });
