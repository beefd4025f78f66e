import type { Span } from '#source/span';
import type { Block, ClassCode, Expression, FunctionCode, Opaque, Pattern } from '#syntax/code/form';
import { childOf, holdsError, MAX_NESTING, outermost, type SyntaxNode } from '#syntax/code/tree';

/**
 * One file on its way to the common form. The parts of the language are lowered in modules that do not know each other: what one
 * needs of another it asks for here.
 */
export abstract class Lowering {
  /** Levels around what is being lowered. */
  depth = 0;

  constructor(readonly text: string) {}

  /** Whether the tree has errors: others are spared the search for them. */
  abstract readonly isBroken: boolean;
  abstract expression(node: SyntaxNode): Expression;
  abstract pattern(node: SyntaxNode): Pattern;
  abstract block(nodes: readonly SyntaxNode[]): Block;
  abstract functionCode(node: SyntaxNode): FunctionCode;
  /** Notes that what is in an error was lowered where it stands; all other errors follow their statement. */
  abstract placed(error: SyntaxNode): void;
  abstract classCode(node: SyntaxNode, decorators: readonly Expression[]): ClassCode;
  /** A type as an expression; undefined when it is no name and made of none. */
  abstract annotation(node: SyntaxNode): Expression | undefined;

  textOf(node: Span): string {
    return this.text.slice(node.start, node.end);
  }

  /** The name that an identifier writes, its escapes resolved. */
  nameOf(node: Span): string {
    const text = this.textOf(node);
    return text.includes('\\')
      ? text.replace(/\\u(?:\{0{0,8}([0-9a-f]{1,6})\}|([0-9a-f]{4}))/gi, (all, braced, plain) => {
          const point = Number.parseInt(braced ?? plain, 16);
          return point <= 0x10ffff ? String.fromCodePoint(point) : all;
        })
      : text;
  }

  /** The child that is this to the node as an expression; what the parser had to do without is Opaque. */
  part(node: SyntaxNode, field: string): Expression {
    const child = childOf(node, field);
    return child ? this.expression(child) : opaque(node);
  }

  /** The condition of a node. A broken one may say anything of what it names. */
  test(node: SyntaxNode): Expression {
    const condition = childOf(node, 'condition');
    const test = this.part(node, 'condition');
    if (!this.isBroken || !condition || !holdsError(condition)) return test;
    return unread(condition, [test, ...outermost(condition, NAMED).map((one) => this.expression(one))]);
  }

  /** The first expression in the node, or Opaque. */
  inner(node: SyntaxNode): Expression {
    const child = firstNamed(node);
    return child ? this.expression(child) : opaque(node);
  }

  /** What `lower` gives one level deeper; undefined when that is too deep. */
  nested<T>(lower: () => T): T | undefined {
    if (this.depth >= MAX_NESTING) return undefined;
    this.depth++;
    const result = lower();
    this.depth--;
    return result;
  }
}

export function spanOf(node: Span): Span {
  return { start: node.start, end: node.end };
}

export function opaque(node: Span, parts: readonly Expression[] = []): Opaque {
  return { kind: 'opaque', span: spanOf(node), parts };
}

/** Names of which broken code does something. */
export function unread(node: Span, parts: readonly Expression[]): Opaque {
  return { kind: 'opaque', span: spanOf(node), parts, isUnread: true };
}

/** The first child that is neither a token nor an error. */
export function firstNamed(node: SyntaxNode): SyntaxNode | undefined {
  for (const child of node.children) if (child.isNamed && child.type !== 'ERROR') return child;
  return undefined;
}

export const NAMED: ReadonlySet<string> = new Set(['identifier', 'member_expression']);

/** Whether the keyword or sign stands directly in the node. */
export function has(node: SyntaxNode, token: string): boolean {
  for (const child of node.children) if (child.type === token && !child.isNamed) return true;
  return false;
}

/** Whether the parser made the node up because it needed one here. */
export function isMissing(node: Span): boolean {
  return node.start === node.end;
}
