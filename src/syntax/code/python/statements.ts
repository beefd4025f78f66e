import { contains, type Span } from '#source/span';
import type { Block, Expression, If, Statement } from '#syntax/code/form';
import { lowerAssignment, lowerAugmented } from '#syntax/code/python/assignments';
import { tupleOf } from '#syntax/code/python/chains';
import { lowerClass } from '#syntax/code/python/classes';
import { lowerFunction } from '#syntax/code/python/functions';
import { lowerImport, lowerImportFrom } from '#syntax/code/python/imports';
import { isCode, type Lowering, opaque, spanOf, unread } from '#syntax/code/python/lowering';
import { lowerMatch } from '#syntax/code/python/match';
import { ignored, lowerTarget } from '#syntax/code/python/targets';
import { lowerTry } from '#syntax/code/python/try';
import { lowerWith } from '#syntax/code/python/with';
import { childOf, ERROR, holdsError, outermost, type SyntaxNode } from '#syntax/code/tree';

/** Lowers a statement to none, one or several, with what broken code inside of it holds behind it. */
export function lowerStatement(lowering: Lowering, node: SyntaxNode, out: Statement[]): void {
  if (STATEMENTS.has(node.type) || EXPRESSIONS.has(node.type)) {
    lowerWhole(lowering, node, out);
    if (lowering.hasErrors) for (const error of errorsIn(node)) lowerStatement(lowering, error, out);
  } else if (node.children.length > 0) {
    out.push(...lowering.block(node));
    const named = node.type === ERROR ? node.children.filter(({ type }) => NAMED.has(type)) : [];
    if (named.length > 0) {
      const value = unread(
        node,
        named.map((child) => lowering.expression(child)),
      );
      out.push({ kind: 'expression', span: spanOf(node), value });
    }
  }
}

const NAMED: ReadonlySet<string> = new Set(['identifier', 'attribute', 'subscript']);

function lowerWhole(lowering: Lowering, node: SyntaxNode, out: Statement[]): void {
  const span = spanOf(node);
  switch (node.type) {
    case 'expression_statement':
      lowerExpressionStatement(lowering, node, out);
      return;
    case 'assignment':
      out.push(...lowerAssignment(lowering, node, span));
      return;
    case 'augmented_assignment':
      out.push({ kind: 'expression', span, value: lowerAugmented(lowering, node) });
      return;
    case 'return_statement': {
      const value = node.children.find(isCode);
      out.push({ kind: 'return', span, value: value && lowering.expression(value) });
      return;
    }
    case 'if_statement':
      out.push(lowerIf(lowering, node));
      return;
    case 'for_statement': {
      const left = childOf(node, 'left');
      out.push({
        kind: 'loop',
        span,
        how: 'for-of',
        initial: [],
        test: undefined,
        update: undefined,
        target: left ? lowerTarget(lowering, left) : ignored(node),
        iterable: lowering.field(node, 'right'),
        body: lowering.block(childOf(node, 'body')),
        otherwise: elseOf(lowering, node),
      });
      return;
    }
    case 'while_statement':
      out.push({
        kind: 'loop',
        span,
        how: 'while',
        initial: [],
        test: lowering.field(node, 'condition'),
        update: undefined,
        target: undefined,
        iterable: undefined,
        body: lowering.block(childOf(node, 'body')),
        otherwise: elseOf(lowering, node),
      });
      return;
    case 'function_definition':
    case 'class_definition':
      lowerDefinition(lowering, node, span, [], out);
      return;
    case 'decorated_definition': {
      const decorators = node.children
        .filter((child) => child.type === 'decorator')
        .map((child) => lowering.only(child));
      const definition = childOf(node, 'definition');
      if (definition) lowerDefinition(lowering, definition, span, decorators, out);
      return;
    }
    case 'try_statement':
      out.push(lowerTry(lowering, node));
      return;
    case 'with_statement':
      out.push(lowerWith(lowering, node));
      return;
    case 'match_statement':
      out.push(lowerMatch(lowering, node));
      return;
    case 'import_statement':
      out.push(...lowerImport(lowering, node));
      return;
    case 'import_from_statement':
    case 'future_import_statement':
      out.push(lowerImportFrom(lowering, node));
      return;
    case 'raise_statement':
      out.push({ kind: 'throw', span, value: raised(lowering, node) });
      return;
    case 'assert_statement':
      out.push(lowerAssert(lowering, node));
      return;
    case 'break_statement':
      out.push({ kind: 'jump', span, how: 'break' });
      return;
    case 'continue_statement':
      out.push({ kind: 'jump', span, how: 'continue' });
      return;
    case 'delete_statement':
      for (const target of deleted(node))
        out.push({
          kind: 'expression',
          span,
          value: { kind: 'unary', span, operator: 'delete', operand: lowering.expression(target) },
        });
      return;
    case 'global_statement':
    case 'nonlocal_statement': {
      const names = node.children.filter((child) => child.type === 'identifier').map((child) => lowering.textOf(child));
      out.push({ kind: 'scope', span, how: node.type === 'global_statement' ? 'global' : 'nonlocal', names });
      return;
    }
    case 'type_alias_statement': {
      const target = aliasName(node);
      const pattern = target ? lowerTarget(lowering, target) : ignored(node);
      out.push({ kind: 'declaration', span, how: 'assign', pattern, value: lowering.field(node, 'right') });
      return;
    }
    case 'print_statement':
    case 'exec_statement':
      // Python 2: nothing that runs today.
      lowering.broken.push(span);
      out.push({ kind: 'expression', span, value: opaque(node, partsOf(lowering, node)) });
      return;
    case 'pass_statement':
      return;
    default:
      out.push({ kind: 'expression', span, value: lowering.expression(node) });
  }
}

const STATEMENTS: ReadonlySet<string> = new Set([
  'assert_statement',
  'assignment',
  'augmented_assignment',
  'break_statement',
  'class_definition',
  'continue_statement',
  'decorated_definition',
  'delete_statement',
  'exec_statement',
  'expression_statement',
  'for_statement',
  'function_definition',
  'future_import_statement',
  'global_statement',
  'if_statement',
  'import_from_statement',
  'import_statement',
  'match_statement',
  'nonlocal_statement',
  'pass_statement',
  'print_statement',
  'raise_statement',
  'return_statement',
  'try_statement',
  'type_alias_statement',
  'while_statement',
  'with_statement',
]);

/** What does something where it stands by itself in broken code. */
const EXPRESSIONS: ReadonlySet<string> = new Set([
  'attribute',
  'await',
  'binary_operator',
  'boolean_operator',
  'call',
  'comparison_operator',
  'concatenated_string',
  'conditional_expression',
  'dictionary',
  'dictionary_comprehension',
  'generator_expression',
  'lambda',
  'list',
  'list_comprehension',
  'named_expression',
  'not_operator',
  'parenthesized_expression',
  'set',
  'set_comprehension',
  'subscript',
  'tuple',
  'unary_operator',
  'yield',
]);

function lowerExpressionStatement(lowering: Lowering, node: SyntaxNode, out: Statement[]): void {
  const parts = node.children.filter(isCode);
  const [first] = parts;
  const span = spanOf(node);
  if (!first) return;
  if (lowering.left.some((one) => contains(one, node))) {
    const value = unread(node, [lowering.expression(first)]);
    out.push({ kind: 'expression', span, value });
  } else if (first.type === 'assignment') out.push(...lowerAssignment(lowering, first, span));
  else if (first.type === 'augmented_assignment')
    out.push({ kind: 'expression', span, value: lowerAugmented(lowering, first) });
  else {
    const value = parts.length === 1 ? lowering.expression(first) : tupleOf(lowering, node, parts);
    out.push({ kind: 'expression', span, value });
  }
}

function lowerDefinition(
  lowering: Lowering,
  node: SyntaxNode,
  span: Span,
  decorators: readonly Expression[],
  out: Statement[],
): void {
  const name = childOf(node, 'name');
  const called = name ? lowering.textOf(name) : '';
  if (node.type === 'class_definition')
    out.push({ kind: 'class-declaration', span, name: called, code: lowerClass(lowering, node, span, decorators) });
  else
    out.push({
      kind: 'function-declaration',
      span,
      name: called,
      code: lowerFunction(lowering, node, span, decorators),
    });
}

/** From the last branch to the first: a chain of `elif` may be thousands long. */
function lowerIf(lowering: Lowering, node: SyntaxNode): If {
  let otherwise: Block = elseOf(lowering, node);
  const branches = node.children.filter((child) => child.type === 'elif_clause');
  for (const branch of branches.reverse()) otherwise = [branchOf(lowering, branch, node.end, otherwise)];
  return branchOf(lowering, node, node.end, otherwise);
}

function branchOf(lowering: Lowering, node: SyntaxNode, end: number, otherwise: Block): If {
  const test = testOf(lowering, node);
  const then = lowering.block(childOf(node, 'consequence'));
  return { kind: 'if', span: { start: node.start, end }, test, then, otherwise };
}

/** The condition of a branch. A broken one may say anything of what it names. */
function testOf(lowering: Lowering, node: SyntaxNode): Expression {
  const test = lowering.field(node, 'condition');
  if (!lowering.hasErrors) return test;
  // The error may stand behind what the parser took for the condition.
  const consequence = node.children.findIndex(({ field }) => field === 'consequence');
  const parts = consequence === -1 ? node.children : node.children.slice(0, consequence);
  if (!parts.some(holdsError)) return test;
  const named = parts.flatMap((part) => outermost(part, NAMED));
  const span = {
    start: Math.min(test.span.start, ...named.map(({ start }) => start)),
    end: Math.max(test.span.end, ...named.map(({ end }) => end)),
  };
  return unread(span, [test, ...named.map((child) => lowering.expression(child))]);
}

function elseOf(lowering: Lowering, node: SyntaxNode): Block {
  const clause = node.children.find((child) => child.type === 'else_clause');
  return lowering.block(clause && childOf(clause, 'body'));
}

/** `raise X from Y`: X is thrown; what is called for Y is evaluated before. */
function raised(lowering: Lowering, node: SyntaxNode): Expression | undefined {
  const thrown = node.children.find((child) => child.field !== 'cause' && child.type !== 'from' && isCode(child));
  const cause = childOf(node, 'cause');
  const value = thrown && lowering.expression(thrown);
  if (!value || !cause || cause.type === 'identifier' || cause.type === 'none') return value;
  const items = [lowering.expression(cause), value];
  return { kind: 'sequence', span: { start: value.span.start, end: node.end }, items };
}

function lowerAssert(lowering: Lowering, node: SyntaxNode): If {
  const span = spanOf(node);
  const [condition, message] = node.children.filter(isCode);
  const operand = condition ? lowering.expression(condition) : opaque(node);
  const value = message && lowering.expression(message);
  const then: Block = [{ kind: 'throw', span, value }];
  return {
    kind: 'if',
    span,
    test: { kind: 'unary', span: operand.span, operator: 'not', operand },
    then,
    otherwise: [],
  };
}

function deleted(node: SyntaxNode): readonly SyntaxNode[] {
  const [first] = node.children.filter(isCode);
  if (first?.type === 'expression_list' || first?.type === 'tuple') return first.children.filter(isCode);
  return first ? [first] : [];
}

/** The name that `type X[T] = …` gives; none where the grammar took `type(x).y = …` for it. */
function aliasName(node: SyntaxNode): SyntaxNode | undefined {
  let name = childOf(node, 'left');
  while (name?.type === 'type' || name?.type === 'generic_type') name = name.children.find(isCode);
  return name?.type === 'identifier' ? name : undefined;
}

/** The outermost errors within a statement that do not stand in a block of it: those are met when the block is lowered. */
function errorsIn(statement: SyntaxNode): SyntaxNode[] {
  const errors: SyntaxNode[] = [];
  const open = [statement];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const child of node.children) {
      if (child.type === ERROR) errors.push(child);
      else if (child.type !== 'block' && child.children.length > 0) open.push(child);
    }
  }
  return errors.sort((a, b) => a.start - b.start);
}

function partsOf(lowering: Lowering, node: SyntaxNode): Expression[] {
  const parts: Expression[] = [];
  for (const child of node.children) {
    if (child.type === 'chevron') parts.push(lowering.only(child));
    else if (isCode(child)) parts.push(lowering.expression(child));
  }
  return parts;
}
