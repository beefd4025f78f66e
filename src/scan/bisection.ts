import type { Draft } from '#scan/occupied';

/** Finds those of a batch of fixes that hold together: a batch that does not is halved, until the bad one stands alone. */
export class Bisection {
  #left: number;
  readonly #holds: (drafts: readonly Draft[]) => Promise<boolean>;

  /**
   * @param budget how often fixes may be applied and looked at
   * @param holds whether fixes hold when they are applied together
   */
  constructor(budget: number, holds: (drafts: readonly Draft[]) => Promise<boolean>) {
    this.#left = budget;
    this.#holds = holds;
  }

  async verify(drafts: readonly Draft[]): Promise<readonly Draft[]> {
    if (drafts.length === 0 || this.#left <= 0) return [];
    this.#left -= 1;
    if (await this.#holds(drafts)) return drafts;
    if (drafts.length === 1) return [];
    const middle = drafts.length >> 1;
    const first = await this.verify(drafts.slice(0, middle));
    const second = await this.verify(drafts.slice(middle));
    if (first.length === 0 || second.length === 0) return [...first, ...second];
    // Each half holds alone; what is shown together has to hold together.
    if (first.length + second.length < drafts.length && this.#left > 0) {
      this.#left -= 1;
      if (await this.#holds([...first, ...second])) return [...first, ...second];
    }
    return first;
  }
}
