import type { Model } from '#runtimes/engine/language';

/** What methods of a package do, whatever they are called on: `pg.Pool().connect().query` is its `query`. */
export type Family = Readonly<Record<string, Model>>;

/** The same methods for several packages, named with blanks between. */
export function family(packages: string, methods: Family): Record<string, Family> {
  return Object.fromEntries(packages.split(' ').map((name) => [name, methods]));
}

/** The same model for several names, with blanks between. */
export function each(names: string, model: Model): Record<string, Model> {
  return Object.fromEntries(names.split(' ').map((name) => [name, model]));
}

/** All families, those of one package put together. */
export function together(...all: readonly Readonly<Record<string, Family>>[]): ReadonlyMap<string, Family> {
  const found = new Map<string, Family>();
  for (const families of all)
    for (const [name, methods] of Object.entries(families)) found.set(name, { ...found.get(name), ...methods });
  return found;
}
