import type { App } from '#frameworks/cdk/app';
import type { Construction } from '#frameworks/cdk/constructions';
import type { Source } from '#model/resource';

/** Where the construct of a path, or the nearest one above it, is constructed; undefined when no line is certain. */
export class Matcher {
  readonly #byId = new Map<string, Construction[]>();
  readonly #byClass = new Map<string, Construction[]>();

  constructor(readonly app: App) {
    for (const one of app.constructions) {
      if (one.id !== undefined) push(this.#byId, one.id.replaceAll('/', '--'), one);
      push(this.#byClass, one.className, one);
    }
  }

  /**
   * @param ids the constructs of the path below the stack
   * @param stack the id of the stack
   * @param isMeant narrows several constructions of one id down, by what else is known of them
   */
  find(
    ids: readonly string[],
    stack: string,
    isMeant?: (one: Construction, depth: number) => boolean,
  ): Source | undefined {
    for (let depth = ids.length - 1; depth >= 0; depth -= 1) {
      const all = (this.#byId.get(ids[depth] ?? '') ?? []).filter((one) =>
        this.#fits(one, depth === 0 ? stack : (ids[depth - 1] ?? ''), depth === 0),
      );
      const meant = all.length > 1 && isMeant ? all.filter((one) => isMeant(one, depth)) : all;
      const [only, ...others] = meant;
      if (only && others.length === 0) return { at: only.at, name: ids.slice(0, depth + 1).join('/') };
    }
    return undefined;
  }

  /** Whether a construction can be in the construct of an id: by the class around it, or the variable that it is made in. */
  #fits({ scope, within, at }: Construction, parent: string, inStack: boolean): boolean {
    const parents = this.#byId.get(parent) ?? [];
    if (typeof scope === 'object') {
      const kept = this.app.constructions.filter(
        (one) => one.variable === scope.variable && one.at.file.path === at.file.path,
      );
      if (kept.length > 0)
        return kept.some((one) => one.id === parent || (one.id === undefined && one.className !== 'App'));
      // A parameter: `scope` of a function that adds constructs to what it is given.
      return true;
    }
    if (scope === undefined || within === undefined) return true;
    if (parents.some((one) => this.#isA(one.className, within))) return true;
    const instances = this.#instancesOf(within);
    if (parents.length > 0 && !inStack) return instances.some((one) => one.id === undefined);
    // The stack's own id is often computed, or given by what is not read.
    return instances.length === 0 ? inStack : instances.some((one) => one.id === undefined);
  }

  #instancesOf(name: string): readonly Construction[] {
    return [...this.#byClass].filter(([one]) => this.#isA(one, name)).flatMap(([, made]) => made);
  }

  #isA(name: string, wanted: string): boolean {
    let current: string | undefined = name;
    for (let steps = 0; current !== undefined && steps < 10; steps += 1) {
      if (current === wanted) return true;
      current = this.app.bases.get(current);
    }
    return false;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
