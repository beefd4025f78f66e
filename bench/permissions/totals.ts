import type { Held, Score } from './score.js';

export interface Totals {
  readonly labelled: number;
  /** Functions whose role would lose something that they need. */
  readonly broken: number;
  readonly brokenShare: string;
  readonly policiesWithoutANeed: number;
  readonly abstentions: number;
  readonly abstentionShare: string;
  readonly abstentionsThatTheLabelAllows: number;
  readonly abstentionsInPart: number;
  readonly abstentionShareWithThose: string;
  readonly needed: number;
  readonly recall: string;
  readonly recallOfCalls: string;
  readonly recallWithConditional: string;
  readonly used: number;
  readonly precision: string;
  readonly narrowings: number;
}

/** Recall and precision over what nothing was left open of: by function, and in it by service. */
export function totals(scores: readonly Score[]): Totals {
  const told = scores.filter(({ abstains }) => abstains !== 'whole');
  const needed = told.flatMap((one) => one.needed).filter(({ open }) => !open);
  const called = needed.filter((one) => one.called);
  const used = sum(told.map((one) => one.used));
  const wrong = sum(told.map((one) => one.wrong.length));
  const broken = scores.filter((one) => one.broken.length > 0).length;
  const abstaining = scores.filter(({ abstains }) => abstains === 'whole');
  const found = (held: readonly Held[]): number => held.filter((one) => one.found === 'required').length;
  return {
    labelled: scores.length,
    broken,
    brokenShare: percent(broken, scores.length),
    policiesWithoutANeed: scores.filter((one) => one.notInPolicy.length > 0).length,
    abstentions: abstaining.length,
    abstentionShare: percent(abstaining.length, scores.length),
    abstentionsThatTheLabelAllows: abstaining.filter(({ mayAbstain }) => mayAbstain).length,
    abstentionsInPart: scores.filter(({ abstains }) => abstains === 'part').length,
    abstentionShareWithThose: percent(scores.filter(({ abstains }) => abstains).length, scores.length),
    needed: needed.length,
    recall: share(found(needed), needed.length),
    recallOfCalls: share(found(called), called.length),
    recallWithConditional: share(needed.filter((one) => one.found !== 'no').length, needed.length),
    used,
    precision: share(used - wrong, used),
    narrowings: sum(scores.map((one) => one.narrowings)),
  };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
