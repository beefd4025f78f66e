import { readFileSync } from 'node:fs';

/** A JSON object of which nothing is known yet. */
export type Json = Record<string, unknown>;

/** One REST operation of GitHub's description, reduced by `tools/github-contract.ts`. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly multiSegment: readonly string[];
  /** GitHub's own mark whether Apps may call it with an installation token or JWT. */
  readonly forApps: boolean;
  readonly pathParameters: Json;
  readonly query: Json;
  readonly body?: Json;
  readonly bodyRequired?: boolean;
  /** Schema of the body by status; null where the description gives none. */
  readonly responses: Readonly<Record<string, Json | null>>;
}

/** The description of api.github.com, reduced: its operations by id, and the schemas that they refer to. */
export interface Description {
  readonly $id: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly $defs: Json;
}

/** Reads a checked-in asset. */
export function readAsset(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}

/** GitHub's reduced REST description. */
export const description: Description = JSON.parse(readAsset('openapi.json'));

/** A request's operation, and its decoded path parameters. */
export interface Route {
  readonly id: string;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Template {
  readonly id: string;
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly literals: number;
}

/** Parameters that may hold slashes; the description marks not all of them on every version. */
const several = new Set(['path', 'ref', 'basehead']);

function template([id, operation]: [string, Operation]): Template {
  const pattern = operation.path.replaceAll(/\/\{(\w+)\}/g, (_, name: string) => {
    // The root folder's contents are asked for with an empty path.
    if (name === 'path') return '(?:/(?<path>.+))?';
    return `/(?<${name}>${operation.multiSegment.includes(name) || several.has(name) ? '.+' : '[^/]+'})`;
  });
  const literals = operation.path.split('/').filter((segment) => !segment.startsWith('{')).length;
  return { id, operation, pattern: new RegExp(`^${pattern}$`), literals };
}

/** The more literal segments, the more specific: `/pulls/comments/1` is a comment, never a pull request. */
const templates = Object.entries(description.operations)
  .map(template)
  .sort((a, b) => b.literals - a.literals || a.id.localeCompare(b.id));

/** The operation that serves a method and a path (without query), or undefined if Leastwise is not known to use it. */
export function findRoute(method: string, path: string): Route | undefined {
  const bare = path.length > 1 ? path.replace(/\/$/, '') : path;
  for (const { id, operation, pattern } of templates) {
    if (operation.method !== method) continue;
    const match = pattern.exec(bare);
    if (match === null) continue;
    const parameters = Object.entries(match.groups ?? {}).map(([name, value]) => [
      name,
      decodeURIComponent(value ?? ''),
    ]);
    return { id, operation, parameters: Object.fromEntries(parameters) };
  }
  return undefined;
}
