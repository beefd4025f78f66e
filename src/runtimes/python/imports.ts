import type { Edit } from '#source/edit';
import type { CodeModule, Import, Statement } from '#syntax/code/form';

/** How a module of the standard library is called in a file, and what has to be added for it. */
export interface Imported {
  readonly name: string;
  readonly edits: readonly Edit[];
}

/**
 * A module of the standard library by its own name: imported already, or by one more line among the imports at the head of the file, in
 * the order of the alphabet where they are in it. Undefined where the name means something else.
 */
export function importedModule(code: CodeModule, name: string): Imported | undefined {
  const imports = code.body.filter((one): one is Import => one.kind === 'import');
  const known = imports.find(({ source, bindings }) => source === name && bindings[0]?.local === name);
  if (known) return { name, edits: [] };
  // Anything else of that name, a variable or a parameter, would stand before it.
  const word = new RegExp(
    String.raw`(?<![\w.])${name}(?=\s*(?:[=,):.]|\bin\b))|\b(?:as|def|class|for)\s+${name}\b|\bimport\b[^\n]*\b${name}\b`,
  );
  if (word.test(code.file.text)) return undefined;
  const [first] = imports;
  const { text, path, eol } = code.file;
  if (!first) {
    const [start] = code.body.filter((one) => !isDocumentation(one));
    const at = start?.span.start;
    return at === undefined
      ? undefined
      : { name, edits: [{ path, span: { start: at, end: at }, text: `import ${name}${eol}${eol}${eol}` }] };
  }
  // The first block of imports, line by line.
  const block: Import[] = [];
  for (const one of imports) {
    const before = block.at(-1);
    if (one.source === '__future__') continue;
    if (before && !/^\r?\n?[^\S\n]*$/.test(text.slice(before.span.end, one.span.start))) break;
    block.push(one);
  }
  const plain = block.filter(({ span }) => /^import\s+[\w.]+$/.test(text.slice(span.start, span.end)));
  const next = plain.find(({ source }) => source > name);
  const at = next?.span.start ?? plain.at(-1)?.span.end ?? block[0]?.span.start ?? first.span.end;
  const isBefore = next !== undefined || (plain.length === 0 && block.length > 0);
  const line = isBefore ? `import ${name}${eol}` : `${eol}import ${name}`;
  return { name, edits: [{ path, span: { start: at, end: at }, text: line }] };
}

function isDocumentation(statement: Statement): boolean {
  return statement.kind === 'expression' && statement.value.kind === 'literal';
}
