import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { type DataNode, type Document, nodeAt, type Operation, type Path, Tagged } from '#syntax/document';
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
  const problems = problemsOf(file, reading.faults, reading.root === undefined ? 'unreadable' : 'partial');
  return new ParsedDocument(file, format, reading.root, problems, file.editable && isClean(reading));
}

class ParsedDocument implements Document {
  /** What was answered, by the operations: whether a rule's remedy can be written is asked before it is written. */
  readonly #edited = new Map<string, readonly Edit[] | undefined>();

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
    const key = JSON.stringify(operations, marked);
    if (this.#edited.has(key)) return this.#edited.get(key);
    const edits = editDocument(this.file, this.format, this.root, operations, (text) => readAgain(this.format, text));
    this.#edited.set(key, edits);
    return edits;
  }
}

/** Keeps data under a tag apart from a map that looks like it. */
function marked(_: string, value: unknown): unknown {
  return value instanceof Tagged ? ['\u0000tagged', value.tag, value.value] : value;
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
