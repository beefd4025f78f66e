import type { Import, Module } from './part.js';

/** What the ingredients of one case add up to, before it is written in one language. */
export class Draft {
  readonly imports: Import[] = [];
  /** Pieces at the level of the module, each a few lines. */
  readonly top: (readonly string[])[] = [];
  readonly modules: Module[] = [];
  readonly body: string[] = [];

  add(part: {
    imports?: readonly Import[];
    top?: readonly string[];
    modules?: readonly Module[];
    lines?: readonly string[];
  }): void {
    this.imports.push(...(part.imports ?? []));
    if (part.top && part.top.length > 0) this.top.push(part.top);
    this.modules.push(...(part.modules ?? []));
    this.body.push(...(part.lines ?? []));
  }
}

/** One import for each module, its names in order. */
export function merged(imports: readonly Import[]): Import[] {
  const found = new Map<string, { names: Set<string>; whole: string | undefined }>();
  for (const { from, names = [], whole } of imports) {
    const entry = found.get(from) ?? { names: new Set<string>(), whole: undefined };
    for (const name of names) entry.names.add(name);
    entry.whole ??= whole;
    found.set(from, entry);
  }
  return [...found]
    .sort(([a], [b]) => Number(a.startsWith('.')) - Number(b.startsWith('.')) || (a < b ? -1 : 1))
    .map(([from, { names, whole }]) => ({ from, names: [...names].sort(), ...(whole !== undefined && { whole }) }));
}

/** A file's lines, and which of them carry the mark of the sink. */
export function unmarked(lines: readonly string[]): { text: string; marked: readonly number[] } {
  const marked: number[] = [];
  const plain = lines.map((line, at) => {
    const found = /^(\s*)» (.*)$/.exec(line);
    if (!found) return line;
    marked.push(at + 1);
    return `${found[1]}${found[2]}`;
  });
  return { text: `${plain.join('\n')}\n`, marked };
}

export function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}
