import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import type { When } from '#model/value';

/**
 * Who can cause a function to run, from the widest: anyone on the internet; anyone who holds credentials that the entry
 * checks (IAM, an authorizer, a user pool); principals of the account or of named accounts; only other resources of the
 * application (queue, schedule, stream) and the cloud's services; nobody that the templates show.
 */
export type Reach = 'public' | 'authenticated' | 'account' | 'service' | 'none' | 'unknown';

/** One way in: a route, a function URL, an event source, a permission. */
export interface Entry {
  readonly function: Resource<'AWS::Lambda::Function'>;
  readonly kind:
    | 'function-url'
    | 'rest-api'
    | 'http-api'
    | 'websocket'
    | 'graphql'
    | 'alb'
    | 'queue'
    | 'topic'
    | 'stream'
    | 'bucket'
    | 'schedule'
    | 'event-bus'
    | 'user-pool'
    | 'iot'
    | 'logs'
    | 'state-machine'
    | 'permission'
    | 'other';
  readonly reach: Reach;
  /** For people: `GET /orders/{id}`, `function URL`, `queue OrdersQueue`. */
  readonly label: string;
  /** The resource that makes the entry: the route, method, URL, event source mapping, permission. */
  readonly by: Resource;
  /** The method (upper case, `ANY` for all) and path, for routes of APIs; `$connect` and the like are paths of WebSocket APIs. */
  readonly route?: { readonly method: string; readonly path: string };
  /** What feeds it, where that is a resource of the application: the API, queue, topic, bucket, table. */
  readonly source: Resource | undefined;
  /** Whether the caller waits for the answer; asynchronous failures are lost without a destination. */
  readonly invocation: 'synchronous' | 'asynchronous' | 'poll';
  /** The property that decides the reach (`AuthType`), where one does. */
  readonly decidedBy: Property | undefined;
  readonly when: readonly When[];
}

/** From narrow to wide; `unknown` counts as narrow, because nothing may be concluded from it. */
export const REACH_ORDER: readonly Reach[] = ['none', 'unknown', 'service', 'account', 'authenticated', 'public'];

/** The widest reach of the entries. */
export function widest(entries: readonly Entry[]): Reach {
  let reach: Reach = 'none';
  for (const entry of entries) if (REACH_ORDER.indexOf(entry.reach) > REACH_ORDER.indexOf(reach)) reach = entry.reach;
  return reach;
}
