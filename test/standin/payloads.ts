/** Valid webhook payloads without a stand-in: GitHub's own examples, repaired to GitHub's present description. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Json } from '#test/standin/route';
import { shapePayload } from '#test/standin/webhooks';

interface Example {
  readonly name: string;
  readonly examples: readonly Json[];
}

let examples: readonly Example[] | undefined;

function read(): readonly Example[] {
  if (examples === undefined) {
    const path = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');
    examples = JSON.parse(readFileSync(path, 'utf8')) as readonly Example[];
  }
  return examples;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lays values over a payload; lists are replaced whole. */
export function overlay(payload: Json, values: Json): Json {
  const result: Json = { ...payload };
  for (const [key, value] of Object.entries(values)) {
    const old = result[key];
    result[key] = isObject(value) && isObject(old) ? overlay(old, value) : value;
  }
  return result;
}

/**
 * A payload of an event, e.g. `payload('pull_request', 'synchronize', { number: 7 })`: GitHub's example of it (if there is
 * none of the action, of another one of the event), with `installation` as Apps get it, `values` laid over, and brought to
 * the shape that GitHub describes today.
 */
export function payload(event: string, action: string | undefined, values: Json = {}): Json {
  const known = read().find(({ name }) => name === event)?.examples ?? [];
  const example = known.find((candidate) => candidate.action === action) ?? known[0] ?? {};
  const asApp = {
    ...example,
    ...(action === undefined ? {} : { action }),
    installation: example.installation ?? { id: 1, node_id: 'I_1' },
  };
  return shapePayload(event, overlay(asApp, values), true);
}
