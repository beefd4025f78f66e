import type { Pattern, With } from '#syntax/code/form';
import { insideBrackets } from '#syntax/code/python/chains';
import { isCode, type Lowering, opaque, spanOf } from '#syntax/code/python/lowering';
import { lowerTarget } from '#syntax/code/python/targets';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** Lowers `with` and `async with`, its items in parentheses or not. */
export function lowerWith(lowering: Lowering, node: SyntaxNode): With {
  const clause = node.children.find((child) => child.type === 'with_clause');
  const items = (clause?.children ?? [])
    .filter((child) => child.type === 'with_item')
    .map((item) => itemOf(lowering, item));
  return { kind: 'with', span: spanOf(node), items, body: lowering.block(childOf(node, 'body')) };
}

function itemOf(lowering: Lowering, item: SyntaxNode): With['items'][number] {
  const value = childOf(item, 'value');
  if (!value) return { value: opaque(item), target: undefined };
  const inner = insideBrackets(value);
  if (inner.type !== 'as_pattern') return { value: lowering.expression(inner), target: undefined };
  const alias = childOf(inner, 'alias');
  const target: Pattern | undefined = alias && lowerTarget(lowering, alias);
  const opened = inner.children.find(isCode);
  return { value: opened ? lowering.expression(opened) : opaque(inner), target };
}
