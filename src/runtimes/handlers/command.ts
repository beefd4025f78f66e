import { type HandlerLanguage, moduleFile } from '#runtimes/handlers/module-file';
import { joined, type Tree } from '#runtimes/handlers/tree';

/** The program that a container or a script starts. */
export interface Program {
  /** A module as a path, with or without an ending. */
  readonly module: string;
  readonly language: HandlerLanguage;
}

/** Text of a script or Dockerfile that is looked at. */
const MAX_LENGTH = 50_000;

/** Arguments of a command that are looked at. */
const MAX_ARGUMENTS = 40;

/**
 * What a shell command starts: `node index.js`, `python -m uvicorn app:app`, `gunicorn main:app`, `functions-framework --target=x`.
 * The last such command counts.
 */
export function programOf(text: string): Program | undefined {
  const words = text
    .slice(0, MAX_LENGTH)
    .replace(/["'[\],]/g, ' ')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .map((line) => line.split(/\s+/).filter((word) => word !== ''));
  for (const line of words.reverse()) {
    for (const [index, word] of line.entries()) {
      const found = programAt(word.slice(word.lastIndexOf('/') + 1), line.slice(index + 1, index + MAX_ARGUMENTS));
      if (found) return found;
    }
  }
  return undefined;
}

const SERVERS: ReadonlySet<string> = new Set(['uvicorn', 'gunicorn', 'hypercorn', 'waitress-serve', 'daphne']);

function programAt(word: string, rest: readonly string[]): Program | undefined {
  if (word === 'node' || word === 'tsx' || word === 'ts-node' || word === 'bun') {
    const script = rest.find((one) => !one.startsWith('-'));
    return script !== undefined && /^[\w./-]{1,200}$/.test(script) && script !== 'run'
      ? { module: script.replace(/^\.\//, ''), language: 'javascript' }
      : undefined;
  }
  if (SERVERS.has(word)) {
    const app = rest.find((one) => /^[\w.]{1,100}:[\w.]{1,60}(\(\))?$/.test(one));
    const module = app?.split(':')[0];
    return module === undefined ? undefined : { module: module.replaceAll('.', '/'), language: 'python' };
  }
  if (/^python[\d.]*$/.test(word) && rest[0] !== '-m') {
    const script = rest.find((one) => one.endsWith('.py'));
    return script === undefined ? undefined : { module: script.replace(/^\.\//, ''), language: 'python' };
  }
  return undefined;
}

/** The handler that a Dockerfile of a Lambda image names: `CMD ["app.handler"]`. */
export function imageHandler(dockerfile: string): string | undefined {
  const [, named] =
    [
      ...dockerfile.slice(0, MAX_LENGTH).matchAll(/^[ \t]*CMD[ \t]*\[?[ \t]*"?([\w./-]{1,200})"?[ \t]*\]?[ \t]*$/gim),
    ].at(-1) ?? [];
  return named?.includes('.') ? named : undefined;
}

/** The language of an image, by what it is made from. */
export function imageLanguage(dockerfile: string): HandlerLanguage | undefined {
  const bases = [
    ...dockerfile.slice(0, MAX_LENGTH).matchAll(/^[ \t]*(?:FROM|RUN|ENTRYPOINT|CMD)[ \t][^\n]{0,500}/gim),
  ].map(([line]) => line);
  if (bases.some((line) => /\bpython|\bpip\d?\b/i.test(line))) return 'python';
  return bases.some((line) => /\bnode(js)?\b|\bnpm\b|\byarn\b/i.test(line)) ? 'javascript' : undefined;
}

/** The file that a program is, looked for in some directories. */
export function programFile(tree: Tree, directories: readonly string[], program: Program): string | undefined {
  const { module, language } = program;
  for (const directory of directories)
    for (const below of ['', 'src', 'app']) {
      const path = moduleFile(tree, joined(directory, below) ?? directory, module, language);
      if (path !== undefined) return path;
      const source = module.replace(/^(dist|build|lib|out)\//, '').replace(/\.[cm]?js$/, '');
      const before = moduleFile(tree, joined(directory, below) ?? directory, source, language);
      if (before !== undefined) return before;
    }
  return undefined;
}
