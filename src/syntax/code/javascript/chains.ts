import type { Argument, Expression } from '#syntax/code/form';
import { lowerArguments } from '#syntax/code/javascript/arguments';
import { constantKey } from '#syntax/code/javascript/keys';
import { firstNamed, isMissing, type Lowering, opaque, spanOf } from '#syntax/code/javascript/lowering';
import { signed } from '#syntax/code/javascript/signs';
import { lowerTemplate } from '#syntax/code/javascript/templates';
import { childOf, MAX_NESTING, type SyntaxNode } from '#syntax/code/tree';

/** Levels that a chain may reach; what its links hold can nest for the rest of MAX_NESTING. */
const MAX_CHAIN = MAX_NESTING - 50;

const LOGICAL: Readonly<Record<string, 'and' | 'or' | 'nullish'>> = { '&&': 'and', '||': 'or', '??': 'nullish' };

/** What grows to the left without end in what people write: `a + b + c`, `a.b().c()`; and what leaves no trace: brackets and types. */
export function isLink(type: string): boolean {
  return type in INSIDE;
}

/** The part of a link that it grows from; undefined is the first expression in it, and the link leaves no trace. */
const INSIDE: Readonly<Record<string, string | undefined>> = {
  binary_expression: 'left',
  member_expression: 'object',
  nested_identifier: 'object',
  subscript_expression: 'object',
  call_expression: 'function',
  parenthesized_expression: undefined,
  non_null_expression: undefined,
  as_expression: undefined,
  satisfies_expression: undefined,
  instantiation_expression: undefined,
};

/**
 * Lowers a chain from its first link on. Links too far inside become one Opaque of all that they hold, so that no consumer of the form
 * meets more than MAX_NESTING levels.
 */
export function lowerChain(node: SyntaxNode, on: Lowering): Expression {
  const links: SyntaxNode[] = [];
  let inside: SyntaxNode | undefined = node;
  let last = node;
  // Links at the end that bind closer than any sign.
  let close = 0;
  while (inside && isLink(inside.type) && !isMissing(inside)) {
    if (close > 0 && LOOSER.has(inside.type)) break;
    const field: string | undefined = INSIDE[inside.type];
    last = inside;
    if (field !== undefined) links.push(inside);
    if (field === 'function' || field === 'object') close += 1;
    else if (inside.type !== 'non_null_expression') close = 0;
    inside = field === undefined ? firstNamed(inside) : childOf(inside, field);
  }
  const outside = on.depth;
  const tight = inside && close > 0 && LOOSER.has(inside.type) ? links.splice(links.length - close) : [];
  const kept = Math.min(links.length, Math.max(MAX_CHAIN - outside, 1));
  on.depth = outside + kept;
  let value = inside ? lowerTight(inside, tight, on) : opaque(last);
  const deep = links[kept];
  if (deep) {
    const parts = [value];
    for (let at = links.length - 1; at >= kept; at--) parts.push(...heldBy(links[at] as SyntaxNode, on));
    value = opaque(deep, parts);
  }
  for (let at = kept - 1; at >= 0; at--) {
    on.depth = outside + at;
    value = lowerLink(links[at] as SyntaxNode, value, on);
  }
  on.depth = outside;
  return value;
}

/** What nothing is called on without brackets around it. */
const LOOSER: ReadonlySet<string> = new Set(['await_expression', 'unary_expression', 'binary_expression']);

/**
 * `await f<T>(x)`, `!f<T>(x)` and `a + f<T>(x)`, of which the grammar of TypeScript makes calls of `await f`, `!f` and `a + f`: the links
 * belong to the last operand.
 * @param links from the outermost to the innermost
 */
function lowerTight(node: SyntaxNode, links: readonly SyntaxNode[], on: Lowering): Expression {
  if (links.length === 0) return on.expression(node);
  const end = links[0]?.end ?? node.end;
  const last = (operand: SyntaxNode | undefined): Expression =>
    (operand && on.nested(() => lowerTight(operand, links, on))) ?? opaque(node);
  switch (node.type) {
    case 'await_expression':
      return { kind: 'await', span: { start: node.start, end }, value: last(firstNamed(node)) };
    case 'unary_expression':
      return signed(node, { start: node.start, end }, last(childOf(node, 'argument')));
    case 'binary_expression': {
      const value = binary(node, on.part(node, 'left'), last(childOf(node, 'right')));
      return { ...value, span: { start: node.start, end } };
    }
    default: {
      let value = on.expression(node);
      for (const link of links.toReversed())
        value = { ...lowerLink(link, value, on), span: { start: node.start, end: link.end } };
      return value;
    }
  }
}

/** What is evaluated in a link besides what it grows from. */
function heldBy(link: SyntaxNode, on: Lowering): Expression[] {
  switch (link.type) {
    case 'binary_expression':
      return [on.part(link, 'right')];
    case 'subscript_expression':
      return [on.part(link, 'index')];
    case 'call_expression': {
      const list = childOf(link, 'arguments');
      if (list?.type === 'template_string') return [on.expression(list)];
      return list ? lowerArguments(list, on).map((argument) => argument.value) : [];
    }
    default:
      return [];
  }
}

function lowerLink(link: SyntaxNode, inside: Expression, on: Lowering): Expression {
  switch (link.type) {
    case 'binary_expression':
      return binary(link, inside, on.part(link, 'right'));
    case 'call_expression':
      return call(link, inside, on);
    case 'subscript_expression':
      return subscript(link, inside, on);
    default:
      return member(link, inside, on);
  }
}

function binary(node: SyntaxNode, left: Expression, right: Expression): Expression {
  const sign = childOf(node, 'operator');
  if (!sign) return opaque(node, [left, right]);
  const operator = LOGICAL[sign.type];
  const span = spanOf(node);
  return operator
    ? { kind: 'logical', span, operator, left, right }
    : { kind: 'binary', span, operator: sign.type, left, right };
}

function member(node: SyntaxNode, object: Expression, on: Lowering): Expression {
  const name = childOf(node, 'property');
  if (!name || isMissing(name)) return opaque(node, [object]);
  return {
    kind: 'member',
    span: spanOf(node),
    object,
    property: on.nameOf(name),
    propertySpan: spanOf(name),
    optional: isOptional(node),
    bracketed: false,
  };
}

function subscript(node: SyntaxNode, object: Expression, on: Lowering): Expression {
  const index = childOf(node, 'index');
  if (!index) return opaque(node, [object]);
  return {
    kind: 'member',
    span: spanOf(node),
    object,
    property: constantKey(index, on) ?? on.expression(index),
    propertySpan: spanOf(index),
    optional: isOptional(node),
    bracketed: true,
  };
}

function call(node: SyntaxNode, callee: Expression, on: Lowering): Expression {
  const list = childOf(node, 'arguments');
  if (!list) return opaque(node, [callee]);
  const isTagged = list.type === 'template_string';
  const args: readonly Argument[] = isTagged
    ? [{ span: spanOf(list), value: lowerTemplate(list, on) }]
    : lowerArguments(list, on);
  return {
    kind: 'call',
    span: spanOf(node),
    how: isTagged ? 'tagged' : 'call',
    callee,
    args,
    argsSpan: spanOf(list),
    optional: isOptional(node),
  };
}

/** `?.` is a node of its own in JavaScript, and in some places of TypeScript a token. */
function isOptional(node: SyntaxNode): boolean {
  for (const child of node.children) if (child.type === 'optional_chain' || child.type === '?.') return true;
  return false;
}
