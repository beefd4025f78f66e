import type { Application } from './application.js';

/** A finding, as far as it is held against a label. */
export interface Report {
  readonly rule: string;
  /** The canonical classes of the rule. */
  readonly classes: readonly string[];
  readonly path: string;
  readonly line: number;
}

export interface Tally {
  readonly expected: number;
  readonly found: number;
  /** Applications without a defect, and how many of them nothing was said about. */
  readonly safe: number;
  readonly silent: number;
}

/** Something that the reader of the outcome has to look at. */
export interface Remark {
  readonly id: string;
  readonly what: string;
}

export interface Outcome extends Tally {
  readonly byClass: Readonly<Record<string, Tally>>;
  /** For each trait, its values. */
  readonly byTrait: Readonly<Record<string, Readonly<Record<string, Tally>>>>;
  /** Defects without a report, `right class, another line` among them. */
  readonly missed: readonly Remark[];
  /** Reports on an application that has no defect. */
  readonly alarms: readonly Remark[];
  /** Reports of another class on an application with a defect. */
  readonly beside: readonly Remark[];
  /** Rules about code that reported and have no class yet. */
  readonly unmapped: readonly string[];
}

/** Holds what was reported against what was expected. */
export function score(scanned: readonly { application: Application; reports: readonly Report[] }[]): Outcome {
  const all = new Counter();
  const byClass = new Map<string, Counter>();
  const byTrait = new Map<string, Map<string, Counter>>();
  const missed: Remark[] = [];
  const alarms: Remark[] = [];
  const beside: Remark[] = [];
  const unmapped = new Set<string>();

  for (const { application, reports } of scanned) {
    const { id, rule, expected, traits } = application;
    for (const report of reports) if (report.classes.length === 0) unmapped.add(report.rule);
    const sameClass = reports.filter((report) => expected?.rules.some((one) => report.classes.includes(one)));
    const right = sameClass.filter((report) => report.path === expected?.file && expected.lines.includes(report.line));
    const counters = [all, at(byClass, rule)];
    for (const [trait, values] of Object.entries(traits)) {
      const counted = byTrait.get(trait) ?? new Map<string, Counter>();
      byTrait.set(trait, counted);
      counters.push(...values.map((value) => at(counted, value)));
    }
    for (const counter of counters) counter.count(expected !== undefined, right.length > 0, reports.length === 0);
    if (expected === undefined) {
      alarms.push(...reports.map((report) => ({ id, what: toldOf(report) })));
      continue;
    }
    if (right.length === 0) {
      const [elsewhere] = sameClass;
      const where = `${expected.file}:${expected.lines.join(',')} ${rule}`;
      missed.push({ id, what: elsewhere ? `${where}; right class, another line: ${toldOf(elsewhere)}` : where });
    }
    beside.push(
      ...reports.filter((report) => !sameClass.includes(report)).map((report) => ({ id, what: toldOf(report) })),
    );
  }

  return {
    ...all.tally(),
    byClass: tallies(byClass),
    byTrait: Object.fromEntries([...byTrait].map(([trait, values]) => [trait, tallies(values)])),
    missed,
    alarms,
    beside,
    unmapped: [...unmapped].sort(),
  };
}

class Counter {
  #expected = 0;
  #found = 0;
  #safe = 0;
  #silent = 0;

  count(flawed: boolean, found: boolean, silent: boolean): void {
    if (flawed) {
      this.#expected++;
      if (found) this.#found++;
    } else {
      this.#safe++;
      if (silent) this.#silent++;
    }
  }

  tally(): Tally {
    return { expected: this.#expected, found: this.#found, safe: this.#safe, silent: this.#silent };
  }
}

function at(counters: Map<string, Counter>, key: string): Counter {
  const counter = counters.get(key) ?? new Counter();
  counters.set(key, counter);
  return counter;
}

function tallies(counters: ReadonlyMap<string, Counter>): Record<string, Tally> {
  return Object.fromEntries(
    [...counters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, counter]) => [key, counter.tally()]),
  );
}

function toldOf({ rule, path, line }: Report): string {
  return `${path}:${line} ${rule}`;
}
