import { describe, expect, it } from '@jest/globals';
import type { Finding } from '#finding/finding';
import type { Fix } from '#finding/remedy';
import { defineRule, type Rule } from '#finding/rule';
import { fixes } from '#scan/fix';
import { scan } from '#scan/scan';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { snapshotOf } from '../source/memory.js';
import { NO_ENCRYPTION, named, optionsOf, PUBLIC_URL, RULES } from './scanning.js';

const url = (name: string, auth: string) => `  ${name}:
    Type: AWS::Lambda::Url
    Properties:
      AuthType: ${auth} # chosen
      TargetFunctionArn: fn
`;
const template = (...resources: readonly string[]) => `Resources:\n${resources.join('')}`;

async function fixed(files: Readonly<Record<string, string>>, rules: readonly Rule[] = RULES, maxVerifications = 40) {
  const options = optionsOf({ rules });
  const snapshot = snapshotOf(files);
  const before = await scan(snapshot, options);
  const reads = snapshot.reads.length;
  const made = await fixes(before, snapshot, before.findings, { ...options, maxVerifications });
  return { before, made, reads: snapshot.reads.length - reads };
}

function applied(text: string, made: ReadonlyMap<Finding, Fix>, path = 'template.yaml'): string {
  return applyEdits(
    new SourceFile(path, text),
    [...made.values()].flatMap((fix) => fix.edits),
  ).text;
}

/** Turns every URL of a name to IAM by a patch that does something else as well. */
function remedied(id: string, only: (name: string) => boolean, value: string, more: Partial<Rule> = {}): Rule {
  return named(
    id,
    defineRule({
      ...PUBLIC_URL,
      subject: 'AWS::Lambda::Url',
      *check(one) {
        for (const auth of one.at('AuthType')) {
          if (!auth.is('NONE') || !only(one.logicalId)) continue;
          yield { at: auth, message: 'x', remedy: { title: 'x', applicability: 'unsafe', patches: [auth.set(value)] } };
        }
      },
    }),
    more,
  );
}

describe('fixes', () => {
  it('are edits that keep every other byte and make their findings go away', async () => {
    const text = template(url('A', 'NONE'), url('B', 'AWS_IAM'), url('C', 'NONE'), '  T:\n    Type: AWS::SNS::Topic\n');
    const { before, made, reads } = await fixed({ 'template.yaml': text });
    expect(before.findings).toHaveLength(3);
    expect([...made.keys()]).toEqual(before.findings);
    const after = applied(text, made);
    expect(after.startsWith(text.replaceAll('NONE', 'AWS_IAM'))).toBe(true);
    expect(after).toContain('KmsMasterKeyId: alias/aws/sns');
    expect((await scan(snapshotOf({ 'template.yaml': after }), optionsOf())).findings).toEqual([]);
    expect(reads).toBe(0);
  });

  it('mend only the branch that is wrong', async () => {
    const text = `Parameters: { Stage: { Type: String } }
Conditions: { Dev: !Equals [!Ref Stage, dev] }
${template(url('A', '!If [Dev, NONE, AWS_IAM]'))}`;
    const { made } = await fixed({ 'template.yaml': text });
    expect(applied(text, made)).toBe(text.replace('NONE', 'AWS_IAM'));
  });

  it('are found in nested templates and verified through the parent', async () => {
    const files = {
      'template.yaml': template(
        '  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: nested/template.yaml }\n',
      ),
      'nested/template.yaml': template(url('A', 'NONE')),
    };
    const { made } = await fixed(files);
    expect([...made.values()].flatMap((fix) => fix.edits.map((edit) => edit.path))).toEqual(['nested/template.yaml']);
  });

  it('are not shown when the finding stays, another appears, or one becomes worse', async () => {
    const text = template(url('A', 'NONE'));
    const stays = remedied('test/x/stays', () => true, 'none');
    const same = named('test/x/stays', { ...stays, check: stays.check } as Rule);
    expect((await fixed({ 'template.yaml': text }, [remedied('test/x/same', () => true, 'NONE')])).made.size).toBe(0);
    const hates = named(
      'test/x/hates',
      defineRule({
        ...PUBLIC_URL,
        subject: 'AWS::Lambda::Url',
        *check(one) {
          for (const auth of one.at('AuthType')) if (auth.is('none')) yield { at: auth, message: 'x' };
        },
      }),
    );
    expect((await fixed({ 'template.yaml': text }, [same])).made.size).toBe(1);
    expect((await fixed({ 'template.yaml': text }, [same, hates])).made.size).toBe(0);
    const graded = named(
      'test/x/graded',
      defineRule({
        ...PUBLIC_URL,
        subject: 'AWS::Lambda::Url',
        *check(one) {
          const bad = one.at('AuthType').some((auth) => auth.is('none'));
          yield { at: one, message: 'x', severity: bad ? 'critical' : 'low' };
        },
      }),
    );
    expect((await fixed({ 'template.yaml': text }, [same, graded])).made.size).toBe(0);
  });

  it('survive the failure of others in their batch', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Url${index}`);
    const text = template(...names.map((name) => url(name, 'NONE')));
    const good = remedied('test/x/good', (name) => name !== 'Url7', 'AWS_IAM');
    const bad = remedied('test/x/bad', (name) => name === 'Url7', 'NONE ');
    const unmended = named('test/x/bad', {
      ...bad,
      check: remedied('y/y/y', (name) => name === 'Url7', 'None').check,
    } as Rule);
    const objecting = named(
      'test/x/objecting',
      defineRule({
        ...PUBLIC_URL,
        subject: 'AWS::Lambda::Url',
        *check(one) {
          for (const auth of one.at('AuthType')) if (auth.is('None')) yield { at: auth, message: 'x' };
        },
      }),
    );
    const { before, made } = await fixed({ 'template.yaml': text }, [good, unmended, objecting]);
    expect(before.findings).toHaveLength(12);
    expect(made.size).toBe(11);
    expect([...made.keys()].some((finding) => finding.resource?.logicalId === 'Url7')).toBe(false);
    const few = await fixed({ 'template.yaml': text }, [good, unmended, objecting], 3);
    expect(few.made.size).toBeLessThan(11);
    expect(few.made.size).toBeGreaterThan(0);
  });

  it('that touch the same text are verified apart', async () => {
    const text = template(url('A', 'NONE'));
    const rules = [remedied('test/x/one', () => true, 'AWS_IAM'), remedied('test/x/two', () => true, 'None')];
    const { made } = await fixed({ 'template.yaml': text }, rules);
    expect([...made.values()].map((fix) => fix.edits.map((edit) => edit.text.trim()))).toEqual([['AWS_IAM'], ['None']]);
  });

  it('are made for the worst findings first where there are too many', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `Url${index}`);
    const text = template(...names.map((name) => url(name, 'NONE')), '  T:\n    Type: AWS::SNS::Topic\n');
    const severe = { ...NO_ENCRYPTION, severity: 'critical' } as const;
    const options = { ...optionsOf({ rules: [PUBLIC_URL, severe] }), maxCharacters: 1 };
    const snapshot = snapshotOf({ 'template.yaml': text });
    const before = await scan(snapshot, options);
    const made = await fixes(before, snapshot, before.findings, options);
    expect(made.size).toBe(10);
    expect([...made.keys()].some((finding) => finding.severity === 'critical')).toBe(true);
  });

  it('do not take a file that is not UTF-8', async () => {
    const snapshot = snapshotOf({ 'template.yaml': '' });
    const file = new SourceFile('template.yaml', template(url('A', 'NONE')), false);
    const latin = { ...snapshot, read: async () => new Map([[file.path, file]]) };
    const before = await scan(latin, optionsOf());
    expect(before.findings).toHaveLength(1);
    expect((await fixes(before, latin, before.findings, optionsOf())).size).toBe(0);
  });

  it('of a suppressed finding do not fail because the suppression becomes superfluous', async () => {
    const text = template('  T:\n    Type: AWS::SNS::Topic # leastwise-ignore test/sns/encryption: public news\n');
    const named = text.replace('  T:', '  T: # leastwise-ignore test/sns/encryption: public news');
    expect((await fixed({ 'template.yaml': named }, [NO_ENCRYPTION])).made.size).toBe(1);
  });
});
