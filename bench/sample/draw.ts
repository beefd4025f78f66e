import { Random } from '../random.js';

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
  for (const item of new Random(seed).shuffled(items)) {
    if (sample.length === count) break;
    const group = groupOf(item);
    const already = taken.get(group) ?? 0;
    if (already >= perRule) continue;
    taken.set(group, already + 1);
    sample.push(item);
  }
  return sample;
}
