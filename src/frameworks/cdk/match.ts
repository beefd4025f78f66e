import type { App } from '#frameworks/cdk/app';
import type { Construction } from '#frameworks/cdk/constructions';
import type { Source } from '#model/resource';

/** What is known of whether a construction is the one of a path. */
type Fit = 'sure' | 'possible' | 'no';

/** Where the construct of a path, or the nearest one above it, is constructed; undefined when no line is certain. */
export class Matcher {
  readonly #byId = new Map<string, Construction[]>();
  readonly #byClass = new Map<string, Construction[]>();
  readonly #byVariable = new Map<string, Construction[]>();
  readonly #instances = new Map<string, readonly Construction[]>();

  constructor(readonly app: App) {
    for (const one of app.constructions) {
      if (one.id !== undefined) push(this.#byId, one.id.replaceAll('/', '--'), one);
      push(this.#byClass, one.className, one);
      if (one.variable !== undefined) push(this.#byVariable, `${one.at.file.path} ${one.variable}`, one);
    }
  }

  /**
   * @param ids the constructs of the path below the stack
   * @param stack the id of the stack; empty where that says nothing
   * @param isMeant narrows several constructions of one id down, by what else is known of them
   */
  find(ids: readonly string[], stack: string, isMeant?: (one: Construction) => boolean): Source | undefined {
    for (let depth = ids.length - 1; depth >= 0; depth -= 1) {
      const parent = depth === 0 ? stack : (ids[depth - 1] ?? '');
      const fitting = (this.#byId.get(ids[depth] ?? '') ?? []).map(
        (one) => [one, this.#fit(one, parent, depth === 0)] as const,
      );
      const sure = fitting.filter(([, fit]) => fit === 'sure');
      const all = (sure.length > 0 ? sure : fitting.filter(([, fit]) => fit === 'possible')).map(([one]) => one);
      const meant = all.length > 1 && isMeant ? all.filter((one) => isMeant(one)) : all;
      const [only, ...others] = meant;
      if (only && others.length === 0) return { at: only.at, name: ids.slice(0, depth + 1).join('/') };
    }
    return undefined;
  }

  /** Whether a construction is in the construct of an id: by the class around it, or the variable that it is made in. */
  #fit({ scope, within, at }: Construction, parent: string, inStack: boolean): Fit {
    const parents = this.#byId.get(parent) ?? [];
    if (typeof scope === 'object') {
      const kept = this.#byVariable.get(`${at.file.path} ${scope.variable}`) ?? [];
      if (kept.some((one) => one.id === parent)) return 'sure';
      if (kept.length > 0)
        return kept.some((one) => one.id === undefined && one.className !== 'App') ? 'possible' : 'no';
      // A parameter: `scope` of a function that adds constructs to what it is given.
      return inStack || parents.length > 0 ? 'possible' : 'no';
    }
    if (scope === undefined || within === undefined) return 'possible';
    if (parents.some((one) => this.#isA(one.className, within))) return 'sure';
    if (inStack && parent === '') return 'possible';
    const instances = this.#instancesOf(within);
    // An id that is computed, or a class that what is not read constructs: the stack's often is.
    if (instances.length === 0) return inStack ? 'possible' : 'no';
    return instances.some((one) => one.id === undefined) ? 'possible' : 'no';
  }

  /** Where a class, or one that extends it, is constructed. */
  #instancesOf(name: string): readonly Construction[] {
    const known = this.#instances.get(name);
    if (known) return known;
    const found = [...this.#byClass].filter(([one]) => this.#isA(one, name)).flatMap(([, made]) => made);
    this.#instances.set(name, found);
    return found;
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
