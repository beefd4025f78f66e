import type { Argument } from '#syntax/code/form';
import { type Lowering, spanOf } from '#syntax/code/javascript/lowering';
import type { SyntaxNode } from '#syntax/code/tree';

/** The arguments between the brackets of a call. */
export function lowerArguments(list: SyntaxNode, on: Lowering): readonly Argument[] {
  const args: Argument[] = [];
  for (const child of list.children) if (child.isNamed) args.push(lowerArgument(child, on));
  return args;
}

/** An argument of a call or an item of a list, which may be spread. */
export function lowerArgument(node: SyntaxNode, on: Lowering): Argument {
  return node.type === 'spread_element'
    ? { span: spanOf(node), value: on.inner(node), spread: 'list' }
    : { span: spanOf(node), value: on.expression(node) };
}
