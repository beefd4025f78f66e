import type { HandlerEntry } from '#runtimes/handlers/entry';

const ENDINGS = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const INDEXES = ['/index.ts', '/index.tsx', '/index.mts', '/index.js', '/index.mjs', '/index.cjs'];

/**
 * The paths that an import of a module may mean, the likeliest first, as Node, TypeScript, bundlers and Python look for them.
 * Beside code that stands in a template nothing is deployed but what layers bring.
 * @param from the path of the importing module
 * @param source the import's text: `./orders`, `@shop/db`, `..models`, `app.orders`
 */
export function candidates(entry: HandlerEntry, from: string, source: string): readonly string[] {
  if (isInline(entry, from) && source.startsWith('.')) return [];
  return entry.language === 'python' ? pythonPaths(entry, from, source) : javascriptPaths(entry, from, source);
}

function isInline({ inline }: HandlerEntry, path: string): boolean {
  return inline !== undefined && path === inline.file.path;
}

function javascriptPaths(entry: HandlerEntry, from: string, source: string): readonly string[] {
  const bases: string[] = [];
  if (source.startsWith('.')) bases.push(resolved(directoryOf(from), source));
  else {
    if (source.startsWith('node:')) return [];
    for (const [prefix, directories] of entry.aliases) {
      const rest = afterPrefix(source, prefix);
      if (rest !== undefined)
        bases.push(...directories.map((directory) => resolved(directory, rest === '' ? '.' : `./${rest}`)));
    }
    // Layers and `baseUrl` are looked through for names that are no package of npm's.
    for (const directory of entry.searchPath)
      bases.push(resolved(directory, `./${source.replace(/^\/opt\/nodejs\//, '')}`));
  }
  return bases.flatMap((base) => [
    ...typed(base),
    ...ENDINGS.map((ending) => `${base}${ending}`),
    ...INDEXES.map((index) => (base === '' ? index.slice(1) : `${base}${index}`)),
  ]);
}

/** TypeScript's imports name the file that will be there: `./orders.js` is `./orders.ts`. */
function typed(base: string): readonly string[] {
  const match = /^(.*)\.([cm]?)jsx?$/.exec(base);
  return match ? [`${match[1]}.${match[2]}ts`, `${match[1]}.tsx`] : [];
}

function afterPrefix(source: string, prefix: string): string | undefined {
  const bare = prefix.replace(/\*$/, '');
  if (source === prefix || source === bare.replace(/\/$/, '')) return '';
  return bare !== prefix || bare.endsWith('/')
    ? source.startsWith(bare)
      ? source.slice(bare.length)
      : undefined
    : source.startsWith(`${bare}/`)
      ? source.slice(bare.length + 1)
      : undefined;
}

function pythonPaths(entry: HandlerEntry, from: string, source: string): readonly string[] {
  const dots = /^\.*/.exec(source)?.[0].length ?? 0;
  const rest = source.slice(dots).replaceAll('.', '/');
  const at = (directory: string): string[] => {
    const base = resolved(directory, rest === '' ? '.' : `./${rest}`);
    return base === '' ? ['__init__.py'] : [`${base}.py`, `${base}/__init__.py`];
  };
  if (dots > 0) {
    const up =
      dots === 1
        ? '.'
        : Array(dots - 1)
            .fill('..')
            .join('/');
    return at(resolved(directoryOf(from), up));
  }
  return [...entry.searchPath, ...(isInline(entry, from) ? [] : [directoryOf(from)])].flatMap(at);
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A relative path from a directory, both of the repository; what leads out of it stays at its root. */
function resolved(directory: string, relative: string): string {
  const parts = directory === '' ? [] : directory.split('/');
  for (const step of relative.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') parts.pop();
    else parts.push(step);
  }
  return parts.join('/');
}
