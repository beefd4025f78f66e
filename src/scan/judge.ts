import type { Finding, Verdict } from '#finding/finding';
import type { Judged, JudgedProblem, Judgement, Suppression } from '#finding/judgement';
import type { Fix } from '#finding/remedy';
import { SEVERITIES } from '#finding/severity';
import type { Statement } from '#model/statement';
import { Counterparts, type Renames } from '#scan/counterparts';
import { Deletions } from '#scan/deletions';
import { isSensitive } from '#scan/identity';
import { pairFindings } from '#scan/pairing';
import { permissionTable } from '#scan/permission-table';
import { widened } from '#scan/permissions';
import { type Scan, type ScanOptions, scan } from '#scan/scan';
import { isHonored, Suppressions } from '#scan/suppressions';
import { surfaceChanges } from '#scan/surface';
import { linesOf } from '#source/file';
import type { Problem } from '#source/problem';
import type { Snapshot } from '#source/snapshot';

export interface JudgeOptions {
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Fingerprints of suppressions that somebody entitled has accepted for this pull request. */
  readonly accepted: ReadonlySet<string>;
  /** Files that the change renames: head path to base path. */
  readonly renames?: Renames;
  /** Findings about the change itself, such as a weaker configuration: introduced as they are. */
  readonly about?: readonly Finding[];
}

/**
 * Scans both sides of a change. The base is also looked at where only the head's roots lead, so that what stood there is not
 * taken for new.
 * @param changed paths of both sides: also the former names of renamed files, and deleted ones
 */
export async function scanChange(
  head: Snapshot,
  base: Snapshot,
  changed: ReadonlySet<string>,
  options: Omit<ScanOptions, 'scope'>,
): Promise<{ readonly head: Scan; readonly base: Scan }> {
  const after = await scan(head, { ...options, scope: changed });
  const asked = after.roots.flatMap((root) => [...root.asked]);
  const before = await scan(base, { ...options, scope: new Set([...changed, ...asked]), searched: changed });
  return { head: after, base: before };
}

/** Judges the head against the merge base (law 6). Fixes are added by `withFixes`, for those that are to be shown. */
export function judge(head: Scan, base: Scan, options: JudgeOptions): Judgement {
  const renames = options.renames ?? new Map();
  const counterparts = new Counterparts(head, base, renames);
  const { before, resolved } = pairFindings(head, base, counterparts, renames);
  const deletions = new Deletions(counterparts);
  const worse = new Worsening(head, base);
  const law = new Acceptance(head, base, options);
  const problems = judgedProblems(head.problems, base.problems, renames);
  const present = head.findings.map((finding): Judged => {
    const earlier = before.get(finding);
    const { suppression, verdict } = law.of(finding);
    const compared = earlier === undefined ? 'introduced' : worse.isWorse(earlier, finding) ? 'escalated' : 'existing';
    return {
      finding,
      verdict: verdict ?? compared,
      before: earlier,
      suppression,
      fix: undefined,
      deleted: earlier === undefined ? deletions.of(finding) : undefined,
    };
  });
  const unread = new Set(problems.filter(({ introduced }) => introduced).map(({ problem }) => problem.path));
  const gone = resolved.filter(
    ({ at, resource }) => !unread.has(at.file.path) && !unread.has(resource?.stack.root.path ?? at.file.path),
  );
  return {
    findings: [
      ...(options.about ?? []).map((finding) => plain(finding, 'introduced')),
      ...present,
      ...gone.map((finding) => plain(finding, 'resolved')),
    ],
    problems,
    surface: surfaceChanges(head, base, counterparts),
    permissions: permissionTable(head),
    gaps: head.gaps,
    newSuppressions: law.fresh,
    stats: head.stats,
  };
}

function plain(finding: Finding, verdict: Verdict): Judged {
  return { finding, verdict, before: undefined, suppression: undefined, fix: undefined, deleted: undefined };
}

/** The judgement with verified fixes put to their findings. */
export function withFixes(judgement: Judgement, fixes: ReadonlyMap<Finding, Fix>): Judgement {
  return {
    ...judgement,
    findings: judgement.findings.map((judged) => ({ ...judged, fix: fixes.get(judged.finding) ?? judged.fix })),
  };
}

/** Tells whether what stood there became worse. */
class Worsening {
  readonly #head: ReadonlyMap<string, readonly Statement[]>;
  readonly #base: ReadonlyMap<string, readonly Statement[]>;

  constructor(head: Scan, base: Scan) {
    this.#head = byCarrier(head);
    this.#base = byCarrier(base);
  }

  isWorse(before: Finding, after: Finding): boolean {
    if (SEVERITIES.indexOf(after.severity) < SEVERITIES.indexOf(before.severity)) return true;
    // It held under a condition, and now in more cases.
    const kept = after.when.every((one) =>
      before.when.some((other) => other.condition === one.condition && other.holds === one.holds),
    );
    if (kept && after.when.length < before.when.length) return true;
    const [was, is] = [statementOf(before, this.#base), statementOf(after, this.#head)];
    return was !== undefined && is !== undefined && widened(was, is, after.path[is.property.path.length]);
  }
}

function byCarrier({ cloud }: Scan): ReadonlyMap<string, readonly Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const statement of cloud.statements) {
    const same = found.get(statement.carrier.id);
    if (same) same.push(statement);
    else found.set(statement.carrier.id, [statement]);
  }
  return found;
}

/** The statement that a finding is in. */
function statementOf(
  { resource, path }: Finding,
  statements: ReadonlyMap<string, readonly Statement[]>,
): Statement | undefined {
  const own = resource ? (statements.get(resource.id) ?? []) : [];
  return own.find(({ property }) => property.path.length > 0 && property.path.every((step, at) => path[at] === step));
}

/**
 * A suppression's identity together with the secrets that its line holds: who accepted one value accepted no other. It is compared
 * and then forgotten; what is kept is the identity alone (law 10).
 */
function nameWithSecrets({ fingerprint, at, covers }: Suppression, { findings }: Scan): string {
  if ('resource' in covers) return fingerprint;
  const { start } = covers.lines;
  const values = findings
    .filter(({ rule, at: { file } }) => file.path === at.file.path && isSensitive(rule))
    .filter((finding) => linesOf(finding.at).start === start)
    .map((finding) => finding.at.file.slice(finding.at.span));
  return [fingerprint, ...values].join(' ');
}

/** Which suppressions count, and which wait for somebody to accept them (law 7). */
class Acceptance {
  readonly fresh: readonly { readonly suppression: Suppression; readonly accepted: boolean }[];
  readonly #index: Suppressions;
  readonly #waiting: ReadonlySet<Suppression>;

  constructor(
    head: Scan,
    base: Scan,
    readonly options: JudgeOptions,
  ) {
    this.#index = new Suppressions(head.suppressions, head.cloud, options.today);
    const known = new Map<string, number>();
    for (const suppression of base.suppressions.filter((one) => isHonored(one, options.today))) {
      const name = nameWithSecrets(suppression, base);
      known.set(name, (known.get(name) ?? 0) + 1);
    }
    const fresh: Suppression[] = [];
    for (const suppression of head.suppressions) {
      if (!isHonored(suppression, options.today)) continue;
      const name = nameWithSecrets(suppression, head);
      const left = known.get(name) ?? 0;
      if (left === 0) fresh.push(suppression);
      else known.set(name, left - 1);
    }
    this.fresh = fresh.map((suppression) => ({
      suppression,
      accepted: options.accepted.has(suppression.fingerprint),
    }));
    this.#waiting = new Set(this.fresh.filter((one) => !one.accepted).map((one) => one.suppression));
  }

  of(finding: Finding): { suppression: Suppression | undefined; verdict: 'suppressed' | 'unaccepted' | undefined } {
    const honored = this.#index.covering(finding).filter((one) => isHonored(one, this.options.today));
    const counting = honored.find((one) => !this.#waiting.has(one));
    if (counting) return { suppression: counting, verdict: 'suppressed' };
    const [waiting] = honored;
    return { suppression: waiting, verdict: waiting && 'unaccepted' };
  }
}

/** A problem is the change's when the base does not have it; how a file is unreadable does not matter. */
function judgedProblems(
  head: readonly Problem[],
  base: readonly Problem[],
  renames: Renames,
): readonly JudgedProblem[] {
  const name = ({ kind, path, message }: Problem) =>
    JSON.stringify(kind === 'partial' ? [kind, path, message] : [kind, path]);
  const known = new Map<string, number>();
  for (const problem of base) known.set(name(problem), (known.get(name(problem)) ?? 0) + 1);
  return head.map((problem) => {
    const before = name({ ...problem, path: renames.get(problem.path) ?? problem.path });
    const left = known.get(before) ?? 0;
    known.set(before, left - 1);
    return { problem, introduced: left <= 0 };
  });
}
