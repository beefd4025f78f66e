import type { Assignment, Export, ExportBinding, Name, Pattern, Statement } from '#syntax/code/form';
import { lowerDecorators } from '#syntax/code/javascript/functions';
import { exportedName, hasTypeMark } from '#syntax/code/javascript/imports';
import { stringValue } from '#syntax/code/javascript/literals';
import { firstNamed, has, type Lowering, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/**
 * `export …`: the declaration in it first, then the Export. Nothing for types.
 * @param declare lowers a declaration; `decorators` stand before `export` and belong to the class
 */
export function lowerExport(
  node: SyntaxNode,
  on: Lowering,
  declare: (node: SyntaxNode, decorators: ReturnType<typeof lowerDecorators>) => readonly Statement[],
): readonly Statement[] {
  if (has(node, 'type') || has(node, 'namespace')) return [];
  if (has(node, '=')) return exportAssignment(node, on);
  const declaration = childOf(node, 'declaration');
  if (declaration) return exportDeclaration(node, declare(declaration, lowerDecorators(node, on)));
  const value = childOf(node, 'value');
  if (value) {
    const binding = { span: spanOf(value), exported: 'default', local: undefined, value: on.expression(value) };
    return [exported(node, undefined, [binding])];
  }
  const source = childOf(node, 'source');
  return [exported(node, source && stringValue(on.textOf(source)), listed(node, on))];
}

function exported(node: SyntaxNode, source: string | undefined, bindings: readonly ExportBinding[]): Export {
  return { kind: 'export', span: spanOf(node), source, bindings };
}

/** `{ a as b }`, `*`, `* as name`. */
function listed(node: SyntaxNode, on: Lowering): ExportBinding[] {
  const bindings: ExportBinding[] = [];
  for (const child of node.children) {
    if (child.type === '*') bindings.push({ span: spanOf(child), exported: '*', local: '*', value: undefined });
    else if (child.type === 'namespace_export') {
      const name = firstNamed(child) ?? child.children.find((word) => word.type === 'default');
      if (name) bindings.push({ span: spanOf(child), exported: exportedName(name, on), local: '*', value: undefined });
    } else if (child.type === 'export_clause')
      for (const specifier of child.children) {
        const name = childOf(specifier, 'name');
        if (!name || hasTypeMark(specifier)) continue;
        const local = exportedName(name, on);
        const alias = childOf(specifier, 'alias');
        const outside = alias ? exportedName(alias, on) : local;
        bindings.push({ span: spanOf(specifier), exported: outside, local, value: undefined });
      }
  }
  return bindings;
}

function exportDeclaration(node: SyntaxNode, statements: readonly Statement[]): readonly Statement[] {
  const isDefault = has(node, 'default');
  const bindings: ExportBinding[] = [];
  for (const statement of statements)
    for (const name of declaredNames(statement))
      bindings.push({ ...name, exported: isDefault ? 'default' : name.local, value: undefined });
  return bindings.length > 0 ? [...statements, exported(node, undefined, bindings)] : statements;
}

type Declared = Pick<ExportBinding, 'span'> & { readonly local: string };

/** The names that a declaration binds, where they are written. */
export function declaredNames(statement: Statement): readonly Declared[] {
  switch (statement.kind) {
    case 'function-declaration':
    case 'class-declaration':
      return [{ span: statement.code.nameSpan, local: statement.name }];
    case 'declaration':
      return namesIn(statement.pattern);
    default:
      return [];
  }
}

function namesIn(pattern: Pattern): readonly Declared[] {
  switch (pattern.kind) {
    case 'name':
      return [{ span: pattern.span, local: pattern.name }];
    case 'default-pattern':
      return namesIn(pattern.pattern);
    case 'list-pattern':
      return [...pattern.items, ...(pattern.rest ? [pattern.rest] : []), ...pattern.after].flatMap(namesIn);
    case 'object-pattern':
      return [...pattern.entries.map((entry) => entry.pattern), ...(pattern.rest ? [pattern.rest] : [])].flatMap(
        namesIn,
      );
    default:
      return [];
  }
}

/** TypeScript's `export = value`, which is `module.exports = value`. */
function exportAssignment(node: SyntaxNode, on: Lowering): readonly Statement[] {
  const value = firstNamed(node);
  const sign = node.children.find((child) => child.type === '=');
  if (!value || !sign) return [];
  const word = { start: node.start, end: node.start + 'export'.length };
  const module: Name = { kind: 'name', span: word, name: 'module' };
  const span = { start: node.start, end: sign.start };
  const assignment: Assignment = {
    kind: 'assignment',
    span: { start: node.start, end: value.end },
    target: {
      kind: 'member',
      span,
      object: module,
      property: 'exports',
      propertySpan: word,
      optional: false,
      bracketed: false,
    },
    value: on.expression(value),
  };
  return [{ kind: 'expression', span: spanOf(node), value: assignment }];
}
