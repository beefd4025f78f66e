import type { Finding, Related } from '#finding/finding';
import { code } from '#finding/markdown';
import type { Report, Rule, RuleContext } from '#finding/rule';
import type { Secret } from '#finding/secret-search';
import type { Severity } from '#finding/severity';
import type { Cloud } from '#model/cloud';
import type { Handler } from '#model/handler';
import type { Patch } from '#model/patch';
import { Property, type PropertyPath } from '#model/property';
import { Resource } from '#model/resource';
import type { When } from '#model/value';
import { digest, keyOfIdentity, twinOfIdentity } from '#scan/identity';
import type { ActiveRule } from '#scan/ruleset';
import { type Location, linesOf } from '#source/file';
import type { Problem } from '#source/problem';

/** Reports that one rule may make about one subject; more are a mistake in the rule. */
const MAX_REPORTS = 1_000;

export interface Run {
  readonly findings: readonly Finding[];
  /** Rules that stopped with an exception: their findings at that place are missing. */
  readonly problems: readonly Problem[];
}

/** A finding that has no fingerprint yet. */
type Raw = Omit<Finding, 'fingerprint'> & { readonly key: string; readonly twin: string };

/** Told when a rule throws, for the log: the problem that the user sees does not repeat the message. */
export type OnRuleError = (rule: Rule, error: unknown) => void;

/** Runs the rules over the cloud and what else was found. What a rule throws becomes a problem that names the rule. */
export function runRules(
  rules: readonly ActiveRule[],
  context: RuleContext,
  onError?: OnRuleError,
  secrets: readonly Secret[] = [],
): Run {
  const { cloud } = context;
  const found: Raw[] = [];
  const problems: Problem[] = [];
  for (const active of rules) {
    const attempt = (
      about: Resource | undefined,
      at: Location | undefined,
      reports: () => Iterable<Report>,
      handler?: Handler,
    ): void => {
      try {
        let left = MAX_REPORTS;
        for (const report of reports()) {
          if (left-- === 0) throw new RangeError('too many reports');
          const finding = findingOf(active, report, handler);
          if (!isGenerated(finding, cloud)) found.push(finding);
        }
      } catch (error) {
        onError?.(active.rule, error);
        problems.push(stopped(active.rule, error, about, at, cloud));
      }
    };
    const { rule } = active;
    if (rule.subject === 'cloud') {
      attempt(undefined, undefined, () => rule.check(cloud, context));
    } else if (rule.subject === 'statement') {
      for (const statement of cloud.statements) {
        attempt(statement.carrier, statement.at, () => rule.check(statement, context));
      }
    } else if (rule.subject === 'handler') {
      for (const handler of context.handlers)
        attempt(undefined, handler.at, () => rule.check(handler, context), handler);
    } else if (rule.subject === 'secret') {
      for (const secret of secrets) attempt(undefined, secret.at, () => rule.check(secret, context));
    } else {
      for (const type of rule.subject) {
        for (const resource of cloud.all(type)) {
          attempt(resource, resource.location, () => rule.check(resource, context));
        }
      }
    }
  }
  return { findings: withFingerprints(merged(withoutRepeated(found))), problems };
}

/** A secret that a rule about templates reports is not reported again as a secret in a text file. */
function withoutRepeated(found: readonly Raw[]): readonly Raw[] {
  const told = new Set(
    found.filter(({ rule }) => rule.subject !== 'secret' && rule.cwe.includes(798)).flatMap(linesAt),
  );
  if (told.size === 0) return found;
  return found.filter((one) => one.rule.subject !== 'secret' || !linesAt(one).some((line) => told.has(line)));
}

function linesAt({ at }: Raw): readonly string[] {
  const { start, end } = linesOf(at);
  return Array.from({ length: end - start + 1 }, (_, index) => `${start + index} ${at.file.path}`);
}

function findingOf({ rule, severity }: ActiveRule, report: Report, handler: Handler | undefined): Raw {
  const { at, path, resource, when, property } = placeOf(report.at);
  const identity = { rule, resource, path, when, property, about: report.about };
  return {
    rule,
    severity: severity ?? report.severity ?? rule.severity,
    confidence: report.confidence ?? rule.confidence,
    at,
    message: report.message,
    related: [...(report.related ?? []), ...constructionOf(resource)],
    resource,
    path,
    when,
    remedy: report.remedy,
    ...(handler ? { handler } : {}),
    ...(report.steps ? { steps: report.steps } : {}),
    ...(report.reproduction ? { reproduction: report.reproduction } : {}),
    key: keyOfIdentity(identity),
    twin: twinOfIdentity(identity),
  };
}

/** The line of the author's code that a generated declaration comes from. */
function constructionOf(resource: Resource | undefined): readonly Related[] {
  const source = resource?.source;
  return source ? [{ at: source.at, message: `${code(source.name)} is constructed here.` }] : [];
}

interface Place {
  readonly at: Location;
  readonly resource: Resource | undefined;
  readonly path: PropertyPath;
  readonly when: readonly When[];
  readonly property: Property | undefined;
}

function placeOf(at: Report['at']): Place {
  if (at instanceof Property) {
    return { at: at.location, resource: at.resource, path: at.path, when: at.when, property: at };
  }
  if (at instanceof Resource) {
    return { at: at.location, resource: at, path: [], when: at.when, property: undefined };
  }
  if ('carrier' in at) {
    const { path } = at.property;
    return { at: at.at, resource: at.carrier, path, when: at.when, property: undefined };
  }
  return { at, resource: undefined, path: [], when: [], property: undefined };
}

/**
 * Whether nobody wrote, nor could write, what the finding blames: a resource that the framework makes for its own ends; or one
 * that it generates, at the bare name of the declaration that it comes from. A more exact place (a policy in a SAM function) was written by the author, and what
 * the framework can turn back into text (the log setting of the stage that a SAM API makes) is the author's to write.
 */
function isGenerated({ resource, at, path, remedy }: Raw, cloud: Cloud): boolean {
  if (resource?.generatedBy === undefined) return false;
  if (resource.generatedBy === resource.logicalId) return true;
  const origin = cloud.get(`${resource.stack.id}#${resource.generatedBy}`)?.location ?? resource.location;
  if (!samePlace(origin, at)) return false;
  if (path.length === 0) return true;
  const own = remedy?.patches.filter((patch) => patch.op !== 'add' && patch.resource === resource) ?? [];
  const patches: readonly Patch[] = own.length > 0 ? own : [{ op: 'set', resource, path, value: 'x' }];
  return 'declined' in resource.stack.edits(patches);
}

function samePlace(a: Location, b: Location): boolean {
  return a.file.path === b.file.path && a.span.start === b.span.start && a.span.end === b.span.end;
}

function stopped(
  rule: Rule,
  error: unknown,
  about: Resource | undefined,
  at: Location | undefined,
  cloud: Cloud,
): Problem {
  const file = at?.file ?? cloud.stacks[0]?.root;
  const name = error instanceof Error ? error.name : 'an error';
  const where = about ? ` on ${about.name}` : '';
  return {
    kind: 'partial',
    path: file?.path ?? '.',
    ...(at ? { line: at.file.position(at.span.start).line } : {}),
    message: `The rule ${rule.id} stopped with ${name}${where}; what it would have found there is missing. This is a mistake of ours, please report it.`,
  };
}

/** One place and one defect is one finding, however many branches of conditions, loops or nested copies lead to it. */
function merged(found: readonly Raw[]): Raw[] {
  const groups = new Map<string, Raw[]>();
  for (const finding of found) {
    const { file, span } = finding.at;
    const key = [file.path, span.start, span.end, finding.twin].join('\u0000');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map(mergedGroup).sort(byPlace);
}

/** Resources beyond the first that a merged finding names. */
const MAX_NAMED = 20;

function mergedGroup(group: readonly Raw[]): Raw {
  const [first, ...others] = [...group].sort(byWorst);
  if (!first) throw new RangeError('a group of findings is never empty');
  if (others.length === 0) return first;
  const named = new Map(others.map((one) => [one.resource?.logicalId, one.resource]));
  named.delete(first.resource?.logicalId);
  const also = [...named.values()].flatMap((resource) =>
    resource ? [{ at: resource.location, message: `The same holds for ${code(resource.name)}.` }] : [],
  );
  const patches = group.flatMap((one) => one.remedy?.patches ?? []);
  const edits = group.flatMap((one) => one.remedy?.edits ?? []);
  return {
    ...first,
    severity: group.map((one) => one.severity).reduce(worst),
    when: group.map((one) => one.when).reduce(eitherOf),
    related: [...first.related, ...also.slice(0, MAX_NAMED)],
    remedy: first.remedy && { ...first.remedy, patches, ...(edits.length > 0 ? { edits } : {}) },
  };
}

/** The worst first: what is told of code that several handlers run is told of the one that is the most exposed. */
function byWorst(a: Raw, b: Raw): number {
  const severity = a.handler && b.handler ? ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) : 0;
  return (
    severity || compare(a.resource?.id ?? '', b.resource?.id ?? '') || compare(a.handler?.id ?? '', b.handler?.id ?? '')
  );
}

const ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

function worst(a: Severity, b: Severity): Severity {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;
}

/** The conditions under which one or the other holds, as far as a list of conditions that all hold can say it. */
function eitherOf(a: readonly When[], b: readonly When[]): readonly When[] {
  return a.filter((one) => b.some((other) => other.condition === one.condition && other.holds === one.holds));
}

function byPlace(a: Raw, b: Raw): number {
  return (
    compare(a.at.file.path, b.at.file.path) ||
    a.at.span.start - b.at.span.start ||
    compare(a.rule.id, b.rule.id) ||
    compare(a.key, b.key) ||
    a.at.span.end - b.at.span.end
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Completes the keys to fingerprints that are unique in a scan: the same finding in several stacks is told apart by the
 * stack, which a lone one is free of so that it survives a rename of its file; copies in one stack by their order.
 */
function withFingerprints(found: readonly Raw[]): Finding[] {
  const owners = new Map<string, Set<string>>();
  for (const finding of found) {
    const stacks = owners.get(finding.key);
    if (stacks) stacks.add(ownerOf(finding));
    else owners.set(finding.key, new Set([ownerOf(finding)]));
  }
  const taken = new Map<string, number>();
  return found.map(({ key, twin: _, ...finding }) => {
    const shared = (owners.get(key)?.size ?? 0) > 1;
    const name = shared ? `${key}.${digest(ownerOf(finding)).slice(0, 8)}` : key;
    const copies = (taken.get(name) ?? 0) + 1;
    taken.set(name, copies);
    return { ...finding, fingerprint: copies === 1 ? name : `${name}~${copies}` };
  });
}

function ownerOf(finding: Pick<Finding, 'resource' | 'at'>): string {
  return finding.resource?.stack.id ?? finding.at.file.path;
}
