import type { Expression } from '#syntax/code/form';
import { numberValue, stringValue } from '#syntax/code/javascript/literals';
import { firstNamed, type Lowering } from '#syntax/code/javascript/lowering';
import type { SyntaxNode } from '#syntax/code/tree';

/**
 * A property's key: an identifier, a string or a number as text; `#secret` with its sign; `[computed]` as an expression unless it is
 * constant.
 */
export function lowerKey(node: SyntaxNode, on: Lowering): string | Expression {
  if (node.type !== 'computed_property_name') return constantKey(node, on) ?? on.nameOf(node);
  const inner = firstNamed(node);
  return (inner && constantKey(inner, on)) ?? on.inner(node);
}

/** The property that a literal string or number names; undefined for all other expressions. */
export function constantKey(node: SyntaxNode, on: Lowering): string | undefined {
  if (node.type === 'string') return stringValue(on.textOf(node));
  if (node.type === 'number') return String(numberValue(on.textOf(node)));
  return undefined;
}
