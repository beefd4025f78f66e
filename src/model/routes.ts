import type { Cloud } from '#model/cloud';
import type { Entry } from '#model/exposure';
import { once } from '#model/once';
import type { Resource } from '#model/resource';

/** A way in that is a route of an API. */
export type RouteEntry = Entry & Required<Pick<Entry, 'route'>>;

/** The routes of one API that run functions of the application. */
export interface ApiRoutes {
  readonly api: Resource;
  readonly routes: readonly RouteEntry[];
}

/** The REST and HTTP APIs with their routes; WebSocket APIs authorize only their `$connect`, and are not among them. */
export const routesByApi = once((cloud: Cloud): readonly ApiRoutes[] => {
  const found = new Map<Resource, RouteEntry[]>();
  for (const fn of cloud.all('AWS::Lambda::Function')) {
    for (const entry of cloud.entries(fn)) {
      if (!isRoute(entry) || !entry.source) continue;
      const routes = found.get(entry.source);
      if (routes) routes.push(entry);
      else found.set(entry.source, [entry]);
    }
  }
  return [...found].map(([api, routes]) => ({ api, routes }));
});

function isRoute(entry: Entry): entry is RouteEntry {
  return entry.route !== undefined && (entry.kind === 'rest-api' || entry.kind === 'http-api');
}

/** Paths that strangers are meant to call, or whose callers prove themselves in the request: sign-in, webhooks. */
const FOR_STRANGERS =
  /\/(?:login|log-?in|log-?out|sign-?in|sign-?up|register|auth|oauth2?|token|callback|webhooks?|public|unprotected|docs|openapi\.json|swagger|favicon\.ico|\.well-known)(?:\/|$)/i;

/** Whether a path says that it is for callers whom nobody knows yet. */
export function isForStrangers(path: string): boolean {
  return FOR_STRANGERS.test(path);
}

const FOR_MONITORS = /\/(?:health\w{0,10}|status|ping)(?:\/|$)/i;

/** Whether a path answers those who watch whether the application is up. */
export function isForMonitors(path: string): boolean {
  return FOR_MONITORS.test(path);
}
