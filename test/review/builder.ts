import type { Finding, Related, Verdict } from '#finding/finding';
import type { Judged, Judgement } from '#finding/judgement';
import type { Fix } from '#finding/remedy';
import type { Rule } from '#finding/rule';
import type { Severity } from '#finding/severity';
import { fingerprintsIn } from '#review/marker';
import type { Review, ReviewOptions, Thread } from '#review/review';
import type { Diff, FileDiff } from '#source/diff';
import type { Edit } from '#source/edit';
import { type Location, SourceFile } from '#source/file';

/** A rule that never runs: planning only reads its words. */
export function aRule(words: Partial<Rule> = {}): Rule {
  return {
    id: 'aws/lambda/function-url-requires-auth',
    title: 'Function URL without authentication',
    why: 'Whoever knows the address runs the function with its permissions and at your cost.',
    how: 'Set `AuthType` to `AWS_IAM`.',
    severity: 'high',
    confidence: 'high',
    lifecycle: 'stable',
    practices: [5],
    cwe: [306],
    references: [],
    aliases: {},
    subject: 'cloud',
    check: () => [],
    ...words,
  } as Rule;
}

/** Whole lines of a file, from 1, as a location. */
export function at(file: SourceFile, start: number, end = start): Location {
  return { file, span: { start: file.lineSpan(start).start, end: file.lineSpan(end).end } };
}

export interface FindingWords {
  readonly file: SourceFile;
  readonly line: number;
  readonly endLine?: number;
  readonly rule?: Rule;
  readonly severity?: Severity;
  readonly fingerprint?: string;
  readonly message?: string;
  readonly related?: readonly Related[];
  readonly when?: Finding['when'];
}

export function aFinding(words: FindingWords): Finding {
  const rule = words.rule ?? aRule();
  return {
    rule,
    severity: words.severity ?? rule.severity,
    confidence: rule.confidence,
    at: at(words.file, words.line, words.endLine),
    message: words.message ?? '`OrdersUrl` can be called by anyone on the internet.',
    related: words.related ?? [],
    resource: undefined,
    path: [],
    when: words.when ?? [],
    remedy: undefined,
    fingerprint: words.fingerprint ?? `f${words.line}-${rule.id.length}`,
  };
}

export function judged(
  words: FindingWords & {
    readonly verdict?: Verdict;
    readonly before?: Finding;
    readonly fix?: Fix;
    readonly deleted?: Location;
  },
): Judged {
  return {
    finding: aFinding(words),
    verdict: words.verdict ?? 'introduced',
    before: words.before,
    suppression: undefined,
    fix: words.fix,
    deleted: words.deleted,
  };
}

/** A fix that replaces whole lines by others; no line is an insertion before `start`. */
export function aFix(
  file: SourceFile,
  start: number,
  count: number,
  lines: readonly string[],
  words: Partial<Fix> = {},
): Fix {
  const span = { start: file.lineStart(start), end: file.lineStart(start + count) };
  const edit: Edit = { path: file.path, span, text: lines.map((line) => `${line}\n`).join('') };
  return { title: 'Require IAM authorization', applicability: 'safe', edits: [edit], ...words };
}

export function judgementOf(findings: readonly Judged[], words: Partial<Judgement> = {}): Judgement {
  return {
    findings,
    problems: [],
    surface: [],
    gaps: [],
    newSuppressions: [],
    stats: { files: 2, stacks: 1, resources: 9, rules: 40 },
    ...words,
  };
}

export function diffOf(...files: FileDiff[]): Diff {
  return { files, complete: true };
}

export const OPTIONS: ReviewOptions = {
  commit: '0123456789abcdef0123456789abcdef01234567',
  failOn: 'high',
  commentOn: 'low',
  maxComments: 10,
  canResolve: true,
  ruleUrl: (rule) => `https://leastwise.example/rules/${rule}`,
  fileUrl: (path, line) => `https://github.com/o/r/blob/0123456/${path}${line ? `#L${line}` : ''}`,
};

/** A text of numbered lines. */
export function numbered(count: number, from = 1): string {
  return Array.from({ length: count }, (_, n) => `line ${n + from}\n`).join('');
}

export function fileOf(text: string, path = 'template.yaml'): SourceFile {
  return new SourceFile(path, text);
}

/** The conversations of a pull request as GitHub keeps them: publishing opens, rewrites and resolves. */
export class Conversations {
  threads: Thread[] = [];
  #next = 1;

  publish(review: Review): void {
    for (const { thread, body } of review.updates) this.change(thread.id, { body, fingerprints: fingerprintsIn(body) });
    for (const thread of review.resolves) this.change(thread.id, { isResolved: true });
    for (const comment of review.comments) {
      const id = this.#next++;
      this.threads.push({
        id: `T${id}`,
        commentId: id,
        fingerprints: fingerprintsIn(comment.body),
        path: comment.path,
        side: comment.side,
        line: comment.line,
        isResolved: false,
        isOutdated: false,
        hasReplies: false,
        body: comment.body,
      });
    }
  }

  change(id: string, words: Partial<Thread>): void {
    this.threads = this.threads.map((thread) => (thread.id === id ? { ...thread, ...words } : thread));
  }
}

/** What stands outside of code spans, read as CommonMark does. */
export function outsideCode(markdown: string): string {
  let out = '';
  let i = 0;
  while (i < markdown.length) {
    if (markdown[i] === '\\') {
      i += 2;
      continue;
    }
    if (markdown[i] !== '`') {
      out += markdown[i++];
      continue;
    }
    const ticks = /^`+/.exec(markdown.slice(i))?.[0] ?? '';
    const rest = markdown.slice(i + ticks.length);
    const close = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(rest);
    i += ticks.length + (close ? close.index + ticks.length : 0);
  }
  return out;
}
