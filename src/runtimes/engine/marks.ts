import type { Machine } from '#runtimes/engine/machine';
import type { Origin, Taint, Value } from '#runtimes/engine/value';

/** All marks of a value, and of what it holds. */
export function deepTaints(machine: Machine, value: Value, depth = 0): readonly Taint[] {
  if (value.objects.length === 0 || depth > 5) return value.taints;
  const found = new Map<string, Taint>();
  const add = (taints: readonly Taint[]): void => {
    for (const taint of taints) {
      const id = `${taint.origin}|${taint.key}|${taint.safe}`;
      if (!found.has(id)) found.set(id, taint);
    }
  };
  add(value.taints);
  for (const one of value.objects) {
    if (found.size > 40) break;
    for (const cell of [...one.fields.values(), one.rest, one.spread]) {
      const inside = machine.state.get(cell);
      if (inside) add(deepTaints(machine, inside, depth + 1));
    }
  }
  return [...found.values()];
}

/** The marks of one origin. */
export function ofOrigin(taints: readonly Taint[], origin: Origin): readonly Taint[] {
  return taints.filter((taint) => taint.origin === origin);
}
