import { describe, expect, it } from '@jest/globals';
import type { Judged, Judgement, Suppression } from '#finding/judgement';
import { assemble } from '#review/blocks';
import { failed } from '#review/checkrun';
import { renderFinding } from '#review/comment';
import { plan } from '#review/plan';
import type { ReviewOptions } from '#review/review';
import { aFix, aRule, at, diffOf, fileOf, judged, judgementOf, numbered, OPTIONS } from '#test/review/builder';

const file = fileOf(numbered(60));

function check(findings: readonly Judged[], words: Partial<Judgement> = {}, options: Partial<ReviewOptions> = {}) {
  return plan(judgementOf(findings, words), diffOf(), [], { ...OPTIONS, ...options }).checkRun;
}

const unreadable = (introduced: boolean) => ({
  problem: { kind: 'unreadable', path: 'template.yaml', line: 3, message: 'A bracket is not closed.' } as const,
  introduced,
});

describe('the conclusion', () => {
  it.each([
    ['introduced', 'high', 'high', 'failure'],
    ['escalated', 'critical', 'high', 'failure'],
    ['introduced', 'medium', 'high', 'success'],
    ['introduced', 'medium', 'medium', 'failure'],
    ['introduced', 'critical', 'never', 'success'],
    ['existing', 'critical', 'high', 'success'],
    ['suppressed', 'critical', 'high', 'success'],
    ['resolved', 'critical', 'high', 'success'],
    ['unaccepted', 'high', 'high', 'failure'],
    ['unaccepted', 'medium', 'high', 'success'],
  ] as const)('of a finding %s as %s, failing on %s, is %s', (verdict, severity, failOn, conclusion) => {
    expect(check([judged({ file, line: 3, verdict, severity })], {}, { failOn }).conclusion).toBe(conclusion);
  });

  it('is failure when a file can no longer be read because of the change, whatever the gate is', () => {
    const run = check([], { problems: [unreadable(true)] }, { failOn: 'never' });
    expect(run).toMatchObject({ conclusion: 'failure', title: 'template.yaml can no longer be read' });
    expect(run.summary).toContain('Unreadable since this change: [`template.yaml:3`]');
    expect(run.summary).toContain('Mend the files that are listed below');
    expect(run.annotations).toMatchObject([{ path: 'template.yaml', startLine: 3, level: 'failure' }]);
    expect(check([], { problems: [unreadable(false)] }).conclusion).toBe('success');
  });

  it('is success, and says so, when nothing relevant changed', () => {
    const run = check([], { stats: { files: 0, stacks: 0, resources: 0, rules: 40 } });
    expect(run).toMatchObject({ conclusion: 'success', title: 'Nothing to review in this change', text: undefined });
    expect(run.summary).toContain('touches no file of a serverless application');
  });

  it('is failure with a reason and a way on when the review could not be completed', () => {
    const run = failed(['GitHub answered 502 (request <b>ABCD</b>).'], OPTIONS.commit);
    expect(run).toMatchObject({ conclusion: 'failure', title: 'The review could not be completed', annotations: [] });
    expect(run.summary).toContain('request &lt;b&gt;ABCD&lt;/b&gt;');
    expect(run.summary).toContain('/leastwise rescan');
    expect(failed([], OPTIONS.commit).summary).toContain('Something went wrong');
    expect(failed(Array(1000).fill('x'.repeat(5000)), OPTIONS.commit).summary.length).toBeLessThanOrEqual(65_535);
  });
});

describe('the title', () => {
  it.each([
    [
      ['introduced:critical', 'introduced:high', 'introduced:high', 'introduced:low'],
      '1 critical and 2 high findings introduced',
    ],
    [['introduced:high'], '1 high finding introduced'],
    [['escalated:high', 'escalated:high'], '2 high findings made worse'],
    [['escalated:high', 'introduced:critical'], '1 critical and 1 high finding introduced or made worse'],
    [['introduced:low', 'resolved:high'], '1 low finding introduced, 1 fixed'],
    [['resolved:high'], 'No new findings, 1 fixed'],
    [['existing:high'], 'No new findings'],
    [['unaccepted:high', 'unaccepted:high'], '2 suppressed findings to be accepted'],
  ])('of %j is %j', (all, title) => {
    const findings = all.map((one, index) => {
      const [verdict, severity] = one.split(':');
      return judged({ file, line: index + 1, verdict, severity } as Parameters<typeof judged>[0]);
    });
    expect(check(findings).title).toBe(title);
  });
});

describe('the summary', () => {
  const suppression: Suppression = {
    rules: ['aws/lambda/*'],
    tool: 'leastwise',
    at: at(file, 4),
    covers: { lines: { start: 4, end: 5 } },
    reason: 'internal | only <!-- -->',
    until: '2027-03-31',
    fingerprint: 's1',
  };

  it('lists what the change introduces, the worst first, with where it is', () => {
    const before = judged({ file, line: 9, severity: 'low' }).finding;
    const { summary } = check([
      judged({ file, line: 9, severity: 'medium', verdict: 'escalated', before }),
      judged({ file, line: 5, severity: 'critical', rule: aRule({ title: 'A | B' }) }),
    ]);
    const rows = summary.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toEqual([
      '| Severity | Finding | Where |',
      '| Critical | [A \\| B](https://leastwise.example/rules/aws/lambda/function-url-requires-auth) | [`template.yaml:5`](https://github.com/o/r/blob/0123456/template.yaml#L5) |',
      '| Medium (was low) | [Function URL without authentication](https://leastwise.example/rules/aws/lambda/function-url-requires-auth) | [`template.yaml:9`](https://github.com/o/r/blob/0123456/template.yaml#L9) |',
    ]);
    expect(summary).toContain('**This change introduces 1 critical finding. The check fails from high severity on.**');
    expect(summary).toContain('To pass:');
  });

  it('tells which suppressions wait, for whom', () => {
    const waiting = { ...judged({ file, line: 4, verdict: 'unaccepted' }), suppression };
    const run = check([waiting], { newSuppressions: [{ suppression, accepted: false }] });
    expect(run.summary).toContain('### Suppressions that wait for acceptance');
    expect(run.summary).toContain('`aws/lambda/*`, over 1 high finding, until 2027\\-03\\-31: “internal \\| only');
    expect(run.summary).toContain('somebody with write access who is not the author comments `/leastwise accept`');
    expect(run.annotations).toHaveLength(1);
    const accepted = check([{ ...waiting, verdict: 'suppressed' }], {
      newSuppressions: [{ suppression, accepted: true }],
    });
    expect(accepted.summary).toContain('1 suppression of this change is accepted.');
    expect(accepted.conclusion).toBe('success');
  });

  it('tells what functions may do and their code does not, and keeps quiet of the others', () => {
    const row = { function: 'Orders', service: 'dynamodb', granted: ['dynamodb:*'], used: ['dynamodb:PutItem'] };
    const { summary } = check([judged({ file, line: 8, verdict: 'existing' })], {
      permissions: [
        { ...row, excess: ['dynamodb:*'], missing: [], unknown: undefined },
        { ...row, function: 'Fine', excess: [], missing: [], unknown: undefined },
        { ...row, function: 'Open|', excess: [], missing: [], unknown: 'the module ./db cannot be found' },
      ],
    });
    expect(summary).toContain('| `Orders` | `dynamodb` | 1 | `PutItem` | `*` |  |  |');
    expect(summary).toContain('| `Open\\|` | `dynamodb` | 1 | `PutItem` |  |  | the module ./db cannot be found |');
    expect(summary).not.toContain('`Fine`');
  });

  it('tells what is fixed, what it does to the attack surface, and what was left out', () => {
    const { summary, text } = check(
      [
        judged({ file, line: 7, verdict: 'resolved' }),
        judged({ file, line: 8, verdict: 'existing' }),
        judged({ file, line: 9, verdict: 'existing', severity: 'low' }),
      ],
      {
        surface: [
          { kind: 'permission-narrowed', text: '`Role` lost `s3:*`', at: undefined },
          { kind: 'entry-added', text: '`POST /orders` is reachable by anyone', at: at(file, 3) },
        ],
        problems: [{ problem: { kind: 'skipped', path: 'big.json', message: 'Over 10 MB.' }, introduced: false }],
      },
    );
    expect(summary).toContain(
      '### Fixed by this change\n\n- High: Function URL without authentication, `template.yaml:7`',
    );
    expect(summary.indexOf('**New entry point:** `POST /orders`')).toBeLessThan(
      summary.indexOf('**Narrower permission:**'),
    );
    expect(summary).toContain('- Left out: [`big.json`](https://github.com/o/r/blob/0123456/big.json): Over 10 MB.');
    expect(summary).toContain('From before this change: 1 high and 1 low finding in the reviewed files');
    expect(text).toContain('<details><summary>1 high and 1 low finding from before this change</summary>');
    expect(summary).toContain('Reviewed 2 files, 1 stack, 9 resources at `0123456` under 40 rules');
  });

  it('notes that not every changed file was listed', () => {
    const run = plan(judgementOf([]), { files: [], complete: false }, [], OPTIONS).checkRun;
    expect(run.summary).toContain('does not list every changed file');
  });

  it('stays within its limit with whole rows, and counts the rest', () => {
    const findings = Array.from({ length: 3000 }, (_, n) =>
      judged({
        file,
        line: (n % 60) + 1,
        fingerprint: `f${n}`,
        verdict: n % 2 ? 'introduced' : 'existing',
        message: '😀'.repeat(900),
      }),
    );
    const run = check(findings);
    const rows = run.summary.split('\n').filter((line) => line.startsWith('| High'));
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(4);
    const left = Number(/^(\d+) more are not listed here\.$/m.exec(run.summary)?.[1]);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.length + left).toBe(1500);
    expect(run.summary).toContain('Reviewed 2 files');
    for (const text of [run.summary, run.text ?? '']) {
      expect(text.length).toBeLessThanOrEqual(65_535);
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }
    expect(run.annotations.length).toBeLessThanOrEqual(250);
  });
});

describe('annotations', () => {
  it('are plain text with columns on one line only, within the limits', () => {
    const [one, two] = check([
      judged({
        file,
        line: 3,
        message: '`Url` is **open** to &lt;all&gt; \\*.',
        rule: aRule({ title: 'T'.repeat(400) }),
      }),
      judged({ file, line: 5, endLine: 7, severity: 'medium', message: 'x'.repeat(100_000) }),
    ]).annotations;
    expect(one).toMatchObject({ startLine: 3, endLine: 3, startColumn: 1, endColumn: 6, level: 'failure' });
    expect(one?.message).toContain('Url is open to <all> *.');
    expect(one?.title.length).toBeLessThanOrEqual(255);
    expect(two).toMatchObject({ startLine: 5, endLine: 7, level: 'warning' });
    expect(two).not.toHaveProperty('startColumn');
    expect(Buffer.byteLength(two?.message ?? '')).toBeLessThanOrEqual(65_536);
  });
});

describe('a finding on its own, for the command line', () => {
  it('has what, why, how, and its patch', () => {
    const text = renderFinding(judged({ file, line: 10, fix: aFix(file, 10, 1, ['ten']) }), {});
    expect(text).toContain('#### High: Function URL without authentication\n\n`template.yaml:10`\n\n');
    expect(text).toContain('**Why it matters.** Whoever knows the address');
    expect(text).toContain('**How to fix it.** Set `AuthType`');
    expect(text).toContain('-line 10\n+ten');
  });
});

describe('assemble', () => {
  const list = (count: number) => ({
    head: 'head\n',
    items: Array.from({ length: count }, (_, n) => `item ${n}`),
    between: '\n',
    tail: '\ntail',
    more: (left: number) => `${left} more`,
  });

  it('gives later lists their share before an earlier one takes all', () => {
    const text = assemble([list(1000), list(5)], 400);
    expect(text.length).toBeLessThanOrEqual(400);
    expect(text.match(/item 4\n/g)).toHaveLength(2);
    expect(text.match(/tail/g)).toHaveLength(2);
  });

  it('says nothing of a rest that there is not', () => {
    expect(assemble([list(2)], 400)).toBe('head\nitem 0\nitem 1\ntail');
  });

  it('leaves out a block that does not fit', () => {
    expect(assemble(['a', 'b'.repeat(100), 'c'], 50)).toBe('a\n\nc');
  });

  it('tells which code was not followed, and why', () => {
    const gap = { at: { file, span: { start: 0, end: 5 } }, message: 'The module [x](y) is not in the repository.' };
    const { summary } = check([], { gaps: [gap] });
    expect(summary).toContain('### Code that was not followed');
    expect(summary).toContain(`${file.path}:1`);
    expect(summary).not.toContain('[x](y)');
  });
});
