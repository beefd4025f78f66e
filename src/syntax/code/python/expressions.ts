import type {
  Comprehension,
  ComprehensionClause,
  Expression,
  Literal,
  ObjectEntry,
  ObjectSpread,
  Slice,
  Unary,
} from '#syntax/code/form';
import {
  insideBrackets,
  isChain,
  item,
  itemsOf,
  keyOf,
  lowerChain,
  lowerComparison,
  tupleOf,
} from '#syntax/code/python/chains';
import { lowerLambda } from '#syntax/code/python/functions';
import { isCode, type Lowering, opaque, spanOf } from '#syntax/code/python/lowering';
import { numberOf } from '#syntax/code/python/numbers';
import { lowerString } from '#syntax/code/python/strings';
import { lowerTarget } from '#syntax/code/python/targets';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** Lowers an expression, or a type, which Python writes as one. */
export function lowerExpression(lowering: Lowering, outer: SyntaxNode): Expression {
  const node = insideBrackets(outer);
  if (isChain(node.type)) return lowerChain(lowering, node);
  const span = spanOf(node);
  switch (node.type) {
    case 'identifier': {
      const name = lowering.textOf(node);
      return name === '' ? opaque(node) : { kind: 'name', span, name };
    }
    case 'string':
    case 'concatenated_string':
      return lowerString(lowering, node);
    case 'integer':
    case 'float': {
      const value = numberOf(lowering.textOf(node));
      return value === undefined ? opaque(node) : literal(node, value);
    }
    case 'true':
      return literal(node, true);
    case 'false':
      return literal(node, false);
    case 'none':
      return literal(node, null);
    case 'ellipsis':
      return literal(node, undefined);
    case 'comparison_operator':
      return lowerComparison(lowering, node);
    case 'not_operator':
      return { kind: 'unary', span, operator: 'not', operand: lowering.field(node, 'argument') };
    case 'unary_operator':
      return { kind: 'unary', span, operator: signOf(node), operand: lowering.field(node, 'argument') };
    case 'conditional_expression': {
      const [then, test, otherwise] = node.children.filter(isCode).map((child) => lowering.expression(child));
      return then && test && otherwise ? { kind: 'conditional', span, test, then, otherwise } : parts(lowering, node);
    }
    case 'await':
      return { kind: 'await', span, value: lowering.only(node) };
    case 'yield': {
      lowering.yields = true;
      const value = node.children.find(isCode);
      const delegates = node.children.some((child) => child.type === 'from');
      return { kind: 'yield', span, value: value && lowering.expression(value), delegates };
    }
    case 'named_expression': {
      const name = childOf(node, 'name');
      if (!name) return parts(lowering, node);
      return { kind: 'assignment', span, target: lowerTarget(lowering, name), value: lowering.field(node, 'value') };
    }
    case 'lambda':
      return lowerLambda(lowering, node);
    case 'list':
    case 'set':
    case 'tuple':
      return { kind: 'list', span, of: node.type, items: itemsOf(lowering, node.children) };
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_pattern':
      return { kind: 'list', span, of: 'tuple', items: itemsOf(lowering, node.children) };
    case 'list_pattern':
      return { kind: 'list', span, of: 'list', items: itemsOf(lowering, node.children) };
    case 'dictionary':
      return { kind: 'object', span, entries: entriesOf(lowering, node) };
    case 'list_comprehension':
      return comprehension(lowering, node, 'list');
    case 'set_comprehension':
      return comprehension(lowering, node, 'set');
    case 'generator_expression':
      return comprehension(lowering, node, 'generator');
    case 'dictionary_comprehension':
      return comprehension(lowering, node, 'object');
    case 'slice':
      return slice(lowering, node);
    case 'as_pattern_target':
      return lowering.only(node);
    case 'generic_type':
      return genericType(lowering, node);
    case 'union_type': {
      const [left, right] = node.children.filter(isCode).map((child) => lowering.expression(child));
      return left && right ? { kind: 'binary', span, operator: '|', left, right } : parts(lowering, node);
    }
    case 'member_type': {
      const [object, name] = node.children.filter(isCode);
      if (!object || !name) return parts(lowering, node);
      const property = lowering.textOf(name);
      const propertySpan = spanOf(name);
      return {
        kind: 'member',
        span,
        object: lowering.expression(object),
        property,
        propertySpan,
        optional: false,
        bracketed: false,
      };
    }
    default:
      return parts(lowering, node);
  }
}

/** What the common form has no word for: imaginary numbers, stars where none may stand, `x as y` outside of its statements. */
function parts(lowering: Lowering, node: SyntaxNode): Expression {
  return opaque(
    node,
    node.children.filter(isCode).map((child) => lowering.expression(child)),
  );
}

function literal(node: SyntaxNode, value: Literal['value']): Literal {
  return { kind: 'literal', span: spanOf(node), value };
}

function signOf(node: SyntaxNode): Unary['operator'] {
  const sign = childOf(node, 'operator')?.type;
  return sign === '+' || sign === '~' ? sign : '-';
}

function entriesOf(lowering: Lowering, node: SyntaxNode): (ObjectEntry | ObjectSpread)[] {
  const entries: (ObjectEntry | ObjectSpread)[] = [];
  for (const child of node.children) {
    if (child.type === 'dictionary_splat') entries.push({ span: spanOf(child), spread: lowering.only(child) });
    else if (child.type === 'pair') {
      const key = lowering.field(child, 'key');
      entries.push({
        span: spanOf(child),
        key: keyOf(key),
        keySpan: spanOf(childOf(child, 'key') ?? child),
        value: lowering.field(child, 'value'),
      });
    }
  }
  return entries;
}

interface DraftClause extends ComprehensionClause {
  readonly conditions: Expression[];
}

function comprehension(lowering: Lowering, node: SyntaxNode, of: Comprehension['of']): Expression {
  const body = childOf(node, 'body');
  if (!body) return parts(lowering, node);
  const clauses: DraftClause[] = [];
  for (const child of node.children) {
    if (child.type === 'if_clause') clauses.at(-1)?.conditions.push(lowering.only(child));
    if (child.type !== 'for_in_clause') continue;
    const left = childOf(child, 'left');
    const target = left ? lowerTarget(lowering, left) : ({ kind: 'ignored', span: spanOf(child) } as const);
    clauses.push({ target, iterable: iterableOf(lowering, child), conditions: [] });
  }
  const isPair = body.type === 'pair';
  const key = isPair ? lowering.field(body, 'key') : undefined;
  const element = isPair ? lowering.field(body, 'value') : lowering.expression(body);
  return { kind: 'comprehension', span: spanOf(node), of, key, element, clauses };
}

/** What a clause goes through; several without brackets are a tuple. */
function iterableOf(lowering: Lowering, clause: SyntaxNode): Expression {
  const nodes = clause.children.filter((child) => child.field === 'right' && isCode(child));
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return opaque(clause);
  if (nodes.length === 1) return lowering.expression(first);
  return tupleOf(lowering, { start: first.start, end: last.end }, nodes);
}

function slice(lowering: Lowering, node: SyntaxNode): Slice {
  const bounds: (Expression | undefined)[] = [undefined, undefined, undefined];
  let index = 0;
  for (const child of node.children) {
    if (child.type === ':') index += 1;
    else if (isCode(child)) bounds[index] = lowering.expression(child);
  }
  return { kind: 'slice', span: spanOf(node), from: bounds[0], to: bounds[1], step: bounds[2] };
}

/** `Dict[str, int]` in an annotation. */
function genericType(lowering: Lowering, node: SyntaxNode): Expression {
  const [name, parameters] = node.children.filter(isCode);
  if (!name || parameters?.type !== 'type_parameter') return parts(lowering, node);
  return item(lowering, node, lowering.expression(name), parameters.children.filter(isCode));
}
