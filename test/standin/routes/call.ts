/** What a route gets and gives. */
import type { Actor, Authority } from '#test/standin/auth';
import type { Json } from '#test/standin/route';
import { type Account, type App, notFound, type Pull, Refused, type Repository, type World } from '#test/standin/state';
import type { Webhooks } from '#test/standin/webhooks';

/** One REST request, routed, authenticated, authorized, and valid by the description. */
export interface Call {
  readonly world: World;
  readonly authority: Authority;
  readonly webhooks: Webhooks;
  readonly actor: Actor;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly accept: string;
  readonly url: string;
}

/** The answer: a body that the server shapes by the description, or a text that it sends as it is. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Reply;

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

export function repositoryOf(call: Call): Repository {
  return call.world.repository(`${call.parameters.owner}/${call.parameters.repo}`);
}

export function pullOf(call: Call): Pull {
  const number = Number(call.parameters.pull_number ?? call.parameters.issue_number);
  const pull = repositoryOf(call).pulls.get(number);
  if (pull === undefined) throw notFound();
  return pull;
}

export function appOf(call: Call): App {
  if (call.actor.kind !== 'app' && call.actor.kind !== 'installation')
    throw new Refused(401, 'A JSON web token could not be decoded');
  return call.actor.app;
}

/** Who writes: the App's bot or the person whose token it is. */
export function authorOf(call: Call): Account {
  if (call.actor.kind === 'installation' || call.actor.kind === 'user') return call.actor.account;
  throw new Refused(401, 'Requires authentication');
}

/** One page of a list, with GitHub's `Link` header (30 a page unless asked, at most 100). */
export function page<T>(call: Call, items: readonly T[], show: (item: T) => unknown): Reply {
  const { slice, headers } = cut(call, items);
  return { status: 200, body: slice.map(show), headers };
}

/** As `page`, for the lists that are wrapped in an object with their length. */
export function wrappedPage<T>(call: Call, key: string, items: readonly T[], show: (item: T) => unknown): Reply {
  const { slice, headers } = cut(call, items);
  return { status: 200, body: { total_count: items.length, [key]: slice.map(show) }, headers };
}

function cut<T>(call: Call, items: readonly T[]): { slice: readonly T[]; headers: Record<string, string> } {
  const size = Math.min(100, Math.max(1, Number(call.query.get('per_page') ?? 30)));
  const number = Math.max(1, Number(call.query.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, relation: string) => {
    const url = new URL(call.url);
    url.searchParams.set('page', String(to));
    return `<${url.href}>; rel="${relation}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ];
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') };
  return { slice: items.slice((number - 1) * size, number * size), headers };
}
