import type { Argument, Assignment, Call, Expression, ListLiteral, Name } from '#syntax/code/form';
import { lowerArgument, lowerArguments } from '#syntax/code/javascript/arguments';
import { isLink, lowerChain } from '#syntax/code/javascript/chains';
import { numberValue, regexParts, stringValue } from '#syntax/code/javascript/literals';
import { firstNamed, has, isMissing, type Lowering, opaque, spanOf } from '#syntax/code/javascript/lowering';
import { lowerMarkup } from '#syntax/code/javascript/markup';
import { lowerObject } from '#syntax/code/javascript/objects';
import { signed } from '#syntax/code/javascript/signs';
import { constantTemplate, lowerTemplate } from '#syntax/code/javascript/templates';
import { childOf, ERROR, type SyntaxNode } from '#syntax/code/tree';

const AUGMENTED: Readonly<Record<string, string>> = { '&&=': 'and', '||=': 'or', '??=': 'nullish' };

/** Whether nodes of the type are expressions; a method without its class, as errors leave it, is a function. */
export function isExpression(type: string): boolean {
  return isLink(type) || EXPRESSIONS.has(type);
}

const EXPRESSIONS: ReadonlySet<string> = new Set([
  ...['identifier', 'this', 'super', 'import', 'string', 'number', 'true', 'false', 'null', 'undefined', 'regex'],
  ...['template_string', 'object', 'array', 'function_expression', 'generator_function', 'arrow_function', 'class'],
  ...[
    'method_definition',
    'meta_property',
    'new_expression',
    'assignment_expression',
    'augmented_assignment_expression',
  ],
  ...['update_expression', 'unary_expression', 'ternary_expression', 'await_expression', 'yield_expression'],
  ...['sequence_expression', 'type_assertion', 'jsx_element', 'jsx_self_closing_element'],
]);

/** Lowers an expression; Opaque when it is none, or none that the form has a word for. */
export function lowerExpression(node: SyntaxNode, on: Lowering): Expression {
  if (isLink(node.type)) return lowerChain(node, on);
  const span = spanOf(node);
  switch (node.type) {
    case 'identifier':
    case 'property_identifier':
    case 'shorthand_property_identifier':
    case 'type_identifier':
    case 'statement_identifier':
      return isMissing(node) ? opaque(node) : { kind: 'name', span, name: on.nameOf(node) };
    case 'import':
      return { kind: 'name', span, name: 'import' };
    case 'this':
    case 'super':
      return { kind: 'this', span, isSuper: node.type === 'super' };
    case 'string':
      return { kind: 'literal', span, value: stringValue(on.textOf(node)) };
    case 'private_property_identifier':
      return { kind: 'literal', span, value: on.nameOf(node) };
    case 'number':
      return { kind: 'literal', span, value: numberValue(on.textOf(node)) };
    case 'true':
    case 'false':
      return { kind: 'literal', span, value: node.type === 'true' };
    case 'null':
      return { kind: 'literal', span, value: null };
    case 'undefined':
      return { kind: 'literal', span, value: undefined };
    case 'regex':
      return { kind: 'regex', span, ...regexParts(on.textOf(node)) };
    case 'template_string': {
      const value = constantTemplate(node, on);
      return value === undefined ? lowerTemplate(node, on) : { kind: 'literal', span, value };
    }
    case 'object':
      return lowerObject(node, on);
    case 'array':
      return list(node, on);
    case 'function_expression':
    case 'generator_function':
    case 'arrow_function':
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'method_definition':
      return { kind: 'function', span, code: on.functionCode(node) };
    case 'class':
    case 'class_declaration':
    case 'abstract_class_declaration':
      return { kind: 'class', span, code: on.classCode(node, []) };
    case 'meta_property':
      return metaProperty(node, on);
    case 'new_expression':
      return construction(node, on);
    case 'assignment_expression':
      return assignment(node, on);
    case 'augmented_assignment_expression':
      return augmented(node, on);
    case 'update_expression':
      return update(node, on);
    case 'unary_expression':
      return signed(node, span, on.part(node, 'argument'));
    case 'ternary_expression':
      return {
        kind: 'conditional',
        span,
        test: on.part(node, 'condition'),
        then: on.part(node, 'consequence'),
        otherwise: on.part(node, 'alternative'),
      };
    case 'await_expression':
      return { kind: 'await', span, value: on.inner(node) };
    case 'yield_expression': {
      const value = firstNamed(node);
      return { kind: 'yield', span, value: value && on.expression(value), delegates: has(node, '*') };
    }
    case 'sequence_expression':
      return { kind: 'sequence', span, items: sequence(node, on) };
    case 'type_assertion': {
      const value = node.children.findLast((child) => child.isNamed && child.type !== ERROR);
      return value && value.type !== 'type_arguments' ? on.expression(value) : opaque(node);
    }
    case 'jsx_element':
    case 'jsx_self_closing_element':
      return lowerMarkup(node, on);
    default:
      return opaque(node, parts(node, on));
  }
}

/** The expressions within a node that is none itself. */
function parts(node: SyntaxNode, on: Lowering): Expression[] {
  const found: Expression[] = [];
  for (const child of node.children) if (child.isNamed && !isMissing(child)) found.push(on.expression(child));
  return found;
}

function list(node: SyntaxNode, on: Lowering): ListLiteral {
  const items: Argument[] = [];
  let isHole = true;
  for (const child of node.children) {
    if (child.type === ',') {
      if (isHole) {
        const span = { start: child.start, end: child.start };
        items.push({ span, value: { kind: 'literal', span, value: undefined } });
      }
      isHole = true;
    } else if (child.isNamed) {
      items.push(lowerArgument(child, on));
      isHole = false;
    }
  }
  return { kind: 'list', span: spanOf(node), of: 'list', items };
}

/** `import.meta` and `new.target`: members of the names `import` and `new`, which no program can have. */
function metaProperty(node: SyntaxNode, on: Lowering): Expression {
  const text = on.textOf(node);
  const name = text.startsWith('import') ? 'import' : 'new';
  const property = name === 'import' ? 'meta' : 'target';
  const object: Name = { kind: 'name', span: { start: node.start, end: node.start + name.length }, name };
  const propertySpan = { start: node.end - property.length, end: node.end };
  return { kind: 'member', span: spanOf(node), object, property, propertySpan, optional: false, bracketed: false };
}

function construction(node: SyntaxNode, on: Lowering): Call {
  const list = childOf(node, 'arguments');
  const callee = on.part(node, 'constructor');
  return {
    kind: 'call',
    span: spanOf(node),
    how: 'new',
    callee,
    args: list ? lowerArguments(list, on) : [],
    argsSpan: list ? spanOf(list) : { start: node.end, end: node.end },
    optional: false,
  };
}

function assignment(node: SyntaxNode, on: Lowering): Expression {
  const left = childOf(node, 'left');
  if (!left) return opaque(node, parts(node, on));
  return { kind: 'assignment', span: spanOf(node), target: on.pattern(left), value: on.part(node, 'right') };
}

function augmented(node: SyntaxNode, on: Lowering): Expression {
  const left = childOf(node, 'left');
  const sign = childOf(node, 'operator')?.type;
  if (!left || sign === undefined) return opaque(node, parts(node, on));
  const operator = AUGMENTED[sign] ?? sign.slice(0, -1);
  return { kind: 'assignment', span: spanOf(node), target: on.pattern(left), operator, value: on.part(node, 'right') };
}

function update(node: SyntaxNode, on: Lowering): Assignment | Expression {
  const argument = childOf(node, 'argument');
  const sign = childOf(node, 'operator');
  if (!argument || !sign) return opaque(node, parts(node, on));
  return {
    kind: 'assignment',
    span: spanOf(node),
    target: on.pattern(argument),
    operator: sign.type.charAt(0),
    value: { kind: 'literal', span: spanOf(sign), value: 1 },
  };
}

/** Grammars nest the items of a sequence to the right; the form has them in a row. */
function sequence(node: SyntaxNode, on: Lowering): Expression[] {
  const items: Expression[] = [];
  let at: SyntaxNode | undefined = node;
  while (at) {
    let rest: SyntaxNode | undefined;
    for (const child of at.children) {
      if (child.type === 'sequence_expression') rest = child;
      else if (child.isNamed) items.push(on.expression(child));
    }
    at = rest;
  }
  return items;
}
