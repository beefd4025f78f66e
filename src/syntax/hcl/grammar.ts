import type { Span } from '#source/span';
import type { Attribute, Block, Body, Expression, Label, ObjectItem } from '#syntax/hcl/ast';
import { dedent, type Piece, partsOf, unescaped } from '#syntax/hcl/template';
import { type Token, type TokenKind, tokensOf } from '#syntax/hcl/tokens';
import { MAX_DEPTH, overLimit } from '#syntax/limits';
import type { Faults } from '#syntax/reading';

type BinaryOperator = Extract<Expression, { kind: 'binary' }>['operator'];

/** Weakest first. Source: HCL's `binaryOps`. */
const PRECEDENCE: readonly (readonly TokenKind[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

const CLOSERS: { readonly [open: string]: TokenKind | undefined } = { '{': '}', '[': ']', '(': ')' };

/** Blocks that stand at the top of a Terraform file: where reading starts again after a bracket that is not closed. */
const TOP_LEVEL = new Set(
  'resource data module variable output locals provider terraform moved import removed check ephemeral'.split(' '),
);

/**
 * Reads a text of HCL's native syntax into its tree; around errors, what can be read in its place is read. The grammar is
 * that of HCL's specification (`hclsyntax/spec.md`), line breaks and all, with the recovery our own.
 * @throws LimitExceeded past the limits of depth and tokens
 */
export function readHcl(text: string, faults: Faults): Body {
  return new Grammar(text, tokensOf(text, faults), faults).file();
}

/**
 * Reads a template that has no quotes around it, as a string of JSON syntax has it.
 * @throws LimitExceeded past the limits of depth and tokens
 */
export function readTemplate(text: string, faults: Faults): Expression {
  return new Grammar(text, tokensOf(text, faults, 'template'), faults).template();
}

/** A broken file of 100,000 tokens may look through itself some 50 times. */
const MAX_SKIPS = 5_000_000;

class Grammar {
  readonly #tokens: readonly Token[];
  /** Whether line breaks end an expression; within parentheses and brackets they do not. */
  readonly #breaks: boolean[] = [true];
  readonly #depths = new Map<Expression, number>();
  readonly #isUnbalanced: boolean;
  #at = 0;
  #level = 0;
  /** Set from an error until the construct around it has found its place again. */
  #isLost = false;
  /** Tokens that may still be looked at in search of a bracket's end: one search passes all of a file, many must not. */
  #skips = MAX_SKIPS;

  constructor(
    readonly text: string,
    tokens: readonly Token[],
    readonly faults: Faults,
  ) {
    this.#tokens = tokens.filter((token) => token.kind !== 'comment');
    this.#isUnbalanced = !isBalanced(this.#tokens);
  }

  file(): Body {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    for (;;) {
      this.#items(attributes, blocks);
      const token = this.#peek();
      if (token.kind === 'end') break;
      this.#fault(token, 'No { is open here; remove this.');
      this.#isLost = false;
      this.#at += 1;
    }
    return { span: { start: 0, end: this.text.length }, attributes, blocks };
  }

  template(): Expression {
    const span = { start: 0, end: this.text.length };
    return this.#templateOf(this.#pieces('end', false), span, false);
  }

  // Tokens

  #peek(ahead = 0): Token {
    let at = this.#at;
    for (let left = ahead; ; at += 1) {
      const token = this.#tokens[at];
      if (token === undefined) return this.#last();
      if (token.kind === 'newline' && this.#breaks.at(-1) === false) continue;
      if (left === 0) return token;
      left -= 1;
    }
  }

  #last(): Token {
    return this.#tokens.at(-1) ?? { kind: 'end', start: this.text.length, end: this.text.length };
  }

  #read(): Token {
    const token = this.#peek();
    while (this.#tokens[this.#at] !== token && this.#at < this.#tokens.length) this.#at += 1;
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  #accept(kind: TokenKind): Token | undefined {
    return this.#peek().kind === kind ? this.#read() : undefined;
  }

  /** Where the token that was read last ends. */
  #end(): number {
    for (let at = this.#at - 1; at >= 0; at -= 1) {
      const token = this.#tokens[at];
      if (token && token.kind !== 'newline') return token.end;
    }
    return 0;
  }

  #textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  #isWord(token: Token, word: string): boolean {
    return token.kind === 'word' && token.end - token.start === word.length && this.text.startsWith(word, token.start);
  }

  #fault(at: Token, message: string): void {
    if (!this.#isLost) this.faults.add('syntax', { start: at.start, end: at.end }, message);
    this.#isLost = true;
  }

  #within<T>(breaks: boolean, read: () => T): T {
    this.#breaks.push(breaks);
    try {
      return read();
    } finally {
      this.#breaks.pop();
    }
  }

  // Bodies

  /** Reads arguments and blocks up to a closing brace, the end, or where a bracket left open must have been closed. */
  #items(attributes: Attribute[], blocks: Block[], isOneLine = false): void {
    for (;;) {
      const token = this.#peek();
      if (token.kind === 'newline') this.#read();
      else if (token.kind === 'end' || token.kind === '}') return;
      else if (this.#level > 0 && this.#isRestart(this.#at)) return;
      else {
        this.#item(token, attributes, blocks, isOneLine);
        if (this.#isLost) this.#recover();
      }
    }
  }

  #item(token: Token, attributes: Attribute[], blocks: Block[], isOneLine: boolean): void {
    if (token.kind !== 'word') {
      this.#fault(token, 'The name of an argument or block is expected here.');
      return;
    }
    this.#read();
    const next = this.#peek();
    if (next.kind === '=') {
      this.#read();
      attributes.push(this.#attribute(token));
      if (!this.#isLost) this.#endOfItem(isOneLine);
    } else if (next.kind === '{' || next.kind === 'quote' || next.kind === 'word') {
      const block = this.#block(token);
      if (block) blocks.push(block);
      if (!this.#isLost) this.#endOfItem(false);
    } else this.#fault(next, 'An = or a block is expected after this name.');
  }

  /** @param isOneLine whether the block stands on one line, with one argument in it */
  #endOfItem(isOneLine: boolean): void {
    const token = this.#peek();
    if (token.kind === 'newline' || token.kind === 'end' || (token.kind === '}' && isOneLine)) return;
    this.#fault(token, 'A line break is expected here, after the end of the argument or block.');
  }

  #attribute(name: Token): Attribute {
    const value = this.#expression();
    return {
      name: this.#textOf(name),
      nameSpan: spanOf(name),
      span: { start: name.start, end: Math.max(name.end, value.span.end) },
      value,
    };
  }

  #block(type: Token): Block | undefined {
    const labels: Label[] = [];
    for (;;) {
      const token = this.#peek();
      if (token.kind === '{') break;
      if (token.kind === 'word') {
        this.#read();
        labels.push({ text: this.#textOf(token), span: spanOf(token) });
      } else if (token.kind === 'quote') {
        const label = this.#term();
        if (label.kind !== 'literal') {
          this.#fault(token, 'A block label must be plain text; remove the template sequence.');
          return undefined;
        }
        labels.push({ text: String(label.value), span: label.span });
      } else {
        this.#fault(token, 'The { of a block is expected here.');
        return undefined;
      }
    }
    const header = { start: type.start, end: this.#end() };
    const open = this.#read();
    const body = this.#body(open);
    return {
      type: this.#textOf(type),
      typeSpan: spanOf(type),
      labels,
      body,
      span: { start: type.start, end: Math.max(open.end, this.#end()) },
      header,
    };
  }

  #body(open: Token): Body {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    this.#enter(open);
    const isOneLine = this.#tokens[this.#at]?.kind !== 'newline';
    this.#within(true, () => this.#items(attributes, blocks, isOneLine));
    this.#level -= 1;
    const end = this.#peek();
    if (end.kind === '}') this.#read();
    else {
      this.faults.add('syntax', spanOf(open), 'This { is not closed; add the closing }.');
      this.#isLost = true;
    }
    const inner = { start: open.end, end: Math.max(open.end, end.kind === '}' ? end.start : this.#end()) };
    return { span: inner, attributes, blocks };
  }

  #enter(at: Span): void {
    this.#level += 1;
    if (this.#level > MAX_DEPTH) throw overLimit.depth(at.start);
  }

  /** Skips to the end of the line on which reading stopped, whole brackets at a time. */
  #recover(): void {
    this.#isLost = false;
    let open = 0;
    for (; this.#at < this.#tokens.length; this.#at += 1) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token.kind === 'end') return;
      if (this.#isRestart(this.#at)) return;
      if (token.kind === 'newline' && open <= 0) return;
      if (isOpening(token.kind)) open += 1;
      if (isClosing(token.kind)) {
        if (token.kind === '}' && open <= 0) return;
        open -= 1;
      }
    }
  }

  /** Whether a top-level block starts at a token that stands first on its line, in a file whose brackets do not match. */
  #isRestart(at: number): boolean {
    if (!this.#isUnbalanced) return false;
    const token = this.#tokens[at];
    if (token?.kind !== 'word' || !TOP_LEVEL.has(this.#textOf(token))) return false;
    if (token.start > 0 && this.text[token.start - 1] !== '\n') return false;
    for (let next = at + 1; next < at + 10; next += 1) {
      const kind = this.#tokens[next]?.kind;
      if (kind === '{') return true;
      if (kind !== 'quote' && kind !== 'text' && kind !== 'unquote' && kind !== 'word') return false;
    }
    return false;
  }

  // Expressions

  /** @param below in an array, since a list as long as a file allows is too much for arguments of a call */
  #node(expression: Expression, below: readonly Expression[] = []): Expression {
    let depth = 0;
    for (const one of below) depth = Math.max(depth, this.#depths.get(one) ?? 0);
    if (depth >= MAX_DEPTH) throw overLimit.depth(expression.span.start);
    this.#depths.set(expression, depth + 1);
    return expression;
  }

  #error(at: Token, message: string): Expression {
    this.#fault(at, message);
    const start = Math.min(at.start, Math.max(this.#end(), 0));
    return { kind: 'error', span: { start, end: start } };
  }

  #expression(): Expression {
    this.#enter(this.#peek());
    const condition = this.#binary(0);
    const result = this.#accept('?') && !this.#isLost ? this.#conditional(condition) : condition;
    this.#level -= 1;
    return result;
  }

  #conditional(condition: Expression): Expression {
    const yes = this.#expression();
    if (!this.#isLost && !this.#accept(':')) this.#fault(this.#peek(), 'The : of a condition is expected here.');
    if (this.#isLost) return this.#node({ kind: 'error', span: join(condition.span, yes.span) });
    const no = this.#expression();
    const span = join(condition.span, no.span);
    return this.#node({ kind: 'conditional', condition, yes, no, span }, [condition, yes, no]);
  }

  #binary(strength: number): Expression {
    const operators = PRECEDENCE[strength];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(strength + 1);
    while (!this.#isLost && operators.includes(this.#peek().kind)) {
      const operator = this.#read().kind as BinaryOperator;
      const right = this.#binary(strength + 1);
      left = this.#node({ kind: 'binary', operator, left, right, span: join(left.span, right.span) }, [left, right]);
    }
    return left;
  }

  #unary(): Expression {
    const token = this.#peek();
    if (token.kind !== '-' && token.kind !== '!') return this.#traversal();
    this.#enter(token);
    this.#read();
    const operand = this.#unary();
    this.#level -= 1;
    const span = { start: token.start, end: Math.max(token.end, operand.span.end) };
    return this.#node({ kind: 'unary', operator: token.kind, operand, span }, [operand]);
  }

  #traversal(): Expression {
    let of = this.#term();
    while (!this.#isLost) {
      const token = this.#peek();
      if (token.kind === '.') of = this.#dot(of);
      else if (token.kind === '[') of = this.#index(of);
      else return of;
    }
    return of;
  }

  #dot(of: Expression): Expression {
    const dot = this.#read();
    const next = this.#peek();
    if (next.kind === 'word') {
      this.#read();
      const span = { start: of.span.start, end: next.end };
      return this.#node({ kind: 'attribute', of, name: this.#textOf(next), span }, [of]);
    }
    if (next.kind === 'number') {
      this.#read();
      return this.#legacyIndexes(of, next);
    }
    if (next.kind === '*') {
      this.#read();
      return this.#splat(of, next, false);
    }
    this.#fault(next, 'The name of an attribute is expected after this dot.');
    return this.#node({ kind: 'error', span: { start: of.span.start, end: dot.end } });
  }

  /** `a.0`, and `a.0.1`, whose `0.1` is scanned as one number. */
  #legacyIndexes(of: Expression, number: Token): Expression {
    let result = of;
    let at = number.start;
    for (const digits of this.#textOf(number).split('.')) {
      const span = { start: at, end: at + digits.length };
      const key = this.#node({ kind: 'literal', value: Number(digits), span });
      result = this.#node({ kind: 'index', of: result, key, span: { start: of.span.start, end: span.end } }, [
        result,
        key,
      ]);
      at = span.end + 1;
    }
    return result;
  }

  #index(of: Expression): Expression {
    const open = this.#read();
    const star = this.#within(false, () => {
      if (this.#peek().kind !== '*' || this.#peek(1).kind !== ']') return undefined;
      this.#read();
      return this.#read();
    });
    if (star) return this.#splat(of, star, true);
    const { inner: key, end } = this.#bracketed(open, ']');
    return this.#node({ kind: 'index', of, key, span: { start: of.span.start, end } }, [of, key]);
  }

  #bracketed(open: Token, closer: TokenKind): { readonly inner: Expression; readonly end: number } {
    return this.#within(false, () => {
      const inner = this.#expression();
      if (!this.#isLost && this.#peek().kind !== closer)
        this.#fault(this.#peek(), `The ${closer} of this ${open.kind} is expected here.`);
      if (this.#isLost) this.#skipTo(closer);
      const end = this.#accept(closer)?.end ?? this.#end();
      return { inner, end };
    });
  }

  #splat(of: Expression, star: Token, full: boolean): Expression {
    let each = this.#node({ kind: 'variable', name: '*', span: { start: star.end, end: star.end } });
    while (!this.#isLost) {
      const token = this.#peek();
      const next = this.#peek(1).kind;
      if (token.kind === '.' && (next === 'word' || next === 'number')) each = this.#dot(each);
      else if (full && token.kind === '[') each = this.#index(each);
      else if (full && token.kind === '.' && next === '*') each = this.#dot(each);
      else break;
    }
    const end = Math.max(star.end, each.span.end);
    return this.#node({ kind: 'splat', of, each, full, span: { start: of.span.start, end } }, [of, each]);
  }

  #term(): Expression {
    const token = this.#peek();
    switch (token.kind) {
      case 'word':
        this.#read();
        return this.#word(token);
      case 'number':
        this.#read();
        return this.#node({ kind: 'literal', value: Number(this.#textOf(token)), span: spanOf(token) });
      case 'quote':
        return this.#quoted();
      case 'heredoc':
        return this.#heredoc();
      case '[':
        return this.#tuple();
      case '{':
        return this.#object();
      case '(': {
        this.#read();
        const { inner, end } = this.#bracketed(token, ')');
        return this.#node({ kind: 'parentheses', inner, span: { start: token.start, end } }, [inner]);
      }
      default:
        return this.#error(token, 'A value is expected here.');
    }
  }

  #word(token: Token): Expression {
    const name = this.#textOf(token);
    const next = this.#peek().kind;
    if (next === '(' || next === '::') return this.#call(token);
    const span = spanOf(token);
    if (name === 'true' || name === 'false') return this.#node({ kind: 'literal', value: name === 'true', span });
    if (name === 'null') return this.#node({ kind: 'literal', value: null, span });
    return this.#node({ kind: 'variable', name, span });
  }

  #call(first: Token): Expression {
    let name = this.#textOf(first);
    while (this.#accept('::')) {
      const part = this.#accept('word');
      if (part === undefined) return this.#error(this.#peek(), 'The name of a function is expected after ::.');
      name += `::${this.#textOf(part)}`;
    }
    const nameSpan = { start: first.start, end: this.#end() };
    const open = this.#accept('(');
    if (open === undefined) return this.#error(this.#peek(), 'The ( of a function call is expected here.');
    const args: Expression[] = [];
    let spread = false;
    const end = this.#within(false, () => {
      for (;;) {
        if (this.#peek().kind === ')') break;
        if (this.#isClosedBefore()) break;
        args.push(this.#expression());
        if (!this.#isLost && this.#accept('...')) {
          spread = true;
          if (this.#peek().kind !== ')') this.#fault(this.#peek(), 'After ... only the ) of the call may follow.');
        } else if (!this.#isLost && this.#peek().kind !== ')' && this.#peek().kind !== ',')
          this.#fault(this.#peek(), 'A comma or ) is expected here.');
        if (this.#isLost) this.#skipTo(')', ',');
        if (this.#isLost || !this.#accept(',')) break;
      }
      return this.#closing(open, ')');
    });
    const span = { start: first.start, end };
    return this.#node({ kind: 'call', name, nameSpan, args, spread, span }, args);
  }

  #tuple(): Expression {
    const open = this.#read();
    return this.#within(false, () => {
      if (this.#isWord(this.#peek(), 'for')) return this.#for(open, false);
      const items: Expression[] = [];
      while (this.#peek().kind !== ']' && !this.#isClosedBefore()) {
        items.push(this.#expression());
        if (!this.#isLost && this.#peek().kind !== ']' && this.#peek().kind !== ',')
          this.#fault(this.#peek(), 'A comma or ] is expected here.');
        if (this.#isLost) this.#skipTo(']', ',');
        if (this.#isLost || !this.#accept(',')) break;
      }
      const end = this.#closing(open, ']');
      return this.#node({ kind: 'tuple', items, span: { start: open.start, end } }, items);
    });
  }

  #object(): Expression {
    const open = this.#read();
    if (this.#within(false, () => this.#isWord(this.#peek(), 'for')))
      return this.#within(false, () => this.#for(open, true));
    return this.#within(true, () => {
      const items: ObjectItem[] = [];
      for (;;) {
        while (this.#accept('newline') !== undefined);
        if (this.#peek().kind === '}' || this.#isClosedBefore()) break;
        const item = this.#objectItem();
        if (item) items.push(item);
        if (!this.#isLost && !isEndOfEntry(this.#peek().kind))
          this.#fault(this.#peek(), 'A line break, a comma or } is expected here.');
        if (this.#isLost) this.#skipTo('}', ',', 'newline');
        if (this.#isLost || (!this.#accept(',') && this.#peek().kind !== 'newline')) break;
      }
      const end = this.#closing(open, '}');
      const span = { start: open.start, end };
      return this.#node(
        { kind: 'object', items, span },
        items.flatMap((item) => [item.key, item.value]),
      );
    });
  }

  #objectItem(): ObjectItem | undefined {
    const first = this.#peek();
    const after = this.#peek(1).kind;
    let key: Expression;
    if (first.kind === 'word' && (after === '=' || after === ':')) {
      this.#read();
      key = this.#node({ kind: 'literal', value: this.#textOf(first), span: spanOf(first) });
    } else key = this.#expression();
    if (this.#isLost) return undefined;
    if (!this.#accept('=') && !this.#accept(':')) {
      this.#fault(this.#peek(), 'An = is expected after this key.');
      return undefined;
    }
    const value = this.#expression();
    return { key, value, span: join(key.span, value.span) };
  }

  #for(open: Token, object: boolean): Expression {
    this.#read();
    const closer = object ? '}' : ']';
    const first = this.#accept('word');
    const second = this.#accept(',') ? this.#accept('word') : undefined;
    const fail = (message: string): Expression => {
      this.#fault(this.#peek(), message);
      this.#skipTo(closer);
      return this.#node({ kind: 'error', span: { start: open.start, end: this.#closing(open, closer) } });
    };
    if (first === undefined) return fail('The name of a variable is expected after for.');
    if (!this.#isWord(this.#peek(), 'in')) return fail('The word in is expected here.');
    this.#read();
    const collection = this.#expression();
    if (this.#isLost || !this.#accept(':')) return fail('The : of a for expression is expected here.');
    let value = this.#expression();
    let keyOf: Expression | undefined;
    if (object) {
      if (this.#isLost || !this.#accept('=>')) return fail('The => between key and value is expected here.');
      keyOf = value;
      value = this.#expression();
    }
    const group = !this.#isLost && this.#accept('...') !== undefined;
    let condition: Expression | undefined;
    if (!this.#isLost && this.#isWord(this.#peek(), 'if')) {
      this.#read();
      condition = this.#expression();
    }
    if (!this.#isLost && this.#peek().kind !== closer)
      this.#fault(this.#peek(), `The ${closer} of this ${open.kind} is expected here.`);
    if (this.#isLost) this.#skipTo(closer);
    const end = this.#closing(open, closer);
    return this.#node(
      {
        kind: 'for',
        object,
        key: second ? this.#textOf(first) : undefined,
        item: this.#textOf(second ?? first),
        collection,
        keyOf,
        valueOf: value,
        condition,
        group,
        span: { start: open.start, end },
      },
      [collection, value, keyOf, condition].filter((one) => one !== undefined),
    );
  }

  /** Whether the bracket that is being read must have been closed before the next token. */
  #isClosedBefore(): boolean {
    const token = this.#peek();
    if (token.kind === 'end' || isClosing(token.kind)) return true;
    if (!this.#isUnbalanced) return false;
    const at = this.#tokens.indexOf(token, this.#at);
    return this.#isRestart(at);
  }

  /** Reads the closing bracket, or tells that it is missing. Gives where the construct ends. */
  #closing(open: Token, closer: TokenKind): number {
    const token = this.#accept(closer);
    if (token) return token.end;
    if (!this.#isLost)
      this.faults.add('syntax', spanOf(open), `This ${open.kind} is not closed; add the closing ${closer}.`);
    this.#isLost = true;
    return Math.max(open.end, this.#end());
  }

  /** After an error within brackets: skips to one of these signs beside the error, whole brackets at a time. */
  #skipTo(...kinds: readonly TokenKind[]): void {
    const open: TokenKind[] = [];
    for (let at = this.#at; at < this.#tokens.length && this.#skips > 0; at += 1) {
      this.#skips -= 1;
      const token = this.#tokens[at];
      if (token === undefined || token.kind === 'end' || this.#isRestart(at)) break;
      if (open.length === 0 && kinds.includes(token.kind)) {
        this.#at = at;
        this.#isLost = false;
        return;
      }
      const closer = CLOSERS[token.kind];
      if (closer) open.push(closer);
      else if (token.kind === 'quote') open.push('unquote');
      else if (token.kind === 'heredoc') open.push('end-heredoc');
      else if (token.kind === '${' || token.kind === '%{') open.push('end-template');
      else if (token.kind === open.at(-1)) open.pop();
      else if (isClosing(token.kind)) break;
    }
  }

  // Templates

  #quoted(): Expression {
    const open = this.#read();
    const pieces = this.#pieces('unquote', true);
    const end = this.#accept('unquote')?.end ?? this.#end();
    return this.#templateOf(pieces, { start: open.start, end }, false);
  }

  #heredoc(): Expression {
    const open = this.#read();
    const pieces = this.#pieces('end-heredoc', false);
    const last = this.#accept('end-heredoc');
    const end = last ? last.start + this.#textOf(last).trimEnd().length : this.#end();
    if (this.text[open.start + 2] === '-') dedent(pieces);
    return this.#templateOf(pieces, { start: open.start, end }, true);
  }

  #templateOf(pieces: readonly Piece[], span: Span, heredoc: boolean): Expression {
    if (pieces.every((piece) => piece.kind === 'text'))
      return this.#node({ kind: 'literal', value: pieces.map((piece) => piece.text).join(''), span });
    const parts = partsOf(pieces, this.faults, MAX_DEPTH - this.#level, (at) => {
      throw overLimit.depth(at);
    });
    return this.#node({ kind: 'template', parts, heredoc, span }, expressionsOf(pieces));
  }

  #pieces(end: TokenKind, isQuoted: boolean): Piece[] {
    const pieces: Piece[] = [];
    let trimsNext = false;
    for (;;) {
      const token = this.#peekRaw();
      if (token.kind === end || token.kind === 'end') return pieces;
      if (token.kind === 'text') {
        this.#at += 1;
        const piece = this.#text(token, isQuoted);
        pieces.push(trimsNext ? { ...piece, text: piece.text.trimStart() } : piece);
        trimsNext = false;
      } else if (token.kind === '${' || token.kind === '%{') {
        const previous = pieces.at(-1);
        if (token.end - token.start === 3 && previous?.kind === 'text') previous.text = previous.text.trimEnd();
        this.#at += 1;
        const close = this.#sequence(token, pieces);
        trimsNext = close !== undefined && close.end - close.start === 2;
      } else return pieces;
    }
  }

  #peekRaw(): Token {
    return this.#tokens[this.#at] ?? this.#last();
  }

  #text(token: Token, isQuoted: boolean): Extract<Piece, { kind: 'text' }> {
    const { text, fault } = unescaped(this.#textOf(token), isQuoted);
    if (fault !== undefined) {
      const start = token.start + fault;
      this.faults.add(
        'syntax',
        { start, end: start + 2 },
        'This backslash escape is not valid; a backslash is written \\\\.',
      );
    }
    return { kind: 'text', text, span: spanOf(token) };
  }

  /** Reads `${…}` or `%{…}` whose opening was read. Gives its closing token. */
  #sequence(open: Token, pieces: Piece[]): Token | undefined {
    return this.#within(false, () => {
      const piece = open.kind === '${' ? this.#interpolation() : this.#directive();
      if (!this.#isLost && this.#peek().kind !== 'end-template')
        this.#fault(this.#peek(), 'The } of this template sequence is expected here.');
      if (this.#isLost) this.#skipTo('end-template');
      const close = this.#accept('end-template');
      pieces.push({ ...piece, span: { start: open.start, end: close?.end ?? this.#end() } } as Piece);
      return close;
    });
  }

  #interpolation(): Piece {
    const value = this.#expression();
    return { kind: 'interpolation', value, span: value.span };
  }

  #directive(): Piece {
    const token = this.#peek();
    const word = token.kind === 'word' ? this.#textOf(token) : '';
    if (word === 'if') {
      this.#read();
      const condition = this.#expression();
      return { kind: 'if', condition, span: condition.span };
    }
    if (word === 'else' || word === 'endif' || word === 'endfor') {
      this.#read();
      return { kind: word, span: spanOf(token) };
    }
    if (word !== 'for') {
      this.#fault(token, 'A template directive starts with if, else, endif, for or endfor; write %%{ for the text %{.');
      return { kind: 'error', span: spanOf(token) };
    }
    this.#read();
    const first = this.#accept('word');
    const second = this.#accept(',') ? this.#accept('word') : undefined;
    if (first === undefined || !this.#isWord(this.#peek(), 'in')) {
      this.#fault(this.#peek(), 'A directive for is written %{ for item in collection }.');
      return { kind: 'error', span: spanOf(token) };
    }
    this.#read();
    const collection = this.#expression();
    return {
      kind: 'for',
      key: second ? this.#textOf(first) : undefined,
      item: this.#textOf(second ?? first),
      collection,
      span: collection.span,
    };
  }
}

function expressionsOf(pieces: readonly Piece[]): Expression[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'interpolation'
      ? [piece.value]
      : piece.kind === 'if'
        ? [piece.condition]
        : piece.kind === 'for'
          ? [piece.collection]
          : [],
  );
}

function spanOf(token: Span): Span {
  return { start: token.start, end: token.end };
}

function join(first: Span, last: Span): Span {
  return { start: first.start, end: Math.max(first.end, last.end) };
}

function isOpening(kind: TokenKind): boolean {
  return kind === '{' || kind === '[' || kind === '(' || kind === '${' || kind === '%{';
}

function isClosing(kind: TokenKind): boolean {
  return kind === '}' || kind === ']' || kind === ')' || kind === 'end-template';
}

function isEndOfEntry(kind: TokenKind): boolean {
  return kind === 'newline' || kind === ',' || kind === '}';
}

/** Whether every bracket of code is closed by its like. */
function isBalanced(tokens: readonly Token[]): boolean {
  const open: TokenKind[] = [];
  for (const { kind } of tokens) {
    const closer = kind === '${' || kind === '%{' ? 'end-template' : CLOSERS[kind];
    if (closer) open.push(closer);
    else if (isClosing(kind) && open.pop() !== kind) return false;
  }
  return open.length === 0;
}
