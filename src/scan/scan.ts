import type { Finding } from '#finding/finding';
import type { Suppression } from '#finding/judgement';
import type { Rule } from '#finding/rule';
import type { Secret } from '#finding/secret-search';
import type { Framework } from '#frameworks/framework';
import { Cloud } from '#model/cloud';
import type { Gap, Handler } from '#model/handler';
import type { FunctionOperations, OperationsByFunction } from '#model/operations';
import { isDeployed } from '#model/stack';
import { type Analyses, type Analysis, analyseHandlers } from '#runtimes/handlers';
import type { Config } from '#scan/config';
import { SharedReader } from '#scan/reader';
import { type ActiveRule, activeRules } from '#scan/ruleset';
import { type OnRuleError, runRules } from '#scan/run';
import { findSecrets } from '#scan/secrets';
import { isIgnored, type LoadedRoot, loadStacks } from '#scan/stacks';
import { readSuppressions, Suppressions, suppressionFindings } from '#scan/suppressions';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import type { Snapshot } from '#source/snapshot';
import type { Grammars } from '#syntax/code/grammars';

export interface ScanOptions {
  readonly rules: readonly Rule[];
  readonly frameworks: readonly Framework[];
  readonly config: Config;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** `everything` for a whole tree; else the paths that changed: roots above them and what names them are read, the rest is not. */
  readonly scope: 'everything' | ReadonlySet<string>;
  /** The paths whose text is searched for secrets, and whose handlers are read, where that is less than the scope. */
  readonly searched?: ReadonlySet<string>;
  /** What code is parsed with; without it no handler's code is read. */
  readonly grammars?: Grammars;
  /** Told when a rule throws, for the log. */
  readonly onRuleError?: OnRuleError;
}

/** What one snapshot is found to be. */
export interface Scan {
  readonly cloud: Cloud;
  /** The roots, each with what it depends on. */
  readonly roots: readonly LoadedRoot[];
  /** What was read of the handlers' code. */
  readonly analyses: readonly Analysis[];
  /** What the functions call, of those whose code was read. */
  readonly operations: OperationsByFunction;
  /** What was not followed in the code of handlers, and why: nothing is wrong with it, but what it does is not known. */
  readonly gaps: readonly Gap[];
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

/** What was found of a snapshot besides its stacks. */
export interface Found {
  /** The cloud of the stacks, where it was linked already. */
  readonly cloud?: Cloud;
  readonly secrets?: readonly Secret[];
  readonly analyses?: readonly Analysis[];
  /** Handlers that a template names and that were not found. */
  readonly gaps?: readonly Gap[];
  /** What the functions call, where it is known from another scan. */
  readonly operations?: OperationsByFunction;
}

/**
 * Scans a snapshot: finds roots, loads stacks, links the cloud, follows the code of its handlers, searches texts for secrets, runs the
 * rules. Never throws for what the files contain.
 */
export async function scan(snapshot: Snapshot, options: ScanOptions): Promise<Scan> {
  const rules = activeRules(options.rules, options.config);
  const scope = options.searched ?? options.scope;
  const [loaded, texts] = await Promise.all([
    loadStacks(snapshot, options),
    findSecrets(snapshot, { config: options.config, scope, rules }),
  ]);
  const cloud = new Cloud(loaded.roots.map(({ stack }) => stack));
  const code = await readHandlers(snapshot, cloud, { ...options, scope }, rules);
  const problems = [...loaded.problems, ...texts.problems];
  const gaps = [...code.problems.flatMap((problem) => gapAt(problem, cloud)), ...code.gaps];
  return scanOf(loaded.roots, problems, options, { cloud, secrets: texts.secrets, analyses: code.analyses, gaps });
}

/** The code of the handlers in scope, where a rule asks for it. */
async function readHandlers(
  snapshot: Snapshot,
  cloud: Cloud,
  { grammars, scope }: ScanOptions,
  rules: readonly ActiveRule[],
): Promise<Analyses> {
  if (!grammars || !rules.some(({ rule }) => rule.subject === 'handler' || rule.asksForCode))
    return { analyses: [], problems: [], gaps: [] };
  const { entries } = await snapshot.list();
  const paths = new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path));
  const files = cloud.stacks.flatMap((stack) => stack.files);
  const reader = new SharedReader(snapshot, paths, files);
  const code = await reader.load(new Set(), (fileReader) => analyseHandlers(cloud, fileReader, scope, grammars));
  // A rule that only asks what code calls says nothing where there is none.
  return rules.some(({ rule }) => rule.subject === 'handler') ? code : { ...code, problems: [], gaps: [] };
}

/** The scan of stacks that are loaded already. */
export function scanOf(
  roots: readonly LoadedRoot[],
  problems: readonly Problem[],
  options: ScanOptions,
  {
    cloud = new Cloud(roots.map(({ stack }) => stack)),
    secrets = [],
    analyses = [],
    operations: known,
    gaps = [],
  }: Found = {},
): Scan {
  const { config, today } = options;
  const rules = activeRules(options.rules, config);
  const handlers = analyses.map(({ handler }) => handler);
  const operations = known ?? operationsByFunction(handlers);
  const context = { cloud, today, requireCustomerKeys: config.requireCustomerKeys, handlers, operations };
  const run = runRules(rules, context, options.onRuleError, secrets);
  const findings = run.findings.filter((finding) => !isIgnored(finding.at.file.path, config));
  const suppressions = readSuppressions(cloud, options.rules, secrets, codeOf(handlers));
  const about = suppressionFindings(new Suppressions(suppressions, cloud, today), findings, rules);
  const files = new Set(cloud.stacks.flatMap((stack) => stack.files.map((file) => file.path)));
  for (const { path } of codeOf(handlers)) files.add(path);
  return {
    cloud,
    roots,
    analyses,
    gaps: withoutCopies([...gaps, ...handlers.flatMap((handler) => handler.gaps)]),
    operations,
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

/** What the functions call: all that the handlers do which run them. */
function operationsByFunction(handlers: readonly Handler[]): OperationsByFunction {
  const found = new Map<string, FunctionOperations>();
  for (const { functions, operations } of handlers) {
    for (const { id } of functions) {
      const known = found.get(id);
      found.set(
        id,
        known
          ? {
              operations: [...known.operations, ...operations.operations],
              gaps: [...known.gaps, ...operations.gaps],
            }
          : operations,
      );
    }
  }
  return found;
}

/** The files of code of the handlers, each once. */
function codeOf(handlers: readonly Handler[]): readonly SourceFile[] {
  return [...new Map(handlers.flatMap(({ files }) => files.map((file) => [file.path, file] as const))).values()];
}

/** A handler that is not there is often made later, by a build: that is told, and is no problem of the template. */
function gapAt({ path, line, message }: Problem, cloud: Cloud): readonly Gap[] {
  const file = cloud.stacks.flatMap((stack) => stack.files).find((one) => one.path === path);
  return file ? [{ at: { file, span: file.lineSpan(line ?? 1) }, message }] : [];
}

/** What was not followed, each place and reason once. */
function withoutCopies(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.at.file.path} ${gap.at.span.start} ${gap.message}`, gap])).values()];
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
