import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import type { Environment } from '#app/environment';
import { listen } from '#app/events';
import { type Job, mergeJobs, stopsJob } from '#app/job';
import { LevelQueue } from '#app/level-queue';
import { workerOf } from '#app/other-work';
import { redeliverMissed } from '#app/recovery';
import type { ParsedConfig, WorkContext } from '#app/review-work';
import type { Reviewer } from '#app/reviewer';
import { webhookServer } from '#app/server';
import type { Timing } from '#github/client';
import type { Identity, Markers } from '#github/conversation';
import { GatewayMemory, GitHubGateway } from '#github/github-gateway';

/** What the App is put together from; everything that a test exchanges is here. */
export interface AppParts {
  readonly environment: Environment;
  readonly reviewer: Reviewer;
  parseConfig(text: string, path: string): ParsedConfig;
  readonly markers: Markers;
  readonly log: Logger;
  readonly timing?: Timing;
  /** Replaces the network; for tests. */
  readonly fetch?: typeof fetch;
  /** Seconds before the nth new try. */
  readonly backOff?: (failures: number) => number;
  /** Called around every write of the queue, so that a test can end the process there. */
  readonly onStoreWrite?: (phase: 'before' | 'after') => void;
}

export interface RunningApp {
  readonly port: number;
  readonly queue: LevelQueue<Job>;
  /** Ends gracefully: no more webhooks, running reviews go back to the queue, the store is closed. */
  stop(): Promise<void>;
}

const RECOVERY_MS = 10 * 60 * 1000;

const realTiming: Timing = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Starts the App: store, server, worker. Resolves when it listens. */
export async function startApp(parts: AppParts): Promise<RunningApp> {
  const { environment, log } = parts;
  mkdirSync(environment.queuePath, { recursive: true });
  const probot = new Probot({
    appId: environment.appId,
    privateKey: environment.privateKey,
    secret: environment.webhookSecret,
    // At `debug` Probot logs whole payloads.
    log: log.isLevelEnabled('debug') ? log.child({}, { level: 'info' }) : log,
    Octokit: octokitFor(parts),
    ...(environment.apiUrl === undefined ? {} : { baseUrl: environment.apiUrl }),
    ...(parts.fetch === undefined ? {} : { request: { fetch: parts.fetch } }),
  });
  await probot.ready();
  const queue = await LevelQueue.open<Job>({
    path: environment.queuePath,
    concurrency: environment.concurrency,
    policy: { merge: mergeJobs, stops: stopsJob },
    onError: (error, key) => log.error({ key, error: error instanceof Error ? error.name : 'unknown' }, 'queue'),
    ...(parts.backOff === undefined ? {} : { backOff: parts.backOff }),
    ...(parts.onStoreWrite === undefined ? {} : { onWrite: parts.onStoreWrite }),
  });
  listen(probot, queue);
  let accepting = true;
  const server = webhookServer({
    secret: environment.webhookSecret,
    log,
    // Probot types events by name; what GitHub sends under a name that we do not listen to is dropped.
    receive: (event) => probot.receive(event as Parameters<typeof probot.receive>[0]),
    ready: () => accepting,
  });
  const port = await bind(server, environment);
  queue.start(workerOf(contextOf(parts, probot), queue));
  const recovery = environment.redeliver ? keepRecovering(probot, log) : undefined;
  log.info({ port, app: environment.appId }, 'listening');
  return {
    port,
    queue,
    stop: async () => {
      accepting = false;
      clearInterval(recovery);
      await queue.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function bind(server: Server, { host, port }: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'another process uses it' : String(error.code);
      reject(new Error(`Port ${port} of ${host} cannot be listened on: ${reason}. Set PORT and HOST.`));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Octokit as the gateway wants it: requests are spaced (unless turned off), but never repeated behind its back (it lists before
 * it repeats, and the queue waits out limits), and bodies are not logged.
 */
function octokitFor({ environment, log }: AppParts): typeof ProbotOctokit {
  const quiet = {
    debug: () => {},
    info: () => {},
    warn: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  };
  const never = () => false;
  return ProbotOctokit.defaults((options: object) => ({
    ...options,
    log: Object.assign(quiet, { child: () => quiet }),
    retry: { enabled: false },
    throttle: { enabled: environment.throttle, onRateLimit: never, onSecondaryRateLimit: never },
  }));
}

function contextOf(parts: AppParts, probot: Probot): WorkContext {
  const { environment, log, markers, reviewer } = parts;
  const timing = parts.timing ?? realTiming;
  const memory = new GatewayMemory();
  // Signs acceptances; made of the webhook's secret, so that nothing more has to be set up and kept.
  const acceptanceKey = createHash('sha256')
    .update(`leastwise acceptances\n${environment.webhookSecret}`)
    .digest('hex');
  let identity: Promise<Identity> | undefined;
  const whoAmI = () => {
    identity ??= identify(probot, environment.appId).catch((error: unknown) => {
      identity = undefined;
      throw error;
    });
    return identity;
  };
  return {
    reviewer,
    parseConfig: parts.parseConfig,
    log,
    webUrl: environment.webUrl,
    rulesUrl: environment.rulesUrl,
    today: () => new Date(timing.now()).toISOString().slice(0, 10),
    gateway: async (installation, signal) =>
      new GitHubGateway({
        octokit: await probot.auth(installation),
        identity: await whoAmI(),
        markers,
        timing,
        memory,
        acceptanceKey,
        ...(signal === undefined ? {} : { signal }),
      }),
    canResolve: async (installation) => {
      const octokit = await probot.auth(installation);
      const token = (await octokit.auth({ type: 'installation' })) as {
        readonly permissions?: Readonly<Record<string, string>>;
      };
      return token.permissions?.contents === 'write';
    },
  };
}

async function identify(probot: Probot, appId: number): Promise<Identity> {
  const octokit = await probot.auth();
  const { data } = await octokit.request('GET /app');
  return { appId, login: `${data?.slug ?? ''}[bot]` };
}

function keepRecovering(probot: Probot, log: Logger): NodeJS.Timeout {
  let since = 0;
  const round = async () => {
    const now = Date.now();
    try {
      await redeliverMissed(await probot.auth(), log, now, since);
      // Two rounds overlap: a delivery can still be under way when it is looked at.
      since = now - 2 * RECOVERY_MS;
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.message.slice(0, 200) : 'unknown' }, 'missed events unknown');
    }
  };
  void round();
  const timer = setInterval(() => void round(), RECOVERY_MS);
  timer.unref();
  return timer;
}
