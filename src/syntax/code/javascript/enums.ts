import type { Expression, ObjectEntry, Statement } from '#syntax/code/form';
import { lowerKey } from '#syntax/code/javascript/keys';
import { type Lowering, opaque, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** TypeScript's `enum` as a constant object. Members without a value count on from the number before them. */
export function lowerEnum(node: SyntaxNode, on: Lowering): Statement[] {
  const name = childOf(node, 'name');
  const body = childOf(node, 'body');
  if (!name || !body) return [];
  const entries: ObjectEntry[] = [];
  let next: number | undefined = 0;
  for (const child of body.children) {
    const key = child.type === 'enum_assignment' ? childOf(child, 'name') : child.field === 'name' ? child : undefined;
    if (!key) continue;
    const value = child === key ? counted(key, next) : on.part(child, 'value');
    next = following(value);
    entries.push({ span: spanOf(child), key: lowerKey(key, on), keySpan: spanOf(key), value });
  }
  return [
    {
      kind: 'declaration',
      span: spanOf(node),
      how: 'const',
      pattern: on.pattern(name),
      value: { kind: 'object', span: spanOf(body), entries },
    },
  ];
}

function counted(key: SyntaxNode, value: number | undefined): Expression {
  return value === undefined ? opaque(key) : { kind: 'literal', span: spanOf(key), value };
}

function following(value: Expression): number | undefined {
  if (value.kind === 'literal' && typeof value.value === 'number') return value.value + 1;
  if (value.kind !== 'unary' || value.operator !== '-') return undefined;
  const { operand } = value;
  return operand.kind === 'literal' && typeof operand.value === 'number' ? 1 - operand.value : undefined;
}
