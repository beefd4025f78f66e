import { expect, test } from '@jest/globals';
import { handlersIn } from '#test/runtimes/run';

/** The body of a handler, with what it imports before `//`, and the kinds of sinks that it reaches. */
export type Case = readonly [code: string, sinks: string];

const FIELDS = 'const { id, name, n } = event.queryStringParameters; const body = JSON.parse(event.body);';

/**
 * Each case is a test: `id`, `name` and `n` are texts that the caller chooses, `body` what the request's JSON holds. What stands
 * before a line `---` is the module's own.
 */
export function cases(all: readonly Case[]): void {
  test.each(all)('%s', async (code, sinks) => {
    const parts = code.split(/\n\s*---\n/);
    const [before = '', inside = ''] = parts.length > 1 ? parts : ['', code];
    const text = `${before}\nexports.handler = async (event, context) => {\n${FIELDS}\n${inside}\n};\n`;
    const [handler] = await handlersIn({ 'src/app.js': text });
    const found = [...(handler?.flows ?? [])].sort((a, b) => a.at.span.start - b.at.span.start);
    expect(found.map(({ sink }) => sink).join(' ')).toBe(sinks);
  });
}
