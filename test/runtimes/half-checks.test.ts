import { describe, expect, test } from '@jest/globals';
import { handlersIn } from '#test/runtimes/run';

/** What was done to the address, of each flow into a request. */
async function partial(code: string, path: string): Promise<readonly (readonly string[])[]> {
  const [handler] = await handlersIn({ [path]: code });
  return (handler?.flows ?? []).filter(({ sink }) => sink === 'url').map((one) => one.partial);
}

const javascript = (check: string) =>
  partial(
    `exports.handler = async (event) => {\nconst { u } = event.queryStringParameters;\nif (!(${check})) return { statusCode: 400 };\nawait fetch(u);\n};`,
    'src/app.js',
  );
const python = (check: string) =>
  partial(
    `import re\nimport requests\ndef handler(event, context):\n    u = event["queryStringParameters"]["u"]\n    if not (${check}):\n        return {"statusCode": 400}\n    requests.get(u, timeout=3)\n`,
    'src/app.py',
  );

describe('checks of an address that somebody gets around', () => {
  test.each([
    [javascript, "u.startsWith('https://shop.io')", 'beginning'],
    [javascript, "u.includes('shop.io')", 'anywhere'],
    [javascript, '/shop\\.io/.test(u)', 'pattern'],
    [javascript, '/^https:\\/\\/shop.io\\//.test(u)', 'pattern'],
    [python, 'u.startswith("https://shop.io")', 'beginning'],
    [python, '"shop.io" in u', 'anywhere'],
    [python, 're.search(r"shop\\.io", u)', 'pattern'],
  ])('%p: %s', async (run, check, words) => {
    const [first = []] = await run(check);
    expect(first.join(' ')).toContain(words);
  });

  test.each([
    [javascript, "u.startsWith('https://shop.io/')"],
    [javascript, '/^https:\\/\\/shop\\.io\\//.test(u)'],
    [javascript, "new URL(u).hostname === 'shop.io'"],
    [python, 'u.startswith("https://shop.io/")'],
    [python, 're.match(r"https://shop\\.io/", u)'],
  ])('%p is one: %s', async (run, check) => {
    expect(await run(check)).toEqual([]);
  });

  test('what has nothing to do with a host is not told', async () => {
    expect(await javascript("u.startsWith('https')")).toEqual([[]]);
    expect(await python('len(u) > 3')).toEqual([[]]);
  });
});
