import type { Logger } from 'pino';
import type { GitHubClient } from '#github/client';

/** github.com keeps deliveries for three days (docs: redelivering webhooks). */
const KEPT_MS = 3 * 24 * 60 * 60 * 1000;
const MAX_PAGES = 30;
/** Of one round; the rest is found by the next. */
const MAX_REDELIVERIES = 50;

/**
 * Asks GitHub, which does not redeliver by itself, for the events that never arrived: those of which no attempt was answered
 * with 2xx. One that did arrive although its answer was lost is recognized by its id.
 * @param octokit authenticated as the App (JWT)
 * @param since milliseconds since the epoch: older deliveries were looked at before
 * @returns how many were asked for
 */
export async function redeliverMissed(
  octokit: Pick<GitHubClient, 'request'>,
  log: Logger,
  now: number,
  since = 0,
): Promise<number> {
  const oldest = Math.max(since, now - KEPT_MS);
  const arrived = new Set<string>();
  const failed = new Map<string, number>();
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { data, headers } = await octokit.request('GET /app/hook/deliveries', {
      per_page: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { id, guid, status_code: status, delivered_at: at } of data) {
      if (Date.parse(at) < oldest) continue;
      if (status >= 200 && status < 300) arrived.add(guid);
      // The newest attempt comes first; any attempt's id redelivers the event.
      else if (!failed.has(guid)) failed.set(guid, Number(id));
    }
    const last = data.at(-1);
    cursor = nextCursor(headers.link);
    if (cursor === undefined || last === undefined || Date.parse(last.delivered_at) < oldest) break;
  }
  // Oldest first, as they happened.
  const missed = [...failed].filter(([guid]) => !arrived.has(guid)).reverse();
  for (const [, id] of missed.slice(0, MAX_REDELIVERIES))
    await octokit.request('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: id });
  if (missed.length > 0) log.info({ missed: missed.length }, 'asked for events that never arrived');
  return Math.min(missed.length, MAX_REDELIVERIES);
}

function nextCursor(link: string | undefined): string | undefined {
  const next = link?.split(',').find((part) => part.includes('rel="next"'));
  const url = next === undefined ? undefined : /<([^<>]{1,2000})>/.exec(next)?.[1];
  return url === undefined ? undefined : (new URL(url).searchParams.get('cursor') ?? undefined);
}
