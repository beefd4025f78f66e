import type { Span } from '#source/span';
import type { Argument, ClassCode, ClassMember, Expression, FunctionCode, Statement } from '#syntax/code/form';
import { argumentsOf } from '#syntax/code/python/chains';
import { type Lowering, spanOf } from '#syntax/code/python/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/**
 * Lowers `class`. Assignments in its body are fields, and what else is run there (conditions, imports, loops) static blocks;
 * documentation is left out.
 * @param span with the decorators
 */
export function lowerClass(
  lowering: Lowering,
  node: SyntaxNode,
  span: Span,
  decorators: readonly Expression[],
): ClassCode {
  const name = childOf(node, 'name');
  const heads = childOf(node, 'superclasses');
  const args = heads ? argumentsOf(lowering, heads) : [];
  return {
    span: spanOf(span),
    name: name && lowering.textOf(name),
    nameSpan: name ? spanOf(name) : { start: node.start, end: node.start + 1 },
    bases: args.filter((arg) => !isKeyword(arg)).map((arg) => arg.value),
    keywords: args.filter(isKeyword),
    members: lowering.block(childOf(node, 'body')).flatMap(membersOf),
    decorators,
  };
}

function isKeyword(arg: Argument): boolean {
  return arg.name !== undefined || arg.spread === 'keywords';
}

function membersOf(statement: Statement): ClassMember[] {
  const { span } = statement;
  switch (statement.kind) {
    case 'function-declaration':
      return [
        {
          ...methodOf(statement.code),
          span,
          name: statement.name,
          code: statement.code,
          decorators: statement.code.decorators,
        },
      ];
    case 'class-declaration': {
      const value: Expression = { kind: 'class', span, code: statement.code };
      return [{ kind: 'field', span, name: statement.name, isStatic: true, value, decorators: [] }];
    }
    case 'declaration': {
      if (statement.pattern.kind !== 'name') return [staticBlock(statement)];
      const { annotation, value } = statement;
      const { name } = statement.pattern;
      return [
        {
          kind: 'field',
          span,
          name,
          isStatic: value !== undefined,
          ...(value && { value }),
          ...(annotation && { annotation }),
          decorators: [],
        },
      ];
    }
    case 'expression':
      return statement.value.kind === 'literal' ? [] : [staticBlock(statement)];
    default:
      return [staticBlock(statement)];
  }
}

function staticBlock(statement: Statement): ClassMember {
  const { span } = statement;
  const nameSpan = { start: span.start, end: Math.min(span.start + 1, span.end) };
  const code: FunctionCode = {
    span,
    name: undefined,
    nameSpan,
    parameters: [],
    body: [statement],
    isAsync: false,
    isGenerator: false,
    isArrow: false,
    decorators: [],
  };
  return { kind: 'static-block', span, name: '', isStatic: true, code, decorators: [] };
}

/** What the decorators of a method make of it. */
function methodOf(code: FunctionCode): Pick<ClassMember, 'kind' | 'isStatic'> {
  for (const decorator of code.decorators) {
    const name = lastNameOf(decorator);
    if (name === 'staticmethod') return { kind: 'method', isStatic: true };
    if (name === 'property' || name === 'cached_property') return { kind: 'get', isStatic: false };
    if (decorator.kind !== 'member') continue;
    if (name === 'setter') return { kind: 'set', isStatic: false };
    if (name === 'getter') return { kind: 'get', isStatic: false };
  }
  return { kind: 'method', isStatic: false };
}

function lastNameOf(decorator: Expression): string | undefined {
  if (decorator.kind === 'name') return decorator.name;
  return decorator.kind === 'member' && typeof decorator.property === 'string' ? decorator.property : undefined;
}
