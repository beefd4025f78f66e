import type { OperationArgument } from '#model/operations';
import type { Api, Arguments, Value } from '#runtimes/engine/value';

/** Calls that are looked for on the way to one value, and steps back. */
const MAX_FOUND = 8;
const MAX_BACK = 24;

/** The calls that a value was reached by, whose paths are so: `electrodb.Entity()` of `electrodb.Entity().get().go`. */
export function callsBefore(value: Value | undefined, path: RegExp): readonly (Api & { readonly args: Arguments })[] {
  const found: (Api & { readonly args: Arguments })[] = [];
  let level: readonly Value[] = value ? [value] : [];
  for (let back = 0; back < MAX_BACK && level.length > 0; back++) {
    const apis = level.flatMap((one) => one.apis);
    for (const { args, ...one } of apis)
      if (args && path.test(one.path) && found.length < MAX_FOUND) found.push({ ...one, args });
    level = apis.flatMap(({ receiver }) => receiver ?? []).slice(0, MAX_FOUND);
  }
  return found;
}

/** Each of several arguments; nothing is known where there is none. */
export function anyOf(all: readonly OperationArgument[]): OperationArgument {
  const different = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  const [only] = different;
  if (!only) return { kind: 'unknown', why: 'is not seen' };
  return different.length === 1 ? only : { kind: 'several', of: different };
}

/** Whether a value is surely a list; undefined where it may be one. */
export function isList({ objects, constants, taints, apis, open }: Value): boolean | undefined {
  if (taints.length > 0 || apis.length > 0 || (objects.length === 0 && open)) return undefined;
  const lists = objects.filter(({ kind }) => kind === 'list').length;
  if (objects.length > 0 && lists === objects.length && constants.length === 0) return true;
  return lists === 0 ? false : undefined;
}
