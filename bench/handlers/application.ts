/** One application to be scanned, and what is to be found in it. */
export interface Application {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
  /** The class that it is about, whether it has the defect or not. */
  readonly rule: string;
  /** Absent when nothing is wrong with it. */
  readonly expected: Expectation | undefined;
  /** By which the outcome is broken down: `language`, `trigger`, `sink`. */
  readonly traits: Readonly<Record<string, readonly string[]>>;
}

export interface Expectation {
  /** The class, and others under which a report is right too. */
  readonly rules: readonly string[];
  readonly file: string;
  /** On which a report may stand. */
  readonly lines: readonly number[];
}
