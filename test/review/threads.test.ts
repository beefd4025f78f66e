import { describe, expect, it } from '@jest/globals';
import type { Judged } from '#finding/judgement';
import { readMarker } from '#review/marker';
import { plan } from '#review/plan';
import type { ReviewOptions } from '#review/review';
import { applySuggestion } from '#review/suggestion';
import { diffFile } from '#source/diff';
import {
  aFix,
  aRule,
  Conversations,
  diffOf,
  fileOf,
  judged,
  judgementOf,
  numbered,
  OPTIONS,
} from '#test/review/builder';

const file = fileOf(numbered(60));
const diff = diffOf(diffFile(file.path, '', file.text));
const NO_CONTENTS: ReviewOptions = { ...OPTIONS, canResolve: false };

function review(github: Conversations, findings: readonly Judged[], options = OPTIONS) {
  return plan(judgementOf(findings), diff, github.threads, options);
}

/** A pull request on which these findings were commented on. */
function posted(...findings: Judged[]): Conversations {
  const github = new Conversations();
  github.publish(review(github, findings));
  return github;
}

function nothingToDo(planned: ReturnType<typeof review>): void {
  expect(planned.comments).toEqual([]);
  expect(planned.updates).toEqual([]);
  expect(planned.resolves).toEqual([]);
}

describe('a finding that stands', () => {
  it('keeps its thread and is not posted again, wherever its line went', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a' }));
    nothingToDo(review(github, [judged({ file, line: 10, fingerprint: 'a' })]));
    github.change('T1', { isOutdated: true, line: undefined });
    nothingToDo(review(github, [judged({ file, line: 33, fingerprint: 'a' })]));
  });

  it('is told anew when it got worse, in the same comment', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a', severity: 'medium' }));
    const planned = review(github, [judged({ file, line: 10, fingerprint: 'a', severity: 'critical' })]);
    expect(planned.comments).toEqual([]);
    expect(planned.updates).toMatchObject([{ thread: { id: 'T1' } }]);
    expect(planned.updates[0]?.body).toContain('**Critical: ');
    github.publish(planned);
    nothingToDo(review(github, [judged({ file, line: 12, fingerprint: 'a', severity: 'critical' })]));
  });

  it('keeps its suggestion only while the comment is on the same lines', () => {
    const fix = aFix(file, 10, 2, ['x']);
    const github = posted(judged({ file, line: 10, fingerprint: 'a', fix, severity: 'low' }));
    const worse = [judged({ file, line: 10, fingerprint: 'a', fix })];
    const [same] = review(github, worse).updates;
    expect(applySuggestion(file.text, { startLine: 10, line: 11, body: same?.body ?? '' })).toBe(
      file.text.replace('line 10\nline 11\n', 'x\n'),
    );
    github.change('T1', { line: 20 });
    expect(review(github, worse).updates[0]?.body).not.toContain('```suggestion');
    github.change('T1', { line: 11, isOutdated: true });
    expect(review(github, worse).updates[0]?.body).toContain('Patch: ');
  });

  it('is not posted again when a person resolved its thread, unless it got worse', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a', severity: 'medium' }));
    github.change('T1', { isResolved: true });
    nothingToDo(review(github, [judged({ file, line: 10, fingerprint: 'a', severity: 'low' })]));
    nothingToDo(review(github, [judged({ file, line: 10, fingerprint: 'a', severity: 'medium' })]));
    const worse = [judged({ file, line: 10, fingerprint: 'a', severity: 'high' })];
    expect(review(github, worse).comments).toHaveLength(1);
    github.publish(review(github, worse));
    nothingToDo(review(github, worse));
  });

  it('keeps its thread when its author suppresses it, until that is accepted', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a' }));
    const waiting = review(github, [judged({ file, line: 10, fingerprint: 'a', verdict: 'unaccepted' })]);
    expect(waiting.resolves).toEqual([]);
    expect(waiting.updates[0]?.body).toContain('waits for acceptance');
    github.publish(waiting);
    const accepted = review(github, [judged({ file, line: 10, fingerprint: 'a', verdict: 'suppressed' })]);
    expect(accepted.updates[0]?.body).toContain('**Accepted by a suppression** as of `0123456`.');
    expect(accepted.resolves).toHaveLength(1);
  });
});

describe('a finding that is gone', () => {
  it('is said to be fixed, and its thread is resolved', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a', fix: aFix(file, 10, 1, ['x']) }));
    const planned = review(github, []);
    expect(planned.resolves).toMatchObject([{ id: 'T1' }]);
    expect(planned.updates[0]?.body).toContain('**Fixed** as of `0123456`.');
    expect(planned.updates[0]?.body).toContain('High: Function URL');
    expect(planned.updates[0]?.body).not.toContain('```suggestion');
    github.publish(planned);
    nothingToDo(review(github, []));
  });

  it('is only said to be fixed when somebody replied, and its thread left open', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a' }));
    github.change('T1', { hasReplies: true });
    const planned = review(github, []);
    expect(planned.resolves).toEqual([]);
    expect(planned.updates).toHaveLength(1);
    github.publish(planned);
    nothingToDo(review(github, []));
  });

  it('is only said to be fixed when the App may not resolve, and the summary tells why', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a' }));
    const planned = review(github, [], NO_CONTENTS);
    expect(planned.resolves).toEqual([]);
    expect(planned.updates[0]?.body).toContain('**Fixed**');
    expect(planned.checkRun.summary).toContain('contents: write');
  });

  it('is posted again when it comes back after its thread was resolved', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a' }));
    github.publish(review(github, []));
    const back = [judged({ file, line: 10, fingerprint: 'a' })];
    const planned = review(github, back);
    expect(planned.comments).toHaveLength(1);
    github.publish(planned);
    nothingToDo(review(github, back));
  });

  it('is told to stand again when it comes back to a thread that is still open', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a' }));
    github.change('T1', { hasReplies: true });
    github.publish(review(github, []));
    const planned = review(github, [judged({ file, line: 10, fingerprint: 'a' })]);
    expect(planned.comments).toEqual([]);
    expect(planned.updates[0]?.body).not.toContain('Fixed');
    expect(readMarker(planned.updates[0]?.body ?? '')?.states.get('a')).toBe('high');
  });

  it('is told when it is one of several, which keep the thread', () => {
    const findings = [10, 20, 30].map((line) => judged({ file, line, fingerprint: `f${line}` }));
    const github = posted(...findings);
    const planned = review(github, findings.slice(1));
    expect(planned.resolves).toEqual([]);
    expect(planned.updates[0]?.body).toContain('**1 of 3 places of this comment is settled.**');
    expect([...(readMarker(planned.updates[0]?.body ?? '')?.states ?? [])]).toEqual([
      ['f10', 'gone'],
      ['f20', 'high'],
      ['f30', 'high'],
    ]);
    github.publish(planned);
    nothingToDo(review(github, findings.slice(1)));
    github.publish(review(github, []));
    expect(github.threads[0]?.isResolved).toBe(true);
  });

  it('is not taken for fixed because its file cannot be read any more', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a' }));
    const message = 'template.yaml, line 3: a bracket is not closed.';
    for (const path of ['template.yaml', 'imported.yaml']) {
      const problem = { kind: 'unreadable', path, message } as const;
      const problems = [{ problem, introduced: true }];
      nothingToDo(plan(judgementOf([], { problems }), diff, github.threads, OPTIONS));
    }
    const partial = [{ problem: { kind: 'partial', path: 'template.yaml', message } as const, introduced: false }];
    nothingToDo(plan(judgementOf([], { problems: partial }), diff, github.threads, OPTIONS));
  });

  it('is not taken for fixed in a comment about several places while this change keeps some other file from being read', () => {
    const github = posted(
      judged({ file, line: 10, fingerprint: 'a', severity: 'low' }),
      judged({ file, line: 12, fingerprint: 'b', severity: 'low' }),
    );
    expect(github.threads).toHaveLength(1);
    const left = [judged({ file, line: 10, fingerprint: 'a', severity: 'low' })];
    const problem = { kind: 'partial', path: 'other.js', message: 'Too deep.' } as const;
    const during = (introduced: boolean) =>
      plan(judgementOf(left, { problems: [{ problem, introduced }] }), diff, github.threads, OPTIONS);
    nothingToDo(during(true));
    expect(during(false).updates).toHaveLength(1);
  });

  it('tells the difference between fixed and not of this pull request', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a' }));
    const planned = review(github, [judged({ file, line: 10, fingerprint: 'a', verdict: 'existing' })]);
    expect(planned.updates[0]?.body).toContain('**No longer introduced by this pull request** as of');
    github.change('T1', { hasReplies: true });
    github.publish(review(github, [judged({ file, line: 10, fingerprint: 'a', verdict: 'existing' })]));
    const later = review(github, []).updates[0]?.body ?? '';
    expect(later).toContain('**Fixed** as of');
    expect(later).not.toContain('No longer introduced');
  });
});

describe('threads and the number of comments', () => {
  const many = (count: number, severity: 'low' | 'critical', prefix: string) =>
    Array.from({ length: count }, (_, n) =>
      judged({ file, line: n + 1, severity, fingerprint: `${prefix}${n}`, rule: aRule({ id: `aws/${prefix}/r${n}` }) }),
    );

  it('plan no further comment when the same head is reviewed again', () => {
    const github = posted(...many(20, 'low', 'a'));
    expect(github.threads).toHaveLength(10);
    nothingToDo(review(github, many(20, 'low', 'a')));
  });

  it('post what is worse although as many are open as may be', () => {
    const github = posted(...many(20, 'low', 'a'));
    const worse = many(1, 'critical', 'b');
    const planned = review(github, [...many(20, 'low', 'a'), ...worse]);
    expect(planned.comments.flatMap((comment) => comment.fingerprints)).toEqual(['b0']);
    github.publish(planned);
    nothingToDo(review(github, [...many(20, 'low', 'a'), ...worse]));
  });

  it('post what had no place once there is one', () => {
    const all = many(12, 'low', 'a');
    const github = posted(...all);
    const planned = review(github, all.slice(2));
    expect(planned.resolves).toHaveLength(2);
    expect(planned.comments).toHaveLength(2);
  });

  it('leave threads alone that carry no fingerprint', () => {
    const github = posted(judged({ file, line: 10, fingerprint: 'a' }));
    github.change('T1', { fingerprints: [], body: 'somebody wrote over it' });
    nothingToDo(review(github, []));
  });
});
