import type { Location, SourceFile } from '#source/file';
import { commentsOf as commentsOfSyntax } from '#syntax/comments';

/** A comment that may be a directive of ours or of a peer. */
export interface Comment {
  /** From the comment's sign to the end of the line. */
  readonly at: Location;
  readonly line: number;
  /** What follows the sign, trimmed. */
  readonly text: string;
  /** The line that it speaks of: its own when something stands before it, else the next one that says something. */
  readonly covers: number | undefined;
}

/** Words that directives start with; only comments that do are looked at. */
const WORDS: readonly string[] = [
  'leastwise-ignore',
  'checkov:skip=',
  'trivy:ignore:',
  'tfsec:ignore:',
  'kics-scan',
  'zizmor: ignore[',
  'hadolint ',
  'nosec',
  'noqa',
  'nosemgrep',
  'NOSONAR',
  'codeql[',
  'lgtm[',
  'eslint-disable-line',
  'eslint-disable-next-line',
];

/** Signs that start a comment to the end of the line: YAML, HCL, Dockerfile, Python; JavaScript, HCL, Bicep. */
const SIGNS: readonly string[] = ['#', '//'];

/** Signs of the other texts that secrets are found in: Markdown and XML, CSS and Java, SQL, INI. */
const OTHER_SIGNS: readonly string[] = ['<!--', '/*', '--', ';'];

/** What gitleaks looks for in the line of what it found: https://github.com/gitleaks/gitleaks#gitleaksallow */
const ALLOW = 'gitleaks:allow';

/** Comments and empty lines that may stand between a directive and what it speaks of. */
const MAX_DISTANCE = 20;

/** Whether a file is in HCL, whose comments the scanner tells from what is quoted. */
export function isHcl(file: SourceFile): boolean {
  return /\.(tf|tofu|hcl)$/i.test(file.path);
}

/** The comments of a file that start with a directive's word. JSON has none. */
export function commentsOf(file: SourceFile): readonly Comment[] {
  return [...(isHcl(file) ? hclComments(file) : plainComments(file)), ...allowances(file)];
}

/** gitleaks asks for no sign of a comment, and its word covers the line in which it stands. */
function allowances(file: SourceFile): readonly Comment[] {
  const lines = new Map<number, Comment>();
  for (let at = file.text.indexOf(ALLOW); at !== -1; at = file.text.indexOf(ALLOW, at + ALLOW.length)) {
    const { line } = file.position(at);
    const span = { start: at, end: at + ALLOW.length };
    lines.set(line, { at: { file, span }, line, text: ALLOW, covers: line });
  }
  return [...lines.values()];
}

function plainComments(file: SourceFile): readonly Comment[] {
  const found: Comment[] = [];
  const seen = new Set<string>();
  for (const word of WORDS) {
    for (let at = file.text.indexOf(word); at !== -1; at = file.text.indexOf(word, at + word.length)) {
      const { line } = file.position(at);
      // A line may speak to several tools: `# noqa: S608 # nosec B608`.
      if (seen.has(`${line} ${word}`)) continue;
      const comment = commentAt(file, line, at);
      if (!comment) continue;
      seen.add(`${line} ${word}`);
      found.push(comment);
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

function hclComments(file: SourceFile): readonly Comment[] {
  if (!WORDS.some((word) => file.text.includes(word))) return [];
  const comments = commentsOfSyntax(file, 'hcl');
  const alone = new Set(comments.filter((comment) => comment.isAlone).map((comment) => comment.line));
  return comments
    .filter(({ text }) => WORDS.some((word) => text.startsWith(word)))
    .map(({ span, text, line, isAlone }) => ({
      at: { file, span },
      line,
      text,
      covers: isAlone ? nextLine(file, line, (next) => !alone.has(next)) : line,
    }));
}

function commentAt(file: SourceFile, line: number, at: number): Comment | undefined {
  const span = file.lineSpan(line);
  const before = file.text.slice(span.start, at).trimEnd();
  const sign = [...SIGNS, ...OTHER_SIGNS].find((one) => before.endsWith(one));
  if (sign === undefined) return undefined;
  const code = before.slice(0, -sign.length);
  // In YAML a sign that touches what stands before it is a part of the value.
  if (code !== '' && !/\s$/.test(code)) return undefined;
  const start = span.start + code.length;
  return {
    at: { file, span: { start, end: span.end } },
    line,
    text: withoutEnd(file.text.slice(at, span.end)),
    covers: code.trim() === '' ? nextLine(file, line, (next) => !startsWithSign(file.line(next))) : line,
  };
}

/** The text of a comment without the sign that ends it. */
function withoutEnd(text: string): string {
  return text.replace(/(?:-->|\*\/).{0,200}$/, '').trim();
}

function startsWithSign(line: string): boolean {
  return SIGNS.some((sign) => line.trim().startsWith(sign));
}

/** The next line that says something, comments passed by. */
function nextLine(file: SourceFile, from: number, isText: (line: number) => boolean): number | undefined {
  for (let line = from + 1; line <= Math.min(file.lineCount, from + MAX_DISTANCE); line++) {
    if (file.line(line).trim() !== '' && isText(line)) return line;
  }
  return undefined;
}
