/** Webhooks: shaped as GitHub's, signed, posted, recorded; with knobs for what goes wrong on the way. */
import { createHmac, randomUUID } from 'node:crypto';
import { checkWebhook, type Violation } from '#test/standin/contract';
import { accountJson, repositoryJson } from '#test/standin/represent';
import { type Json, readAsset } from '#test/standin/route';
import { type Document, shape } from '#test/standin/shape';
import { type Account, type App, nodeId, type Repository, type World } from '#test/standin/state';

let description: (Document & { readonly events: Json }) | undefined;

/** GitHub's reduced description of webhooks. */
export function webhookDescription(): Document & { readonly events: Json } {
  description ??= JSON.parse(readAsset('webhooks.json')) as Document & { readonly events: Json };
  return description;
}

/** Gives a payload the full shape that GitHub describes for the event and its action; `mend` also replaces broken values. */
export function shapePayload(event: string, payload: Json, mend = false): Json {
  const { events } = webhookDescription();
  const schema = events[typeof payload.action === 'string' ? `${event}.${payload.action}` : event];
  if (schema === undefined)
    throw new Error(`Unknown webhook ${event}.${String(payload.action)}: add it to tools/github-contract/used.ts.`);
  return shape({ ...webhookDescription(), mend }, schema as Json, payload) as Json;
}

/** One event on its way; redeliveries keep the guid. */
export interface Delivery {
  readonly guid: string;
  readonly event: string;
  readonly action?: string;
  readonly installation?: number;
  readonly repository?: number;
  readonly payload: Json;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes that are signed and posted. */
  readonly body: string;
}

/** One try to deliver. `statusCode` 0 if nothing answered. */
export interface Attempt {
  readonly id: number;
  readonly delivery: Delivery;
  readonly redelivery: boolean;
  readonly deliveredAt: string;
  readonly duration: number;
  readonly status: string;
  readonly statusCode: number;
}

/** What happens to an event: delivered once, twice at the same time, not at all, or kept until `release`. */
export type Fate = 'deliver' | 'duplicate' | 'lose' | 'hold';

/** GitHub gives up after ten seconds (docs: webhooks best practices). */
const timeout = 10_000;
/** Larger payloads are not sent (docs: webhook payload cap). */
const maxPayload = 25 * 1_048_576;
/** Sent to every App, subscribed or not (docs: webhook events and payloads). */
const always = new Set(['installation', 'installation_repositories', 'ping']);
/** What an App must be allowed to read to get an event. */
const permissionOf: Readonly<Record<string, string>> = {
  push: 'contents',
  check_run: 'checks',
  check_suite: 'checks',
  issue_comment: 'issues',
  merge_group: 'merge_queues',
};

export class Webhooks {
  /** Where to post; events of the time before it is set are recorded as lost. */
  url: string | undefined;
  /** Decides about each event; by default all are delivered, one after the other. */
  fate: (delivery: Delivery) => Fate = () => 'deliver';
  /** Every event that GitHub would have sent, in order. */
  readonly deliveries: Delivery[] = [];
  readonly attempts: Attempt[] = [];
  readonly held: Delivery[] = [];
  readonly #world: World;
  readonly #violations: Violation[];
  #queue: Promise<void> = Promise.resolve();

  constructor(world: World, violations: Violation[]) {
    this.#world = world;
    this.#violations = violations;
  }

  /** Makes the event of a repository and sends it, if the App is installed there, subscribed, and permitted. */
  emit(event: string, repository: Repository, sender: Account, payload: Json): void {
    const { app } = this.#world;
    const installation = this.#world.installationOf(repository);
    if (app === undefined || installation === undefined) return;
    const permission = permissionOf[event] ?? 'pull_requests';
    const permitted =
      permission in app.permissions || (event === 'issue_comment' && 'pull_requests' in app.permissions);
    if (!always.has(event) && !(app.events.includes(event) && permitted)) return;
    const organization =
      repository.owner.type === 'Organization' ? { organization: accountJson(repository.owner) } : {};
    this.send(app, event, {
      ...payload,
      repository: repositoryJson(repository),
      ...organization,
      sender: accountJson(sender),
      installation: { id: installation.id, node_id: nodeId('I', installation.id) },
    });
  }

  /** Shapes, checks, signs and sends a payload. */
  send(app: App, event: string, payload: Json): Delivery {
    const shaped = shapePayload(event, payload);
    this.#violations.push(...checkWebhook(event, shaped));
    const body = JSON.stringify(shaped);
    const guid = randomUUID();
    const ids = { installation: idOf(payload.installation), repository: idOf(payload.repository) };
    const delivery: Delivery = {
      guid,
      event,
      ...(typeof payload.action === 'string' ? { action: payload.action } : {}),
      ...(ids.installation === undefined ? {} : { installation: ids.installation }),
      ...(ids.repository === undefined ? {} : { repository: ids.repository }),
      payload: shaped,
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'GitHub-Hookshot/standin',
        'x-github-delivery': guid,
        'x-github-event': event,
        'x-github-hook-id': '1',
        'x-github-hook-installation-target-id': String(app.id),
        'x-github-hook-installation-target-type': 'integration',
        'x-hub-signature-256': `sha256=${createHmac('sha256', app.webhookSecret).update(body).digest('hex')}`,
      },
    };
    this.deliveries.push(delivery);
    if (Buffer.byteLength(body) > maxPayload) return delivery;
    const fate = this.fate(delivery);
    if (fate === 'hold') this.held.push(delivery);
    if (fate === 'deliver') this.#enqueue([delivery]);
    if (fate === 'duplicate') this.#enqueue([delivery, delivery]);
    return delivery;
  }

  /** Delivers what was held, in the order given (by default as it was held). */
  release(order: (held: readonly Delivery[]) => readonly Delivery[] = (held) => held): void {
    for (const delivery of order(this.held.splice(0))) this.#enqueue([delivery]);
  }

  /** Sends an event again, under the same guid. */
  redeliver(delivery: Delivery): void {
    this.#enqueue([delivery], true);
  }

  /** Waits until everything that was sent has been answered. */
  async settled(): Promise<void> {
    let queue: Promise<void> | undefined;
    while (queue !== this.#queue) {
      queue = this.#queue;
      await queue;
    }
  }

  #enqueue(deliveries: readonly Delivery[], redelivery = false): void {
    this.#queue = this.#queue.then(async () => {
      await Promise.all(deliveries.map((delivery) => this.#post(delivery, redelivery)));
    });
  }

  async #post(delivery: Delivery, redelivery: boolean): Promise<void> {
    const started = Date.now();
    const { status, statusCode } = await this.#answer(delivery);
    const duration = (Date.now() - started) / 1000;
    const deliveredAt = this.#world.now();
    this.attempts.push({ id: this.#world.nextId(), delivery, redelivery, deliveredAt, duration, status, statusCode });
  }

  async #answer({ headers, body }: Delivery): Promise<{ status: string; statusCode: number }> {
    if (this.url === undefined) return { status: 'failed to connect to host', statusCode: 0 };
    try {
      const response = await fetch(this.url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeout) });
      await response.arrayBuffer();
      return { status: response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`, statusCode: response.status };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { status: timedOut ? 'timed out' : 'failed to connect to host', statusCode: 0 };
    }
  }
}

function idOf(value: unknown): number | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'
    ? value.id
    : undefined;
}
