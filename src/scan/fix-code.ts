import type { Finding } from '#finding/finding';
import type { Fix } from '#finding/remedy';
import type { Handler } from '#model/handler';
import { type Stack, withNested } from '#model/stack';
import { type Analysis, analyseAgain, inlineAfter } from '#runtimes/handlers';
import type { InlineCode } from '#runtimes/handlers/inline';
import { Bisection } from '#scan/bisection';
import { compatibleBatches, type Draft } from '#scan/occupied';
import { Picture } from '#scan/picture';
import { SharedReader } from '#scan/reader';
import { activeRules } from '#scan/ruleset';
import { runRules } from '#scan/run';
import type { Scan, ScanOptions } from '#scan/scan';
import { loadRoots } from '#scan/stacks';
import { applyEdits, type Edit } from '#source/edit';
import { linesOf, type SourceFile } from '#source/file';
import { overlay } from '#source/overlay';
import type { Problem } from '#source/problem';
import type { Snapshot } from '#source/snapshot';

/** Handlers whose fixes are proved in one review, and times that one handler is followed again for it. */
const MAX_HANDLERS = 40;
const MAX_VERIFICATIONS = 12;

/** Characters of templates, with all that they deploy, that are loaded again in one review to prove fixes of code in them. */
const MAX_TEMPLATE_CHARACTERS = 5_000_000;

/**
 * The verified fixes of findings in code (law 4): each was applied in memory with the others of its handler, the files were parsed and
 * the handler was followed again; it parses as before, the finding is gone, and nothing new was found.
 */
export async function codeFixes(
  scan: Scan,
  snapshot: Snapshot,
  findings: readonly Finding[],
  options: ScanOptions,
): Promise<ReadonlyMap<Finding, Fix>> {
  const verified = new Map<Finding, Fix>();
  const { grammars } = options;
  const byHandler = new Map<Handler, Draft[]>();
  for (const finding of findings) {
    const edits = finding.remedy?.edits ?? [];
    if (!finding.handler || !finding.remedy || edits.length === 0 || finding.remedy.patches.length > 0) continue;
    const fix: Fix = { title: finding.remedy.title, applicability: finding.remedy.applicability, edits };
    const same = byHandler.get(finding.handler);
    if (same) same.push({ finding, fix });
    else byHandler.set(finding.handler, [{ finding, fix }]);
  }
  if (!grammars || byHandler.size === 0) return verified;
  const paths = new Set((await snapshot.list()).entries.map(({ path }) => path));
  const templates = { left: MAX_TEMPLATE_CHARACTERS };
  for (const [handler, drafts] of [...byHandler].slice(0, MAX_HANDLERS)) {
    const analysis = scan.analyses.find((one) => one.handler === handler);
    if (!analysis) continue;
    const prover = new Prover(analysis, scan, snapshot, paths, options, templates);
    const whole = drafts.filter(({ fix }) => !fix.edits.some((edit) => isBroken(edit, analysis)));
    for (const batch of compatibleBatches(whole)) {
      for (const { finding, fix } of await prover.verify(batch)) verified.set(finding, fix);
    }
  }
  return verified;
}

/** Whether an edit touches a line that could not be read: what the text there means is not known, and its author is at it. */
function isBroken({ path, span }: Edit, { broken, handler }: Analysis): boolean {
  const file = handler.files.find((one) => one.path === path);
  if (!file) return false;
  const edited = linesOf({ file, span });
  return broken.some((place) => {
    if (place.file.path !== path) return false;
    const lines = linesOf(place);
    return lines.start <= edited.end && edited.start <= lines.end;
  });
}

/** Applies fixes of one handler and follows it again, as often as its budget allows. */
class Prover {
  readonly #before: Picture;
  readonly #bisection = new Bisection(MAX_VERIFICATIONS, (drafts) => this.#holds(drafts));

  constructor(
    readonly analysis: Analysis,
    readonly scan: Scan,
    readonly snapshot: Snapshot,
    readonly paths: ReadonlySet<string>,
    readonly options: ScanOptions,
    /** Characters of templates that may still be loaded, in all. */
    readonly templates: { left: number },
  ) {
    this.#before = this.#picture(analysis);
  }

  verify(drafts: readonly Draft[]): Promise<readonly Draft[]> {
    return this.#bisection.verify(drafts);
  }

  async #holds(drafts: readonly Draft[]): Promise<boolean> {
    const { grammars } = this.options;
    const edits = drafts.flatMap(({ fix }) => fix.edits);
    const changed: SourceFile[] = [];
    for (const path of new Set(edits.map((edit) => edit.path))) {
      const before = this.analysis.handler.files.find((file) => file.path === path);
      if (!before?.editable || !grammars) return false;
      const after = applyEdits(before, edits);
      if (after.text === before.text) return false;
      changed.push(after);
    }
    if (!grammars) return false;
    const files = this.analysis.handler.files.map((file) => changed.find(({ path }) => path === file.path) ?? file);
    const isInline = this.analysis.entry.inline !== undefined;
    const inline = isInline ? await this.#inlineAfter(edits, changed) : undefined;
    if (isInline && !inline) return false;
    const reader = new SharedReader(overlay(this.snapshot, files), this.paths, files);
    const again = await reader.load(new Set(), (fileReader) =>
      analyseAgain(this.analysis, files, fileReader, grammars, inline),
    );
    if (!again || again.broken.length > this.analysis.broken.length) return false;
    return this.#picture(again).isBetterThan(this.#before, drafts);
  }

  /** The code in the template after the edits; undefined when the template is not read as before, but for that. */
  async #inlineAfter(edits: readonly Edit[], changed: readonly SourceFile[]): Promise<InlineCode | undefined> {
    const [fn] = this.analysis.entry.functions;
    const root = this.scan.roots.find(({ stack }) => fn && withNested([stack]).includes(fn.stack))?.stack;
    if (!fn?.isA('AWS::Lambda::Function') || !root) return undefined;
    const before = withNested([root]);
    const files = before.flatMap((stack) => stack.files);
    this.templates.left -= files.reduce((sum, file) => sum + file.text.length, 0);
    if (this.templates.left < 0) return undefined;
    const now = files.map((file) => changed.find(({ path }) => path === file.path) ?? file);
    const start = now.find(({ path }) => path === root.root.path);
    const { roots } = await loadRoots(overlay(this.snapshot, now), this.paths, start ? [start] : [], this.options);
    const after = withNested(roots.map(({ stack }) => stack));
    if (outlineOf(after) !== outlineOf(before)) return undefined;
    const same = after.flatMap(({ resources }) => [...resources.values()]).find(({ id }) => id === fn.id);
    return same?.isA('AWS::Lambda::Function') ? inlineAfter(this.analysis, edits, same) : undefined;
  }

  #picture({ handler }: Analysis): Picture {
    const { config, today, rules } = this.options;
    const active = activeRules(rules, config).filter(({ rule }) => rule.subject === 'handler');
    const context = {
      cloud: this.scan.cloud,
      today,
      requireCustomerKeys: config.requireCustomerKeys,
      handlers: [handler],
      operations: new Map(),
    };
    const { findings, problems } = runRules(active, context, this.options.onRuleError);
    const gaps = handler.gaps.map(({ at, message }): Problem => ({ kind: 'partial', path: at.file.path, message }));
    return new Picture({ findings, problems: [...problems, ...gaps], cloud: { resources: [] } });
  }
}

/** What stacks declare, and what could not be read of them. */
function outlineOf(stacks: readonly Stack[]): string {
  return JSON.stringify(
    stacks.map(({ id, resources, problems }) => [
      id,
      [...resources.values()].map((resource) => `${resource.type} ${resource.id}`),
      problems.map(({ kind, message }) => `${kind} ${message}`),
    ]),
  );
}
