import type { Span } from '#source/span';
import type { ClassCode, ClassMember, Expression, FunctionCode } from '#syntax/code/form';
import { lowerDecorator, lowerDecorators } from '#syntax/code/javascript/functions';
import { lowerKey } from '#syntax/code/javascript/keys';
import { has, type Lowering, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, ERROR, type SyntaxNode } from '#syntax/code/tree';

/** @param before decorators that were written before `export` */
export function lowerClass(node: SyntaxNode, before: readonly Expression[], on: Lowering): ClassCode {
  const name = childOf(node, 'name');
  return {
    span: withDecorators(node, before),
    name: name && on.nameOf(name),
    nameSpan: name ? spanOf(name) : { start: node.start, end: Math.min(node.start + 1, node.end) },
    bases: bases(node, on),
    keywords: [],
    members: members(childOf(node, 'body')?.children ?? [], on),
    decorators: [...before, ...lowerDecorators(node, on)],
  };
}

/** From the first decorator on, which may stand outside of the node. */
export function withDecorators(node: SyntaxNode, before: readonly Expression[]): Span {
  return { start: before[0]?.span.start ?? node.start, end: node.end };
}

/** What a class extends; what it implements is a matter of types. */
function bases(node: SyntaxNode, on: Lowering): Expression[] {
  const heritage = node.children.find((child) => child.type === 'class_heritage');
  const found: Expression[] = [];
  for (const child of heritage?.children ?? []) {
    if (child.type === 'extends_clause') {
      for (const value of child.children) if (value.field === 'value') found.push(on.expression(value));
    } else if (child.isNamed && child.type !== 'implements_clause') found.push(on.expression(child));
  }
  return found;
}

function members(nodes: readonly SyntaxNode[], on: Lowering): ClassMember[] {
  const found: ClassMember[] = [];
  let decorators: Expression[] = [];
  for (const node of nodes) {
    if (node.type === 'decorator') decorators.push(lowerDecorator(node, on));
    else if (node.type === ERROR) {
      const within = on.nested(() => members(node.children, on)) ?? [];
      if (within.length > 0) on.placed(node);
      found.push(...within);
    } else if (node.isNamed) {
      const member = lowerMember(node, decorators, on);
      if (member) found.push(member);
      decorators = [];
    }
  }
  return found;
}

function lowerMember(node: SyntaxNode, before: readonly Expression[], on: Lowering): ClassMember | undefined {
  switch (node.type) {
    case 'method_definition':
      return method(node, before, on);
    case 'field_definition':
    case 'public_field_definition':
      return field(node, before, on);
    case 'class_static_block':
      return {
        span: spanOf(node),
        name: '',
        kind: 'static-block',
        isStatic: true,
        code: on.functionCode(node),
        decorators: [],
      };
    default:
      return undefined;
  }
}

function method(node: SyntaxNode, before: readonly Expression[], on: Lowering): ClassMember | undefined {
  const name = childOf(node, 'name');
  if (!name) return undefined;
  const decorators = [...before, ...lowerDecorators(node, on)];
  const span = withDecorators(node, before);
  const code: FunctionCode = { ...on.functionCode(node), span, decorators };
  const isGet = has(node, 'get') || has(node, 'static get');
  return {
    span,
    name: lowerKey(name, on),
    kind: isGet ? 'get' : has(node, 'set') ? 'set' : 'method',
    isStatic: has(node, 'static') || has(node, 'static get'),
    code,
    decorators,
  };
}

/** A field; undefined for one that is declared for its type alone. */
function field(node: SyntaxNode, before: readonly Expression[], on: Lowering): ClassMember | undefined {
  const name = childOf(node, 'name') ?? childOf(node, 'property');
  if (!name || has(node, 'declare') || has(node, 'abstract')) return undefined;
  const type = childOf(node, 'type');
  const value = childOf(node, 'value');
  const annotation = type && on.annotation(type);
  return {
    span: spanOf(node),
    name: lowerKey(name, on),
    kind: 'field',
    isStatic: has(node, 'static'),
    ...(value ? { value: on.expression(value) } : {}),
    ...(annotation ? { annotation } : {}),
    decorators: [...before, ...lowerDecorators(node, on)],
  };
}
