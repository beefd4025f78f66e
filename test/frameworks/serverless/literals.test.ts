import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serverless } from '#frameworks/serverless/index';
import { literalDocument } from '#frameworks/serverless/literals';
import { SourceFile } from '#source/file';
import { toPlain } from '#syntax/document';
import { load, resourceOf } from '../repository.js';
import { propertiesOf, refusal, textAt, valueAt } from './service.js';

const SERVICE = `import type { AWS } from '@serverless/typescript';
import hello from './hello';

const region = 'eu-west-1';
const shared = { TABLE: "orders" } as const;

// The service.
const config: AWS = {
  service: 'shop',
  frameworkVersion: "3",
  provider: {
    name: 'aws',
    runtime: \`nodejs24.x\`,
    region,
    'environment': { ...shared, STAGE: '\${sls:stage}', AT: \`\${region}-x\`, KEY: process.env.KEY },
  },
  functions: {
    hello,
    work: { handler: 'src/work.run', timeout: 2 * 5, memorySize: 5_12, layers: [layerOf('x'), 'b'] },
  },
  resources: { Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 5 /* s */ } } } },
} satisfies AWS;

module.exports = config;
`;

describe('a service in TypeScript', () => {
  it('is read as far as it is written out', async () => {
    const stack = await load(SERVICE, { framework: serverless, path: 'serverless.ts' });
    expect(stack.problems.map((problem) => problem.message)).toEqual([
      'The function hello was not looked at: what code gives.',
    ]);
    expect(propertiesOf(stack, 'WorkLambdaFunction')).toMatchObject({
      FunctionName: 'shop-dev-work',
      Runtime: 'nodejs24.x',
      MemorySize: 512,
      Timeout: { '?': 'what code gives' },
      Layers: [{ '?': 'what code gives' }, 'b'],
      Environment: {
        Variables: { TABLE: 'orders', STAGE: 'dev', AT: { '?': 'what code gives' }, KEY: { '?': 'what code gives' } },
      },
    });
    const queue = resourceOf(stack, 'Q');
    expect(textAt(valueAt(queue, 'DelaySeconds'))).toBe('serverless.ts: 5');
    const [delay] = queue.read(['DelaySeconds']);
    expect(delay && refusal(stack, delay.set(6))).toBe('serverless.ts cannot be edited at this place');
  });

  it.each(['module.exports = build({ service: x, provider: y })', 'export const service = 1, provider = 2', ''])(
    'that computes what it exports is told: %j',
    (text) => {
      const { root, problems } = literalDocument(new SourceFile('serverless.js', text));
      expect(root).toBeUndefined();
      expect(problems).toMatchObject([{ kind: 'unreadable', path: 'serverless.js' }]);
    },
  );

  it.each([
    ['export default { a: "x" }', { a: 'x' }],
    ['export = { a: [1, -2.5, true, null,], }', { a: [1, -2.5, true, null] }],
    ["module.exports = {\n  'a-b': 'it\\'s', // c\n  n: { m: {} },\n};", { 'a-b': "it's", n: { m: {} } }],
    ['const b = { c: 1 };\nexport default { a: b, ...b } as AWS', { a: { c: 1 }, c: 1 }],
  ])('is an object: %s', (text, plain) => {
    const { root, problems } = literalDocument(new SourceFile('serverless.ts', text));
    expect(problems).toEqual([]);
    expect(root && toPlain(root)).toEqual(plain);
  });

  it('is read to its end, whatever it is', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '`',
      '${',
      '"',
      "'",
      ',',
      ':',
      'a',
      '...',
      '//',
      '/*',
      '\n',
      ' as ',
      '=',
      '(',
      ')',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = `module.exports = { service: 1, ${pieces.join('')}`;
        literalDocument(new SourceFile('serverless.js', text));
      }),
    );
    literalDocument(new SourceFile('serverless.js', `module.exports = ${'{a:'.repeat(20_000)}`));
    literalDocument(new SourceFile('serverless.js', `module.exports = { a: ${'`${'.repeat(20_000)}`));
    const cycle = literalDocument(new SourceFile('serverless.js', 'const a = { a };\nmodule.exports = a;'));
    expect(cycle.root).toBeDefined();
  });
});
