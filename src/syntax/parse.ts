import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { type DataNode, type Document, nodeAt, type Operation, type Path } from '#syntax/document';
import { editDocument } from '#syntax/edit';
import { readJson } from '#syntax/json';
import { LimitExceeded, limitProblem, MAX_CHARACTERS, overLimit } from '#syntax/limits';
import { problemsOf, type Reading } from '#syntax/reading';
import { readYamlAround } from '#syntax/recovery';
import { readYaml } from '#syntax/yaml';

/**
 * Reads one data file, in time proportional to its size, and never throws: what is wrong is in `problems`, what could be
 * read around it in `root`. Text that starts with a bracket is JSON when it is valid JSON or the file's name says so; all
 * else is YAML, of which JSON is a part.
 */
export function parseDocument(file: SourceFile): Document {
  const format = formatOf(file);
  try {
    if (file.text.length > MAX_CHARACTERS) throw overLimit.characters(0);
    if (format === 'yaml') return documentOf(file, 'yaml', readYamlAround(file.text));
    const json = readJson(file.text);
    if (isClean(json)) return documentOf(file, 'json', json);
    const yaml = format === 'json' ? undefined : readYamlAround(file.text);
    if (yaml && (isClean(yaml) || /\.ya?ml$/i.test(file.path))) return documentOf(file, 'yaml', yaml);
    return documentOf(file, 'json', json);
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    return new ParsedDocument(file, format === 'yaml' ? 'yaml' : 'json', undefined, [limitProblem(file, error)], false);
  }
}

/** `either`: it starts like JSON, under a name that may hold both. */
function formatOf(file: SourceFile): 'yaml' | 'json' | 'either' {
  const start = /^\uFEFF?[ \t\r\n]*/.exec(file.text.slice(0, 1000))?.[0].length ?? 0;
  const first = file.text[start];
  if (/\.json$/i.test(file.path)) return 'json';
  return first === '{' || first === '[' ? 'either' : 'yaml';
}

function isClean(reading: Reading): boolean {
  return reading.root !== undefined && reading.faults.every((fault) => fault.kind === 'note');
}

function documentOf(file: SourceFile, format: 'yaml' | 'json', reading: Reading): Document {
  return new ParsedDocument(file, format, reading.root, problemsOf(file, reading), file.editable && isClean(reading));
}

class ParsedDocument implements Document {
  constructor(
    readonly file: SourceFile,
    readonly format: 'yaml' | 'json',
    readonly root: DataNode | undefined,
    readonly problems: readonly Problem[],
    readonly editable: boolean,
  ) {}

  locate(path: Path): DataNode | undefined {
    return nodeAt(this.root, path);
  }

  edit(operations: readonly Operation[]): readonly Edit[] | undefined {
    if (!this.editable || this.root === undefined) return undefined;
    return editDocument(this.file, this.format, this.root, operations, (text) => readAgain(this.format, text));
  }
}

function readAgain(format: 'yaml' | 'json', text: string): DataNode | undefined {
  try {
    const reading = format === 'yaml' ? readYaml(text) : readJson(text);
    return isClean(reading) ? reading.root : undefined;
  } catch (error) {
    if (error instanceof LimitExceeded) return undefined;
    throw error;
  }
}
