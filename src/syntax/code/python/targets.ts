import type { Ignored, ListPattern, Pattern } from '#syntax/code/form';
import { insideBrackets } from '#syntax/code/python/chains';
import { isCode, type Lowering, spanOf } from '#syntax/code/python/lowering';
import type { SyntaxNode } from '#syntax/code/tree';

const LISTS: ReadonlySet<string> = new Set([
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'expression_list',
  'tuple',
  'list',
]);

/** Lowers what is assigned to. */
export function lowerTarget(lowering: Lowering, outer: SyntaxNode): Pattern {
  const node = insideBrackets(outer);
  if (node.type === 'as_pattern_target') {
    const inner = node.children.find(isCode);
    return inner ? lowerTarget(lowering, inner) : ignored(node);
  }
  if (LISTS.has(node.type)) {
    const [only] = node.children;
    // The grammar takes the parentheses of `(a) = 1` for a tuple's.
    const isOne = node.type === 'tuple_pattern' && node.children.length === 1 && !lowering.textOf(node).includes(',');
    return lowering.within(node, ignored(node), () =>
      isOne && only ? lowerTarget(lowering, only) : listPattern(lowering, node),
    );
  }
  const expression = lowering.expression(node);
  return expression.kind === 'name' || expression.kind === 'member' ? expression : ignored(node);
}

function listPattern(lowering: Lowering, node: SyntaxNode): ListPattern {
  const items: Pattern[] = [];
  const after: Pattern[] = [];
  let rest: Pattern | undefined;
  for (const child of node.children) {
    if (!isCode(child)) continue;
    const starred = insideBrackets(child);
    if (starred.type === 'list_splat_pattern' || starred.type === 'list_splat') {
      const inner = starred.children.find(isCode);
      rest = inner ? lowerTarget(lowering, inner) : ignored(starred);
    } else (rest ? after : items).push(lowerTarget(lowering, child));
  }
  return { kind: 'list-pattern', span: spanOf(node), items, rest, after };
}

export function ignored(node: SyntaxNode): Ignored {
  return { kind: 'ignored', span: spanOf(node) };
}
