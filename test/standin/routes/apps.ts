/** The App's own affairs: installations, tokens, deliveries; users and the rate limit. */

import { accountJson, appJson, installationJson, repositoryJson } from '#test/standin/represent';
import type { Json } from '#test/standin/route';
import {
  appOf,
  type Call,
  created,
  type Handler,
  ok,
  page,
  type Reply,
  repositoryOf,
  wrappedPage,
} from '#test/standin/routes/call';
import { type Installation, notFound, type Permissions, Refused } from '#test/standin/state';
import type { Attempt } from '#test/standin/webhooks';

/** Calls that only the App itself makes, with its JWT. */
function asApp(handler: Handler): Handler {
  return (call) => {
    if (call.actor.kind !== 'app') throw new Refused(401, 'A JSON web token could not be decoded');
    return handler(call);
  };
}

function installationOf(call: Call): Installation {
  const found = call.world.installations.find(({ id }) => id === Number(call.parameters.installation_id));
  if (found === undefined) throw notFound();
  return found;
}

function token(call: Call): Reply {
  const installation = installationOf(call);
  const asked = call.body.permissions === undefined ? undefined : (call.body.permissions as Permissions);
  const { permissions, ...minted } = call.authority.installationToken(installation, asked);
  return created({ ...minted, permissions: { ...permissions, metadata: 'read' }, repository_selection: 'selected' });
}

function deliveryJson({ delivery, ...attempt }: Attempt): Json {
  return {
    id: attempt.id,
    guid: delivery.guid,
    delivered_at: attempt.deliveredAt,
    redelivery: attempt.redelivery,
    duration: attempt.duration,
    status: attempt.status,
    status_code: attempt.statusCode,
    event: delivery.event,
    action: delivery.action ?? null,
    installation_id: delivery.installation ?? null,
    repository_id: delivery.repository ?? null,
  };
}

/** OAS: cursor paging; `status` is `success` (below 400) or `failure`. */
function listDeliveries(call: Call): Reply {
  const wanted = call.query.get('status');
  const size = Number(call.query.get('per_page') ?? 30);
  const from = Number(call.query.get('cursor') ?? 0);
  const failed = ({ statusCode }: Attempt) => statusCode < 200 || statusCode >= 400;
  const matching = call.webhooks.attempts
    .filter((attempt) => wanted === null || (wanted === 'failure') === failed(attempt))
    .toReversed();
  const next = new URL(call.url);
  next.searchParams.set('cursor', String(from + size));
  const headers: Record<string, string> = from + size < matching.length ? { link: `<${next.href}>; rel="next"` } : {};
  return { status: 200, body: matching.slice(from, from + size).map(deliveryJson), headers };
}

function attemptOf(call: Call): Attempt {
  const attempt = call.webhooks.attempts.find(({ id }) => id === Number(call.parameters.delivery_id));
  if (attempt === undefined) throw notFound();
  return attempt;
}

export const appRoutes: Readonly<Record<string, Handler>> = {
  'apps/get-authenticated': asApp((call) => ok(appJson(appOf(call)))),
  'apps/list-installations': asApp((call) =>
    page(call, call.world.installations, (installation) => installationJson(installation, appOf(call))),
  ),
  'apps/get-installation': asApp((call) => ok(installationJson(installationOf(call), appOf(call)))),
  'apps/get-repo-installation': asApp((call) => {
    const installation = call.world.installationOf(repositoryOf(call));
    if (installation === undefined) throw notFound();
    return ok(installationJson(installation, appOf(call)));
  }),
  'apps/create-installation-access-token': asApp(token),
  'apps/list-webhook-deliveries': asApp(listDeliveries),
  'apps/get-webhook-delivery': asApp((call) => {
    const attempt = attemptOf(call);
    const { headers, payload } = attempt.delivery;
    return ok({ ...deliveryJson(attempt), request: { headers, payload }, response: { headers: {}, payload: '' } });
  }),
  'apps/redeliver-webhook-delivery': asApp((call) => {
    call.webhooks.redeliver(attemptOf(call).delivery);
    return { status: 202, body: {} };
  }),
  'apps/list-repos-accessible-to-installation': (call) => {
    if (call.actor.kind !== 'installation')
      throw new Refused(
        403,
        'You must authenticate with an installation access token in order to list repositories for an installation.',
      );
    return wrappedPage(call, 'repositories', [...call.actor.installation.repositories], repositoryJson);
  },
  'users/get-by-username': (call) => {
    const account = call.world.accounts.get((call.parameters.username ?? '').toLowerCase());
    if (account === undefined) throw notFound();
    return ok(accountJson(account));
  },
};
