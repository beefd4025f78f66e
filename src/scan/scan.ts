import type { Finding } from '#finding/finding';
import type { Suppression } from '#finding/judgement';
import type { Rule } from '#finding/rule';
import type { Framework } from '#frameworks/framework';
import type { Cloud } from '#model/cloud';
import type { Config } from '#scan/config';
import type { Problem } from '#source/problem';
import type { Snapshot } from '#source/snapshot';

export interface ScanOptions {
  readonly rules: readonly Rule[];
  readonly frameworks: readonly Framework[];
  readonly config: Config;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** `everything` for a whole tree; else the paths that changed: roots above them and what names them are read, the rest is not. */
  readonly scope: 'everything' | ReadonlySet<string>;
}

/** What one snapshot is found to be. */
export interface Scan {
  readonly cloud: Cloud;
  /** Every finding, suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly Problem[];
  readonly stats: {
    readonly files: number;
    readonly stacks: number;
    readonly resources: number;
    readonly rules: number;
  };
}

/** Scans a snapshot: finds roots, loads stacks, links the cloud, runs the rules. Never throws for what the files contain. */
export async function scan(_snapshot: Snapshot, _options: ScanOptions): Promise<Scan> {
  throw new Error('not built yet');
}
