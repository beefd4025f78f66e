import type { Import, ImportBinding } from '#syntax/code/form';
import { type Lowering, spanOf } from '#syntax/code/python/lowering';
import { childOf, type SyntaxNode } from '#syntax/code/tree';

/** `import a.b, c as d`: one Import for each module. */
export function lowerImport(lowering: Lowering, node: SyntaxNode): Import[] {
  const imports: Import[] = [];
  for (const child of node.children) {
    if (child.field !== 'name') continue;
    const source = dotted(lowering, childOf(child, 'name') ?? child);
    const alias = childOf(child, 'alias');
    const [root = source] = source.split('.');
    const local = alias ? lowering.textOf(alias) : root;
    const how = alias || root === source ? 'module' : 'root';
    imports.push({
      kind: 'import',
      span: spanOf(node),
      source,
      bindings: [{ span: spanOf(child), imported: '*', local, how }],
    });
  }
  return imports;
}

/** `from m import a as b, c` and `from .m import *`. */
export function lowerImportFrom(lowering: Lowering, node: SyntaxNode): Import {
  const bindings: ImportBinding[] = [];
  for (const child of node.children) {
    const span = spanOf(child);
    if (child.type === 'wildcard_import') bindings.push({ span, imported: '*', local: '*', how: 'all' });
    if (child.field !== 'name') continue;
    const imported = dotted(lowering, childOf(child, 'name') ?? child);
    const alias = childOf(child, 'alias');
    bindings.push({ span, imported, local: alias ? lowering.textOf(alias) : imported, how: 'name' });
  }
  const module = childOf(node, 'module_name');
  const source = node.type === 'future_import_statement' ? '__future__' : module ? sourceOf(lowering, module) : '';
  return { kind: 'import', span: spanOf(node), source, bindings };
}

function sourceOf(lowering: Lowering, module: SyntaxNode): string {
  if (module.type !== 'relative_import') return dotted(lowering, module);
  let source = '';
  for (const child of module.children)
    source += child.type === 'import_prefix' ? lowering.textOf(child).replace(/[^.]/g, '') : dotted(lowering, child);
  return source;
}

/** A dotted name without the blanks that may stand around its dots. */
export function dotted(lowering: Lowering, node: SyntaxNode): string {
  if (node.type !== 'dotted_name') return lowering.textOf(node);
  const names = node.children.filter((child) => child.type === 'identifier');
  return names.map((name) => lowering.textOf(name)).join('.');
}
