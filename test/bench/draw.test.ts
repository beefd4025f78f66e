import { describe, expect, it } from '@jest/globals';
import { draw } from '../../bench/sample/draw.js';

const items = Array.from({ length: 500 }, (_, at) => ({ at, rule: at < 470 ? 'loud' : `quiet ${at % 15}` }));
const sample = (seed: number, count = 20) => draw(items, ({ rule }) => rule, { seed, count, perRule: 3 });

describe('a sample of findings', () => {
  it('is the same for the same seed and another one for another seed', () => {
    expect(sample(7)).toEqual(sample(7));
    expect(sample(7)).not.toEqual(sample(8));
  });

  it('takes no more of a rule than it may, and gives every rule its chance', () => {
    const counts = new Map<string, number>();
    for (const { rule } of sample(7, 100)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBe(3);
    expect(counts.size).toBe(16);
  });

  it('has as many items as asked for, each once', () => {
    expect(new Set(sample(7).map(({ at }) => at)).size).toBe(20);
  });
});
