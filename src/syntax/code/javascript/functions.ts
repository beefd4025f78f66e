import type { Block, Expression, FunctionCode, Parameter, Pattern } from '#syntax/code/form';
import { has, type Lowering, opaque, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

const METHODS: ReadonlySet<string> = new Set(['method_definition', 'class_static_block']);

/**
 * A function of any kind. Only a name that the function is bound to (of a declaration or a function expression) is its name: that of a
 * method is a property's and stands where the method stands.
 */
export function lowerFunction(node: SyntaxNode, on: Lowering): FunctionCode {
  const name = childOf(node, 'name');
  const isBound = name !== undefined && !METHODS.has(node.type);
  return {
    span: spanOf(node),
    name: isBound ? on.nameOf(name) : undefined,
    nameSpan: name ? spanOf(name) : { start: node.start, end: Math.min(node.start + 1, node.end) },
    parameters: parameters(node, on),
    body: body(node, on),
    isAsync: has(node, 'async'),
    isGenerator: has(node, '*') || node.type.startsWith('generator_function'),
    isArrow: node.type === 'arrow_function',
    decorators: [],
  };
}

function body(node: SyntaxNode, on: Lowering): Block {
  const written = childOf(node, 'body');
  if (!written) return [];
  if (written.type === 'statement_block') return on.block(written.children);
  const value = on.nested(() => on.expression(written)) ?? opaque(written);
  return [{ kind: 'return', span: spanOf(written), value }];
}

function parameters(node: SyntaxNode, on: Lowering): Parameter[] {
  const alone = childOf(node, 'parameter');
  if (alone) return [{ span: spanOf(alone), pattern: on.pattern(alone), decorators: [] }];
  const found: Parameter[] = [];
  for (const child of childOf(node, 'parameters')?.children ?? []) {
    const parameter = child.isNamed ? lowerParameter(child, on) : undefined;
    if (parameter) found.push(parameter);
  }
  return found;
}

/** A parameter; undefined for TypeScript's `this: Type`. */
function lowerParameter(node: SyntaxNode, on: Lowering): Parameter | undefined {
  const span = spanOf(node);
  if (node.type !== 'required_parameter' && node.type !== 'optional_parameter') {
    const pattern = on.pattern(node);
    return node.type === 'rest_pattern'
      ? { span, pattern, rest: 'list', decorators: [] }
      : { span, pattern, decorators: [] };
  }
  const written = childOf(node, 'pattern') ?? childOf(node, 'name');
  if (!written || written.type === 'this') return undefined;
  const type = childOf(node, 'type');
  const annotation = type && on.annotation(type);
  return {
    span,
    pattern: parameterPattern(node, written, on),
    ...(written.type === 'rest_pattern' ? { rest: 'list' as const } : {}),
    ...(annotation ? { annotation } : {}),
    decorators: lowerDecorators(node, on),
    ...(isField(node) ? { isField: true as const } : {}),
  };
}

function parameterPattern(node: SyntaxNode, written: SyntaxNode, on: Lowering): Pattern {
  const pattern = on.pattern(written);
  const value = childOf(node, 'value');
  if (!value) return pattern;
  return {
    kind: 'default-pattern',
    span: { start: written.start, end: value.end },
    pattern,
    value: on.expression(value),
  };
}

/** Whether a parameter of a constructor is declared as a field with `private`, `readonly` or the like. */
function isField(node: SyntaxNode): boolean {
  for (const child of node.children) {
    if (child.type === 'accessibility_modifier' || child.type === 'override_modifier') return true;
    if (child.type === 'readonly' && !child.isNamed) return true;
  }
  return false;
}

/** The decorators that stand directly in a node, as what is called or named. */
export function lowerDecorators(node: SyntaxNode, on: Lowering): Expression[] {
  const found: Expression[] = [];
  for (const child of node.children) if (child.type === 'decorator') found.push(lowerDecorator(child, on));
  return found;
}

export function lowerDecorator(node: SyntaxNode, on: Lowering): Expression {
  return on.inner(node);
}
