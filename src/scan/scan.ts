import type { Finding } from '#finding/finding';
import type { Suppression } from '#finding/judgement';
import type { Rule } from '#finding/rule';
import type { Secret } from '#finding/secret-search';
import type { Framework } from '#frameworks/framework';
import { Cloud } from '#model/cloud';
import { isDeployed } from '#model/stack';
import type { Config } from '#scan/config';
import { activeRules } from '#scan/ruleset';
import { type OnRuleError, runRules } from '#scan/run';
import { findSecrets } from '#scan/secrets';
import { isIgnored, type LoadedRoot, loadStacks } from '#scan/stacks';
import { readSuppressions, Suppressions, suppressionFindings } from '#scan/suppressions';
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
  /** The paths whose text is searched for secrets, where that is less than the scope. */
  readonly searched?: ReadonlySet<string>;
  /** Told when a rule throws, for the log. */
  readonly onRuleError?: OnRuleError;
}

/** What one snapshot is found to be. */
export interface Scan {
  readonly cloud: Cloud;
  /** The roots, each with what it depends on. */
  readonly roots: readonly LoadedRoot[];
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

/** Scans a snapshot: finds roots, loads stacks, links the cloud, searches texts for secrets, runs the rules. Never throws for what the files contain. */
export async function scan(snapshot: Snapshot, options: ScanOptions): Promise<Scan> {
  const [{ roots, problems }, texts] = await Promise.all([
    loadStacks(snapshot, options),
    findSecrets(snapshot, {
      config: options.config,
      scope: options.searched ?? options.scope,
      rules: activeRules(options.rules, options.config),
    }),
  ]);
  return scanOf(roots, [...problems, ...texts.problems], options, texts.secrets);
}

/** The scan of stacks that are loaded already. */
export function scanOf(
  roots: readonly LoadedRoot[],
  problems: readonly Problem[],
  options: ScanOptions,
  secrets: readonly Secret[] = [],
): Scan {
  const { config, today } = options;
  const cloud = new Cloud(roots.map(({ stack }) => stack));
  const rules = activeRules(options.rules, config);
  const context = { cloud, today, requireCustomerKeys: config.requireCustomerKeys };
  const run = runRules(rules, context, options.onRuleError, secrets);
  const findings = run.findings.filter((finding) => !isIgnored(finding.at.file.path, config));
  const suppressions = readSuppressions(cloud, options.rules, secrets);
  const about = suppressionFindings(new Suppressions(suppressions, cloud, today), findings, rules);
  const files = new Set(cloud.stacks.flatMap((stack) => stack.files.map((file) => file.path)));
  return {
    cloud,
    roots,
    findings: [...findings, ...about],
    suppressions,
    problems: distinct([...problems, ...cloud.stacks.flatMap((stack) => stack.problems), ...run.problems]),
    stats: {
      files: files.size,
      stacks: cloud.stacks.filter(isDeployed).length,
      resources: cloud.resources.length,
      rules: rules.length,
    },
  };
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify([problem.kind, problem.path, problem.line, problem.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
