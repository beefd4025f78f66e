import type { Expression, ObjectEntry, ObjectLiteral, ObjectSpread } from '#syntax/code/form';
import { lowerKey } from '#syntax/code/javascript/keys';
import { has, type Lowering, opaque, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** An object literal. What is broken in it is spread: any key may be in there. */
export function lowerObject(node: SyntaxNode, on: Lowering): ObjectLiteral {
  const entries: (ObjectEntry | ObjectSpread)[] = [];
  for (const child of node.children) if (child.isNamed) entries.push(entry(child, on));
  return { kind: 'object', span: spanOf(node), entries };
}

function entry(node: SyntaxNode, on: Lowering): ObjectEntry | ObjectSpread {
  const span = spanOf(node);
  switch (node.type) {
    case 'pair': {
      const key = childOf(node, 'key');
      if (!key) return { span, spread: opaque(node, [on.part(node, 'value')]) };
      return { span, key: lowerKey(key, on), keySpan: spanOf(key), value: on.part(node, 'value') };
    }
    case 'shorthand_property_identifier':
      return { span, key: on.nameOf(node), keySpan: span, value: on.expression(node) };
    case 'method_definition':
      return method(node, on);
    case 'spread_element':
      return { span, spread: on.inner(node) };
    default:
      return { span, spread: on.expression(node) };
  }
}

function method(node: SyntaxNode, on: Lowering): ObjectEntry | ObjectSpread {
  const span = spanOf(node);
  const name = childOf(node, 'name');
  if (!name) return { span, spread: opaque(node) };
  const key = lowerKey(name, on);
  const value: Expression = { kind: 'function', span, code: on.functionCode(node) };
  const accessor = has(node, 'get') ? 'get' : has(node, 'set') ? 'set' : undefined;
  return accessor ? { span, key, keySpan: spanOf(name), value, accessor } : { span, key, keySpan: spanOf(name), value };
}
