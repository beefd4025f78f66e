/** Speaks to the stand-in with plain fetch, for tests. */
import type { GitHub } from '#test/standin/github';
import type { Json } from '#test/standin/route';

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; the text if it is no JSON. */
  readonly body: unknown;
}

/** Makes a function that calls the API with a token. */
export function caller(hub: GitHub, token?: string) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Called> => {
    const response = await fetch(path.startsWith('http') ? path : hub.url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parse(text) };
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Reads a value deep in a body: `at(body, 'data', 'repository', 0)`; undefined where there is none. */
export function at(body: unknown, ...steps: readonly (string | number)[]): unknown {
  let value = body;
  for (const step of steps) value = typeof value === 'object' && value !== null ? (value as Json)[step] : undefined;
  return value;
}

/** Text of numbered lines, some replaced. */
export function numbered(count: number, replaced: Readonly<Record<number, string>> = {}): string {
  return Array.from({ length: count }, (_, index) => `${replaced[index + 1] ?? `line ${index + 1}`}\n`).join('');
}
