import { describe, expect, test } from '@jest/globals';
import { explodingText } from '#runtimes/patterns/backtracking';
import { flowsIn, handlersIn } from '#test/runtimes/run';

describe('patterns that can be kept busy', () => {
  test.each([
    ['^([a-z0-9]+[ _-]?)+$'],
    ['^(\\w+,?\\s*)*$'],
    ['^(a|aa)+$'],
    ['^(a*)*$'],
    ['^(a{1,2})*$'],
    ['(x+x+)+y'],
    ['^(\\d+|\\w)+$'],
    ['^(([a-z])+.)+[A-Z]([a-z])+$'],
    ['^\\w+([.-]?\\w+)*@\\w+([.-]?\\w+)*(\\.\\w{2,3})+$'],
    ['^(a?b?)*$'],
  ])('%s', (pattern) => {
    const text = explodingText(pattern, '');
    expect(text?.length).toBeGreaterThan(28);
    // The text does not match: that is what makes the engine try every way. A short one of its kind takes no time.
    const short = text?.replace(/(.{1,3}?)\1{20,}/, '$1$1$1') ?? '';
    expect(new RegExp(pattern).test(short)).toBe(false);
  });

  test.each([
    ['^[a-z0-9]+(?:[ _-][a-z0-9]+)*$'],
    ['^\\w+(?:, \\w+)*$'],
    ['^(\\d+\\.)*\\d+$'],
    ['^(a{0,2}b)*$'],
    ['^[^@]+@[^@]+\\.\\w+$'],
    ['^(?:\\d{1,3}\\.){3}\\d{1,3}$'],
    ['^(\\/[\\w-]+)+$'],
    ['^(?:a|b|\\d)*$'],
    // Nothing that follows can fail.
    ['(a+)+'],
    ['^([\\s\\S]+)+$'],
    // What is not judged.
    ['^(?=a)(a+)+$'],
    ['^(a+)\\1+$'],
    ['^(\\w+\\b)*$'],
    ['^(?>a+)+$'],
    ['^(a++)+$'],
    ['^\\p{L}+$'],
    ['^a|(b+)+$'],
    ['('.repeat(200)],
    ['[a-'],
    ['(a{1,60}){1,60}'],
  ])('silent: %s', (pattern) => {
    expect(explodingText(pattern, '')).toBeUndefined();
  });

  test.each([
    ['if (!/^(\\w+\\s?)*$/.test(q)) throw new Error();', 1],
    ['q.replace(/(\\s+)+$/, "");', 1],
    ['q.match(/^(\\d+,?)+$/);', 1],
    ['if (q.length > 30) return; /^(\\w+\\s?)*$/.test(q);', 0],
    ['/^(\\w+\\s?)*$/.test(process.env.NAME);', 0],
    ['/^\\w+(?:\\s\\w+)*$/.test(q);', 0],
  ])('%s', async (line, count) => {
    const code = `exports.handler = async (event) => {\nconst { q } = event.queryStringParameters;\n${line}\n};`;
    const found = await flowsIn({ 'src/app.js': code });
    expect(found).toEqual(count === 0 ? [] : ['src/app.js:3 backtracking <- event.queryStringParameters.q']);
  });

  test.each([
    ['re.fullmatch(r"(\\w+\\s?)*", q)', 1],
    ['re.compile(r"^(\\w+\\s?)*$").findall(q)', 1],
    ['re.match(r"(\\w+\\s?)*", q)', 0],
    ['re.match(r"^( \\w+ \\s? )*$", q, re.X)', 0],
    ['len(q) < 30 and re.match(r"^(\\w+\\s?)*$", q)', 0],
  ])('%s', async (line, count) => {
    const code = `import re\ndef handler(event, context):\n    q = event["queryStringParameters"]["q"]\n    ${line}\n`;
    expect(await flowsIn({ 'src/app.py': code })).toHaveLength(count);
  });

  test('the event that shows it has a text for this pattern', async () => {
    const [handler] = await handlersIn({
      'src/app.js': 'exports.handler = async (event) => /^x(\\d+,?)+$/.test(event.queryStringParameters.q);',
    });
    const [flow] = handler?.flows ?? [];
    expect(flow?.payload).toBe(`x0${'0'.repeat(28)}a`);
  });
});
