import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Judgement } from '#finding/judgement';
import { defineRule } from '#finding/rule';
import { type JudgeOptions, judge, scanChange } from '#scan/judge';
import { snapshotOf } from '../source/memory.js';
import { named, optionsOf, PUBLIC_URL, placeOf, RULES } from './scanning.js';

type Files = Readonly<Record<string, string>>;

async function judged(base: Files, head: Files, more: Partial<JudgeOptions> = {}, rules = RULES): Promise<Judgement> {
  const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])];
  const changed = new Set(paths.filter((path) => base[path] !== head[path]));
  const scans = await scanChange(snapshotOf(head), snapshotOf(base), changed, optionsOf({ rules }));
  return judge(scans.head, scans.base, { today: '2026-11-22', accepted: new Set(), ...more });
}

const verdicts = ({ findings }: Judgement) => findings.map(({ finding, verdict }) => `${verdict} ${placeOf(finding)}`);
const one = (base: string, head: string, more: Partial<JudgeOptions> = {}, rules = RULES) =>
  judged({ 'template.yaml': base }, { 'template.yaml': head }, more, rules);

const url = (name: string, auth: string, more = '') => `  ${name}:
    Type: AWS::Lambda::Url
    Properties:
      AuthType: ${auth}
      TargetFunctionArn: fn
${more}`;
const template = (...resources: readonly string[]) => `Resources:\n${resources.join('')}`;
const role = (...statements: readonly string[]) => `  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement:
${statements.map((statement) => `              - ${statement}\n`).join('')}`;

describe('verdicts', () => {
  it('tell new from old and gone', async () => {
    const base = template(url('A', 'NONE'), url('B', 'NONE'));
    const head = template(url('A', 'NONE'), url('B', 'AWS_IAM'), url('C', 'NONE'));
    expect(verdicts(await one(base, head))).toEqual([
      'existing test/lambda/public-url template.yaml:5',
      'introduced test/lambda/public-url template.yaml:15',
      'resolved test/lambda/public-url template.yaml:10',
    ]);
  });

  it('of a change that is elsewhere are silence: what a new root leads to stood there before', async () => {
    const nested = { 'nested.yaml': template(url('A', 'NONE')) };
    const parent = template(
      '  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: nested.yaml }\n',
    );
    expect(verdicts(await judged(nested, { ...nested, 'template.yaml': parent }))).toEqual([
      'existing test/lambda/public-url nested.yaml:5',
    ]);
  });

  it('count copies', async () => {
    const base = template(role("{ Effect: Allow, Action: 's3:*', Resource: a }"));
    const head = template(
      role("{ Effect: Allow, Action: 's3:*', Resource: b }", "{ Effect: Allow, Action: 's3:*', Resource: a }"),
    );
    expect(verdicts(await one(base, head))).toEqual([
      'introduced test/iam/wildcard template.yaml:11',
      'existing test/iam/wildcard template.yaml:12',
    ]);
  });

  it('introduce nothing when a file, a resource or a place is renamed or moved', async () => {
    const base = template(url('A', 'NONE'), role("{ Effect: Allow, Action: 's3:*', Resource: a }"));
    const existing = (judgement: Judgement) => judgement.findings.map(({ verdict }) => verdict);
    expect(existing(await judged({ 'template.yaml': base }, { 'infra/app.yaml': base }))).toEqual([
      'existing',
      'existing',
    ]);
    expect(existing(await one(base, base.replace('  A:', '  Renamed:')))).toEqual(['existing', 'existing']);
    expect(existing(await one(base, base.replace('  Role:', '  Renamed:')))).toEqual(['existing', 'existing']);
    const moved = template(role("{ Effect: Allow, Action: 's3:*', Resource: a }"), url('A', 'NONE'));
    expect(existing(await one(base, moved))).toEqual(['existing', 'existing']);
    const split = { 'template.yaml': template(url('A', 'NONE')), 'roles.yaml': base.replace(url('A', 'NONE'), '') };
    expect(existing(await judged({ 'template.yaml': base }, split))).toEqual(['existing', 'existing']);
  });

  it('take a renamed copy for what it is', async () => {
    const base = template(url('A', 'NONE'));
    const head = template(url('B', 'NONE'), url('C', 'NONE'));
    expect((await one(base, head)).findings.map(({ verdict }) => verdict)).toEqual(['existing', 'introduced']);
  });

  it('escalate what holds in more cases, is more severe or reaches further', async () => {
    const conditional = (auth: string) =>
      `Parameters: { Stage: { Type: String } }\nConditions: { Dev: !Equals [!Ref Stage, dev] }\n${template(url('A', auth))}`;
    const always = await one(conditional('!If [Dev, NONE, AWS_IAM]'), conditional('NONE'));
    expect(always.findings.map(({ verdict }) => verdict)).toEqual(['escalated']);
    const narrower = await one(conditional('NONE'), conditional('!If [Dev, NONE, AWS_IAM]'));
    expect(narrower.findings.map(({ verdict }) => verdict)).toEqual(['existing']);

    const statement = (action: string, resource: string, more = '') =>
      template(role(`{ Sid: X, Effect: Allow, Action: [${action}], Resource: ${resource}${more} }`));
    const verdict = async (base: string, head: string) =>
      (await one(base, head)).findings.map((judged) => judged.verdict);
    const narrow = statement("'s3:*'", "'arn:aws:s3:::a/*'");
    expect(await verdict(narrow, statement("'s3:*'", "'*'"))).toEqual(['escalated']);
    expect(await verdict(narrow, statement("'s3:*'", "'arn:aws:s3:::a/b'"))).toEqual(['existing']);
    expect(await verdict(narrow, statement("'s3:*', sqs:SendMessage", "'arn:aws:s3:::a/*'"))).toEqual(['existing']);
    const guarded = ", Condition: { StringEquals: { 'aws:PrincipalTag/x': y } }";
    expect(await verdict(statement("'s3:*'", "'*'", guarded), statement("'s3:*'", "'*'"))).toEqual(['escalated']);
  });

  it('escalate by severity, as when a function becomes reachable', async () => {
    const byExposure = named(
      'test/lambda/exposed',
      defineRule({
        ...PUBLIC_URL,
        subject: 'AWS::SNS::Topic',
        *check(topic, { cloud }) {
          const isPublic = cloud
            .all('AWS::Lambda::Url')
            .some((one) => one.at('AuthType').some((auth) => auth.is('NONE')));
          yield { at: topic, message: 'x', severity: isPublic ? 'critical' : 'low' };
        },
      }),
    );
    const topic = '  Topic:\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: a }\n';
    const result = await one(template(topic, url('A', 'AWS_IAM')), template(topic, url('A', 'NONE')), {}, [byExposure]);
    expect(result.findings.map(({ verdict, before }) => [verdict, before?.severity])).toEqual([['escalated', 'low']]);
  });

  it('anchor a deleted guard where it stood', async () => {
    const topic = (more: string) =>
      template(`  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: a\n${more}`);
    const result = await one(topic('      KmsMasterKeyId: alias/x\n'), topic(''));
    const [finding] = result.findings;
    expect(finding?.verdict).toBe('introduced');
    expect(finding?.deleted?.file.position(finding.deleted.span.start).line).toBe(6);
    const fresh = await one(
      template(url('A', 'AWS_IAM')),
      template(url('A', 'AWS_IAM'), topic('').slice('Resources:\n'.length)),
    );
    expect(fresh.findings.map(({ verdict, deleted }) => [verdict, deleted])).toEqual([['introduced', undefined]]);
  });

  it('anchor a deleted resource that guarded another one', async () => {
    const guarded = named(
      'test/s3/policy',
      defineRule({
        ...PUBLIC_URL,
        subject: 'AWS::S3::Bucket',
        *check(bucket, { cloud }) {
          const policies = cloud.all('AWS::S3::BucketPolicy');
          if (!policies.some((policy) => policy.at('Bucket').some((of) => cloud.target(of) === bucket))) {
            yield { at: bucket, message: 'No policy.' };
          }
        },
      }),
    );
    const bucket = '  Bucket:\n    Type: AWS::S3::Bucket\n    Properties: { BucketName: a }\n';
    const policy =
      '  Guard:\n    Type: AWS::S3::BucketPolicy\n    Properties: { Bucket: !Ref Bucket, PolicyDocument: { Statement: [] } }\n';
    const result = await one(template(bucket, policy), template(bucket), {}, [guarded]);
    expect(result.findings.map(({ verdict, deleted }) => [verdict, deleted?.file.slice(deleted.span)])).toEqual([
      ['introduced', 'Guard'],
    ]);
  });
});

describe('suppressions in a change', () => {
  const text = (comment: string) => template(url('A', `NONE ${comment}`));
  const comment = '# leastwise-ignore test/lambda/public-url: by design';

  it('wait for acceptance when they are new, and say which finding waits', async () => {
    for (const base of [text(''), template(url('A', 'AWS_IAM'))]) {
      const result = await one(base, text(comment));
      expect(result.findings.map(({ verdict }) => verdict)).toEqual(['unaccepted']);
      expect(result.newSuppressions.map(({ accepted }) => accepted)).toEqual([false]);
      const accepted = new Set(result.newSuppressions.map(({ suppression }) => suppression.fingerprint));
      const after = await one(base, text(comment), { accepted });
      expect(after.findings.filter(({ verdict }) => verdict !== 'resolved').map(({ verdict }) => verdict)).toEqual([
        'suppressed',
      ]);
    }
  });

  it('count when the base has them, wherever they moved', async () => {
    const result = await one(text(comment), `# a\n\n${text(comment)}`);
    expect(result.findings.map(({ verdict }) => verdict)).toEqual(['suppressed']);
    expect(result.newSuppressions).toEqual([]);
  });

  it('do not travel to another resource or another day', async () => {
    const copied = template(url('A', `NONE ${comment}`), url('B', `NONE ${comment}`));
    expect((await one(text(comment), copied)).findings.map(({ verdict }) => verdict)).toEqual([
      'suppressed',
      'unaccepted',
    ]);
    const until = (date: string) => text(`${comment} until ${date}`);
    expect((await one(until('2026-12-01'), until('2027-12-01'))).findings.map(({ verdict }) => verdict)).toEqual([
      'unaccepted',
    ]);
    const revived = await one(until('2026-01-01'), until('2027-01-01'));
    expect(revived.findings.map(({ verdict }) => verdict)).toEqual(['unaccepted', 'resolved']);
  });

  it('that are removed bring back nothing new', async () => {
    expect((await one(text(comment), text(''))).findings.map(({ verdict }) => verdict)).toEqual(['existing']);
  });
});

describe('problems', () => {
  it('are the change’s when the base could be read, and then nothing counts as resolved there', async () => {
    const broken = `${template(url('A', 'NONE'))}  X: [unclosed\n  Y: {`;
    const result = await one(template(url('A', 'NONE'), url('B', 'NONE')), broken);
    expect(result.problems.length).toBeGreaterThan(0);
    expect(result.problems.every(({ introduced }) => introduced)).toBe(true);
    expect(result.findings.filter(({ verdict }) => verdict === 'resolved')).toEqual([]);
    const always = await one(broken, `# more\n${broken}`);
    expect(always.problems.some(({ introduced }) => introduced)).toBe(false);
  });
});

describe('the attack surface', () => {
  const fn =
    '  Fn:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: !GetAtt Role.Arn\n      Code: { ZipFile: x }\n';
  const open = (auth: string) => url('Url', auth).replace('TargetFunctionArn: fn', 'TargetFunctionArn: !Ref Fn');
  const opened = (auth: string) =>
    `${open(auth)}  Anyone:\n    Type: AWS::Lambda::Permission\n    Properties: { FunctionName: !Ref Fn, Action: lambda:InvokeFunctionUrl, Principal: '*', FunctionUrlAuthType: ${auth} }\n`;
  const may = (action: string, resource = "'arn:aws:s3:::a/*'") =>
    role(`{ Effect: Allow, Action: [${action}], Resource: ${resource} }`);

  it('shows ways in that are new, wider, and gone', async () => {
    const lines = async (base: string, head: string) =>
      (await one(base, head)).surface.map(({ kind, text }) => `${kind}: ${text}`);
    const rest = [fn, may('s3:GetObject')];
    expect(await lines(template(...rest), template(...rest, opened('NONE')))).toEqual([
      'entry-added: `function URL` reaches `Fn` without authentication',
    ]);
    const widened = await lines(template(...rest, opened('AWS_IAM')), template(...rest, opened('NONE')));
    expect(widened).toHaveLength(1);
    expect(widened[0]).toMatch(/^reach-widened: `function URL` reaches `Fn` without authentication; before: for /);
    expect(await lines(template(...rest, opened('NONE')), template(...rest))).toEqual([
      'entry-removed: `function URL` no longer reaches `Fn`',
    ]);
    expect(await lines(template(...rest, opened('NONE')), `# moved\n${template(...rest, opened('NONE'))}`)).toEqual([]);
  });

  it('shows permissions that are broader and narrower, action by action', async () => {
    const lines = async (base: string, head: string) =>
      (await one(template(fn, base), template(fn, head))).surface.map(({ kind, text }) => `${kind}: ${text}`);
    expect(await lines(may('s3:GetObject'), may('s3:GetObject, s3:PutObject'))).toEqual([
      'permission-broadened: `Fn` may now `s3:PutObject` on `arn:aws:s3:::a/*`',
    ]);
    expect(await lines(may("'s3:*'"), may('s3:GetObject'))).toEqual([
      'permission-narrowed: `Fn` may no longer `s3:*` on `arn:aws:s3:::a/*`',
    ]);
    expect(await lines(may('s3:GetObject'), may('s3:GetObject', "'*'"))).toEqual([
      'permission-broadened: `Fn` may now `s3:GetObject` on `*`',
    ]);
    expect(await lines(may("'s3:*'"), may("s3:GetObject, 's3:*'"))).toEqual([]);
    const denied = role(
      "{ Effect: Deny, Action: 's3:Delete*', Resource: '*' }",
      "{ Effect: Allow, Action: 's3:*', Resource: a }",
    );
    expect(await lines(denied, may("'s3:*'", 'a'))).toEqual([
      'permission-broadened: `Fn` is no longer denied `s3:Delete*`',
    ]);
  });
});

describe('random edits', () => {
  interface Part {
    readonly name: string;
    readonly auth: string;
  }
  const part = fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D', 'E'), auth: fc.constantFrom('NONE', 'AWS_IAM') });
  const application = fc.uniqueArray(part, { selector: (one) => one.name, maxLength: 5 });
  const text = (parts: readonly Part[], gap: string) =>
    template(...parts.map((one) => `${gap}${url(one.name, one.auth)}`));

  it('are judged as sets: what both have exists, what one has is new or gone', async () => {
    await fc.assert(
      fc.asyncProperty(application, application, fc.constantFrom('', '\n', '  # note\n'), async (base, head, gap) => {
        const result = await one(text(base, ''), text(head, gap));
        const open = (parts: readonly Part[]) => parts.filter((one) => one.auth === 'NONE').length;
        const count = (verdict: string) => result.findings.filter((judged) => judged.verdict === verdict).length;
        expect(count('introduced') + count('existing')).toBe(open(head));
        expect(count('resolved') + count('existing')).toBe(open(base));
        const kept = head.filter(
          (one) => one.auth === 'NONE' && base.some((other) => other.name === one.name && other.auth === 'NONE'),
        );
        expect(count('existing')).toBeGreaterThanOrEqual(kept.length);
        const changed = head.filter(
          (one) => one.auth === 'NONE' && base.some((other) => other.name === one.name && other.auth !== 'NONE'),
        );
        expect(count('introduced')).toBeGreaterThanOrEqual(changed.length);
      }),
      { numRuns: 60 },
    );
  });

  it('that change nothing but the text introduce and resolve nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 4 }), async (order) => {
        const parts = ['A', 'B', 'C', 'D'].map((name) => ({ name, auth: 'NONE' }));
        const result = await one(
          text(parts, ''),
          text(
            order.map((name) => ({ name, auth: 'NONE' })),
            '',
          ),
        );
        expect(new Set(result.findings.map(({ verdict }) => verdict))).toEqual(new Set(['existing']));
      }),
      { numRuns: 20 },
    );
  });
});
