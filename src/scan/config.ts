import type { Severity } from '#finding/severity';
import type { Span } from '#source/span';

/** Where a repository keeps its configuration, in the order of precedence. */
export const CONFIG_PATHS: readonly string[] = ['.github/leastwise.yml', '.github/leastwise.yaml'];

/** What a repository can configure, in `.github/leastwise.yml` of the base commit. */
export interface Config {
  /** The check fails when an introduced or escalated finding is at least this severe; `never` leaves the gate open. */
  readonly failOn: Severity | 'never';
  /** Comments are made for findings at least this severe; milder ones stand in the check run. */
  readonly commentOn: Severity;
  /** A severity, or `off`, for rules by id or glob (`aws/lambda/*`); the last entry that matches counts. A severity also turns a nursery rule on. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Globs of paths that are not reviewed. */
  readonly ignore: readonly string[];
  /** Comments in one review, 1 to 30. */
  readonly maxComments: number;
  /** Whether drafts are reviewed. */
  readonly drafts: boolean;
  /** Whether encryption has to use customer-managed keys. */
  readonly requireCustomerKeys: boolean;
  /** Values of template parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

export const DEFAULT_CONFIG: Config = {
  failOn: 'high',
  commentOn: 'low',
  rules: {},
  ignore: [],
  maxComments: 10,
  drafts: true,
  requireCustomerKeys: false,
  parameters: {},
};

/** What is wrong in a configuration, for a person: plain text, one sentence or two. */
export interface ConfigMistake {
  readonly line: number | undefined;
  readonly message: string;
}

/** Where a mistake stands, for a finding about it. */
export interface LocatedMistake extends ConfigMistake {
  readonly span: Span;
}

export type ParsedConfig = { readonly config: Config } | { readonly mistakes: readonly LocatedMistake[] };
