import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Judged } from '#finding/judgement';
import type { Severity } from '#finding/severity';
import { readMarker } from '#review/marker';
import { plan } from '#review/plan';
import type { Review } from '#review/review';
import { applySuggestion } from '#review/suggestion';
import { type Diff, diffFile } from '#source/diff';
import { applyEdits, type Edit } from '#source/edit';
import { SourceFile } from '#source/file';
import { aRule, at, Conversations, diffOf, judged, judgementOf, OPTIONS } from '#test/review/builder';

const SEVERITY = fc.constantFrom<Severity[]>('critical', 'high', 'medium', 'low', 'info');
const RULES = ['aws/a/one', 'aws/a/two', 'aws/b/three', 'gcp/c/four'].map((id, n) => aRule({ id, title: `Rule ${n}` }));

/** A file at the base and at the head: lines kept, changed, inserted and deleted at random. */
const change = fc
  .array(fc.constantFrom('keep', 'keep', 'keep', 'keep', 'keep', 'edit', 'insert', 'delete'), {
    minLength: 1,
    maxLength: 90,
  })
  .map((operations) => {
    const base: string[] = [];
    const head: string[] = [];
    operations.forEach((operation, n) => {
      if (operation !== 'insert') base.push(`  key${n}: value\n`);
      if (operation === 'keep') head.push(`  key${n}: value\n`);
      if (operation === 'edit') head.push(`  key${n}: changed\n`);
      if (operation === 'insert') head.push(`  new${n}: value\n`);
    });
    return { base: base.join(''), head: head.join('') };
  });

const spot = fc.record({
  file: fc.nat(1),
  rule: fc.nat(RULES.length - 1),
  line: fc.nat(90),
  length: fc.nat(14),
  severity: SEVERITY,
  verdict: fc.constantFrom<Judged['verdict'][]>(
    'introduced',
    'introduced',
    'introduced',
    'escalated',
    'existing',
    'unaccepted',
  ),
  related: fc.option(fc.nat(90)),
  fix: fc.option(
    fc.record({
      from: fc.integer({ min: -3, max: 3 }),
      count: fc.nat(3),
      lines: fc.array(fc.constantFrom('  fixed: 1', '```', '  x: `y`', ''), { maxLength: 3 }),
    }),
  ),
  deleted: fc.option(fc.nat(90)),
});

interface Case {
  readonly diff: Diff;
  readonly files: readonly SourceFile[];
  readonly findings: readonly Judged[];
}

const cases: fc.Arbitrary<Case> = fc.tuple(change, change, fc.array(spot, { maxLength: 45 })).map(([a, b, spots]) => {
  const texts = [a, b];
  const files = texts.map((text, n) => new SourceFile(`f${n}.yaml`, text.head));
  const bases = texts.map((text, n) => new SourceFile(`f${n}.yaml`, text.base));
  const diff = diffOf(...texts.map((text, n) => diffFile(`f${n}.yaml`, text.base, text.head)));
  const findings = spots.flatMap((one, n) => {
    const file = files[one.file];
    const base = bases[one.file];
    if (!file || !base || file.lineCount === 0) return [];
    const line = Math.min(file.lineCount, one.line + 1);
    const edits: Edit[] = [];
    if (one.fix) {
      const from = Math.max(1, Math.min(file.lineCount + 1, line + one.fix.from));
      const span = { start: file.lineStart(from), end: file.lineStart(from + one.fix.count) };
      edits.push({ path: file.path, span, text: one.fix.lines.map((text) => `${text}\n`).join('') });
    }
    return [
      judged({
        file,
        line,
        endLine: Math.min(file.lineCount, line + one.length),
        fingerprint: `fp${n}`,
        severity: one.severity,
        verdict: one.verdict,
        message: `Finding number ${n}.`,
        ...(RULES[one.rule] ? { rule: RULES[one.rule] } : {}),
        ...(one.related === null
          ? {}
          : { related: [{ at: at(file, Math.min(file.lineCount, one.related + 1)), message: 'r' }] }),
        ...(one.deleted === null || base.lineCount === 0
          ? {}
          : { deleted: at(base, Math.min(base.lineCount, one.deleted + 1)) }),
        ...(edits.length > 0 ? { fix: { title: `Fix ${n}`, applicability: 'safe' as const, edits } } : {}),
      }),
    ];
  });
  return { diff, files, findings };
});

/** What GitHub would refuse, each with the rule that it breaks. */
function refusals(review: Review, diff: Diff): string[] {
  const found: string[] = [];
  for (const comment of review.comments) {
    const file = diff.files.find((one) => one.path === comment.path);
    const start = comment.startLine ?? comment.line;
    if (comment.startLine !== undefined && comment.startLine >= comment.line)
      found.push('start line must precede the end line');
    const holds = file?.hunks.filter((hunk) => {
      const lines = hunk.lines.flatMap(
        (line) => (comment.side === 'RIGHT' ? line.head : line.kind === 'deleted' ? line.base : undefined) ?? [],
      );
      for (let line = start; line <= comment.line; line++) if (!lines.includes(line)) return false;
      return true;
    });
    if (holds?.length !== 1) found.push('lines must be part of one hunk of the diff');
    if (comment.body.length > 65_536) found.push('body is too long');
    if (!readMarker(comment.body)) found.push('no marker');
  }
  if (review.comments.length > 0 && review.body === '') found.push('a review needs a body');
  return found;
}

describe('any review', () => {
  it('is one that GitHub takes, within its caps, and loses nothing', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 40 }), ({ diff, findings }, maxComments) => {
        const review = plan(judgementOf(findings), diff, [], { ...OPTIONS, maxComments });
        expect(refusals(review, diff)).toEqual([]);
        expect(review.comments.length).toBeLessThanOrEqual(Math.min(30, maxComments));
        const told = review.comments.flatMap((comment) => comment.fingerprints);
        expect(new Set(told).size).toBe(told.length);
        for (const { finding, verdict } of findings) {
          const commented = told.includes(finding.fingerprint);
          const annotated = review.checkRun.annotations.some((one) => one.message.includes(finding.message));
          const isOurs = verdict === 'introduced' || verdict === 'escalated';
          if (isOurs) expect(commented !== annotated).toBe(true);
          if (verdict === 'unaccepted') expect([commented, annotated]).toEqual([false, true]);
          if (verdict === 'existing') expect([commented, annotated]).toEqual([false, false]);
          if (commented) expect(review.comments.some((one) => one.body.includes(finding.message))).toBe(true);
        }
        const rows = review.checkRun.summary
          .split('\n')
          .filter((line) => line.startsWith('| ') && !line.includes('Severity'));
        expect(rows).toHaveLength(
          findings.filter(({ verdict }) => verdict === 'introduced' || verdict === 'escalated').length,
        );
      }),
      { numRuns: 120 },
    );
  });

  it('suggests exactly what fixes write, and no line twice', () => {
    let suggested = 0;
    fc.assert(
      fc.property(cases, ({ diff, files, findings }) => {
        const review = plan(judgementOf(findings), diff, [], { ...OPTIONS, maxComments: 30 });
        const taken = new Set<string>();
        for (const comment of review.comments) {
          const file = files.find((one) => one.path === comment.path);
          if (!file || !comment.body.includes('**Suggested change.**')) continue;
          const after = applySuggestion(file.text, comment);
          suggested++;
          expect(comment.side).toBe('RIGHT');
          expect(after).not.toBe(file.text);
          const fixes = findings.filter((one) => comment.fingerprints.includes(one.finding.fingerprint) && one.fix);
          const possible = subsets(fixes.map((one) => one.fix?.edits ?? [])).map((edits) => applied(file, edits));
          expect(possible).toContain(after);
          for (let line = comment.startLine ?? comment.line; line <= comment.line; line++) {
            expect(taken.has(`${comment.path}:${line}`)).toBe(false);
            taken.add(`${comment.path}:${line}`);
          }
        }
      }),
      { numRuns: 120 },
    );
    expect(suggested).toBeGreaterThan(20);
  });

  it('is the same when planned again, and nothing is left to post once it is published', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 12 }), ({ diff, findings }, maxComments) => {
        const options = { ...OPTIONS, maxComments };
        const github = new Conversations();
        const review = plan(judgementOf(findings), diff, [], options);
        expect(plan(judgementOf([...findings].reverse()), diff, [], options)).toEqual(review);
        github.publish(review);
        const again = plan(judgementOf(findings), diff, github.threads, options);
        expect([again.comments, again.updates, again.resolves]).toEqual([[], [], []]);
        expect(again.checkRun.conclusion).toBe(review.checkRun.conclusion);
        expect(again.checkRun.annotations).toEqual(review.checkRun.annotations);
      }),
      { numRuns: 60 },
    );
  });
});

function applied(file: SourceFile, edits: readonly Edit[]): string | undefined {
  try {
    return applyEdits(file, edits).text;
  } catch {
    return undefined;
  }
}

/** The edits of every choice of at most three fixes, and of all of them. */
function subsets(fixes: readonly (readonly Edit[])[]): (readonly Edit[])[] {
  const found: (readonly Edit[])[] = [fixes.flat()];
  const choose = (from: number, edits: readonly Edit[], left: number) => {
    if (edits.length > 0) found.push(edits);
    if (left === 0) return;
    for (let n = from; n < fixes.length; n++) choose(n + 1, [...edits, ...(fixes[n] ?? [])], left - 1);
  };
  choose(0, [], 3);
  return found;
}

/** A push: what somebody does to the file, and to the conversations. */
type Step =
  | {
      readonly kind: 'insert' | 'remove' | 'return' | 'move' | 'worsen' | 'mend';
      readonly where: number;
      readonly to: number;
    }
  | { readonly kind: 'good'; readonly where: number; readonly to: number }
  | { readonly kind: 'reply' | 'resolve' | 'outdate'; readonly where: number; readonly to: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'insert',
    'insert',
    'remove',
    'return',
    'move',
    'worsen',
    'mend',
    'good',
    'reply',
    'resolve',
    'outdate',
  ),
  where: fc.nat(60),
  to: fc.nat(60),
});

interface Bad {
  readonly id: string;
  readonly rule: number;
  readonly severity: Severity;
}

describe('pushes', () => {
  it('leave as many open conversations as there are live findings, each once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (rounds, canResolve) => {
          const github = new Conversations();
          const base = Array.from({ length: 20 }, (_, n) => `good${n}\n`);
          let head: (string | Bad)[] = [...base];
          const byPeople = new Set<string>();
          const removed: Bad[] = [];
          let next = 0;

          for (const steps of rounds) {
            for (const { kind, where, to } of steps) {
              const index = where % Math.max(1, head.length);
              const bad = head[index];
              if (kind === 'insert')
                head.splice(index, 0, { id: `b${next}`, rule: next++ % RULES.length, severity: 'medium' });
              if (kind === 'good') head.splice(index, 0, `other${next++}\n`);
              if (kind === 'remove')
                for (const one of head.splice(index, 1)) if (typeof one === 'object') removed.push(one);
              if (kind === 'return') head.splice(index, 0, ...removed.splice(0, 1));
              if (kind === 'move') head.splice(to % Math.max(1, head.length), 0, ...head.splice(index, 1));
              if (kind === 'worsen' && typeof bad === 'object') head[index] = { ...bad, severity: 'critical' };
              if (kind === 'mend' && typeof bad === 'object') head[index] = { ...bad, severity: 'low' };
              const thread = github.threads[where % Math.max(1, github.threads.length)];
              if (thread && kind === 'reply') github.change(thread.id, { hasReplies: true });
              if (thread && kind === 'outdate') github.change(thread.id, { isOutdated: true, line: undefined });
              if (thread && kind === 'resolve' && !thread.isResolved) {
                github.change(thread.id, { isResolved: true });
                byPeople.add(thread.id);
              }
            }
            head = head.slice(0, 60);

            const text = head
              .map((line) => (typeof line === 'string' ? line : `bad ${line.id} ${line.severity}\n`))
              .join('');
            const file = new SourceFile('t.yaml', text);
            const live = head.flatMap((line, n) => (typeof line === 'string' ? [] : [{ bad: line, line: n + 1 }]));
            const findings = live.map(({ bad, line }) =>
              judged({
                file,
                line,
                fingerprint: bad.id,
                severity: bad.severity,
                ...(RULES[bad.rule] ? { rule: RULES[bad.rule] } : {}),
              }),
            );
            const diff = diffOf(diffFile('t.yaml', base.join(''), text));
            const options = { ...OPTIONS, maxComments: 30, canResolve };
            const review = plan(judgementOf(findings), diff, github.threads, options);
            expect(refusals(review, diff)).toEqual([]);
            github.publish(review);

            const open = github.threads
              .filter((thread) => !thread.isResolved)
              .flatMap((thread) => standing(thread.body));
            expect(new Set(open).size).toBe(open.length);
            const muted = github.threads
              .filter((thread) => byPeople.has(thread.id))
              .flatMap((thread) => standing(thread.body));
            const alive = live.map(({ bad }) => bad.id);
            for (const id of open) expect(alive).toContain(id);
            for (const id of alive) expect(open.includes(id) || muted.includes(id)).toBe(true);
            const again = plan(judgementOf(findings), diff, github.threads, options);
            expect([again.comments, again.updates, again.resolves]).toEqual([[], [], []]);
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});

/** The findings that a comment says stand. */
function standing(body: string): string[] {
  return [...(readMarker(body)?.states ?? [])].flatMap(([fingerprint, state]) =>
    state === 'gone' ? [] : [fingerprint],
  );
}
