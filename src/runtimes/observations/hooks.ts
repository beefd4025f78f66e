import type { Language } from '#runtimes/engine/language';
import { joinTaints, type Taint } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';

/** Looks at a call of something outside; what it gives are marks for the call's value. */
export type Observer = (view: CallView, path: string) => readonly Taint[] | undefined;

type Hooks = Pick<
  Language,
  'named' | 'compared' | 'tested' | 'assigned' | 'keyed' | 'discarded' | 'looped' | 'caught' | 'answered'
>;

/** The hook that tells each call to who watches its path, and to those who watch all. */
export function watching(
  tables: readonly Readonly<Record<string, Observer>>[],
  every: readonly Observer[],
  pathOf: (path: string) => string = (path) => path,
): NonNullable<Language['called']> {
  const byPath = new Map<string, Observer[]>();
  for (const table of tables) {
    for (const [key, observer] of Object.entries(table)) {
      const path = pathOf(key);
      const known = byPath.get(path) ?? [];
      if (!known.includes(observer)) byPath.set(path, [...known, observer]);
    }
  }
  return (view) => {
    const path = pathOf(view.path);
    let marks: readonly Taint[] = [];
    for (const observer of [...(byPath.get(path) ?? []), ...every]) {
      const given = observer(view, path);
      if (given) marks = joinTaints(marks, given);
    }
    return marks;
  };
}

/** Hooks that several parts have something to do in, as one: each is told in turn. */
export function together(parts: readonly Partial<Hooks>[]): Partial<Hooks> {
  const told = <K extends keyof Hooks>(name: K): Partial<Pick<Hooks, K>> => {
    const own = parts.flatMap((part) => part[name] ?? []) as ((...given: readonly unknown[]) => void)[];
    if (own.length === 0) return {};
    const [only] = own;
    const every = (...given: readonly unknown[]): void => {
      for (const one of own) one(...given);
    };
    return { [name]: own.length === 1 ? only : every } as Partial<Pick<Hooks, K>>;
  };
  return {
    ...told('named'),
    ...told('compared'),
    ...told('tested'),
    ...told('assigned'),
    ...told('keyed'),
    ...told('discarded'),
    ...told('looped'),
    ...told('caught'),
    ...told('answered'),
  };
}

/** The same observer for several paths. */
export function each(paths: readonly string[], observer: Observer): Readonly<Record<string, Observer>> {
  return Object.fromEntries(paths.map((path) => [path, observer]));
}
