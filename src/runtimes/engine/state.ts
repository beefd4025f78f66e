import { type Safe, safeFor } from '#runtimes/engine/sinks';
import { type Cell, join, NEVER, type Refinement, type Taint, UNKNOWN, type Value } from '#runtimes/engine/value';

/** What parts of a URL are called that tell where it leads; to check one of them is to check the URL. */
const HOSTS = ['hostname', 'host', 'origin', 'netloc'];
const AT_HOST = safeFor('url', 'redirect');

/**
 * What cells hold and which marks were checked, at one point of the run. A branch is a layer over the state before it, and what the
 * branches changed is joined when they meet.
 */
export class State {
  readonly #cells = new Map<Cell, Value>();
  readonly #refined = new Map<string, Safe>();

  /** Cells that were joined so far, of all states of a run: what its budget is counted in, beside its steps. */
  readonly #work: { count: number };

  constructor(readonly before: State | undefined) {
    this.#work = before ? before.#work : { count: 0 };
  }

  get work(): number {
    return this.#work.count;
  }

  fork(): State {
    return new State(this);
  }

  get(cell: Cell): Value | undefined {
    for (let state: State | undefined = this; state; state = state.before) {
      const value = state.#cells.get(cell);
      if (value) return value;
    }
    return undefined;
  }

  set(cell: Cell, value: Value): void {
    this.#cells.set(cell, value);
  }

  /** Adds to what a cell may hold. */
  add(cell: Cell, value: Value): void {
    const known = this.get(cell);
    this.set(cell, known ? join(known, value) : value);
  }

  /** Takes what is known to be so from here on. */
  refine(refinement: Refinement): void {
    if (refinement === 'never') return;
    for (const [key, safe] of refinement) this.#refined.set(key, this.safety(key) | safe);
  }

  /** What the mark with a key was checked to be safe for. */
  safety(key: string): Safe {
    for (let state: State | undefined = this; state; state = state.before) {
      const safe = state.#refined.get(key);
      if (safe !== undefined) return safe;
    }
    return 0;
  }

  /** What a mark is safe for: by what was done to it, and by what was checked of it, or of what it is a part of. */
  safetyOf(taint: Taint): Safe {
    let { safe } = taint;
    if (taint.origin !== 'event') return safe;
    // A part of a text has a key of its own: a check of it is none of the whole.
    safe |= this.safety(taint.key);
    for (let end = taint.path.length; end > 0; end--) {
      // What is inside of an encoded text was not checked with the text.
      if (end < taint.path.length && taint.path.slice(end).some((key) => key === '<base64>' || key === '<decoded>'))
        break;
      const key = taint.path.slice(0, end).join('.');
      safe |= this.safety(key);
      for (const part of HOSTS) safe |= this.safety(`${key}.${part}`) & AT_HOST;
    }
    return safe;
  }

  /** The value with what is known here of its marks written into them, since it may be used where it is not known. */
  baked(value: Value): Value {
    if (value.taints.length === 0 || !this.#anyRefined()) return value;
    let changed = false;
    const taints = value.taints.map((taint) => {
      const safe = this.safetyOf(taint);
      if (safe === taint.safe) return taint;
      changed = true;
      return { ...taint, safe };
    });
    return changed ? { ...value, taints } : value;
  }

  #anyRefined(): boolean {
    for (let state: State | undefined = this; state; state = state.before) if (state.#refined.size > 0) return true;
    return false;
  }

  /** What was checked since an earlier state that this one lies over. */
  refinedSince(base: State): ReadonlyMap<string, Safe> {
    const found = new Map<string, Safe>();
    for (let state: State | undefined = this; state && state !== base; state = state.before) {
      for (const [key, safe] of state.#refined) if (!found.has(key)) found.set(key, safe);
    }
    return found;
  }

  /**
   * Goes on from where the states given meet. With none, nothing goes on: the answer is false.
   * @param refined what was checked on the way to each, where what lies below a state has changed since
   */
  meet(states: readonly State[], refined?: readonly ReadonlyMap<string, Safe>[]): boolean {
    if (states.length === 0) return false;
    const cells = new Set<Cell>();
    const keys = new Set<string>();
    for (const state of states) {
      for (let layer: State | undefined = state; layer && layer !== this; layer = layer.before) {
        for (const cell of layer.#cells.keys()) cells.add(cell);
        for (const key of layer.#refined.keys()) keys.add(key);
      }
    }
    this.#work.count += cells.size;
    for (const cell of cells) {
      const values = states.map((state) => {
        const value = state.get(cell);
        // On the way on which it was not replaced (`if (!known.includes(x)) x = 'first'`) it was checked.
        return value && !refined ? state.baked(value) : value;
      });
      const known = values.filter((value) => value !== undefined);
      this.#cells.set(cell, known.reduce(join, NEVER));
    }
    for (const key of keys) {
      const own = this.safety(key);
      const safeties = refined ? refined.map((one) => one.get(key) ?? own) : states.map((state) => state.safety(key));
      this.#refined.set(
        key,
        safeties.reduce((a, b) => a & b),
      );
    }
    return true;
  }
}

/** Both hold. */
export function both(a: Refinement, b: Refinement): Refinement {
  if (a === 'never' || b === 'never') return 'never';
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const found = new Map(a);
  for (const [key, safe] of b) found.set(key, (found.get(key) ?? 0) | safe);
  return found;
}

/** One of them holds. */
export function either(a: Refinement, b: Refinement): Refinement {
  if (a === 'never') return b;
  if (b === 'never') return a;
  const found = new Map<string, Safe>();
  for (const [key, safe] of a) {
    const common = safe & (b.get(key) ?? 0);
    if (common !== 0) found.set(key, common);
  }
  return found;
}

export const NOTHING_KNOWN: Refinement = new Map();

/** What is known of a value in a state; a cell that was never set is unknown. */
export function held(state: State, cell: Cell): Value {
  return state.get(cell) ?? UNKNOWN;
}
