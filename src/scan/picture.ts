import type { Finding } from '#finding/finding';
import { SEVERITIES } from '#finding/severity';
import { keyOf } from '#scan/identity';
import type { Draft } from '#scan/occupied';
import { OWN_RULES } from '#scan/own-rules';
import type { Scan } from '#scan/scan';

export function bySeverity(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

/** What a scan of one root says, in a form that can be compared with another. */
export class Picture {
  /** For each key of a finding the severities of its copies, the worst first. */
  readonly #severities = new Map<string, number[]>();
  readonly #problems = new Map<string, number>();
  readonly #resources: ReadonlyMap<string, string>;

  constructor(scan: Pick<Scan, 'findings' | 'problems'> & { readonly cloud: Pick<Scan['cloud'], 'resources'> }) {
    for (const finding of scan.findings) {
      // A suppression that a fix makes superfluous is no harm that the fix does.
      if (OWN_RULES.includes(finding.rule)) continue;
      const key = keyOf(finding.fingerprint);
      const severities = this.#severities.get(key) ?? [];
      severities.push(SEVERITIES.indexOf(finding.severity));
      this.#severities.set(key, severities);
    }
    for (const severities of this.#severities.values()) severities.sort((a, b) => a - b);
    for (const { kind, path, message } of scan.problems) {
      const key = JSON.stringify([kind, path, message]);
      this.#problems.set(key, (this.#problems.get(key) ?? 0) + 1);
    }
    // What the framework generates comes and goes with what it is generated from: the permission of an open URL.
    const declared = scan.cloud.resources.filter(({ generatedBy }) => generatedBy === undefined);
    this.#resources = new Map(declared.map((resource) => [resource.id, resource.type]));
  }

  /** Whether the drafts' findings are gone, and nothing is new, worse, unreadable or lost. */
  isBetterThan(before: Picture, drafts: readonly Draft[]): boolean {
    const gone = new Map<string, number>();
    for (const { finding } of drafts) {
      const key = keyOf(finding.fingerprint);
      gone.set(key, (gone.get(key) ?? 0) + 1);
    }
    for (const [key, count] of gone) {
      const left = (before.#severities.get(key)?.length ?? 0) - count;
      if ((this.#severities.get(key)?.length ?? 0) > left) return false;
    }
    for (const [key, severities] of this.#severities) {
      const earlier = before.#severities.get(key) ?? [];
      if (severities.length > earlier.length) return false;
      if (severities.some((severity, index) => severity < (earlier[index] ?? 0))) return false;
    }
    for (const [key, count] of this.#problems) if (count > (before.#problems.get(key) ?? 0)) return false;
    for (const [id, type] of before.#resources) if (this.#resources.get(id) !== type) return false;
    return true;
  }
}
