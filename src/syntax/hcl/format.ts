import type { Token, TokenKind } from '#syntax/hcl/tokens';

/** One line as it is laid out: a text block or a comment over several lines is part of the line on which it starts. */
export interface FormatLine {
  /** What comes before the cells below; all of the line where it has none. */
  readonly lead: readonly number[];
  /** From the `=` on, where what follows it ends on the line. */
  readonly assign: readonly number[];
  /** A comment behind something else. */
  readonly comment: readonly number[];
}

/** How `terraform fmt` lays tokens out, by the tokens' indexes. */
export interface Formatted {
  readonly lines: readonly FormatLine[];
  /** Blanks before each token. */
  readonly spaces: readonly number[];
}

/** The blanks that a level of brackets is indented by. */
const STEP = 2;

/**
 * The blanks that `terraform fmt` puts before each token: it changes nothing else, save for quotes and `"${…}"` that it
 * takes away and that are left alone here. Source: `hclwrite/format.go` of HCL 2, as Terraform 1.11 has it; held against
 * `terraform fmt` by tools/check-syntax.ts.
 */
export function formatTokens(text: string, tokens: readonly Token[]): Formatted {
  const lines = linesOf(text, tokens);
  const spaces = new Array<number>(tokens.length).fill(0);
  indent(lines, tokens, spaces);
  for (const line of lines) {
    spread(line.lead, tokens, spaces, text);
    spread(line.assign, tokens, spaces, text);
  }
  const width = (indexes: readonly number[]): number => {
    let columns = 0;
    for (const index of indexes) columns += (spaces[index] ?? 0) + columnsOf(text, tokens[index]);
    return columns;
  };
  for (const chain of chainsOf(lines, 'assign')) align(chain, 'assign', (line) => width(line.lead), spaces);
  for (const chain of chainsOf(lines, 'comment'))
    align(chain, 'comment', (line) => width(line.lead) + width(line.assign), spaces);
  return { lines, spaces };
}

/** Lines that follow one another and all have the cell: what is aligned together. */
export function chainsOf(lines: readonly FormatLine[], cell: 'assign' | 'comment'): FormatLine[][] {
  const chains: FormatLine[][] = [];
  let chain: FormatLine[] = [];
  for (const line of lines) {
    if (line[cell].length > 0) chain.push(line);
    else if (chain.length > 0) {
      chains.push(chain);
      chain = [];
    }
  }
  if (chain.length > 0) chains.push(chain);
  return chains;
}

function align(
  chain: readonly FormatLine[],
  cell: 'assign' | 'comment',
  widthOf: (line: FormatLine) => number,
  spaces: number[],
): void {
  const widths = chain.map(widthOf);
  const most = widths.reduce((a, b) => Math.max(a, b), 0);
  for (const [i, line] of chain.entries()) {
    const first = line[cell][0];
    if (first !== undefined) spaces[first] = most - (widths[i] ?? 0) + 1;
  }
}

function linesOf(text: string, tokens: readonly Token[]): FormatLine[] {
  const lines: FormatLine[] = [];
  let line: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'end') break;
    line.push(index);
    if (token.kind !== 'newline') continue;
    lines.push(cellsOf(line, text, tokens));
    line = [];
  }
  lines.push(cellsOf(line, text, tokens));
  return lines;
}

function cellsOf(indexes: readonly number[], text: string, tokens: readonly Token[]): FormatLine {
  const kind = (index: number | undefined) => (index === undefined ? undefined : tokens[index]?.kind);
  let lead = indexes;
  let comment: readonly number[] = [];
  const isEnded = kind(lead.at(-1)) === 'newline';
  const last = isEnded ? lead.at(-2) : lead.at(-1);
  const behind = last === undefined ? undefined : tokens[last];
  // A comment up to the end of the line counts with its line break; one between /* and */ only where it ends the file.
  if (last !== undefined && behind?.kind === 'comment' && lead[0] !== last) {
    if (text[behind.start] === '#' || text[behind.start + 1] === '/' || !isEnded) {
      comment = lead.slice(lead.indexOf(last));
      lead = lead.slice(0, lead.indexOf(last));
    }
  }
  const equals = lead.findIndex((index, i) => i > 0 && kind(index) === '=');
  if (equals === -1) return { lead, assign: [], comment };
  const assign = lead.slice(equals);
  const isWhole = assign.reduce((sum, index) => sum + bracketChange(kind(index)), 0) === 0;
  return isWhole ? { lead: lead.slice(0, equals), assign, comment } : { lead, assign: [], comment };
}

function indent(lines: readonly FormatLine[], tokens: readonly Token[], spaces: number[]): void {
  const open: number[] = [];
  for (const line of lines) {
    const [first] = line.lead;
    if (first === undefined || tokens[first]?.kind === 'newline') continue;
    let net = 0;
    for (const index of [...line.lead, ...line.assign]) net += bracketChange(tokens[index]?.kind);
    for (let closed = -net; closed > 0 && open.length > 0; ) {
      const last = open.pop() ?? 0;
      if (closed < last) open.push(last - closed);
      closed -= last;
    }
    spaces[first] = STEP * open.length;
    if (net > 0) open.push(net);
  }
}

function spread(cell: readonly number[], tokens: readonly Token[], spaces: number[], text: string): void {
  for (let i = 0; i + 1 < cell.length; i += 1) {
    const [before, subject, after] = [cell[i - 1], cell[i], cell[i + 1]];
    if (subject === undefined || after === undefined) continue;
    const isSpaced = spaceAfter(
      tokens[subject],
      before === undefined ? undefined : tokens[before]?.kind,
      tokens[after]?.kind,
      text,
    );
    spaces[after] = isSpaced ? 1 : 0;
  }
}

/** Tokens after which a minus is a sign, not a subtraction. */
const BEFORE_SIGN: ReadonlySet<TokenKind | undefined> = new Set([
  undefined,
  ...(['(', '{', '[', '=', ':', ',', '?', '+', '*', '/', '%', '-'] as const),
  ...(['==', '!=', '>', '>=', '<', '<=', '&&', '||', '!'] as const),
]);

const NO_SPACE_AFTER: ReadonlySet<TokenKind | undefined> = new Set(['text', 'quote', 'heredoc']);
const NO_SPACE_BEFORE: ReadonlySet<TokenKind | undefined> = new Set(['text', 'unquote', 'end-heredoc']);

/** HCL's `spaceAfterToken`, its cases in their order. */
function spaceAfter(
  token: Token | undefined,
  before: TokenKind | undefined,
  after: TokenKind | undefined,
  text: string,
): boolean {
  const subject = token?.kind;
  if (token === undefined || after === 'newline') return false;
  if (subject === 'word' && (after === '(' || after === '::')) return false;
  if (subject === '::' && after === 'word') return false;
  if (subject === '.' || after === '.' || after === ',' || after === '...') return false;
  if (subject === ',') return true;
  if (NO_SPACE_AFTER.has(subject) || NO_SPACE_BEFORE.has(after)) return false;
  if (subject === 'word' && before === 'word' && text.slice(token.start, token.end) === 'in') return true;
  if (after === '[' && (subject === 'word' || subject === 'number' || bracketChange(subject) < 0)) return false;
  if (subject === '!') return false;
  if (subject === '-') return !BEFORE_SIGN.has(before);
  if (subject === '{' || after === '}') return !(subject === '{' && after === '}');
  if ((subject === '${' || subject === '%{') && after === '{') return true;
  if (subject === '}' && after === 'end-template') return true;
  if (subject === 'end-template' && (after === '${' || after === '%{')) return false;
  return bracketChange(subject) <= 0 && bracketChange(after) >= 0;
}

function bracketChange(kind: TokenKind | undefined): number {
  if (kind === '{' || kind === '[' || kind === '(' || kind === '${' || kind === '%{') return 1;
  if (kind === '}' || kind === ']' || kind === ')' || kind === 'end-template') return -1;
  return 0;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns as HCL counts them: clusters of characters, a line break as one. */
function columnsOf(text: string, token: Token | undefined): number {
  if (token === undefined) return 0;
  const source = text.slice(token.start, token.end);
  if (/^[\x00-\x7f]*$/.test(source)) return source.length - (source.split('\r\n').length - 1);
  let columns = 0;
  for (const _ of SEGMENTER.segment(source)) columns += 1;
  return columns;
}
