/** The review as a person reads it in a terminal. */
import { lexer, type Token, type Tokens } from 'marked';
import colors from 'picocolors';
import { runOf, type Scene } from '#demo/demonstration';
import { suggestedLines } from '#demo/page/thread';
import { withoutMarker } from '#review/marker';
import type { ReviewComment, Thread } from '#test/standin/state';
import { suggestionsOf } from '#test/standin/suggestion';

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

/** How a line of text is drawn: colors or none, and how wide. */
interface Ink {
  readonly paint: ReturnType<typeof colors.createColors>;
  readonly width: number;
}

/** The whole review: the check run's verdict and summary, the comments with their suggestions, and what has none. */
export function printedReview(scene: Scene, { color, width }: TerminalOptions): string {
  const ink: Ink = { paint: colors.createColors(color), width: Math.max(60, Math.min(width, 110)) };
  const { paint } = ink;
  const run = runOf(scene);
  const { threads } = scene.pull;
  const failed = run?.conclusion !== 'success';
  const verdict = failed ? paint.red(`✕ ${run?.name}: ${run?.title}`) : paint.green(`✓ ${run?.name}: ${run?.title}`);
  const heading = (text: string) => `${paint.bold(text)}\n${paint.dim('─'.repeat(ink.width))}`;
  const rest = run?.annotations.length ?? 0;
  return [
    heading('Check run'),
    paint.bold(verdict),
    blocks(lexer(run?.summary ?? ''), ink),
    heading(`Comments on the diff (${threads.length})`),
    ...threads.map((thread) => printedThread(thread, ink)),
    ...(rest > 0 ? [heading(`Only in the check run (${rest})`), annotations(scene, ink)] : []),
  ].join('\n\n');
}

function printedThread(thread: Thread, ink: Ink): string {
  const [comment] = thread.comments;
  const { paint } = ink;
  const lines = thread.startLine === undefined ? `${thread.line}` : `${thread.startLine}-${thread.line}`;
  const deleted = thread.side === 'LEFT' ? paint.dim(' (deleted line)') : '';
  const content = comment === undefined ? '' : printedComment(comment, { ...ink, width: ink.width - 2 });
  return `${paint.cyan(`${thread.path}:${lines}`)}${deleted}\n${indent(content, '  ')}`;
}

function printedComment(comment: ReviewComment, ink: Ink): string {
  const text = blocks(lexer(withoutMarker(comment.body)), ink, () => suggestion(comment, ink));
  return text;
}

function suggestion({ body, thread }: ReviewComment, { paint }: Ink): string {
  const [added = []] = suggestionsOf(body);
  const row = (sign: string, line: string) => clean(`${sign} ${line}`);
  return [
    ...suggestedLines(thread).map((line) => paint.red(row('-', line))),
    ...added.map((line) => paint.green(row('+', line))),
  ].join('\n');
}

function annotations(scene: Scene, ink: Ink): string {
  const { paint, width } = ink;
  const all = runOf(scene)?.annotations ?? [];
  return all
    .map(({ path, start_line, title, message }) => {
      const what = wrap(clean(message.split('\n', 1)[0] ?? ''), width - 2);
      return `${paint.cyan(`${path}:${start_line}`)} ${tint(clean(typeof title === 'string' ? title : ''), ink)}\n${indent(what, '  ')}`;
    })
    .join('\n');
}

/** Markdown's blocks as text. What is folded on the page is named only. */
function blocks(tokens: readonly Token[], ink: Ink, suggest?: () => string): string {
  const shown: string[] = [];
  let folded = 0;
  for (const token of tokens) {
    if (token.type === 'html') {
      folded += count(token.raw, '<details>') - count(token.raw, '</details>');
      const summary = /<summary>([^<]*)<\/summary>/.exec(token.raw)?.[1];
      if (summary !== undefined) shown.push(ink.paint.dim(`▸ ${entities(summary)}`));
    } else if (folded === 0) {
      const text = block(token, ink, suggest);
      if (text !== '') shown.push(text);
    }
  }
  return shown.join('\n\n');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function block(token: Token, ink: Ink, suggest: (() => string) | undefined): string {
  const { paint, width } = ink;
  if (token.type === 'heading') return paint.bold(inline(token.tokens ?? [], ink));
  if (token.type === 'paragraph') return wrap(inline(token.tokens ?? [], ink), width);
  if (token.type === 'list') return list(token as Tokens.List, ink);
  if (token.type === 'table') return table(token as Tokens.Table, ink);
  if (token.type === 'code' && (token as Tokens.Code).lang === 'suggestion' && suggest !== undefined) return suggest();
  if (token.type === 'code') return indent(clean((token as Tokens.Code).text), '  ');
  return '';
}

function list({ items }: Tokens.List, ink: Ink): string {
  return items
    .map(({ tokens }) => {
      const text = tokens.map((token) => ('tokens' in token ? inline(token.tokens ?? [], ink) : '')).join(' ');
      return `• ${indent(wrap(text, ink.width - 2), '  ').trimStart()}`;
    })
    .join('\n');
}

function table({ header, rows }: Tokens.Table, ink: Ink): string {
  const cells = [header, ...rows].map((row) =>
    row.map(({ tokens }, column) => (column === 0 ? tint(inline(tokens, ink), ink) : inline(tokens, ink))),
  );
  const widths = header.map((_, column) => Math.max(...cells.map((row) => visible(row[column] ?? '').length)));
  return cells
    .map((row, index) => {
      const line = row
        .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - visible(text).length))
        .join('  ');
      return index === 0 ? ink.paint.dim(line.trimEnd()) : line.trimEnd();
    })
    .join('\n');
}

function inline(tokens: readonly Token[], ink: Ink): string {
  const { paint } = ink;
  const within = (token: Token) => inline('tokens' in token ? (token.tokens ?? []) : [], ink);
  const small = tokens.some(({ type, raw }) => type === 'html' && raw === '<sub>');
  const text = tokens
    .map((token) => {
      if (token.type === 'codespan') return small ? clean(token.text) : paint.cyan(clean(token.text));
      if (token.type === 'strong') return tint(within(token), ink);
      if (token.type === 'em') return paint.italic(within(token));
      if (token.type === 'link') return within(token);
      if (token.type === 'html') return '';
      if (token.type === 'br') return '\n';
      if ('tokens' in token && token.tokens !== undefined) return within(token);
      return entities('text' in token ? String(token.text) : token.raw);
    })
    .join('');
  return small ? paint.dim(text) : text;
}

/** A text in bold, in the color of its severity if it begins with one. */
function tint(text: string, { paint }: Ink): string {
  const [, severity = ''] = /^(Critical|High|Medium|Low)(?::|$)/.exec(visible(text)) ?? [];
  if (severity === 'Critical' || severity === 'High') return paint.bold(paint.red(text));
  if (severity === 'Medium') return paint.bold(paint.yellow(text));
  return paint.bold(severity === 'Low' ? paint.cyan(text) : text);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function entities(text: string): string {
  const decoded = text.replace(/&(?:#(\d{1,7})|([a-z]{2,4}));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (NAMED[name] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
  );
  return clean(decoded);
}

/** Control and invisible characters could write over what the terminal shows. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

const ESCAPE = /\u001b\[\d{1,3}m/g;

function visible(text: string): string {
  return text.replace(ESCAPE, '');
}

/** Breaks lines between words. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && visible(longer).length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}

function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');
}
