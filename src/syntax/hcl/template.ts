import type { Span } from '#source/span';
import type { Expression, TemplatePart } from '#syntax/hcl/ast';
import type { Faults } from '#syntax/reading';

/** A template as it stands, its sequences one after the other, before directives are nested. */
export type Piece =
  | { readonly kind: 'text'; text: string; span: Span }
  | { readonly kind: 'interpolation'; readonly value: Expression; readonly span: Span }
  | { readonly kind: 'if'; readonly condition: Expression; readonly span: Span }
  | {
      readonly kind: 'for';
      readonly key: string | undefined;
      readonly item: string;
      readonly collection: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'else' | 'endif' | 'endfor' | 'error'; readonly span: Span };

/**
 * Takes from the lines of a `<<-` heredoc the blanks that all of them start with; lines of blanks alone do not count.
 * Source: HCL's `flushHeredocTemplateParts`.
 */
export function dedent(pieces: readonly Piece[]): void {
  let least = Number.POSITIVE_INFINITY;
  let isLineStart = true;
  const lines: Extract<Piece, { kind: 'text' }>[] = [];
  for (const piece of pieces) {
    if (isLineStart) {
      isLineStart = false;
      let blanks = 0;
      if (piece.kind === 'text') {
        const rest = piece.text.trimStart();
        if (rest === '' && piece.text.endsWith('\n')) blanks = Number.POSITIVE_INFINITY;
        else {
          blanks = piece.text.length - rest.length;
          lines.push(piece);
        }
      }
      least = Math.min(least, blanks);
    }
    if (piece.kind === 'text' && piece.text.endsWith('\n')) isLineStart = true;
  }
  if (least === 0 || least === Number.POSITIVE_INFINITY) return;
  for (const line of lines) {
    line.text = line.text.slice(least);
    line.span = { start: line.span.start + least, end: line.span.end };
  }
}

interface Open {
  readonly piece: Extract<Piece, { kind: 'if' | 'for' }>;
  readonly yes: TemplatePart[];
  no: TemplatePart[] | undefined;
}

/**
 * Nests what stands between `%{if}` and `%{endif}`, `%{for}` and `%{endfor}`. A directive without its end holds the rest.
 * @param tooDeep called when directives nest deeper than `depth`; throws
 */
export function partsOf(
  pieces: readonly Piece[],
  faults: Faults,
  depth: number,
  tooDeep: (at: number) => never,
): TemplatePart[] {
  const parts: TemplatePart[] = [];
  const open: Open[] = [];
  const place = (part: TemplatePart): void => {
    const holder = open.at(-1);
    (holder ? (holder.no ?? holder.yes) : parts).push(part);
  };
  const close = (end: number): void => {
    const closed = open.pop();
    if (closed === undefined) return;
    const { piece, yes, no } = closed;
    const span = { start: piece.span.start, end };
    if (piece.kind === 'if') place({ kind: 'if', condition: piece.condition, yes, no: no ?? [], span });
    else place({ kind: 'for', key: piece.key, item: piece.item, collection: piece.collection, body: yes, span });
  };
  for (const piece of pieces) {
    const holder = open.at(-1);
    if (piece.kind === 'text') {
      if (piece.text !== '') place({ kind: 'text', text: piece.text, span: piece.span });
    } else if (piece.kind === 'interpolation') place(piece);
    else if (piece.kind === 'if' || piece.kind === 'for') {
      if (open.length >= depth) tooDeep(piece.span.start);
      open.push({ piece, yes: [], no: undefined });
    } else if (piece.kind === 'else' && holder?.piece.kind === 'if' && holder.no === undefined) holder.no = [];
    else if (piece.kind === 'endif' && holder?.piece.kind === 'if') close(piece.span.end);
    else if (piece.kind === 'endfor' && holder?.piece.kind === 'for') close(piece.span.end);
    else if (piece.kind !== 'error')
      faults.add('syntax', piece.span, `No %{ ${piece.kind === 'endfor' ? 'for' : 'if'} } is open here; remove this.`);
  }
  const last = pieces.at(-1);
  while (last && open.length > 0) {
    const at = open.at(-1)?.piece;
    if (at)
      faults.add(
        'syntax',
        at.span,
        `This %{ ${at.kind} } is not closed; add %{ ${at.kind === 'if' ? 'endif' : 'endfor'} }.`,
      );
    close(last.span.end);
  }
  return parts;
}

/** Text without its escapes: of quotes with backslashes, of all templates `$${` and `%%{`. Undefined for an invalid one. */
export function unescaped(
  source: string,
  isQuoted: boolean,
): { readonly text: string; readonly fault: number | undefined } {
  if (!/[\\$%]/.test(source)) return { text: source, fault: undefined };
  let text = '';
  let fault: number | undefined;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if ((sign === '$' || sign === '%') && source[at + 1] === sign && source[at + 2] === '{') {
      text += `${sign}{`;
      at += 2;
    } else if (sign === '\\' && isQuoted) {
      const next = source.charAt(at + 1);
      const digits = next === 'u' ? 4 : next === 'U' ? 8 : 0;
      const simple = ESCAPES[next];
      if (simple !== undefined) {
        text += simple;
        at += 1;
      } else if (digits > 0 && isHex(source.slice(at + 2, at + 2 + digits), digits)) {
        text += characterOf(Number.parseInt(source.slice(at + 2, at + 2 + digits), 16));
        at += 1 + digits;
      } else {
        fault ??= at;
        text += sign;
      }
    } else text += sign;
  }
  return { text, fault };
}

const ESCAPES: { readonly [sign: string]: string | undefined } = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function isHex(digits: string, count: number): boolean {
  return digits.length === count && /^[0-9a-fA-F]+$/.test(digits);
}

/** Go turns what is no character into U+FFFD. */
function characterOf(point: number): string {
  return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(point);
}
