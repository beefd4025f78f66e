import type { Edit } from '#source/edit';
import type { CodeModule } from '#syntax/code/form';

/** How functions of a module of Node's are called in a file, and what has to be added for it. */
export interface Imported {
  /** What stands before each name: `crypto.`, or nothing. */
  readonly prefix: string;
  readonly edits: readonly Edit[];
}

/**
 * Functions of a module of Node's own, through the name that the module has in a file, or by their own names: added to those that are imported
 * already, or by one more line before the others, as the file imports. Undefined where a name means something else.
 */
export function importedFunctions(
  { file }: CodeModule,
  module: string,
  names: readonly string[],
): Imported | undefined {
  const { text, path, eol } = file;
  const source = `['"](?:node:)?${module}['"]`;
  const whole =
    new RegExp(String.raw`^import\s+(?:\*\s+as\s+)?(\w+)\s+from\s+${source}`, 'm').exec(text)?.[1] ??
    new RegExp(String.raw`^(?:const|let|var)\s+(\w+)\s*=\s*require\(${source}\)`, 'm').exec(text)?.[1];
  if (whole !== undefined) return { prefix: `${whole}.`, edits: [] };
  const listed =
    new RegExp(String.raw`^import\s+\{([^{}]{0,300})\}\s+from\s+${source}`, 'm').exec(text) ??
    new RegExp(String.raw`^(?:const|let|var)\s+\{([^{}]{0,300})\}\s*=\s*require\(${source}\)`, 'm').exec(text);
  const [head = '', inside = ''] = listed ?? [];
  const own = inside.split(',').map((one) => one.trim());
  const missing = names.filter((name) => !own.includes(name));
  if (missing.length === 0) return { prefix: '', edits: [] };
  if (missing.some((name) => new RegExp(String.raw`(?<![\w$.])${name}(?![\w$])`).test(text))) return undefined;
  if (listed) {
    const [, last = ''] = /(\w+)\s*,?\s*$/.exec(inside) ?? [];
    if (last === '' || /\/[/*]/.test(inside)) return undefined;
    const at = listed.index + head.indexOf('{') + 1 + inside.lastIndexOf(last) + last.length;
    return { prefix: '', edits: [{ path, span: { start: at, end: at }, text: `, ${missing.join(', ')}` }] };
  }
  const isModule = /^import\s[^\n]{0,300}['"]/m.exec(text);
  const first = isModule ?? /^(?:const|let|var)\s[^\n]{0,300}=\s*require\(/m.exec(text);
  // A line between the lines of a comment or of a template is none.
  if (!first || /`|\/\*/.test(text.slice(0, first.index).replace(/\/\*[\s\S]{0,4000}?\*\//g, ''))) return undefined;
  const quote = quoteOf(text);
  const from = `${quote}${/['"]node:/.test(text) ? 'node:' : ''}${module}${quote}`;
  const semicolon = /;[ \t]*\r?\n/.test(text) ? ';' : '';
  const list = `{ ${missing.join(', ')} }`;
  const line = isModule ? `import ${list} from ${from}${semicolon}` : `const ${list} = require(${from})${semicolon}`;
  return { prefix: '', edits: [{ path, span: { start: first.index, end: first.index }, text: `${line}${eol}` }] };
}

/** The quote that the author uses. */
export function quoteOf(text: string): string {
  return (text.match(/"/g) ?? []).length > (text.match(/'/g) ?? []).length ? '"' : "'";
}
