import type { Machine } from '#runtimes/engine/machine';
import type { Obj, Origin, Taint, Value } from '#runtimes/engine/value';

/** Objects within a value that are looked into; a graph of more is not looked through to its end. */
const MAX_OBJECTS = 400;

/** All marks of a value, and of what it holds. Every object is looked into once, however many ways lead to it. */
export function deepTaints(machine: Machine, value: Value): readonly Taint[] {
  if (value.objects.length === 0) return value.taints;
  const found = new Map<string, Taint>();
  const known = new Set<Obj>();
  let level: readonly Value[] = [value];
  for (let depth = 0; depth <= 6 && level.length > 0; depth++) {
    const next: Value[] = [];
    for (const each of level) {
      for (const taint of each.taints) {
        const id = `${taint.origin}|${taint.key}|${taint.safe}`;
        if (!found.has(id)) found.set(id, taint);
      }
      for (const one of each.objects) {
        if (known.has(one) || known.size > MAX_OBJECTS) continue;
        known.add(one);
        for (const cell of [...one.fields.values(), one.rest, one.spread]) {
          const inside = machine.state.get(cell);
          if (inside) next.push(inside);
        }
      }
    }
    level = next;
  }
  return [...found.values()];
}

/** The marks of one origin. */
export function ofOrigin(taints: readonly Taint[], origin: Origin): readonly Taint[] {
  return taints.filter((taint) => taint.origin === origin);
}
