import type { Expression, Import, ImportBinding, Statement } from '#syntax/code/form';
import { stringValue } from '#syntax/code/javascript/literals';
import { has, type Lowering, opaque, spanOf } from '#syntax/code/javascript/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** `import …`; nothing for what is imported for its type alone. */
export function lowerImport(node: SyntaxNode, on: Lowering): Statement[] {
  if (has(node, 'type') || has(node, 'typeof')) return [];
  const required = node.children.find((child) => child.type === 'import_require_clause');
  if (required) return importRequire(node, required, on);
  const source = childOf(node, 'source');
  if (!source) return [];
  const bindings: ImportBinding[] = [];
  for (const clause of node.children) if (clause.type === 'import_clause') bindings.push(...clauseBindings(clause, on));
  return [{ kind: 'import', span: spanOf(node), source: stringValue(on.textOf(source)), bindings } satisfies Import];
}

function clauseBindings(clause: SyntaxNode, on: Lowering): ImportBinding[] {
  const bindings: ImportBinding[] = [];
  for (const child of clause.children) {
    if (child.type === 'identifier')
      bindings.push({ span: spanOf(child), imported: 'default', local: on.nameOf(child), how: 'name' });
    else if (child.type === 'namespace_import') {
      const name = child.children.find((inner) => inner.type === 'identifier');
      if (name) bindings.push({ span: spanOf(child), imported: '*', local: on.nameOf(name), how: 'module' });
    } else if (child.type === 'named_imports')
      for (const specifier of child.children) {
        const binding = specifier.type === 'import_specifier' ? named(specifier, on) : undefined;
        if (binding) bindings.push(binding);
      }
  }
  return bindings;
}

function named(node: SyntaxNode, on: Lowering): ImportBinding | undefined {
  const name = childOf(node, 'name');
  if (!name || hasTypeMark(node)) return undefined;
  const local = childOf(node, 'alias') ?? name;
  return { span: spanOf(node), imported: exportedName(name, on), local: on.nameOf(local), how: 'name' };
}

/** `type` before a name; it is no mark where it is the name itself. */
export function hasTypeMark(specifier: SyntaxNode): boolean {
  for (const child of specifier.children) {
    if (child.field !== undefined || child.isNamed) continue;
    if (child.type === 'type' || child.type === 'typeof') return true;
  }
  return false;
}

/** The name of an import or export, which may be written as a string. */
export function exportedName(node: SyntaxNode, on: Lowering): string {
  return node.type === 'string' ? stringValue(on.textOf(node)) : on.nameOf(node);
}

/** TypeScript's `import x = require('m')`, which is `const x = require('m')`. */
function importRequire(node: SyntaxNode, clause: SyntaxNode, on: Lowering): Statement[] {
  const name = clause.children.find((child) => child.type === 'identifier');
  const source = childOf(clause, 'source');
  const require = clause.children.find((child) => child.type === 'require');
  if (!name || !source || !require) return [];
  const open = on.text.indexOf('(', require.end);
  const value: Expression = {
    kind: 'call',
    span: { start: require.start, end: clause.end },
    how: 'call',
    callee: { kind: 'name', span: spanOf(require), name: 'require' },
    args: [{ span: spanOf(source), value: on.expression(source) }],
    argsSpan: { start: open, end: clause.end },
    optional: false,
  };
  return [{ kind: 'declaration', span: spanOf(node), how: 'const', pattern: on.pattern(name), value }];
}

/** TypeScript's `import A = B.C`, a constant. */
export function lowerAlias(node: SyntaxNode, on: Lowering): Statement[] {
  const [name, value] = node.children.filter((child) => child.isNamed);
  if (!name) return [];
  return [
    {
      kind: 'declaration',
      span: spanOf(node),
      how: 'const',
      pattern: on.pattern(name),
      value: value ? on.expression(value) : opaque(node),
    },
  ];
}
