import type { Expression, Literal, Member } from '#syntax/code/form';
import { firstNamed, has, type Lowering, opaque, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/**
 * A type as an expression: `Pool` and `string` are names, `pg.Pool` a member, `Promise<Order>` and `Order[]` (`Array<Order>`) members
 * with brackets, `A | B` a Binary. Undefined when the type is none of these: shapes, functions, conditions.
 */
export function lowerType(node: SyntaxNode, on: Lowering): Expression | undefined {
  const span = spanOf(node);
  switch (node.type) {
    case 'type_annotation':
    case 'parenthesized_type':
    case 'readonly_type':
    case 'optional_type': {
      const inner = firstNamed(node);
      return inner && on.annotation(inner);
    }
    case 'type_identifier':
    case 'identifier':
    case 'predefined_type':
      return { kind: 'name', span, name: on.nameOf(node) };
    case 'this_type':
      return { kind: 'this', span, isSuper: false };
    case 'literal_type':
      return literal(node, on);
    case 'nested_type_identifier':
      return qualified(node, 'module', 'name', on);
    case 'nested_identifier':
      return qualified(node, 'object', 'property', on);
    case 'generic_type':
      return generic(node, on);
    case 'array_type':
      return arrayOf(node, on);
    case 'union_type':
    case 'intersection_type':
      return alternatives(node, on);
    default:
      return undefined;
  }
}

function literal(node: SyntaxNode, on: Lowering): Expression | undefined {
  const inner = firstNamed(node);
  if (!inner) return undefined;
  const value = on.expression(inner);
  return value.kind === 'opaque' ? undefined : value;
}

function qualified(node: SyntaxNode, outer: string, inner: string, on: Lowering): Member | undefined {
  const left = childOf(node, outer);
  const name = childOf(node, inner);
  const object = left && on.annotation(left);
  if (!object || !name) return undefined;
  const propertySpan = spanOf(name);
  return {
    kind: 'member',
    span: spanOf(node),
    object,
    property: on.nameOf(name),
    propertySpan,
    optional: false,
    bracketed: false,
  };
}

function generic(node: SyntaxNode, on: Lowering): Expression | undefined {
  const name = childOf(node, 'name');
  const list = childOf(node, 'type_arguments');
  const object = name && on.annotation(name);
  if (!object || !list) return object;
  const items = list.children
    .filter((child) => child.isNamed)
    .map((child) => ({ span: spanOf(child), value: on.annotation(child) ?? opaque(child) }));
  const [first] = items;
  if (!first) return object;
  const property: Expression =
    items.length === 1 ? first.value : { kind: 'list', span: spanOf(list), of: 'tuple', items };
  return bracketed(node, object, property);
}

/** `Order[]`: the name `Array` stands at the brackets. */
function arrayOf(node: SyntaxNode, on: Lowering): Expression | undefined {
  const inner = firstNamed(node);
  const item = inner && on.annotation(inner);
  if (!inner || !item) return undefined;
  return bracketed(node, { kind: 'name', span: { start: inner.end, end: node.end }, name: 'Array' }, item);
}

function bracketed(node: SyntaxNode, object: Expression, item: Expression): Member {
  const isText = item.kind === 'literal' && typeof (item satisfies Literal).value === 'string';
  return {
    kind: 'member',
    span: spanOf(node),
    object,
    property: isText ? String(item.value) : item,
    propertySpan: item.span,
    optional: false,
    bracketed: true,
  };
}

/** A chain of `|` or `&` grows to the left; it is read from its first type on. */
function alternatives(node: SyntaxNode, on: Lowering): Expression | undefined {
  const types: SyntaxNode[] = [];
  let at: SyntaxNode | undefined = node;
  while (at && at.type === node.type) {
    const named: SyntaxNode[] = at.children.filter((child) => child.isNamed);
    const last = named.at(-1);
    if (last) types.push(last);
    at = named.length > 1 ? named[0] : undefined;
    if (at && at.type !== node.type) types.push(at);
  }
  if (types.length > MAX_ALTERNATIVES) return undefined;
  const operator = has(node, '&') ? '&' : '|';
  let whole: Expression | undefined;
  for (const type of types.reverse()) {
    const right = on.annotation(type) ?? opaque(type);
    const span = { start: whole?.span.start ?? type.start, end: type.end };
    whole = whole ? { kind: 'binary', span, operator, left: whole, right } : right;
  }
  return whole;
}

/** More alternatives than that are a list of constants, of which nobody asks what class they are. */
const MAX_ALTERNATIVES = 20;
