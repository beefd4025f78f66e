import type { Finding } from '#finding/finding';
import type { Fix } from '#finding/remedy';
import type { OperationsByFunction } from '#model/operations';
import type { Patch } from '#model/patch';
import { type Stack, withNested } from '#model/stack';
import { Bisection } from '#scan/bisection';
import { codeFixes } from '#scan/fix-code';
import { compatibleBatches, type Draft, sameEdit, touch } from '#scan/occupied';
import { bySeverity, Picture } from '#scan/picture';
import { type Scan, type ScanOptions, scanOf } from '#scan/scan';
import { type LoadedRoot, loadRoots } from '#scan/stacks';
import { applyEdits, type Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import { overlay } from '#source/overlay';
import type { Snapshot } from '#source/snapshot';

export interface FixOptions extends ScanOptions {
  /** Verifications, each a load and scan of one root, that may be spent on one root. */
  readonly maxVerifications?: number;
  /** Characters of one root that may be read to make its fixes; the most severe findings come first. */
  readonly maxCharacters?: number;
}

const MAX_VERIFICATIONS = 40;

/**
 * Characters of one root that may be read to make its fixes. Every fix reads its file again to be sure of itself, so that
 * hundreds of them in a template of a megabyte would take minutes, and a review shows a few dozen at most.
 */
const MAX_CHARACTERS = 2_000_000;
/** Fixes that are tried however large the root is. */
const MIN_FIXES = 10;

/**
 * The verified fixes of the findings given (law 4): each was applied in memory together with the others of its root that do
 * not overlap it, the root was loaded and scanned again with all rules, its finding was gone, nothing new was found, no
 * resource and no readable file was lost. Where a batch fails it is halved until the bad one stands alone; that one gets no
 * fix. Fixes that overlap are verified apart from each other and cannot both be applied.
 */
export async function fixes(
  scan: Scan,
  snapshot: Snapshot,
  findings: readonly Finding[],
  options: FixOptions,
): Promise<ReadonlyMap<Finding, Fix>> {
  const drafts = new Map<LoadedRoot, Draft[]>();
  const roots = new Map(scan.roots.flatMap((root) => withNested([root.stack]).map((stack) => [stack, root] as const)));
  for (const [root, own] of byRoot(roots, findings)) {
    const size = filesOf(root.stack).reduce((sum, file) => sum + file.text.length, 1);
    let left = Math.max(MIN_FIXES, Math.floor((options.maxCharacters ?? MAX_CHARACTERS) / size));
    const made = new Map<Finding, Fix>();
    for (const finding of [...own].sort(bySeverity)) {
      if (!finding.remedy || left-- <= 0) continue;
      const fix = draft(roots, finding);
      if (fix) made.set(finding, fix);
    }
    const inOrder = own.flatMap((finding): Draft[] => {
      const fix = made.get(finding);
      return fix ? [{ finding, fix }] : [];
    });
    if (inOrder.length > 0) drafts.set(root, inOrder);
  }
  const verified = new Map<Finding, Fix>(await codeFixes(scan, snapshot, findings, options));
  if (drafts.size === 0) return verified;
  const paths = new Set((await snapshot.list()).entries.map((entry) => entry.path));
  for (const [root, own] of drafts) {
    // Of an application of one root, the scan that is there is the scan of the root.
    const before = new Picture(
      scan.roots.length === 1 ? scan : scanOf([root], [], options, { operations: scan.operations }),
    );
    const verifier = new Verifier(root, before, snapshot, paths, options, scan.operations);
    for (const batch of compatibleBatches(own)) {
      for (const { finding, fix } of await verifier.verify(batch)) verified.set(finding, fix);
    }
  }
  return verified;
}

function byRoot(
  roots: ReadonlyMap<Stack, LoadedRoot>,
  findings: readonly Finding[],
): ReadonlyMap<LoadedRoot, readonly Finding[]> {
  const found = new Map<LoadedRoot, Finding[]>();
  for (const finding of findings) {
    // What is missing for a call in the code is mended in the template.
    const [patch] = finding.resource ? [] : (finding.remedy?.patches ?? []);
    const resource = finding.resource ?? (patch?.op === 'add' ? patch.beside : patch?.resource);
    const root = resource && roots.get(resource.stack);
    if (!root) continue;
    const same = found.get(root);
    if (same) same.push(finding);
    else found.set(root, [finding]);
  }
  return found;
}

/** The remedy as edits of all the stacks that its patches speak of; undefined when one of them declines. */
function draft(scanned: ReadonlyMap<Stack, LoadedRoot>, finding: Finding): Fix | undefined {
  const { remedy } = finding;
  if (!remedy || remedy.patches.length === 0) return undefined;
  const byStack = new Map<Stack, Patch[]>();
  for (const patch of remedy.patches) {
    const { stack } = patch.op === 'add' ? patch.beside : patch.resource;
    const same = byStack.get(stack);
    if (same) same.push(patch);
    else byStack.set(stack, [patch]);
  }
  const edits: Edit[] = [];
  for (const [stack, patches] of byStack) {
    if (!scanned.has(stack)) return undefined;
    const made = stack.edits(patches);
    if ('declined' in made) return undefined;
    edits.push(...made);
  }
  const distinct = edits.filter((edit, index) => edits.findIndex((other) => sameEdit(edit, other)) === index);
  if (distinct.length === 0 || clash(distinct)) return undefined;
  return { title: remedy.title, applicability: remedy.applicability, edits: distinct };
}

function clash(edits: readonly Edit[]): boolean {
  return edits.some((edit, index) => edits.slice(index + 1).some((other) => touch(edit, other)));
}

/** Applies, loads and scans one root again, as often as its budget allows. */
class Verifier {
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #bisection: Bisection;

  constructor(
    readonly root: LoadedRoot,
    readonly before: Picture,
    readonly snapshot: Snapshot,
    readonly paths: ReadonlySet<string>,
    readonly options: FixOptions,
    readonly operations: OperationsByFunction,
  ) {
    this.#files = new Map(filesOf(root.stack).map((file) => [file.path, file]));
    const budget = options.maxVerifications ?? MAX_VERIFICATIONS;
    this.#bisection = new Bisection(budget, (drafts) => this.#holds(drafts));
  }

  /** Those of the drafts that hold together. */
  verify(drafts: readonly Draft[]): Promise<readonly Draft[]> {
    return this.#bisection.verify(drafts);
  }

  async #holds(drafts: readonly Draft[]): Promise<boolean> {
    const edits = drafts.flatMap(({ fix }) => fix.edits);
    const changed: SourceFile[] = [];
    for (const path of new Set(edits.map((edit) => edit.path))) {
      const before = this.#files.get(path);
      if (!before?.editable) return false;
      const after = applyEdits(before, edits);
      if (after.text === before.text) return false;
      changed.push(after);
    }
    const after = await this.#reload(changed);
    return after?.isBetterThan(this.before, drafts) ?? false;
  }

  async #reload(changed: readonly SourceFile[]): Promise<Picture | undefined> {
    const files = [...this.#files.values()].map((file) => changed.find(({ path }) => path === file.path) ?? file);
    const root = files.find(({ path }) => path === this.root.stack.root.path);
    if (!root) return undefined;
    const loaded = await loadRoots(overlay(this.snapshot, files), this.paths, [root], this.options);
    const [reloaded] = loaded.roots;
    return reloaded && new Picture(scanOf([reloaded], loaded.problems, this.options, { operations: this.operations }));
  }
}

function filesOf(stack: Stack): SourceFile[] {
  return [...stack.files, ...(stack.nested ?? []).flatMap(filesOf)];
}
