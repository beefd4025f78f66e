import type { Finding } from '#finding/finding';
import type { Resource } from '#model/resource';
import { type Counterparts, refsIn } from '#scan/counterparts';
import { valueAt } from '#scan/identity';
import type { Location } from '#source/file';

/** Types that guard or watch another resource by referring to it. */
const GUARDS = /Policy|Authorizer|Alarm|BackupSelection|LogGroup|WebACL|ResponseHeaders|Recording|RotationSchedule/;

/** Finds where at the base stood what the head lacks: a property that was set, or a resource that guarded another one. */
export class Deletions {
  /** Resources of the base that are gone, by each resource that they referred to. */
  #byTarget: ReadonlyMap<string, readonly Resource[]> | undefined;

  constructor(readonly counterparts: Counterparts) {}

  /** For a finding that only the head has: the place on the base side of what was deleted, if that is what caused it. */
  of(finding: Finding): Location | undefined {
    const { resource } = finding;
    const was = resource && this.counterparts.of(resource);
    if (!resource || !was) return undefined;
    if (finding.path.length > 0) {
      const now = valueAt(resource, finding.path, finding.when);
      if (now !== undefined && now.kind !== 'absent') return undefined;
      const before = valueAt(was, finding.path, finding.when);
      if (before && before.kind !== 'absent') return before.kind === 'set' ? (before.key ?? before.at) : before.at;
    }
    const guards = this.#guardsOf(was);
    return guards.length === 1 ? guards[0]?.location : undefined;
  }

  #guardsOf(resource: Resource): readonly Resource[] {
    this.#byTarget ??= this.#index();
    return (this.#byTarget.get(resource.id) ?? []).filter((one) => GUARDS.test(one.type));
  }

  #index(): ReadonlyMap<string, readonly Resource[]> {
    const found = new Map<string, Resource[]>();
    for (const resource of this.counterparts.gone) {
      if (resource.generatedBy !== undefined) continue;
      for (const target of refsIn(resource.properties)) {
        const same = found.get(target);
        if (same) same.push(resource);
        else found.set(target, [resource]);
      }
    }
    return found;
  }
}
