import type { Span } from '#source/span';
import type { Assignment, Declaration, Expression, Pattern } from '#syntax/code/form';
import { type Lowering, opaque, spanOf } from '#syntax/code/python/lowering';
import { ignored, lowerTarget } from '#syntax/code/python/targets';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/**
 * `a = b = value`: one Declaration for each target. The first target that is a name takes the value and the others take it from
 * there, so that it is evaluated once; without such a name they share it.
 * @param span of the statement
 */
export function lowerAssignment(lowering: Lowering, node: SyntaxNode, span: Span): Declaration[] {
  const targets: Pattern[] = [];
  let link = node;
  let right: SyntaxNode | undefined;
  for (;;) {
    const left = childOf(link, 'left');
    targets.push(left ? lowerTarget(lowering, left) : ignored(link));
    right = childOf(link, 'right');
    if (right?.type !== 'assignment') break;
    link = right;
  }
  const type = childOf(node, 'type');
  const annotation = type && lowering.expression(type);
  let value: Expression | undefined;
  if (right?.type === 'augmented_assignment') value = lowerAugmented(lowering, right);
  else if (right) value = lowering.expression(right);
  else if (!type) value = opaque(node);
  const name = targets.find((target) => target.kind === 'name');
  const first = name ?? targets[0];
  return targets
    .sort((a, b) => Number(b === first) - Number(a === first))
    .map((pattern) => ({
      kind: 'declaration',
      span,
      how: 'assign',
      pattern,
      value: name && pattern !== name ? name : value,
      ...(annotation && { annotation }),
    }));
}

/** `target += value`. */
export function lowerAugmented(lowering: Lowering, node: SyntaxNode): Assignment {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const operator = childOf(node, 'operator')?.type.slice(0, -1) ?? '';
  // A second assignment may not stand here, though the grammar lets it.
  const value =
    right && right.type !== 'augmented_assignment' && right.type !== 'assignment'
      ? lowering.expression(right)
      : opaque(node);
  return {
    kind: 'assignment',
    span: spanOf(node),
    target: left ? lowerTarget(lowering, left) : ignored(node),
    operator,
    value,
  };
}
