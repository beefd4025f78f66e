import type { Span } from '#source/span';
import { chainsOf, type FormatLine, type Formatted, formatTokens } from '#syntax/hcl/format';
import { type Token, tokensOf } from '#syntax/hcl/tokens';
import { Faults } from '#syntax/reading';

/** A replacement in one text. */
export interface Change extends Span {
  readonly text: string;
}

/** The text with changes made that are in order and do not overlap. */
export function applied(text: string, changes: readonly Change[]): string {
  let result = '';
  let done = 0;
  for (const change of changes) {
    result += text.slice(done, change.start) + change.text;
    done = change.end;
  }
  return result + text.slice(done);
}

/**
 * Adds to changes of a text what `terraform fmt` would change after them: the blanks of what is new, and of lines around it
 * that stood as `terraform fmt` leaves them. Lines that did not are left as they are, and what is new among them follows the
 * column that they share, if they share one.
 * @param changes in order, without overlaps
 */
export function tidied(text: string, changes: readonly Change[]): Change[] {
  const before = new Layout(text);
  const after = new Layout(applied(text, changes));
  const origin = originsOf(before, after, changes);
  const wanted = wantedSpaces(before, after, origin);
  const gaps: Change[] = [];
  for (const [index, spaces] of wanted) {
    const gap = after.gap(index);
    if (gap.end - gap.start === spaces && !after.text.slice(gap.start, gap.end).includes('\t')) continue;
    gaps.push({ ...gap, text: ' '.repeat(spaces) });
  }
  return composed(text, after.text, changes, gaps);
}

class Layout {
  readonly tokens: readonly Token[];
  readonly formatted: Formatted;
  /** The first tokens of lines, which the indentation is before. */
  readonly firsts: ReadonlySet<number>;

  constructor(readonly text: string) {
    this.tokens = tokensOf(text, new Faults());
    this.formatted = formatTokens(text, this.tokens);
    this.firsts = new Set(this.formatted.lines.flatMap((line) => line.lead.slice(0, 1)));
  }

  /** The blanks before a token. */
  gap(index: number): Span {
    const end = this.tokens[index]?.start ?? this.text.length;
    const previous = this.tokens[index - 1];
    // A byte order mark is no blank.
    const start = previous?.end ?? (this.text.startsWith('\uFEFF') ? 1 : 0);
    return { start, end };
  }

  /** Whether a token stands where `terraform fmt` puts it. */
  isClean(index: number): boolean {
    const gap = this.gap(index);
    return this.text.slice(gap.start, gap.end) === ' '.repeat(this.formatted.spaces[index] ?? 0);
  }

  /** The column at which a token starts on its line. */
  column(index: number): number {
    const start = this.tokens[index]?.start ?? 0;
    return start - (this.text.lastIndexOf('\n', start - 1) + 1);
  }
}

/** A change with the place of its new text in the text that it makes. */
interface Placed extends Change {
  readonly from: number;
  readonly to: number;
}

function placed(changes: readonly Change[]): Placed[] {
  let shift = 0;
  return changes.map((change) => {
    const from = change.start + shift;
    const to = from + change.text.length;
    shift = to - change.end;
    return { ...change, from, to };
  });
}

/** For each token after the changes, the index of the same token before them; undefined for what is new. */
function originsOf(before: Layout, after: Layout, changes: readonly Change[]): (number | undefined)[] {
  const byStart = new Map(before.tokens.map((token, index) => [token.start, index]));
  const pieces = placed(changes);
  let next = 0;
  let shift = 0;
  return after.tokens.map((token) => {
    for (let piece = pieces[next]; piece && piece.to <= token.start; piece = pieces[next]) {
      shift = piece.to - piece.end;
      next += 1;
    }
    if ((pieces[next]?.from ?? Number.POSITIVE_INFINITY) < token.end) return undefined;
    const index = byStart.get(token.start - shift);
    const old = index === undefined ? undefined : before.tokens[index];
    const isSame = old !== undefined && old.kind === token.kind && old.end - old.start === token.end - token.start;
    return isSame ? index : undefined;
  });
}

function wantedSpaces(before: Layout, after: Layout, origins: readonly (number | undefined)[]): Map<number, number> {
  const { formatted, tokens } = after;
  const canonical = (index: number) => formatted.spaces[index] ?? 0;
  const isIndentClean = [...before.firsts].every((index) => before.isClean(index));
  const wanted = new Map<number, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'end') break;
    const origin = origins[index];
    if (after.firsts.has(index) && token.kind !== 'newline') {
      if (origin === undefined ? isIndentClean : before.firsts.has(origin) && before.isClean(origin))
        wanted.set(index, canonical(index));
    } else if (origin === undefined || origins[index - 1] !== origin - 1 || before.isClean(origin))
      wanted.set(index, canonical(index));
  }
  for (const cell of ['assign', 'comment'] as const)
    for (const chain of chainsOf(formatted.lines, cell)) {
      for (const [index, spaces] of chainSpaces(chain, cell, before, after, origins)) {
        if (spaces === undefined) wanted.delete(index);
        else wanted.set(index, spaces);
      }
    }
  return new Map([...wanted].sort(([a], [b]) => a - b));
}

/** The blanks before the cells of one chain; undefined for those that are left as they stand. */
function chainSpaces(
  chain: readonly FormatLine[],
  cell: 'assign' | 'comment',
  before: Layout,
  after: Layout,
  origins: readonly (number | undefined)[],
): [number, number | undefined][] {
  const cells = chain.flatMap((line) => line[cell].slice(0, 1));
  const old = cells.flatMap((index) => origins[index] ?? []);
  if (old.every((index) => before.isClean(index)))
    return cells.map((index) => [index, after.formatted.spaces[index] ?? 1]);
  const columns = new Set(old.map((index) => before.column(index)));
  const [column] = columns;
  return cells.map((index) => {
    if (origins[index] !== undefined) return [index, undefined];
    if (old.length < 2 || columns.size > 1 || column === undefined) return [index, 1];
    const { start } = after.gap(index);
    const used = start - (after.text.lastIndexOf('\n', start - 1) + 1);
    return [index, Math.max(1, column - used)];
  });
}

/** Changes of a text, and changes of the `middle` text that they made, as changes of the text alone. */
function composed(text: string, middle: string, first: readonly Change[], second: readonly Change[]): Change[] {
  const pieces = placed(first);
  const spans = [...pieces.map(({ from, to }) => ({ start: from, end: to })), ...second];
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const clusters: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = clusters.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else clusters.push({ start, end });
  }
  const changes = clusters.map(({ start, end }) => {
    const within = second.filter((change) => change.start >= start && change.end <= end);
    const replacement = applied(
      middle.slice(start, end),
      within.map((change) => ({ ...change, start: change.start - start, end: change.end - start })),
    );
    const before = pieces.findLast((piece) => piece.to < start);
    const last = pieces.findLast((piece) => piece.to <= end);
    return trimmed(text, {
      start: start - (before ? before.to - before.end : 0),
      end: end - (last ? last.to - last.end : 0),
      text: replacement,
    });
  });
  return changes.filter((change) => change.end > change.start || change.text !== '');
}

/** A change without what it leaves the same at its ends. */
function trimmed(text: string, { start, end, text: replacement }: Change): Change {
  const old = text.slice(start, end);
  const shorter = Math.min(old.length, replacement.length);
  let head = 0;
  while (head < shorter && old[head] === replacement[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === replacement.at(-1 - tail)) tail += 1;
  return { start: start + head, end: end - tail, text: replacement.slice(head, replacement.length - tail) };
}
