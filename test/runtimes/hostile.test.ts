import { describe, expect, it } from '@jest/globals';
import { handlersIn, sinksOf } from './run.js';

const many = (count: number, write: (index: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(between);

const RUN = "require('child_process').exec";

describe('code that is made to keep us busy', () => {
  it.each([
    [
      'calls that double at every level',
      'src/app.js',
      `exports.handler = (e) => f0(e.body);
${many(30, (index) => `function f${index}(x) { return f${index + 1}(x) + f${index + 1}(x); }`)}
function f30(x) { return x; }`,
    ],
    [
      'loops in loops',
      'src/app.js',
      `exports.handler = (e) => {${'for (const a of e.x) {'.repeat(60)}${RUN}(a)${'}'.repeat(60)}};`,
    ],
    [
      'thousands of alternatives',
      'src/app.py',
      `def handler(event, context):
  x = event["a"]
  if x == 0:
    pass
${many(3000, (index) => `  elif x == ${index}:\n    y = x`)}
`,
    ],
  ])('is cut off and told: %s', async (_, path, code) => {
    const [handler] = await handlersIn({ [path]: code });
    expect(handler?.gaps.map(({ message }) => message)).toEqual([
      expect.stringContaining('larger than what is followed'),
    ]);
  });

  it.each([
    [
      'functions that call each other',
      'function a(x) { return b(x); } function b(x) { return a(x); }',
      'a(e.body)',
      [],
    ],
    [
      'an object in itself',
      '',
      `const o = { b: e.body }; o.self = o; o.a = [o, o]; ${RUN}(JSON.stringify(o))`,
      ['command'],
    ],
    [
      'an object of thousands of fields',
      '',
      `const o = {${many(5000, (index) => `k${index}: e.body`, ',')}}; ${RUN}(JSON.stringify(o))`,
      ['command'],
    ],
    [
      'thousands of branches',
      '',
      `let x = e.body; ${many(1000, (index) => `if (e.q${index}) x = x + 1;`)} ${RUN}(x)`,
      ['command'],
    ],
    [
      'names that objects have by themselves',
      '',
      `const o = { __proto__: null, constructor: e.body }; ${RUN}(o.constructor)`,
      ['command'],
    ],
    ['a text that grows by doubling', '', `let s = 'x'; ${'s = s + s;'.repeat(100)} ${RUN}(s)`, []],
  ])('is followed: %s', async (_, before, body, sinks) => {
    expect(await sinksOf(`${before}\nexports.handler = (e) => { ${body}; };`)).toEqual(sinks);
  });

  it.each([
    ['names of prototypes', 'const __proto__ = e.body; let constructor = __proto__;', 'constructor', ['command']],
    [
      'fields named as prototypes',
      "const o = { ['__proto__']: 1, hasOwnProperty: e.body };",
      'o.hasOwnProperty',
      ['command'],
    ],
    [
      'a text of a thousand million characters',
      "const s = 'a'.repeat(1e9).padEnd(2e9, 'b');",
      's + e.body',
      ['command'],
    ],
    ['letters of all alphabets', 'const 変数 = e.body; const 𝒳 = 変数;', '𝒳', ['command']],
    ['nested brackets', '', `${'('.repeat(10_000)}e.body${')'.repeat(10_000)}`, ['command']],
    ['half of a character', '', "e.body + '\uD83D'", ['command']],
  ])('is followed: %s', async (_, before, argument, sinks) => {
    const code = `\uFEFFexports.handler = (e) => {\r\n${before}\r\n${RUN}(${argument});\r\n};`;
    expect(await sinksOf(code)).toEqual(sinks);
  });

  it('thousands of functions that nothing calls cost no more than each by itself', async () => {
    const [handler] = await handlersIn({
      'src/app.js': `exports.handler = (e) => ${RUN}(e.body);\n${many(5000, (index) => `function f${index}(a) { return a; }`)}`,
    });
    expect(handler?.flows).toHaveLength(1);
  });
});
