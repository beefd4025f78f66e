import type { Span } from '#source/span';
import type { Block, Expression, Loop, Statement } from '#syntax/code/form';
import { type Lowering, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

const EMPTY = {
  initial: [],
  test: undefined,
  update: undefined,
  target: undefined,
  iterable: undefined,
  otherwise: [],
} as const;

/** `for (;;)`, `for (… of …)`, `for (… in …)`, `while` and `do`. */
export function lowerLoop(node: SyntaxNode, on: Lowering): Loop {
  const loop = { ...EMPTY, kind: 'loop', span: spanOf(node) } as const;
  switch (node.type) {
    case 'for_in_statement': {
      const target = childOf(node, 'left');
      const how = childOf(node, 'operator')?.type === 'in' ? 'for-in' : 'for-of';
      const iterable = on.part(node, 'right');
      return { ...loop, how, target: target && on.pattern(target), iterable, body: bodyOf(node, 'body', on) };
    }
    case 'for_statement': {
      const initial = childOf(node, 'initializer');
      return {
        ...loop,
        how: 'for',
        initial: initial ? initialOf(initial, on) : [],
        test: optional(childOf(node, 'condition'), on),
        update: optional(childOf(node, 'increment'), on),
        body: bodyOf(node, 'body', on),
      };
    }
    default: {
      const how = node.type === 'do_statement' ? 'do-while' : 'while';
      return { ...loop, how, test: on.part(node, 'condition'), body: bodyOf(node, 'body', on) };
    }
  }
}

/** `do { … } while (false)`. */
export function once(span: Span, body: Block, test: Expression): Loop {
  return { ...EMPTY, kind: 'loop', span, how: 'do-while', test, body };
}

/** The statements of a block, or the one that stands instead of it. */
export function bodyOf(node: SyntaxNode, field: string, on: Lowering): Block {
  const body = childOf(node, field);
  if (!body) return [];
  return on.block(body.type === 'statement_block' ? body.children : [body]);
}

function initialOf(node: SyntaxNode, on: Lowering): readonly Statement[] {
  if (node.type === 'lexical_declaration' || node.type === 'variable_declaration' || node.type === 'empty_statement')
    return on.block([node]);
  return [{ kind: 'expression', span: spanOf(node), value: on.expression(node) }];
}

function optional(node: SyntaxNode | undefined, on: Lowering) {
  return node?.isNamed && node.type !== 'empty_statement' ? on.expression(node) : undefined;
}
