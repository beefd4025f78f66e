/** How a sample is drawn. */
export interface Draw {
  readonly seed: number;
  readonly count: number;
  /** At most so many of one group. */
  readonly perRule: number;
}

/**
 * A sample: all items in an order that the seed alone decides, of which the first are taken that their groups still have
 * room for. So every group gets its chance, however many items the loudest one has.
 */
export function draw<T>(items: readonly T[], groupOf: (item: T) => string, { seed, count, perRule }: Draw): T[] {
  const taken = new Map<string, number>();
  const sample: T[] = [];
  for (const item of shuffled(items, seed)) {
    if (sample.length === count) break;
    const group = groupOf(item);
    const already = taken.get(group) ?? 0;
    if (already >= perRule) continue;
    taken.set(group, already + 1);
    sample.push(item);
  }
  return sample;
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = mulberry32(seed);
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [order[at], order[other]];
    if (a === undefined || b === undefined) continue;
    order[at] = b;
    order[other] = a;
  }
  return order;
}

/** Numbers from 0 to below 1, the same for the same seed: Tommy Ettinger's mulberry32 (public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
