import { cloudformation } from '#frameworks/cloudformation/index';
import type { Framework } from '#frameworks/framework';
import type { Resource } from '#model/resource';
import type { Stack } from '#model/stack';
import { Text } from '#model/text';
import type { Value } from '#model/value';
import { below, byDirectory } from '#scan/reader';
import { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';

/** A reader of files that stand in memory. */
export function repository(files: Readonly<Record<string, string>>): FileReader {
  return {
    has: (path) => Object.hasOwn(files, path),
    below: (directory) => below(Object.keys(files), directory),
    list: (directory) => byDirectory(Object.keys(files)).get(directory) ?? [],
    read: async (paths) =>
      new Map(
        paths
          .filter((path) => Object.hasOwn(files, path))
          .map((path) => [path, new SourceFile(path, files[path] ?? '')]),
      ),
  };
}

export interface LoadInput {
  readonly framework?: Framework;
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Loads a template, which must be one. */
export async function load(text: string | SourceFile, input: LoadInput = {}): Promise<Stack> {
  const file = typeof text === 'string' ? new SourceFile(input.path ?? 'template.yaml', text) : text;
  const framework = input.framework ?? cloudformation;
  const stack = await framework.load(file, repository(input.files ?? {}), { parameters: input.parameters ?? {} });
  if (!stack) throw new Error(`${file.path} is not a template`);
  return stack;
}

/** The resource of a stack, which must be there. */
export function resourceOf(stack: Stack, logicalId: string): Resource {
  const resource = stack.resources.get(logicalId);
  if (!resource) throw new Error(`no resource ${logicalId}; there are ${[...stack.resources.keys()].join(', ')}`);
  return resource;
}

/** A value as plain data, to be compared: unknown is `{ '?': why }`, conditions are `{ if: [when, value] }` pairs. */
export function plainly(value: Value | undefined): unknown {
  if (!value) return undefined;
  if (value.kind === 'absent') return { absent: true };
  if (value.kind === 'unknown') return { '?': value.why };
  if (value.kind === 'conditional')
    return Object.fromEntries(
      value.branches.map(({ when, value: branch }) => [
        `${when.holds ? '' : 'not '}${when.condition}`,
        plainly(branch),
      ]),
    );
  const { data } = value;
  if (Array.isArray(data)) return data.map((item: Value) => plainly(item));
  if (data instanceof Map)
    return Object.fromEntries([...data].map(([key, item]: [string, Value]) => [key, plainly(item)]));
  return data instanceof Text ? String(data) : data;
}

/** What a property of the resource `X` is, as plain data. */
export async function propertyOf(
  text: string,
  input: LoadInput & { readonly property?: string } = {},
): Promise<unknown> {
  const { properties } = resourceOf(await load(text, input), 'X');
  if (properties.kind !== 'set' || !(properties.data instanceof Map)) return plainly(properties);
  return plainly(properties.data.get(input.property ?? 'V'));
}
