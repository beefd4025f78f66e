import type { Span } from '#source/span';
import type { Expression, Unary } from '#syntax/code/form';
import { opaque } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

const UNARY: Readonly<Record<string, Unary['operator']>> = {
  '!': 'not',
  '-': '-',
  '+': '+',
  '~': '~',
  typeof: 'typeof',
  void: 'void',
  delete: 'delete',
};

/** A sign or keyword before an operand. */
export function signed(node: SyntaxNode, span: Span, operand: Expression): Expression {
  const operator = UNARY[childOf(node, 'operator')?.type ?? ''];
  return operator ? { kind: 'unary', span, operator, operand } : opaque(node, [operand]);
}
