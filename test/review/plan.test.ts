import { describe, expect, it } from '@jest/globals';
import { readMarker } from '#review/marker';
import { plan } from '#review/plan';
import { applySuggestion } from '#review/suggestion';
import { diffFile, type FileDiff } from '#source/diff';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import {
  aFix,
  aRule,
  at,
  diffOf,
  fileOf,
  judged,
  judgementOf,
  numbered,
  OPTIONS,
  outsideCode,
} from '#test/review/builder';

const file = fileOf(numbered(60));

/** The diff of a change that made only these lines of the file new. */
function changing(...lines: number[]): FileDiff {
  const base = file.text
    .split('\n')
    .map((line, index) => (lines.includes(index + 1) ? `old ${line}` : line))
    .join('\n');
  return diffFile(file.path, base, file.text);
}

const other = aRule({ id: 'aws/s3/public', title: 'Public bucket' });

describe('where a comment goes', () => {
  it('stands on the lines of the finding', () => {
    const { comments } = plan(
      judgementOf([judged({ file, line: 10, endLine: 12 })]),
      diffOf(changing(10)),
      [],
      OPTIONS,
    );
    expect(comments).toMatchObject([{ path: 'template.yaml', side: 'RIGHT', startLine: 10, line: 12 }]);
  });

  it('ends where the hunk ends', () => {
    const { comments } = plan(
      judgementOf([judged({ file, line: 12, endLine: 18 })]),
      diffOf(changing(10)),
      [],
      OPTIONS,
    );
    expect(comments).toMatchObject([{ startLine: 12, line: 13 }]);
  });

  it('stands on the first line of what is long', () => {
    const { comments } = plan(judgementOf([judged({ file, line: 8, endLine: 55 })]), diffOf(changing(10)), [], OPTIONS);
    expect(comments).toMatchObject([{ startLine: undefined, line: 8 }]);
  });

  it('stands on the changed line within a finding that begins above the hunk', () => {
    const { comments } = plan(judgementOf([judged({ file, line: 1, endLine: 55 })]), diffOf(changing(30)), [], OPTIONS);
    expect(comments).toMatchObject([{ startLine: undefined, line: 30 }]);
  });

  it('stands on a related line that the change touches, and says where the finding is', () => {
    const related = [{ at: at(file, 40), message: 'anyone can call it through this route' }];
    const { comments } = plan(judgementOf([judged({ file, line: 3, related })]), diffOf(changing(40)), [], OPTIONS);
    expect(comments).toMatchObject([{ line: 40 }]);
    expect(comments[0]?.body).toContain('anyone can call it through this route.');
    expect(comments[0]?.body).toContain('The finding itself is at [`template.yaml:3`]');
  });

  it('is an annotation when nothing of it is in the diff', () => {
    const review = plan(judgementOf([judged({ file, line: 3 })]), diffOf(changing(40)), [], OPTIONS);
    expect(review.comments).toEqual([]);
    expect(review.body).toBe('');
    expect(review.checkRun.annotations).toMatchObject([{ path: 'template.yaml', startLine: 3, level: 'failure' }]);
    expect(review.checkRun.text).toContain('Function URL without authentication');
  });

  it('is an annotation when the host withheld the patch', () => {
    const diff = diffOf({ ...changing(10), complete: false });
    const review = plan(judgementOf([judged({ file, line: 10 })]), diff, [], OPTIONS);
    expect(review.comments).toEqual([]);
    expect(review.checkRun.annotations).toHaveLength(1);
  });

  it('stands at the deletion of a guard, on the left, also in a renamed file', () => {
    const base = fileOf(numbered(20), 'old.yaml');
    const head = fileOf(numbered(20).replace('line 7\n', ''), 'new.yaml');
    const diff = diffOf(diffFile('new.yaml', base.text, head.text, 'old.yaml'));
    const finding = judged({ file: head, line: 1, deleted: at(base, 7) });
    const review = plan(judgementOf([finding]), diff, [], OPTIONS);
    expect(review.comments).toMatchObject([{ path: 'new.yaml', side: 'LEFT', startLine: undefined, line: 7 }]);
    expect(review.comments[0]?.body).toContain('The change deletes what guarded it.');
  });

  it('covers only lines that are deleted', () => {
    const base = fileOf(numbered(20));
    const head = fileOf(numbered(20).replace('line 7\nline 8\n', ''));
    const finding = judged({ file: head, line: 1, deleted: at(base, 6, 9) });
    const { comments } = plan(judgementOf([finding]), diffOf(diffFile(base.path, base.text, head.text)), [], OPTIONS);
    expect(comments).toMatchObject([{ side: 'LEFT', startLine: 7, line: 8 }]);
  });
});

describe('which findings get a comment', () => {
  it('are those that the change introduces or makes worse', () => {
    const findings = (['introduced', 'escalated', 'existing', 'resolved', 'suppressed', 'unaccepted'] as const).map(
      (verdict, index) =>
        judged({ file, line: 10 + index, verdict, fingerprint: verdict, rule: aRule({ id: `aws/x/${verdict}` }) }),
    );
    const { comments } = plan(judgementOf(findings), diffOf(changing(10, 11, 12, 13, 14, 15)), [], OPTIONS);
    expect(comments.flatMap((comment) => comment.fingerprints).sort()).toEqual(['escalated', 'introduced']);
  });

  it('says how much worse it got', () => {
    const before = judged({ file, line: 10, severity: 'medium' }).finding;
    const finding = judged({ file, line: 10, verdict: 'escalated', before });
    const { comments } = plan(judgementOf([finding]), diffOf(changing(10)), [], OPTIONS);
    expect(comments[0]?.body).toContain('It stood here before as medium; the change makes it high.');
  });

  it('are at least as severe as configured; milder ones are annotations', () => {
    const review = plan(judgementOf([judged({ file, line: 10, severity: 'info' })]), diffOf(changing(10)), [], OPTIONS);
    expect(review.comments).toEqual([]);
    expect(review.checkRun.annotations).toMatchObject([{ level: 'notice' }]);
  });

  it('are the most severe when there are too many, and the others are annotations', () => {
    const findings = Array.from({ length: 20 }, (_, n) =>
      judged({
        file,
        line: n + 1,
        fingerprint: `f${n}`,
        severity: n % 2 === 0 ? 'low' : 'critical',
        rule: aRule({ id: `aws/x/r${n}` }),
      }),
    );
    const all = Array.from({ length: 20 }, (_, n) => n + 1);
    const review = plan(judgementOf(findings), diffOf(changing(...all)), [], { ...OPTIONS, maxComments: 3 });
    expect(review.comments.map((comment) => comment.fingerprints)).toEqual([['f1'], ['f3'], ['f5']]);
    expect(review.checkRun.annotations).toHaveLength(17);
    expect(review.body).toContain('17 more are in the check run.');
  });

  it('are never more than thirty comments', () => {
    const findings = Array.from({ length: 50 }, (_, n) =>
      judged({ file, line: n + 1, fingerprint: `f${n}`, rule: aRule({ id: `aws/x/r${n}` }) }),
    );
    const all = Array.from({ length: 50 }, (_, n) => n + 1);
    const review = plan(judgementOf(findings), diffOf(changing(...all)), [], { ...OPTIONS, maxComments: 1000 });
    expect(review.comments).toHaveLength(30);
  });
});

describe('what shares a comment', () => {
  it('is the same rule in several places, with a list of them', () => {
    const findings = [30, 10, 20].map((line) =>
      judged({ file, line, fingerprint: `f${line}`, message: `\`Url${line}\` is open.` }),
    );
    const { comments } = plan(judgementOf(findings), diffOf(changing(10, 20, 30)), [], OPTIONS);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({ line: 10, fingerprints: ['f10', 'f20', 'f30'] });
    expect(comments[0]?.body).toContain('The same in 2 more places:');
    expect(comments[0]?.body).toMatch(/- \[`template\.yaml:20`\]\S+: `Url20` is open\.\n- \[`template\.yaml:30`\]/);
    expect([...(readMarker(comments[0]?.body ?? '')?.states.keys() ?? [])]).toEqual(['f10', 'f20', 'f30']);
  });

  it('is what stands on one line', () => {
    const findings = [
      judged({ file, line: 10, fingerprint: 'a' }),
      judged({ file, line: 10, fingerprint: 'b', rule: other, severity: 'critical', message: '`Bucket` is public.' }),
    ];
    const { comments } = plan(judgementOf(findings), diffOf(changing(10)), [], OPTIONS);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.fingerprints).toEqual(['b', 'a']);
    expect(comments[0]?.body.indexOf('Critical: Public bucket')).toBeLessThan(
      comments[0]?.body.indexOf('High: Function URL') ?? 0,
    );
  });

  it('is one identity in several places', () => {
    const findings = [10, 20].map((line) => judged({ file, line, fingerprint: 'same' }));
    const { comments } = plan(judgementOf(findings), diffOf(changing(10, 20)), [], OPTIONS);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.fingerprints).toEqual(['same']);
    expect(comments[0]?.body).toContain('The same in one more place:');
  });

  it('is mild advice in several files, whose other places are only named where the same would be said', () => {
    const paths = ['b.js', 'a.js', 'c.js'];
    const files = paths.map((path) => fileOf(file.text, path));
    const diff = diffOf(...paths.map((path) => diffFile(path, '', file.text)));
    const found = files.map((one, n) =>
      judged({
        file: one,
        line: 10 + n,
        fingerprint: one.path,
        severity: 'low',
        message: 'The text of an exception is answered.',
        fix: aFix(one, 10 + n, 1, ['answer()'], { title: 'Answer with a sentence' }),
      }),
    );
    const { comments } = plan(judgementOf(found), diff, [], OPTIONS);
    expect(comments.map(({ path, line, fingerprints }) => [path, line, fingerprints])).toEqual([
      ['a.js', 11, ['a.js', 'b.js', 'c.js']],
    ]);
    const [{ body = '' } = {}] = comments;
    expect(body).toMatch(/The same in 2 more places:\n\n- \[`b\.js:10`\]\S+\n- \[`c\.js:12`\]\S+\n/);
    expect(applySuggestion(file.text, { startLine: undefined, line: 11, body })?.split('\n')[10]).toBe('answer()');
    expect(body).toMatch(/Patch: Answer with a sentence[\s\S]*\+\+\+ b\/b\.js[\s\S]*\+\+\+ b\/c\.js/);
    const severe = found.map((one) => ({ ...one, finding: { ...one.finding, severity: 'medium' as const } }));
    expect(plan(judgementOf(severe), diff, [], OPTIONS).comments.map(({ path }) => path)).toEqual(paths.toSorted());
    const mixed = found.map((one, n) =>
      n === 2 ? one : { ...one, finding: { ...one.finding, severity: 'medium' as const } },
    );
    const mildHere = judged({ file: files[0] ?? file, line: 40, fingerprint: 'mild', severity: 'low' });
    expect(
      plan(judgementOf([...mixed, mildHere]), diff, [], OPTIONS).comments.map(({ fingerprints }) => fingerprints),
    ).toEqual([['a.js'], ['b.js', 'mild'], ['c.js']]);
  });

  it('is no list without end: the places beyond make a second comment', () => {
    const findings = Array.from({ length: 40 }, (_, n) => judged({ file, line: n + 1, fingerprint: `f${n}` }));
    const all = Array.from({ length: 40 }, (_, n) => n + 1);
    const { comments } = plan(judgementOf(findings), diffOf(changing(...all)), [], OPTIONS);
    expect(comments.map((comment) => comment.fingerprints.length)).toEqual([25, 15]);
  });
});

describe('the suggestion in a comment', () => {
  it('is what the fix writes, on the lines that it replaces', () => {
    const fix = aFix(file, 11, 2, ['eleven', 'twelve', 'more']);
    const { comments } = plan(judgementOf([judged({ file, line: 10, fix })]), diffOf(changing(10)), [], OPTIONS);
    const [comment] = comments;
    if (!comment) throw new Error('no comment');
    expect(comment).toMatchObject({ startLine: 11, line: 12 });
    expect(applySuggestion(file.text, comment)).toBe(applyEdits(file, fix.edits).text);
    expect(comment.body).toContain('**Suggested change.** Require IAM authorization.');
    expect(comment.body).not.toContain('Check it before committing');
  });

  it('is to be checked first when the fix is unsafe', () => {
    const fix = aFix(file, 10, 1, ['ten'], { applicability: 'unsafe' });
    const { comments } = plan(judgementOf([judged({ file, line: 10, fix })]), diffOf(changing(10)), [], OPTIONS);
    expect(comments[0]?.body).toContain('Check it before committing');
  });

  it('gives way to a patch when it does not fit into the hunk', () => {
    const fix = aFix(file, 40, 1, ['forty']);
    const { comments } = plan(judgementOf([judged({ file, line: 10, fix })]), diffOf(changing(10, 40)), [], OPTIONS);
    expect(comments[0]).toMatchObject({ line: 10 });
    expect(comments[0]?.body).not.toContain('```suggestion');
    expect(comments[0]?.body).toContain('<details><summary>Patch: Require IAM authorization</summary>');
    expect(comments[0]?.body).toContain('+forty');
  });

  it('says where a fix of a file with carriage returns is', () => {
    const crlf = fileOf(file.text.replaceAll('\n', '\r\n'));
    const fix = aFix(crlf, 10, 1, ['ten']);
    const diff = diffOf(diffFile(crlf.path, crlf.text.replace('line 10', 'x'), crlf.text));
    const { comments } = plan(judgementOf([judged({ file: crlf, line: 10, fix })]), diff, [], OPTIONS);
    expect(comments[0]?.body).not.toContain('```suggestion');
    expect(comments[0]?.body).toContain('Patch: Require IAM authorization');
  });

  it('is one for two findings on a line when their fixes go together', () => {
    const two = [
      judged({ file, line: 10, fingerprint: 'a', fix: aFix(file, 10, 1, ['ten']) }),
      judged({
        file,
        line: 10,
        fingerprint: 'b',
        rule: other,
        fix: aFix(file, 12, 1, ['twelve'], { title: 'Close it' }),
      }),
    ];
    const { comments } = plan(judgementOf(two), diffOf(changing(11)), [], OPTIONS);
    expect(comments).toHaveLength(1);
    const [comment] = comments;
    if (!comment) throw new Error('no comment');
    expect(applySuggestion(file.text, comment)?.split('\n').slice(9, 12)).toEqual(['ten', 'line 11', 'twelve']);
    expect(comment.body).toContain('Require IAM authorization; Close it.');
  });

  it('is none when two fixes of one line contradict each other', () => {
    const two = [
      judged({ file, line: 10, fingerprint: 'a', fix: aFix(file, 10, 1, ['ten']) }),
      judged({ file, line: 10, fingerprint: 'b', rule: other, fix: aFix(file, 10, 1, ['dix']) }),
    ];
    const { comments } = plan(judgementOf(two), diffOf(changing(10)), [], OPTIONS);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).not.toContain('```suggestion');
    expect(comments[0]?.body.match(/<summary>Patch/g)).toHaveLength(2);
  });

  it('never touches a line that another suggestion of the review replaces', () => {
    const two = [
      judged({ file, line: 10, fingerprint: 'a', fix: aFix(file, 10, 3, ['x']) }),
      judged({ file, line: 12, fingerprint: 'b', rule: other, fix: aFix(file, 12, 1, ['y']) }),
    ];
    const { comments } = plan(judgementOf(two), diffOf(changing(11)), [], OPTIONS);
    expect(comments).toHaveLength(2);
    expect(comments.filter((comment) => comment.body.includes('```suggestion'))).toHaveLength(1);
  });

  it('mends the first of several places, and shows the patch of the others', () => {
    const findings = [10, 50].map((line) =>
      judged({ file, line, fingerprint: `f${line}`, fix: aFix(file, line, 1, [`fixed ${line}`]) }),
    );
    const { comments } = plan(judgementOf(findings), diffOf(changing(10, 50)), [], OPTIONS);
    const [comment] = comments;
    if (!comment) throw new Error('no comment');
    expect(applySuggestion(file.text, comment)).toBe(file.text.replace('line 10\n', 'fixed 10\n'));
    expect(comment.body).toContain('+fixed 50');
    expect(comment.body).not.toContain('+fixed 10');
  });

  it('never repeats a secret', () => {
    const secret = new SourceFile('template.yaml', numbered(60).replace('line 11', 'Password: hunter2'));
    const leak = aRule({ id: 'aws/secrets/plain', practices: [8] });
    const findings = [
      judged({ file: secret, line: 11, rule: leak, fingerprint: 'a' }),
      judged({
        file: secret,
        line: 10,
        fingerprint: 'b',
        fix: aFix(secret, 10, 3, ['ten', 'Password: hunter2', 'twelve']),
      }),
      judged({ file: secret, line: 14, rule: other, fingerprint: 'c', fix: aFix(secret, 40, 1, ['x']) }),
      judged({ file: secret, line: 15, rule: other, fingerprint: 'd', fix: aFix(secret, 13, 1, ['x']) }),
    ];
    const diff = diffOf(diffFile('template.yaml', '', secret.text));
    const review = plan(judgementOf(findings), diff, [], OPTIONS);
    expect(review.comments.length).toBeGreaterThan(1);
    expect(JSON.stringify(review)).not.toContain('hunter2');
    expect(JSON.stringify(review)).toContain('because it would repeat a secret');
  });
});

describe('the words of a comment', () => {
  it('tell under which conditions it holds', () => {
    const when = [
      { condition: 'IsProd', holds: true },
      { condition: 'Use`Vpc', holds: false },
    ];
    const { comments } = plan(judgementOf([judged({ file, line: 10, when })]), diffOf(changing(10)), [], OPTIONS);
    expect(comments[0]?.body).toContain('It holds only when `IsProd` is true and `` Use`Vpc `` is false.');
  });

  it('fold a long reason and link the rule', () => {
    const rule = aRule({ why: 'A long story. '.repeat(30) });
    const { comments } = plan(judgementOf([judged({ file, line: 10, rule })]), diffOf(changing(10)), [], OPTIONS);
    expect(comments[0]?.body).toContain('<details><summary>Why it matters</summary>');
    expect(comments[0]?.body).toContain(
      '[`aws/lambda/function-url-requires-auth`](https://leastwise.example/rules/aws/lambda/function-url-requires-auth) · high severity · high confidence',
    );
  });

  it.each([
    '<!-- leastwise:1 lines=1 digest=ab forged=high -->',
    '`` ` ``` \n```suggestion\nrm -rf\n```',
    '@everyone #1 [x](javascript:alert(1)) <img src=x onerror=y>',
    'a\u202eb\u0000c\ud800',
    'x'.repeat(100_000),
    '`'.repeat(100_000),
    '</details></sub><h1>',
  ])('hold hostile text: %.40j', (hostile) => {
    const rule = aRule({ title: hostile, why: hostile, how: hostile });
    const findings = [10, 20, 30].map((line) =>
      judged({
        file: fileOf(file.text, `a${hostile.slice(0, 200)}.yaml`),
        line,
        rule,
        message: hostile,
        fingerprint: `f${line}`,
        related: [{ at: at(file, 1), message: hostile }],
        when: [{ condition: hostile, holds: true }],
        fix: aFix(file, 50, 1, ['x'], { title: hostile }),
      }),
    );
    const diff = diffOf({ ...changing(10, 20), path: `a${hostile.slice(0, 200)}.yaml` });
    const { ruleUrl: _, ...options } = OPTIONS;
    const review = plan(judgementOf(findings), diff, [], options);
    expect(review.comments).toHaveLength(1);
    const [comment] = review.comments;
    if (!comment) throw new Error('no comment');
    expect(comment.body.length).toBeLessThanOrEqual(65_536);
    expect([...(readMarker(comment.body)?.states.keys() ?? [])]).toEqual(['f10', 'f20']);
    expect(review.checkRun.annotations).toHaveLength(1);
    expect(applySuggestion(file.text, comment)).toBeUndefined();
    const text = comment.body.slice(comment.body.indexOf('-->') + 3);
    for (const shown of [text, review.checkRun.summary, review.checkRun.text ?? '', review.body]) {
      expect(shown).not.toContain('<!--');
      expect(outsideCode(shown)).not.toMatch(/<(?!\/?(?:details|summary|sub)>)/);
      for (const [, heading] of shown.matchAll(/<summary>(.*)<\/summary>/g)) expect(heading).not.toMatch(/[<>`]/);
      expect(shown).not.toMatch(/^\s*```suggestion/m);
      expect(outsideCode(shown.replace(/<summary>.*<\/summary>/g, ''))).not.toMatch(/\]\(javascript/);
      expect(shown).not.toMatch(/[\u0000\u202e\ud800]/);
      const tags = outsideCode(shown);
      expect(tags.match(/<details>/g)?.length).toBe(tags.match(/<\/details>/g)?.length);
    }
  });

  it('fit into a comment, whatever there is to say', () => {
    const findings = Array.from({ length: 6 }, (_, r) =>
      Array.from({ length: 25 }, (_, n) =>
        judged({
          file: fileOf(file.text, `${'very/long/'.repeat(20)}template.yaml`),
          line: n + 1,
          rule: aRule({ id: `aws/x/r${r}`, title: '<'.repeat(300), why: '<'.repeat(3000), how: '<'.repeat(3000) }),
          message: '@'.repeat(5000),
          fingerprint: `${r}-${n}`.padEnd(64, 'f'),
          fix: aFix(file, n + 1, 1, ['y'.repeat(500)], { title: `${'<'.repeat(300)}${n}` }),
        }),
      ),
    ).flat();
    const path = `${'very/long/'.repeat(20)}template.yaml`;
    const all = Array.from({ length: 25 }, (_, n) => n + 1);
    const review = plan(judgementOf(findings), diffOf({ ...changing(...all), path }), [], OPTIONS);
    expect(review.comments).toHaveLength(1);
    expect(review.comments[0]?.fingerprints).toHaveLength(150);
    expect(review.comments[0]?.body.length).toBeLessThanOrEqual(65_536);
    expect(review.checkRun.summary.length).toBeLessThanOrEqual(65_535);
  });
});
