import { parse as parseToml } from 'smol-toml';
import { type Bounds, boundsOf } from '#runtimes/versions';
import type { SourceFile } from '#source/file';
import type { Plain } from '#syntax/document';

/** The files in which projects say what they depend on, besides `package.json`. */
export const DEPENDENCY_FILES = ['requirements.txt', 'pyproject.toml'];

/** A list that is longer is nobody's own. */
const MAX_CHARACTERS = 200_000;

/** What a project's file says of the versions of packages, by their names. */
export function dependenciesIn(name: string, data: Plain | undefined): ReadonlyMap<string, Bounds> {
  const found = new Map<string, Bounds>();
  const add = (key: string, range: Plain | undefined): void => {
    const bounds = typeof range === 'string' ? boundsOf(range) : undefined;
    if (bounds) found.set(key, bounds);
  };
  if (name === 'package.json') {
    for (const kind of ['devDependencies', 'dependencies'])
      for (const [key, range] of Object.entries(mapOf(mapOf(data)[kind]))) add(key, range);
  } else if (name === 'requirements.txt') {
    for (const line of typeof data === 'string' ? data.split('\n') : []) required(line, add);
  } else {
    const project = mapOf(mapOf(data).project).dependencies;
    for (const line of Array.isArray(project) ? project : []) if (typeof line === 'string') required(line, add);
    const poetry = mapOf(mapOf(mapOf(mapOf(data).tool).poetry).dependencies);
    for (const [key, range] of Object.entries(poetry))
      add(normal(key), typeof range === 'string' ? range : mapOf(range).version);
  }
  return found;
}

/** The text of `requirements.txt`, or what `pyproject.toml` holds. */
export function dependencyData(file: SourceFile): Plain {
  if (file.text.length > MAX_CHARACTERS) return null;
  if (!file.path.endsWith('.toml')) return file.text;
  try {
    // What TOML has besides (dates, large integers) is not asked for here.
    return parseToml(file.text) as { [key: string]: Plain };
  } catch {
    return null;
  }
}

/** A requirement as pip reads it: https://packaging.python.org/en/latest/specifications/dependency-specifiers/ */
function required(line: string, add: (name: string, range: string) => void): void {
  const [, name, range] =
    /^\s{0,20}([A-Za-z0-9][\w.-]{0,100})(?:\[[^\]]{0,200}\])?\s{0,5}\(?([=<>~!][^;#\\)]{1,100})/.exec(line) ?? [];
  if (name !== undefined && range !== undefined) add(normal(name), range);
}

/** https://packaging.python.org/en/latest/specifications/name-normalization/ */
function normal(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]{1,10}/g, '-');
}

function mapOf(data: Plain | undefined): { readonly [key: string]: Plain } {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};
}
