import type {
  Block,
  Declaration,
  Expression,
  Handler,
  If,
  Statement,
  Switch,
  SwitchCase,
  Try,
} from '#syntax/code/form';
import { lowerEnum } from '#syntax/code/javascript/enums';
import { lowerExport } from '#syntax/code/javascript/exports';
import { isExpression } from '#syntax/code/javascript/expressions';
import { lowerAlias, lowerImport } from '#syntax/code/javascript/imports';
import { bodyOf, lowerLoop, once } from '#syntax/code/javascript/loops';
import {
  firstNamed,
  has,
  isMissing,
  type Lowering,
  NAMED,
  opaque,
  spanOf,
  unread,
} from '#syntax/code/javascript/lowering';
import { lowerNamespace } from '#syntax/code/javascript/namespaces';
import { childOf, ERROR, type SyntaxNode } from '#syntax/code/tree';

/**
 * Lowers what stands where a statement may stand: to none when it is a type or empty, to several when it declares several names.
 * Undefined when it is no statement.
 */
export function lowerStatement(
  node: SyntaxNode,
  on: Lowering,
  decorators: readonly Expression[] = [],
): readonly Statement[] | undefined {
  const span = spanOf(node);
  switch (node.type) {
    case 'expression_statement':
      return expressionStatement(node, on);
    case 'lexical_declaration':
    case 'variable_declaration':
    case 'using_declaration':
      return declarations(node, on);
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'class_declaration':
    case 'abstract_class_declaration':
      return declared(node, on, decorators);
    case 'if_statement':
      return [conditional(node, on)];
    case 'for_statement':
    case 'for_in_statement':
    case 'while_statement':
    case 'do_statement':
      return [lowerLoop(node, on)];
    case 'switch_statement':
      return [switchStatement(node, on)];
    case 'try_statement':
      return [tryStatement(node, on)];
    case 'return_statement':
    case 'throw_statement': {
      const value = firstNamed(node);
      const kind = node.type === 'return_statement' ? 'return' : 'throw';
      return [{ kind, span, value: value && on.expression(value) }];
    }
    case 'break_statement':
    case 'continue_statement':
      return [{ kind: 'jump', span, how: node.type === 'break_statement' ? 'break' : 'continue' }];
    case 'statement_block':
      return [{ kind: 'block', span, body: on.block(node.children) }];
    case 'with_statement': {
      const value = on.part(node, 'object');
      return [{ kind: 'with', span, items: [{ value, target: undefined }], body: bodyOf(node, 'body', on) }];
    }
    case 'labeled_statement':
      return labeled(node, on);
    case 'import_statement':
      return lowerImport(node, on);
    case 'import_alias':
      return lowerAlias(node, on);
    case 'export_statement':
      return lowerExport(node, on, (declaration, before) => lowerStatement(declaration, on, before) ?? []);
    case 'enum_declaration':
      return lowerEnum(node, on);
    case 'internal_module':
    case 'module':
      return lowerNamespace(node, on);
    default:
      return NOTHING.has(node.type) ? [] : undefined;
  }
}

/** What leaves no trace: types, and what does nothing. */
const NOTHING: ReadonlySet<string> = new Set([
  'ambient_declaration',
  'debugger_statement',
  'empty_statement',
  'function_signature',
  'interface_declaration',
  'type_alias_declaration',
]);

/** Expressions that are declarations where a statement begins: the grammar takes them so when their end is missing. */
const DECLARED: ReadonlySet<string> = new Set(['function_expression', 'generator_function', 'class']);

function declared(node: SyntaxNode, on: Lowering, decorators: readonly Expression[]): readonly Statement[] {
  if (node.type.includes('function')) {
    const code = on.functionCode(node);
    return [{ kind: 'function-declaration', span: code.span, name: code.name ?? '', code }];
  }
  const code = on.classCode(node, decorators);
  return [{ kind: 'class-declaration', span: code.span, name: code.name ?? '', code }];
}

function expressionStatement(node: SyntaxNode, on: Lowering): readonly Statement[] {
  const inner = firstNamed(node);
  if (!inner) return [];
  if (inner.type === 'internal_module') return lowerNamespace(inner, on);
  if (DECLARED.has(inner.type) && childOf(inner, 'name')) return declared(inner, on, []);
  const used = inner.type === 'await_expression' ? firstNamed(inner) : inner;
  if (used?.type === 'assignment_expression' && has(used, 'using')) return [using(node, used, on)];
  return [{ kind: 'expression', span: spanOf(node), value: on.expression(inner) }];
}

/** `using x = …`, which the grammar of TypeScript takes for an assignment. */
function using(node: SyntaxNode, assignment: SyntaxNode, on: Lowering): Declaration {
  const left = childOf(assignment, 'left');
  return {
    kind: 'declaration',
    span: spanOf(node),
    how: 'const',
    pattern: left ? on.pattern(left) : { kind: 'ignored', span: spanOf(assignment) },
    value: on.part(assignment, 'right'),
  };
}

/** One Declaration for each declarator; one that stands alone has the whole statement. */
function declarations(node: SyntaxNode, on: Lowering): readonly Declaration[] {
  const word = childOf(node, 'kind')?.type;
  const how = node.type === 'variable_declaration' ? 'var' : word === 'let' ? 'let' : 'const';
  const written = node.children.filter((child) => child.type === 'variable_declarator');
  return written.map((declarator) => {
    const name = childOf(declarator, 'name');
    const value = childOf(declarator, 'value');
    const type = childOf(declarator, 'type');
    const span = spanOf(written.length === 1 ? node : declarator);
    const pattern = name ? on.pattern(name) : ({ kind: 'ignored', span } as const);
    const annotation = type && on.annotation(type);
    const declaration: Declaration = { kind: 'declaration', span, how, pattern, value: value && on.expression(value) };
    return annotation ? { ...declaration, annotation } : declaration;
  });
}

/** A label goes; where `break` may name it outside of a loop, what it stands before is a loop that runs once. */
function labeled(node: SyntaxNode, on: Lowering): readonly Statement[] {
  const body = bodyOf(node, 'body', on);
  const [only] = body;
  if (only === undefined || (body.length === 1 && (only.kind === 'loop' || only.kind === 'expression'))) return body;
  const end = { start: node.end, end: node.end };
  return [once(spanOf(node), body, { kind: 'literal', span: end, value: false })];
}

function conditional(node: SyntaxNode, on: Lowering): If {
  const otherwise = childOf(node, 'alternative');
  const instead = otherwise && firstNamed(otherwise);
  return {
    kind: 'if',
    span: spanOf(node),
    test: on.test(node),
    then: bodyOf(node, 'consequence', on),
    otherwise: instead ? on.block(instead.type === 'statement_block' ? instead.children : [instead]) : [],
  };
}

function switchStatement(node: SyntaxNode, on: Lowering): Switch {
  const cases: SwitchCase[] = [];
  const subject = on.part(node, 'value');
  for (const child of childOf(node, 'body')?.children ?? []) {
    if (child.type !== 'switch_case' && child.type !== 'switch_default') continue;
    const value = childOf(child, 'value');
    const body = on.block(child.children.filter((inner) => inner !== value && inner.isNamed));
    cases.push({
      span: spanOf(child),
      tests: value ? [on.expression(value)] : child.type === 'switch_case' ? [opaque(child)] : [],
      binds: [],
      guard: undefined,
      body,
    });
  }
  return { kind: 'switch', span: spanOf(node), subject, cases, fallsThrough: true };
}

function tryStatement(node: SyntaxNode, on: Lowering): Try {
  const handler = childOf(node, 'handler');
  const finalizer = childOf(node, 'finalizer');
  return {
    kind: 'try',
    span: spanOf(node),
    body: bodyOf(node, 'body', on),
    handlers: handler ? [handled(handler, on)] : [],
    otherwise: [],
    finalizer: finalizer ? bodyOf(finalizer, 'body', on) : [],
  };
}

function handled(node: SyntaxNode, on: Lowering): Handler {
  const parameter = childOf(node, 'parameter');
  return {
    span: spanOf(node),
    types: [],
    parameter: parameter && on.pattern(parameter),
    body: bodyOf(node, 'body', on),
  };
}

/** What stands where a statement may stand but is none: in an error, what could be made out. What has no effect is left out. */
export function salvage(node: SyntaxNode, on: Lowering): Block {
  if (isMissing(node) || EFFECTLESS.has(node.type)) return [];
  if (node.type === ERROR) {
    on.placed(node);
    const named = node.children.filter(({ type }) => NAMED.has(type));
    const rest = on.block(node.children.filter((child) => !named.includes(child)));
    const value = unread(
      node,
      named.map((child) => on.expression(child)),
    );
    return named.length === 0 ? rest : [...rest, { kind: 'expression', span: spanOf(node), value }];
  }
  return isExpression(node.type)
    ? [{ kind: 'expression', span: spanOf(node), value: on.expression(node) }]
    : on.block(node.children);
}

const EFFECTLESS: ReadonlySet<string> = new Set([
  ...['identifier', 'this', 'super', 'import', 'string', 'number', 'true', 'false', 'null', 'undefined', 'regex'],
  ...['type_annotation', 'type_arguments', 'type_parameters', 'formal_parameters'],
]);
