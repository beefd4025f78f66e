/** The HTTP side: routes, authenticates, holds everything against the contract, and lets tests break in. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Actor, type Authority, authorize } from '#test/standin/auth';
import { type CheckedRequest, checkRequest, checkResponse, type Violation } from '#test/standin/contract';
import { answerGraphql } from '#test/standin/graphql';
import { description, findRoute, type Json, type Route } from '#test/standin/route';
import { appRoutes } from '#test/standin/routes/apps';
import type { Call, Handler, Reply } from '#test/standin/routes/call';
import { checkRoutes } from '#test/standin/routes/checks';
import { gitRoutes } from '#test/standin/routes/git';
import { issueRoutes } from '#test/standin/routes/issues';
import { pullRoutes } from '#test/standin/routes/pulls';
import { shape } from '#test/standin/shape';
import { notFound, Refused, type World } from '#test/standin/state';
import type { Webhooks } from '#test/standin/webhooks';

/** A request as it is logged. `operation` is GitHub's operation id, or `graphql`. */
export interface LoggedRequest {
  readonly index: number;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly body: unknown;
  /** Set when it has been answered; 0 if the connection was cut. */
  status?: number;
}

/** What a test answers instead of GitHub, or `drop` to cut the connection without an answer. */
export type Fault =
  | 'drop'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };

/** Called before a request has its effect, and after the effect but before the answer. */
export type OnRequest = (
  phase: 'before' | 'after',
  request: LoggedRequest,
) => Fault | undefined | Promise<Fault | undefined>;

/** Primary rate limit as told in headers and by `rate-limit/get`. */
export interface RateLimit {
  limit: number;
  remaining: number;
  /** Seconds since 1970. */
  reset: number;
}

export const handlers: Readonly<Record<string, Handler>> = {
  ...appRoutes,
  ...checkRoutes,
  ...gitRoutes,
  ...issueRoutes,
  ...pullRoutes,
};

const maxRequest = 32 * 1_048_576;

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

export class ApiServer {
  onRequest: OnRequest | undefined;
  /** Content-creating requests per minute beyond which the secondary limit answers; GitHub's is 80 (docs: rate limits). */
  contentLimit = Number.POSITIVE_INFINITY;
  readonly #creations: number[] = [];
  readonly log: LoggedRequest[] = [];
  readonly violations: Violation[] = [];
  readonly rateLimit: RateLimit = { limit: 5000, remaining: 5000, reset: 0 };
  readonly #world: World;
  readonly #authority: Authority;
  readonly #webhooks: () => Webhooks;
  readonly #server: Server;

  constructor(world: World, authority: Authority, webhooks: () => Webhooks) {
    this.#world = world;
    this.#authority = authority;
    this.#webhooks = webhooks;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        // A client that was killed while it spoke is what crash tests are about.
        if (request.destroyed || response.destroyed) return;
        // An error of the stand-in's own is a violation too, so that no test passes over it.
        this.violations.push({
          where: `${request.method} ${request.url}`,
          message: `the stand-in failed: ${String(error instanceof Error ? error.stack : error)}`,
        });
        response
          .writeHead(500, { 'content-type': 'application/json' })
          .end(JSON.stringify({ message: 'The stand-in failed.' }));
      });
    });
  }

  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = `http://${request.headers.host ?? '127.0.0.1'}${request.url ?? '/'}`;
    const method = request.method ?? 'GET';
    const text = await readBody(request);
    const { pathname } = new URL(url);
    const route = findRoute(method, pathname);
    const body = parseJson(text);
    const operation = pathname === '/graphql' ? 'graphql' : (route?.id ?? 'unknown');
    const logged: LoggedRequest = { index: this.log.length, method, path: request.url ?? '/', operation, body };
    this.log.push(logged);
    const fault = (await this.onRequest?.('before', logged)) ?? undefined;
    if (fault !== undefined) return this.#fail(fault, logged, response);
    const checked: CheckedRequest = { method, url, headers: request.headers, ...(text === '' ? {} : { body }) };
    const answer = await this.#answer(checked, route, pathname);
    const after = (await this.onRequest?.('after', logged)) ?? undefined;
    if (after !== undefined) return this.#fail(after, logged, response);
    const etag = `"${createHash('sha1').update(answer.body).digest('hex')}"`;
    // Conditional requests that find nothing new are 304, and free (docs: best practices).
    if (method === 'GET' && answer.status === 200 && request.headers['if-none-match']?.replace(/^W\//, '') === etag) {
      logged.status = 304;
      response.writeHead(304, { etag }).end();
      return;
    }
    this.#spend(answer);
    const { status, headers } = answer;
    logged.status = status;
    const responseBody = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('latin1');
    this.violations.push(...checkResponse({ request: checked, status, headers, body: responseBody }));
    response.writeHead(status, { ...headers, etag, ...this.#rateHeaders(operation) });
    response.end(answer.body);
  }

  #fail(fault: Fault, logged: LoggedRequest, response: ServerResponse): void {
    if (fault === 'drop') {
      logged.status = 0;
      response.destroy();
      return;
    }
    logged.status = fault.status;
    response.writeHead(fault.status, { 'content-type': 'application/json; charset=utf-8', ...fault.headers });
    response.end(JSON.stringify(fault.body ?? { message: 'Injected by a test' }));
  }

  #spend(answer: Answer): void {
    if (answer.status !== 401) this.rateLimit.remaining = Math.max(0, this.rateLimit.remaining - 1);
  }

  #rateHeaders(operation: string): Record<string, string> {
    const { limit, remaining, reset } = this.rateLimit;
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(limit - remaining),
      'x-ratelimit-reset': String(reset || Math.floor(Date.now() / 1000) + 3600),
      'x-ratelimit-resource': operation === 'graphql' ? 'graphql' : 'core',
      'x-github-request-id': `STANDIN:${this.log.length}`,
    };
  }

  async #answer(request: CheckedRequest, route: Route | undefined, pathname: string): Promise<Answer> {
    try {
      const header = request.headers?.authorization;
      const actor = this.#authority.authenticate(typeof header === 'string' ? header : undefined);
      if (this.rateLimit.remaining === 0) throw new Refused(403, 'API rate limit exceeded for installation.');
      const found = checkRequest(request);
      this.violations.push(...found);
      if (pathname === '/graphql') {
        if (actor.kind === 'anonymous' || actor.kind === 'app')
          throw new Refused(401, 'This endpoint requires you to be authenticated.');
        return json(
          200,
          await answerGraphql({ world: this.#world, actor }, isObject(request.body) ? request.body : {}),
        );
      }
      if (route === undefined) throw notFound();
      const reply = this.#route(route, request, actor, found);
      return answerOf(route, reply);
    } catch (error) {
      if (error instanceof Refused) return refusal(error);
      throw error;
    }
  }

  #route(route: Route, request: CheckedRequest, actor: Actor, found: readonly Violation[]): Reply {
    const { owner, repo } = route.parameters;
    if (route.id === 'rate-limit/get') return { status: 200, body: this.#rateLimitJson() };
    const handler = handlers[route.id];
    if (handler === undefined) throw new Error(`The stand-in does not serve ${route.id}.`);
    if (owner !== undefined && repo !== undefined) {
      authorize(this.#world, actor, this.#world.repository(`${owner}/${repo}`), route.id, request.method);
    }
    // GitHub ignores keys that it does not know; the guard has noted them, anything else it refuses.
    const refused = found.filter(({ unknownKey }) => unknownKey !== true);
    if (this.#createsTooMuch(route.id)) return { status: 403, headers: { 'retry-after': '60' }, body: secondaryLimit };
    if (refused.length > 0)
      throw new Refused(422, `Invalid request.\n\n${refused.map(({ message }) => message).join('\n')}`);
    const url = new URL(request.url);
    const accept = String(request.headers?.accept ?? '');
    const call: Call = {
      world: this.#world,
      authority: this.#authority,
      webhooks: this.#webhooks(),
      actor,
      parameters: route.parameters,
      query: url.searchParams,
      body: isObject(request.body) ? request.body : {},
      accept,
      url: request.url,
    };
    return handler(call);
  }

  #createsTooMuch(operation: string): boolean {
    if (!/\/create-(review|comment|reply)/.test(operation)) return false;
    const now = Date.now();
    while ((this.#creations[0] ?? now) < now - 60_000) this.#creations.shift();
    this.#creations.push(now);
    return this.#creations.length > this.contentLimit;
  }

  #rateLimitJson(): Json {
    const { limit, remaining, reset } = this.rateLimit;
    const one = { limit, remaining, used: limit - remaining, reset };
    return { resources: { core: one, search: one, graphql: one }, rate: one };
  }
}

const secondaryLimit = {
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
};

function answerOf(route: Route, reply: Reply): Answer {
  if (reply.text !== undefined) {
    return {
      status: reply.status,
      body: reply.text,
      headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8', ...reply.headers },
    };
  }
  if (reply.body === undefined) return { status: reply.status, body: '', headers: { ...reply.headers } };
  const schema = route.operation.responses[String(reply.status)];
  return json(reply.status, schema == null ? reply.body : shape(description, schema, reply.body), reply.headers);
}

function refusal(error: Refused): Answer {
  const { message, errors, status } = error;
  const documentation_url = 'https://docs.github.com/rest';
  return json(status, {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url,
    status: String(status),
  });
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > maxRequest) throw new Error('The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
