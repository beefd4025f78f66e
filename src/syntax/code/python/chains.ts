import type { Span } from '#source/span';
import type { Argument, Expression, ListLiteral, Logical } from '#syntax/code/form';
import { isCode, type Lowering, opaque, spanOf } from '#syntax/code/python/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** The child with which a long chain goes on: chains of calls, operands and members lean to the left, thousands deep. */
const LEFT: Readonly<Record<string, string>> = {
  attribute: 'object',
  call: 'function',
  subscript: 'value',
  binary_operator: 'left',
  boolean_operator: 'left',
};

export function isChain(type: string): boolean {
  return Object.hasOwn(LEFT, type);
}

/** Lowers members, calls, items and operators from the innermost one outwards, without recursion along the chain. */
export function lowerChain(lowering: Lowering, node: SyntaxNode): Expression {
  const links: SyntaxNode[] = [];
  let start: SyntaxNode | undefined = node;
  while (start && isChain(start.type)) {
    links.push(start);
    start = childOf(start, LEFT[start.type] ?? '');
  }
  let left: Expression = start ? lowering.expression(start) : opaque(node);
  for (const link of links.reverse()) left = linked(lowering, link, left);
  return left;
}

function linked(lowering: Lowering, node: SyntaxNode, left: Expression): Expression {
  const span = spanOf(node);
  switch (node.type) {
    case 'attribute': {
      const name = childOf(node, 'attribute');
      if (!name) return opaque(node, [left]);
      const property = lowering.textOf(name);
      return {
        kind: 'member',
        span,
        object: left,
        property,
        propertySpan: spanOf(name),
        optional: false,
        bracketed: false,
      };
    }
    case 'subscript':
      return item(
        lowering,
        node,
        left,
        node.children.filter((child) => child.field === 'subscript'),
      );
    case 'call': {
      const args = childOf(node, 'arguments');
      if (!args) return opaque(node, [left]);
      const list =
        args.type === 'argument_list'
          ? argumentsOf(lowering, args)
          : [{ span: spanOf(args), value: lowering.expression(args) }];
      return { kind: 'call', span, how: 'call', callee: left, args: list, argsSpan: spanOf(args), optional: false };
    }
    case 'boolean_operator': {
      const operator = childOf(node, 'operator')?.type === 'or' ? 'or' : 'and';
      return { kind: 'logical', span, operator, left, right: lowering.field(node, 'right') };
    }
    default: {
      const operator = childOf(node, 'operator')?.type ?? '';
      return { kind: 'binary', span, operator, left, right: lowering.field(node, 'right') };
    }
  }
}

/** `object[key]`, `object[a, b]`; the keys are expressions, slices or types. */
export function item(
  lowering: Lowering,
  node: SyntaxNode,
  object: Expression,
  keys: readonly SyntaxNode[],
): Expression {
  const span = spanOf(node);
  const [first] = keys;
  const last = keys.at(-1);
  if (!first || !last) return opaque(node, [object]);
  const propertySpan = { start: first.start, end: last.end };
  const key: Expression = keys.length === 1 ? lowering.expression(first) : tupleOf(lowering, propertySpan, keys);
  return { kind: 'member', span, object, property: keyOf(key), propertySpan, optional: false, bracketed: true };
}

/** What a key is as a property: text where it is a literal string or integer, a negative one too. */
export function keyOf(key: Expression): string | Expression {
  if (key.kind === 'unary' && key.operator === '-' && key.operand.kind === 'literal') {
    const { value } = key.operand;
    return Number.isInteger(value) ? `-${value}` : key;
  }
  if (key.kind !== 'literal') return key;
  if (typeof key.value === 'string') return key.value;
  return Number.isInteger(key.value) ? String(key.value) : key;
}

/** `a < b < c` holds where `a < b` and `b < c` do; what stands in the middle is one expression, shared by both. */
export function lowerComparison(lowering: Lowering, node: SyntaxNode): Expression {
  const operators = node.children.filter((child) => child.field === 'operators');
  const operands = node.children.filter((child) => child.field !== 'operators' && isCode(child));
  const [first] = operands;
  if (!first) return opaque(node);
  let left = lowering.expression(first);
  let chain: Expression | undefined;
  for (const [index, operand] of operands.slice(1).entries()) {
    const right = lowering.expression(operand);
    const operator = operators[index]?.type ?? '';
    const span = { start: operands[index]?.start ?? node.start, end: operand.end };
    const binary: Expression = { kind: 'binary', span, operator, left, right };
    chain = chain ? logicalAnd(chain, binary) : binary;
    left = right;
  }
  return chain ?? left;
}

function logicalAnd(left: Expression, right: Expression): Logical {
  return { kind: 'logical', span: { start: left.span.start, end: right.span.end }, operator: 'and', left, right };
}

/** The arguments of a call or of a class's bases. */
export function argumentsOf(lowering: Lowering, list: SyntaxNode): Argument[] {
  const args: Argument[] = [];
  for (const child of list.children) {
    if (!isCode(child)) continue;
    if (child.type === 'keyword_argument') {
      const name = childOf(child, 'name');
      const value = lowering.field(child, 'value');
      args.push({ span: spanOf(child), value, ...(name && { name: lowering.textOf(name) }) });
    } else args.push(itemOf(lowering, child));
  }
  return args;
}

/** The items of a list, tuple or set. */
export function itemsOf(lowering: Lowering, nodes: readonly SyntaxNode[]): Argument[] {
  return nodes.filter(isCode).map((node) => itemOf(lowering, node));
}

/** Several expressions without brackets around them. */
export function tupleOf(lowering: Lowering, span: Span, nodes: readonly SyntaxNode[]): ListLiteral {
  return { kind: 'list', span: spanOf(span), of: 'tuple', items: itemsOf(lowering, nodes) };
}

function itemOf(lowering: Lowering, node: SyntaxNode): Argument {
  const span = spanOf(node);
  const inner = insideBrackets(node);
  if (inner.type === 'list_splat' || inner.type === 'list_splat_pattern')
    return { span, value: lowering.only(inner), spread: 'list' };
  if (inner.type === 'dictionary_splat') return { span, value: lowering.only(inner), spread: 'keywords' };
  return { span, value: lowering.expression(inner) };
}

const WRAPPERS: ReadonlySet<string> = new Set(['parenthesized_expression', 'parenthesized_list_splat', 'type']);

/** What stands within any number of parentheses, or as a type. */
export function insideBrackets(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (WRAPPERS.has(inner.type)) {
    const next = inner.children.find(isCode);
    if (!next) return inner;
    inner = next;
  }
  return inner;
}
