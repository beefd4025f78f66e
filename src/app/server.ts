import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';

export const WEBHOOK_PATH = '/api/github/webhooks';

/** GitHub sends payloads of at most 25 MB (docs: webhook events and payloads). */
const MAX_BODY = 25 * 1024 * 1024;

export interface WebhookServerOptions {
  readonly secret: string;
  readonly log: Logger;
  /** Handles an event whose signature was verified; resolves once its job is durable. */
  receive(event: { readonly id: string; readonly name: string; readonly payload: object }): Promise<void>;
  /** Whether jobs are accepted. */
  ready(): boolean;
}

/**
 * The HTTP side: webhooks, `/healthz` (the process answers) and `/readyz` (it accepts work). The signature is verified over the
 * raw bytes before anything is parsed, and nothing of a body is ever logged.
 */
export function webhookServer(options: WebhookServerOptions): Server {
  const server = createServer((request, response) => {
    serve(request, response, options).catch((error: unknown) => {
      options.log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'a request could not be served');
      if (!response.headersSent) answer(response, 500, 'Internal error');
    });
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5_000;
  return server;
}

async function serve(request: IncomingMessage, response: ServerResponse, options: WebhookServerOptions): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0];
  if (request.method === 'GET' && path === '/healthz') return answer(response, 200, 'ok');
  if (request.method === 'GET' && path === '/readyz')
    return options.ready() ? answer(response, 200, 'ready') : answer(response, 503, 'not ready');
  if (path !== WEBHOOK_PATH) return answer(response, 404, 'Not found');
  if (request.method !== 'POST') return answer(response, 405, 'Webhooks are posted');
  return receive(request, response, options);
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  { secret, log, receive: handle, ready }: WebhookServerOptions,
): Promise<void> {
  const id = header(request, 'x-github-delivery');
  const name = header(request, 'x-github-event');
  const signature = header(request, 'x-hub-signature-256');
  if (id === undefined || name === undefined || signature === undefined)
    return answer(response, 400, 'Headers of a GitHub webhook are missing');
  const body = await readBody(request);
  if (body === undefined) {
    log.warn({ limit: MAX_BODY }, 'a body was too large');
    response.setHeader('connection', 'close');
    return answer(response, 413, 'The body is too large');
  }
  if (!verify(secret, body, signature)) {
    log.warn({ bytes: body.length }, 'a signature did not match');
    return answer(response, 401, 'The signature does not match');
  }
  if (!ready()) return answer(response, 503, 'Shutting down');
  const payload = parse(body);
  if (payload === undefined) return answer(response, 400, 'The body is no JSON object');
  try {
    await handle({ id, name, payload });
  } catch (error) {
    // GitHub marks the delivery as failed, and it can be delivered again.
    log.error({ delivery: id, event: name, error: nameOf(error) }, 'an event could not be accepted');
    return answer(response, 500, 'The event could not be accepted');
  }
  return answer(response, 202, 'accepted');
}

/** Whether a signature is ours: compared in constant time (docs: validating webhook deliveries). */
export function verify(secret: string, body: Uint8Array, signature: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** One value of a header, bounded: it is logged. */
function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value) ? value : undefined;
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parse(body: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function nameOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(nameOf).join(', ').slice(0, 300);
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown';
}
