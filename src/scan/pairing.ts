import type { Finding } from '#finding/finding';
import { baseStackId, type Counterparts, type Renames } from '#scan/counterparts';
import { content, keyOf, stablePath, valueAt } from '#scan/identity';
import type { Scan } from '#scan/scan';

/** Which finding of the base each finding of the head is. Copies count: two at the head are one at the base and a new one. */
export interface Pairs {
  readonly before: ReadonlyMap<Finding, Finding>;
  /** Findings that only the base has. */
  readonly resolved: readonly Finding[];
}

/**
 * Pairs findings by their keys; among copies those that stand in the same stack, in the same list item, under the same
 * conditions come first. What is left over is paired where its resource was only renamed or moved.
 */
export function pairFindings(head: Scan, base: Scan, counterparts: Counterparts, renames: Renames): Pairs {
  const before = new Map<Finding, Finding>();
  const contexts = new Map<Finding, string>();
  const contextOf = (finding: Finding): string => {
    const known = contexts.get(finding) ?? surroundings(finding);
    contexts.set(finding, known);
    return known;
  };
  const owner = (finding: Finding): string => finding.resource?.stack.id ?? finding.at.file.path;
  const headOwner = (finding: Finding): string => baseStackId(owner(finding), renames);
  const key = (finding: Finding): string => keyOf(finding.fingerprint);
  const when = (finding: Finding): string => JSON.stringify(finding.when);
  type Name = (finding: Finding, side: 'head' | 'base') => string | undefined;
  const stack: Name = (finding, side) => (side === 'head' ? headOwner(finding) : owner(finding));
  const renamed: Name = (finding, side) => {
    const { resource } = finding;
    if (!resource) return undefined;
    const was = side === 'head' ? counterparts.of(resource) : resource;
    return was && JSON.stringify([finding.rule.id, was.id, stablePath(resource, finding.path, finding.when)]);
  };
  const values: readonly Name[] = [
    (finding, side) => secretOf(finding) && `${secretOf(finding)} ${stack(finding, side)}`,
    (finding) => secretOf(finding),
  ];
  const names: readonly Name[] = [
    (finding, side) => [key(finding), stack(finding, side), when(finding), contextOf(finding)].join(),
    (finding, side) => [key(finding), stack(finding, side), contextOf(finding)].join(),
    (finding) => [key(finding), contextOf(finding)].join(),
    (finding, side) => [key(finding), stack(finding, side), when(finding)].join(),
    (finding, side) => [key(finding), stack(finding, side)].join(),
    (finding) => key(finding),
    (finding, side) => {
      const place = renamed(finding, side);
      return place === undefined || isSameName(finding, counterparts, side) ? undefined : place + anonymous(finding);
    },
    (finding, side) => (isSameName(finding, counterparts, side) ? undefined : renamed(finding, side)),
  ];
  const others = names.map(
    (name): Name =>
      (finding, side) =>
        isSecret(finding) ? undefined : name(finding, side),
  );
  const passes = [...values, ...others];
  let open = head.findings;
  let left = base.findings;
  for (const pass of passes) {
    if (open.length === 0 || left.length === 0) break;
    const byName = new Map<string, Finding[]>();
    for (const finding of left) {
      const name = pass(finding, 'base');
      if (name === undefined) continue;
      const same = byName.get(name);
      if (same) same.push(finding);
      else byName.set(name, [finding]);
    }
    for (const some of byName.values()) some.reverse();
    const taken = new Set<Finding>();
    open = open.filter((finding) => {
      const name = pass(finding, 'head');
      const found = name === undefined ? undefined : byName.get(name)?.pop();
      if (!found) return true;
      before.set(finding, found);
      taken.add(found);
      return false;
    });
    left = left.filter((finding) => !taken.has(finding));
  }
  return { before, resolved: left };
}

function isSecret({ rule }: Finding): boolean {
  return rule.subject === 'secret';
}

/**
 * A secret is the same one when its value is, wherever it stands now; another value under the same name is a new secret. The
 * name is compared here and then forgotten (law 10).
 */
function secretOf(finding: Finding): string | undefined {
  const { rule, at } = finding;
  return isSecret(finding) ? `${rule.id} ${at.file.slice(at.span)}` : undefined;
}

/**
 * Whether a finding's resource kept its name: then its key says it all, and a finding with another key is another one. On
 * the base side this cannot be told without the head; such findings are only met by names that the head asks for.
 */
function isSameName({ resource }: Finding, counterparts: Counterparts, side: 'head' | 'base'): boolean {
  if (side === 'base' || !resource) return false;
  return counterparts.of(resource)?.logicalId === resource.logicalId;
}

/** What a finding says, without the names of its resource. */
function anonymous({ message, resource, severity }: Finding): string {
  const names = [resource?.logicalId, resource?.generatedBy].filter((name) => name !== undefined && name.length > 1);
  return names.reduce<string>((text, name) => text.replaceAll(name ?? '', '@'), `${severity} ${message}`);
}

/** What the list item says in which the finding stands: tells items apart that have no names. */
function surroundings({ resource, path, when }: Finding): string {
  if (!resource) return '';
  const item = path.findLastIndex((step) => typeof step === 'number');
  if (item === -1) return '';
  const around = valueAt(resource, path.slice(0, item + 1), when);
  const wide =
    around?.kind === 'set' && around.data instanceof Map ? around : valueAt(resource, path.slice(0, item), when);
  const outer = path.slice(0, item).findLastIndex((step) => typeof step === 'number');
  const statement = around === wide || outer === -1 ? wide : valueAt(resource, path.slice(0, outer + 1), when);
  return content(statement, resource, (id) => id.slice(id.lastIndexOf('#') + 1));
}
