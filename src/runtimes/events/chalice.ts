import type { Trigger } from '#model/handler';
import { REST_API } from '#runtimes/events/http';
import { SENDER } from '#runtimes/events/shape';

/** Characters of a file of code that are looked at. */
const MAX_CODE = 200_000;

/** Characters of a decorator in which its arguments are looked for. */
const MAX_DECORATOR = 600;

const EVENTS: Readonly<Record<string, readonly [kind: Trigger['kind'], label: string]>> = {
  on_sqs_message: ['queue', 'queue'],
  on_sns_message: ['topic', 'topic'],
  on_s3_event: ['bucket', 'bucket'],
  on_kinesis_record: ['stream', 'stream'],
  on_dynamodb_record: ['stream', 'stream'],
  on_cw_event: ['event-bus', 'event rule'],
  schedule: ['schedule', 'schedule'],
  lambda_function: ['direct', 'whoever invokes it'],
};

/**
 * What the decorators of a Chalice application deploy: routes of a REST API, which everybody may call who is not kept out by an
 * authorizer, and functions for events. https://aws.github.io/chalice/api.html#chalice
 */
export function chaliceTriggers(code: string): readonly Trigger[] {
  const text = code.slice(0, MAX_CODE);
  const matches = [...text.matchAll(/^@\w{1,40}\.(\w{1,40})\(/gm)];
  const found = new Map<string, Trigger>();
  const add = (trigger: Omit<Trigger, 'entry'>): void => {
    const key = `${trigger.kind} ${trigger.reach} ${trigger.label}`;
    if (!found.has(key)) found.set(key, { ...trigger, entry: undefined });
  };
  for (const [index, match] of matches.entries()) {
    const [, name = ''] = match;
    const end = Math.min(matches[index + 1]?.index ?? text.length, match.index + MAX_DECORATOR);
    const [decorator = ''] = text.slice(match.index, end).split(/^(?:async\s{1,5})?def\s/m, 1);
    const known = Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined;
    if (name === 'route') {
      const [, path = ''] = /\(\s{0,20}(?:path\s{0,5}=\s{0,5})?['"]([^'"\n]{0,120})/.exec(decorator) ?? [];
      const [, methods = 'GET'] = /\bmethods\s{0,5}=\s{0,5}[[(]([^\])]{0,120})/.exec(decorator) ?? [];
      const [first = 'GET', other] = methods.match(/[A-Z]{3,7}/g) ?? [];
      const route = { method: other === undefined ? first : 'ANY', path };
      const [, guard] = /\b(authorizer|api_key_required)\s{0,5}=\s{0,5}(?!None\b|False\b)/.exec(decorator) ?? [];
      const reach = guard === undefined ? 'public' : 'authenticated';
      add({ kind: 'rest-api', reach, label: `${route.method} ${path}`, route, event: REST_API });
    } else if (known) {
      const [kind, label] = known;
      const [, source] = /\b(?:queue|topic|bucket|stream)\s{0,5}=\s{0,5}['"]([^'"\n]{1,120})/.exec(decorator) ?? [];
      const reach = kind === 'direct' ? 'unknown' : 'service';
      add({ kind, reach, label: source === undefined ? label : `${label} ${source}`, event: SENDER });
    }
  }
  return [...found.values()];
}
