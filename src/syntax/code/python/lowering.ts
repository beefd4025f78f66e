import type { Span } from '#source/span';
import type { Block, Expression, Opaque, Statement } from '#syntax/code/form';
import { childOf, ERROR, MAX_NESTING, type SyntaxNode } from '#syntax/code/tree';

/** How the nodes of the grammar are lowered: handed in, because expressions, functions and statements hold each other. */
export interface Lowerings {
  readonly expression: (lowering: Lowering, node: SyntaxNode) => Expression;
  readonly statement: (lowering: Lowering, node: SyntaxNode, out: Statement[]) => void;
}

/** The state of lowering one file of Python. */
export class Lowering {
  /** Statements that were nested too deep. */
  readonly broken: Span[] = [];
  /** Whether the function that is being lowered was seen to yield. */
  yields = false;
  readonly #lowerings: Lowerings;
  #nesting = 0;

  /**
   * @param text of the file
   * @param hasErrors whether the tree has nodes of the type ERROR
   * @param left parts of which only names are left
   */
  constructor(
    private readonly text: string,
    readonly hasErrors: boolean,
    lowerings: Lowerings,
    readonly left: readonly Span[] = [],
  ) {
    this.#lowerings = lowerings;
  }

  textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** Lowers an expression or a type; Opaque where it is nested too deep. */
  expression(node: SyntaxNode): Expression {
    if (this.#nesting >= MAX_NESTING) return opaque(node);
    this.#nesting += 1;
    const expression = this.#lowerings.expression(this, node);
    this.#nesting -= 1;
    return expression;
  }

  /** The expression that is this to its parent; Opaque where broken code lacks it. */
  field(parent: SyntaxNode, field: string): Expression {
    const child = childOf(parent, field);
    return child ? this.expression(child) : opaque(parent);
  }

  /** The first expression within a node such as a decorator. */
  only(parent: SyntaxNode): Expression {
    const child = parent.children.find(isCode);
    return child ? this.expression(child) : opaque(parent);
  }

  /** Lowers the statements of a block, or of none. */
  block(node: SyntaxNode | undefined): Block {
    if (!node) return [];
    return this.within(node, [], () => this.statements(node.children));
  }

  /** Lowers statements in their order. */
  statements(nodes: readonly SyntaxNode[]): Block {
    const out: Statement[] = [];
    for (const node of nodes) this.#lowerings.statement(this, node, out);
    return out;
  }

  /** Runs one level deeper; the fallback, and a broken span, where that is too deep. */
  within<T>(node: SyntaxNode, fallback: T, run: () => T): T {
    if (this.#nesting >= MAX_NESTING) {
      this.broken.push(spanOf(node));
      return fallback;
    }
    this.#nesting += 1;
    const result = run();
    this.#nesting -= 1;
    return result;
  }
}

/** The span alone, so that nothing holds the syntax tree. */
export function spanOf(span: Span): Span {
  return { start: span.start, end: span.end };
}

export function opaque(span: Span, parts: readonly Expression[] = []): Opaque {
  return { kind: 'opaque', span: spanOf(span), parts };
}

/** Names of which broken code does something. */
export function unread(span: Span, parts: readonly Expression[]): Opaque {
  return { kind: 'opaque', span: spanOf(span), parts, isUnread: true };
}

/** Whether a node is neither a keyword nor an operator nor broken. */
export function isCode(node: SyntaxNode): boolean {
  return node.isNamed && node.type !== ERROR;
}
