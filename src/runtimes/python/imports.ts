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
  const edits = importLine(code, imports, name, `import ${name}`);
  return edits && { name, edits };
}

/** One name of a module: imported already, or by one more line. Undefined where the name means something else. */
export function importedName(code: CodeModule, source: string, name: string): Imported | undefined {
  const imports = code.body.filter((one): one is Import => one.kind === 'import');
  const known = imports.some(
    (one) => one.source === source && one.bindings.some(({ imported, local }) => imported === name && local === name),
  );
  if (known) return { name, edits: [] };
  if (new RegExp(String.raw`(?<![\w.])${name}\b`).test(code.file.text)) return undefined;
  const edits = importLine(code, imports, source, `from ${source} import ${name}`);
  return edits && { name, edits };
}

/** A line among the imports at the head of the file, in the order of the alphabet where they are in it. */
function importLine(
  { body, file }: CodeModule,
  imports: readonly Import[],
  source: string,
  line: string,
): readonly Edit[] | undefined {
  const { text, path, eol } = file;
  const [first] = imports;
  if (!first) {
    const at = body.find((one) => !isDocumentation(one))?.span.start;
    return at === undefined ? undefined : [{ path, span: { start: at, end: at }, text: `${line}${eol}${eol}${eol}` }];
  }
  // The first block of imports, line by line.
  const block: Import[] = [];
  for (const one of imports) {
    const before = block.at(-1);
    if (one.source === '__future__') continue;
    if (before && !/^\r?\n?[^\S\n]*$/.test(text.slice(before.span.end, one.span.start))) break;
    block.push(one);
  }
  const word = /^\w+/.exec(line)?.[0] ?? '';
  const alike = block.filter(({ span }) => text.startsWith(`${word} `, span.start));
  const next = alike.find((one) => one.source > source);
  const last = alike.at(-1) ?? block.at(-1);
  if (next) return [{ path, span: { start: next.span.start, end: next.span.start }, text: `${line}${eol}` }];
  if (word === 'import' && alike.length === 0 && block[0])
    return [{ path, span: { start: block[0].span.start, end: block[0].span.start }, text: `${line}${eol}` }];
  const at = last?.span.end ?? first.span.end;
  return [{ path, span: { start: at, end: at }, text: `${eol}${line}` }];
}

function isDocumentation(statement: Statement): boolean {
  return statement.kind === 'expression' && statement.value.kind === 'literal';
}
