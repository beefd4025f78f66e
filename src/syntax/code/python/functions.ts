import type { Span } from '#source/span';
import type { Block, Expression, FunctionCode, FunctionLiteral, Parameter, Pattern } from '#syntax/code/form';
import { isCode, type Lowering, spanOf } from '#syntax/code/python/lowering';
import { ignored, lowerTarget } from '#syntax/code/python/targets';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/**
 * Lowers `def`.
 * @param span with the decorators
 */
export function lowerFunction(
  lowering: Lowering,
  node: SyntaxNode,
  span: Span,
  decorators: readonly Expression[],
): FunctionCode {
  const name = childOf(node, 'name');
  const parameters = parametersOf(lowering, childOf(node, 'parameters'));
  const [body, isGenerator] = bodyOf(lowering, () => lowering.block(childOf(node, 'body')));
  return {
    span: spanOf(span),
    name: name && lowering.textOf(name),
    nameSpan: name ? spanOf(name) : { start: node.start, end: node.start + 1 },
    parameters,
    body,
    isAsync: node.children[0]?.type === 'async',
    isGenerator,
    isArrow: false,
    decorators,
  };
}

export function lowerLambda(lowering: Lowering, node: SyntaxNode): FunctionLiteral {
  const span = spanOf(node);
  const parameters = parametersOf(lowering, childOf(node, 'parameters'));
  const [body, isGenerator] = bodyOf(lowering, (): Block => {
    const value = lowering.field(node, 'body');
    return [{ kind: 'return', span: value.span, value }];
  });
  const nameSpan = { start: node.start, end: node.start + 1 };
  const code = {
    span,
    name: undefined,
    nameSpan,
    parameters,
    body,
    isAsync: false,
    isGenerator,
    isArrow: true,
    decorators: [],
  };
  return { kind: 'function', span, code };
}

/** Lowers a body, and tells whether it yields itself. */
function bodyOf(lowering: Lowering, run: () => Block): [body: Block, yields: boolean] {
  const outer = lowering.yields;
  lowering.yields = false;
  const body = run();
  const { yields } = lowering;
  lowering.yields = outer;
  return [body, yields];
}

/** Parameters in their order; the bare `*` and `/`, which only restrict how they are given, are left out. */
function parametersOf(lowering: Lowering, list: SyntaxNode | undefined): Parameter[] {
  const parameters: Parameter[] = [];
  for (const node of list?.children ?? []) {
    if (isCode(node) && node.type !== 'keyword_separator' && node.type !== 'positional_separator')
      parameters.push(parameter(lowering, node));
  }
  return parameters;
}

function parameter(lowering: Lowering, node: SyntaxNode): Parameter {
  const type = childOf(node, 'type');
  const name = node.type === 'typed_parameter' ? node.children.find(isCode) : (childOf(node, 'name') ?? node);
  const rest = name && restOf(name);
  const bare = rest ? name.children.find(isCode) : name;
  let pattern: Pattern = bare ? lowerTarget(lowering, bare) : ignored(node);
  const value = childOf(node, 'value');
  if (value) pattern = { kind: 'default-pattern', span: spanOf(node), pattern, value: lowering.expression(value) };
  return {
    span: spanOf(node),
    pattern,
    ...(rest && { rest }),
    ...(type && { annotation: lowering.expression(type) }),
    decorators: [],
  };
}

function restOf(node: SyntaxNode): Parameter['rest'] {
  if (node.type === 'list_splat_pattern') return 'list';
  return node.type === 'dictionary_splat_pattern' ? 'keywords' : undefined;
}
