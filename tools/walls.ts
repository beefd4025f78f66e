import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cruise, type IConfiguration, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/** What the walls say of a tree. */
export interface Inspection {
  /** One line each: the wall, who broke it, and the wall's reason. */
  readonly violations: readonly string[];
  /** Why the inspection itself cannot be believed: it saw less than there is. */
  readonly blindness: readonly string[];
  readonly modules: number;
  readonly typeImports: number;
}

/**
 * Holds a tree against the walls in its `.dependency-cruiser.mjs`, and counts what was seen: a checker that reads nothing
 * finds nothing.
 */
export async function inspect(root: string): Promise<Inspection> {
  const config = (await import(pathToFileURL(join(root, '.dependency-cruiser.mjs')).href)) as {
    default: IConfiguration;
    pure: readonly string[];
  };
  const { forbidden = [], options = {} } = config.default;
  const { enhancedResolveOptions, ...rest } = options as ICruiseOptions & { enhancedResolveOptions?: object };
  const cruised = await cruise(
    ['src'],
    { ...rest, baseDir: root, validate: true, ruleSet: { forbidden }, outputType: 'json' } as ICruiseOptions,
    { ...enhancedResolveOptions } as never,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) } as never,
  );
  const output = cruised.output;
  const result = (typeof output === 'string' ? JSON.parse(output) : output) as ICruiseResult;
  const reasons = new Map(forbidden.map((rule) => [rule.name, rule.comment ?? '']));
  const seen = result.modules.filter((module) => module.source.startsWith('src/'));
  const typeImports = seen
    .flatMap((module) => module.dependencies)
    .filter((dependency) => dependency.dependencyTypes.includes('type-only')).length;
  const files = modulesOf(root);
  return {
    violations: [
      ...result.summary.violations.map(
        ({ rule, from, to }) => `${rule.name}: ${from} imports ${to}. ${reasons.get(rule.name) ?? ''}`,
      ),
      ...files
        .filter((file) => config.pure.includes(file.split('/')[1] ?? ''))
        .flatMap((file) => impurities(root, file)),
    ],
    blindness: blindness(
      root,
      files,
      seen.map((module) => module.source),
      typeImports,
    ),
    modules: seen.length,
    typeImports,
  };
}

/** What Node gives without an import, and a pure room may not take. The names may stand in quotes: tables say what code does with them. */
const GLOBALS =
  /(?<![.#\w'"`])(?:Date\.now\(|new Date\(\)|performance\.now\(|process\.|fetch\(|Math\.random\(|setTimeout\(|setInterval\(|globalThis\.)/;

function impurities(root: string, file: string): string[] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const used = /^\s*(?:\/?\*|\/\/)/.test(line) ? undefined : GLOBALS.exec(line)?.[0];
      const reason = 'A scan must give the same answer for the same Snapshot: what changes by itself is an argument.';
      return used === undefined ? [] : [`pure-rooms-touch-nothing: ${file}:${index + 1} uses ${used}. ${reason}`];
    });
}

/** The modules below src as the file system has them, generated ones aside. */
function modulesOf(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.generated.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.includes('/examples/'));
}

/** Compares what was seen with the files of the tree, read by a plainer eye. */
function blindness(root: string, files: readonly string[], seen: readonly string[], typeImports: number): string[] {
  const missed = files.filter((file) => !seen.includes(file));
  const lines: string[] = [];
  if (files.length === 0) lines.push('There is no module below src.');
  if (missed.length > 0) lines.push(`${missed.length} modules were not seen: ${missed.slice(0, 5).join(', ')}.`);
  // Imports of one module are one dependency, whatever is imported; those of generated modules are left out.
  const written = files.reduce((sum, file) => sum + typeImportsIn(readFileSync(join(root, file), 'utf8')), 0);
  if (typeImports < written) lines.push(`${written} type imports are written, ${typeImports} were seen.`);
  return lines;
}

/** Modules that a text imports by `import type` alone. */
function typeImportsIn(text: string): number {
  const types = [...text.matchAll(/^import type [^;]{1,2000}? from '(#[^']{1,200})';/gm)].map(
    (match) => match[1] ?? '',
  );
  return new Set(types.filter((path) => !path.includes('.generated'))).size;
}

async function main(root: string): Promise<void> {
  const { violations, blindness: blind, modules, typeImports } = await inspect(root);
  for (const line of [...violations, ...blind]) console.error(line);
  console.log(`walls: ${modules} modules, ${typeImports} type imports, ${violations.length} violations`);
  if (violations.length + blind.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(fileURLToPath(new URL('..', import.meta.url)));
