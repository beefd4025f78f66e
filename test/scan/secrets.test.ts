import { describe, expect, it } from '@jest/globals';
import { rules } from '#rules/catalogue.generated';
import { judge, scanChange } from '#scan/judge';
import { findSecrets, MAX_TEXT_BYTES } from '#scan/secrets';
import type { Problem } from '#source/problem';
import { filled } from '../finding/generated.js';
import { snapshotOf } from '../source/memory.js';
import { optionsOf } from './scanning.js';

type Files = Readonly<Record<string, string | Problem>>;

const options = { ...optionsOf({ rules }), scope: undefined };
const key = (seed: number): string => filled('AKIA{{random:base32:16}}', seed);
const line = (seed: number): string => `export AWS_ACCESS_KEY_ID=${key(seed)}\n`;
const RULE = 'code/secrets/provider-credential';

async function change(
  base: Files,
  head: Files,
  renames: ReadonlyMap<string, string> = new Map(),
  accepted: readonly string[] = [],
) {
  const changed = new Set([...Object.keys(base), ...Object.keys(head)].filter((path) => base[path] !== head[path]));
  const scans = await scanChange(snapshotOf(head), snapshotOf(base), changed, options);
  const judgement = judge(scans.head, scans.base, { today: options.today, renames, accepted: new Set(accepted) });
  const verdicts = judgement.findings.map(({ finding, verdict }) => {
    const { file, span } = finding.at;
    return `${verdict} ${finding.rule.id} ${file.path}:${file.position(span.start).line}`;
  });
  return { judgement, verdicts };
}

describe('a secret in a change', () => {
  it('is introduced where the base has no such value', async () => {
    expect((await change({}, { 'deploy.sh': line(1) })).verdicts).toEqual([`introduced ${RULE} deploy.sh:1`]);
  });

  it('is existing where it stood, also when it moved within the file, to a renamed file or to another one', async () => {
    const moved = await change({ 'a.sh': line(1) }, { 'a.sh': `# more\n\n${line(1)}` });
    expect(moved.verdicts).toEqual([`existing ${RULE} a.sh:3`]);
    const renamed = await change({ 'a.sh': line(1) }, { 'b.sh': `# b\n${line(1)}` }, new Map([['b.sh', 'a.sh']]));
    expect(renamed.verdicts).toEqual([`existing ${RULE} b.sh:2`]);
    const other = await change({ 'a.sh': `${line(1)}# a\n` }, { 'a.sh': '# a\n', 'lib/keys.env': `KEY=${key(1)}\n` });
    expect(other.verdicts).toEqual([`existing ${RULE} lib/keys.env:1`]);
  });

  it('is introduced when another value stands under the same name', async () => {
    const { verdicts } = await change({ 'a.sh': line(1) }, { 'a.sh': line(2) });
    expect(verdicts).toEqual([`introduced ${RULE} a.sh:1`, `resolved ${RULE} a.sh:1`]);
  });

  it('is introduced once more when it is copied', async () => {
    const { verdicts } = await change({ 'a.sh': line(1) }, { 'a.sh': line(1), 'b.sh': line(1) });
    expect(verdicts).toEqual([`introduced ${RULE} b.sh:1`]);
  });

  it('has a fingerprint that says nothing of its value, and differs from the next one', async () => {
    const of = async (...seeds: readonly number[]) => {
      const { judgement } = await change({}, { 'a.sh': seeds.map(line).join('') });
      return judgement.findings.map(({ finding }) => finding.fingerprint);
    };
    expect(await of(1)).toEqual(await of(2));
    expect(new Set(await of(1, 2, 3)).size).toBe(3);
  });

  it('is looked for only in what changed, and read in one go', async () => {
    const head = { 'a.sh': line(1), 'old.sh': line(2), 'b.sh': '# b\n' };
    const snapshot = snapshotOf(head);
    const base = snapshotOf({ 'old.sh': line(2) });
    const scans = await scanChange(snapshot, base, new Set(['a.sh', 'b.sh']), options);
    expect(scans.head.findings).toHaveLength(1);
    expect(snapshot.reads.filter((paths) => paths.includes('a.sh'))).toEqual([['a.sh', 'b.sh']]);
  });

  it('is told once, by the rule that knows the template', async () => {
    const password = filled('Vq{{random:alphanumeric:14}}7');
    const template = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: orders.handler
      Runtime: nodejs22.x
      CodeUri: .
      Environment:
        Variables:
          DB_PASSWORD: ${password}
          AWS_KEY: ${key(1)}
`;
    const { verdicts } = await change({}, { 'template.yaml': template });
    expect(verdicts.filter((one) => /secret|credential/.test(one))).toEqual([
      'introduced aws/lambda/secret-in-environment template.yaml:12',
      'introduced aws/lambda/secret-in-environment template.yaml:13',
    ]);
  });
});

describe('comments that suppress', () => {
  const ours = (seed: number, sign = '#', end = ''): string =>
    `KEY=${key(seed)} ${sign} leastwise-ignore ${RULE}: revoked in March${end}\n`;

  it.each([
    ['a.sh', ours(1)],
    ['a.md', ours(1, '<!--', ' -->')],
    ['a.sql', ours(1, '--')],
    ['a.ini', ours(1, ';')],
    ['a.ts', `// leastwise-ignore ${RULE}: revoked in March\nconst k = '${key(1)}';\n`],
    ['a.py', `K = "${key(1)}"  # gitleaks:allow\n`],
    ['a.json', `{ "k": "${key(1)}", "why": "gitleaks:allow" }\n`],
  ])('in %s wait in the change that brings them, and count afterwards', async (path, line) => {
    const text = `\n${line}`;
    const fresh = await change({}, { [path]: text });
    expect(fresh.verdicts.filter((one) => one.includes(RULE))).toEqual([expect.stringMatching(/^unaccepted /)]);
    const [waiting] = fresh.judgement.newSuppressions;
    const accepted = await change({}, { [path]: text }, new Map(), [waiting?.suppression.fingerprint ?? '']);
    expect(accepted.verdicts.filter((one) => one.includes(RULE))).toEqual([expect.stringMatching(/^suppressed /)]);
    const later = await change({ [path]: text }, { [path]: `${text}\n\n` });
    expect(later.verdicts.filter((one) => one.includes(RULE))).toEqual([expect.stringMatching(/^suppressed /)]);
  });

  it('do not cover another value that the change puts in its place', async () => {
    const { verdicts } = await change({ 'a.sh': ours(1) }, { 'a.sh': ours(2) });
    expect(verdicts).toContain(`unaccepted ${RULE} a.sh:1`);
  });

  it('do not cover another value in a template either', async () => {
    const template = (seed: number) =>
      `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: ${filled('Vq{{random:alphanumeric:14}}7', seed)} # gitleaks:allow\n`;
    const of = async (before: number, after: number) =>
      (await change({ 'db.yaml': template(before) }, { 'db.yaml': `${template(after)}# more\n` })).verdicts;
    expect(await of(1, 1)).toContain('suppressed aws/cloudformation/secret-in-template db.yaml:6');
    expect(await of(1, 2)).toContain('unaccepted aws/cloudformation/secret-in-template db.yaml:6');
  });

  it('are identified by nothing of the value', async () => {
    const of = async (seed: number) =>
      (await change({}, { 'a.sh': ours(seed) })).judgement.newSuppressions.map((one) => one.suppression.fingerprint);
    expect(await of(1)).toEqual(await of(2));
  });
});

describe('files', () => {
  const search = (files: Files, scope: 'everything' | ReadonlySet<string> = 'everything') =>
    findSecrets(snapshotOf(files), {
      rules: rules.map((rule) => ({ rule, severity: undefined })),
      config: { ...options.config, ignore: ['legacy/**'] },
      scope,
    });

  it('that people do not write are passed over', async () => {
    const paths = [
      'package-lock.json',
      'node_modules/a/index.js',
      'vendor/a.go',
      'dist/app.min.js',
      'logo.svg',
      'legacy/keys.sh',
      'photo.jpg',
      'layer/python/botocore/data/a.json',
    ];
    const found = await search(
      Object.fromEntries([...paths, 'docs/setup.md', 'Procfile'].map((path) => [path, line(1)])),
    );
    expect(found.secrets.map(({ at }) => at.file.path)).toEqual(['docs/setup.md', 'Procfile']);
  });

  it('that are no text are no problem; that are too large are told when the change has them', async () => {
    const binary: Problem = { kind: 'skipped', path: 'a.thing', message: 'It is binary.' };
    const large = `${'x\n'.repeat(MAX_TEXT_BYTES / 2)}${line(1)}`;
    expect(await search({ 'a.thing': binary, 'data.txt': large })).toEqual({ secrets: [], problems: [] });
    const changed = await search({ 'a.thing': binary, 'data.txt': large }, new Set(['a.thing', 'data.txt']));
    expect(changed.problems.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['skipped data.txt']);
  });
});
