import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frameworks } from '#frameworks/catalogue';
import type { Framework } from '#frameworks/framework';
import { DEFAULT_CONFIG } from '#scan/config';
import { scan } from '#scan/scan';
import { snapshotOf } from '../source/memory.js';
import { optionsOf, PUBLIC_URL, placeOf, SECRET, scanOfFiles, THROWS } from './scanning.js';

const url = (auth: string, name = 'Url') => `  ${name}:
    Type: AWS::Lambda::Url
    Properties:
      AuthType: ${auth}
      TargetFunctionArn: fn
`;
const template = (...resources: readonly string[]) => `Resources:\n${resources.join('')}`;
const policy = (statements: string) =>
  template(`  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
${statements}`);

describe('what is read', () => {
  const unrelated = Object.fromEntries(
    Array.from({ length: 600 }, (_, index) => [`config/values-${index}.yaml`, `name: value ${index}\n`]),
  );

  it('is little for a change in a repository full of other files', async () => {
    const snapshot = snapshotOf({
      ...unrelated,
      'services/orders/template.yaml': template(url('NONE')),
      'services/orders/src/handler.mjs': 'export const handler = () => 1;',
      'services/other/template.yaml': template(url('NONE')),
    });
    const changed = new Set(['services/orders/src/handler.mjs']);
    const result = await scan(snapshot, optionsOf({ scope: changed }));
    expect(result.findings.map(placeOf)).toEqual(['test/lambda/public-url services/orders/template.yaml:5']);
    expect(snapshot.reads).toEqual([['services/orders/template.yaml']]);
  });

  it('is nothing when nothing could matter', async () => {
    const snapshot = snapshotOf({ ...unrelated, 'README.md': '# Hello' });
    const result = await scan(snapshot, optionsOf({ scope: new Set(['README.md']) }));
    expect(result.stats.stacks).toBe(0);
    expect(snapshot.reads).toEqual([]);
  });

  it('takes one round for every level of nesting, however many roots there are', async () => {
    const child = (file: string) => `  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ${file}
`;
    const snapshot = snapshotOf({
      'a/template.yaml': template(child('./nested.yaml')),
      'a/nested.yaml': template(url('NONE', 'A')),
      'b/template.yaml': template(child('./nested.yaml')),
      'b/nested.yaml': template(url('NONE', 'B')),
    });
    const changed = new Set(['a/x.py', 'b/x.py']);
    const result = await scan(snapshot, optionsOf({ scope: changed }));
    expect(result.findings.map(placeOf)).toEqual([
      'test/lambda/public-url a/nested.yaml:5',
      'test/lambda/public-url b/nested.yaml:5',
    ]);
    expect(snapshot.reads).toEqual([
      ['a/template.yaml', 'b/template.yaml'],
      ['a/nested.yaml', 'b/nested.yaml'],
    ]);
    const all = await scan(snapshot, optionsOf());
    expect(all.roots.map(({ stack }) => stack.id)).toEqual(['a/template.yaml', 'b/template.yaml']);
    expect(all.findings).toHaveLength(2);
  });

  it('leaves out what the configuration ignores and what tools build', async () => {
    const files = { 'template.yaml': template(url('NONE')), '.aws-sam/build/template.yaml': template(url('NONE')) };
    expect((await scanOfFiles(files)).findings).toHaveLength(1);
    const config = { ...DEFAULT_CONFIG, ignore: ['*.yaml'] };
    expect((await scanOfFiles(files, { config })).stats.files).toBe(0);
  });

  it('says so when a file is too large or the tree was cut', async () => {
    const snapshot = snapshotOf({ 'template.yaml': `${template(url('NONE'))}${'#'.repeat(11 * 1024 * 1024)}` });
    const cut = { ...snapshot, list: async () => ({ ...(await snapshot.list()), truncated: true }) };
    const { problems } = await scan(cut, optionsOf());
    expect(problems.map(({ kind, path }) => [kind, path])).toEqual([
      ['skipped', 'template.yaml'],
      ['partial', '.'],
    ]);
    expect(problems[0]?.message).toContain('10 MB');
  });

  it('passes a failure of the host on, and turns one of a lens into a problem', async () => {
    const snapshot = snapshotOf({ 'template.yaml': template(url('NONE')) });
    const down = { ...snapshot, read: () => Promise.reject(new Error('502')) };
    await expect(scan(down, optionsOf())).rejects.toThrow('502');
    const lens = frameworks.find((one) => one.names.includes('sam'));
    const broken = { ...lens, load: () => Promise.reject(new TypeError('oops')) } as Framework;
    const { problems } = await scan(snapshot, optionsOf({ frameworks: [broken] }));
    expect(problems).toMatchObject([{ kind: 'unreadable', path: 'template.yaml' }]);
  });
});

describe('running rules', () => {
  it('turns an exception into a problem that names the rule and not what it said', async () => {
    const errors: unknown[] = [];
    const { findings, problems } = await scanOfFiles(
      { 'template.yaml': template(url('NONE')) },
      { rules: [THROWS, PUBLIC_URL], onRuleError: (rule, error) => errors.push([rule.id, String(error)]) },
    );
    expect(findings).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain('test/cloud/throws');
    expect(problems[0]?.message).not.toContain('hunter2');
    expect(errors).toEqual([['test/cloud/throws', 'TypeError: hunter2']]);
  });

  it('obeys severities, off, and the nursery', async () => {
    const files = { 'template.yaml': template(url('NONE')) };
    const severities = async (rules: Record<string, 'low' | 'off'>, lifecycle: 'stable' | 'nursery' | 'retired') => {
      const config = { ...DEFAULT_CONFIG, rules };
      const result = await scanOfFiles(files, { config, rules: [{ ...PUBLIC_URL, lifecycle }] });
      return result.findings.map((finding) => finding.severity);
    };
    expect(await severities({}, 'stable')).toEqual(['high']);
    expect(await severities({ 'test/*': 'low' }, 'stable')).toEqual(['low']);
    expect(await severities({ 'test/*': 'off', 'test/lambda/public-url': 'low' }, 'stable')).toEqual(['low']);
    expect(await severities({ 'test/lambda/*': 'off' }, 'stable')).toEqual([]);
    expect(await severities({}, 'nursery')).toEqual([]);
    expect(await severities({ 'test/lambda/public-url': 'low' }, 'nursery')).toEqual(['low']);
    expect(await severities({ 'test/lambda/public-url': 'low' }, 'retired')).toEqual([]);
  });

  it('reports one text once, whatever branches or resources lead to it', async () => {
    const conditional = `Parameters: { Stage: { Type: String } }
Conditions: { Dev: !Equals [!Ref Stage, dev] }
${template(`  Url:
    Type: AWS::Lambda::Url
    Properties:
      AuthType: !If [Dev, NONE, NONE]
      TargetFunctionArn: !If [Dev, a, b]
`)}`;
    const { findings } = await scanOfFiles({ 'template.yaml': conditional });
    expect(findings.map((finding) => finding.when)).toEqual([
      [{ condition: 'Dev', holds: true }],
      [{ condition: 'Dev', holds: false }],
    ]);
    expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(2);
    const looped = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Urls:
    - Name
    - [A, B]
    - Url\${Name}:
        Type: AWS::Lambda::Url
        Properties:
          AuthType: NONE
          TargetFunctionArn: fn
`;
    const loop = await scanOfFiles({ 'template.yaml': looped });
    expect(loop.findings.map(placeOf)).toEqual(['test/lambda/public-url template.yaml:9']);
    expect(loop.findings[0]?.related.map(({ message }) => message)).toEqual(['The same holds for `UrlB`.']);
  });
});

describe('fingerprints', () => {
  const prints = async (files: Record<string, string>) =>
    (await scanOfFiles(files)).findings.map((finding) => finding.fingerprint);
  const statement = (indent: string, text: string) =>
    text
      .split('\n')
      .map((line) => `${indent}${line}\n`)
      .join('');
  const first = statement('          ', "- Effect: Allow\n  Action: ['s3:*']\n  Resource: a");
  const second = statement('          ', "- Effect: Allow\n  Action: ['sqs:Get*', 'sqs:*']\n  Resource: '*'");

  it('survive renames of the file, lines above, siblings, another order and a list of one', async () => {
    const [one] = await prints({ 'template.yaml': policy(first) });
    expect(await prints({ 'infra/app.yaml': `# moved\n\n${policy(first)}` })).toEqual([one]);
    expect(await prints({ 'template.yaml': policy(second + first) })).toContain(one);
    expect(await prints({ 'template.yaml': policy(first.replace("['s3:*']", "'s3:*'")) })).toEqual([one]);
    expect(await prints({ 'template.yaml': policy(first.replace("['s3:*']", "[s3:GetObject, 's3:*']")) })).toEqual([
      one,
    ]);
    expect(await prints({ 'template.yaml': policy(first.replace('s3:*', 's3:Get*')) })).not.toContain(one);
  });

  it('survive reindentation and comments anywhere', async () => {
    const [one] = await prints({ 'template.yaml': template(url('NONE')) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('', '# a note', '   '), { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 1, max: 6 }),
        async (between, width) => {
          const lines = template(url('NONE')).trimEnd().split('\n');
          const text = lines
            .map((line, index) => {
              const depth = (line.length - line.trimStart().length) / 2;
              return `${between[index]}\n${' '.repeat(depth * width)}${line.trimStart()}`;
            })
            .join('\n');
          expect(await prints({ 'template.yaml': text })).toEqual([one]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('tell copies apart, in one stack and in several', async () => {
    const copies = await prints({ 'template.yaml': policy(first + first) });
    expect(new Set(copies).size).toBe(2);
    const stacks = await prints({ 'a/template.yaml': template(url('NONE')), 'b/template.yaml': template(url('NONE')) });
    expect(new Set(stacks).size).toBe(2);
  });

  it('hold no trace of a secret', async () => {
    const fn = (secret: string) =>
      template(`  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Environment: { Variables: { SECRET: ${secret} } }
`);
    const print = async (secret: string) =>
      (await scanOfFiles({ 'template.yaml': fn(secret) }, { rules: [SECRET] })).findings.map((one) => one.fingerprint);
    expect(await print('hunter2')).toEqual(await print('correct-horse'));
    expect(await print('hunter2')).toHaveLength(1);
  });
});
