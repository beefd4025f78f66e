import { CONFIG_PATHS } from '#app/review-work';
import type { Reviewer, ReviewMaterial, ReviewSources } from '#app/reviewer';
import type { Finding } from '#finding/finding';
import type { Judgement } from '#finding/judgement';
import { SEVERITIES } from '#finding/severity';
import { frameworks } from '#frameworks/catalogue';
import { plan } from '#review/plan';
import { rules } from '#rules/catalogue.generated';
import { fixes } from '#scan/fix';
import { configFindings } from '#scan/gate';
import { judge, scanChange, withFixes } from '#scan/judge';
import type { Diff } from '#source/diff';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { isFile } from '#source/snapshot';

/** Findings for which a fix is proved: those that can become comments, and some more for the summary. */
const MAX_FIXED = 60;

/** The composition root of a review: scan both sides, judge, prove fixes, plan. Pure but for what the sources read. */
export const pipeline: Reviewer = async (material, sources) => {
  const { config, diff, today } = material;
  const changed = changedPaths(diff);
  const options = { rules, frameworks, config, today };
  const { head, base } = await scanChange(sources.head, sources.base, changed, options);
  const { threads, acceptances } = await sources.conversation();
  const accepted = new Set(acceptances.map(({ fingerprint }) => fingerprint));
  const about = await aboutConfiguration(sources, changed);
  const judged = (more: readonly string[]) =>
    judge(head, base, { today, accepted: new Set([...accepted, ...more]), renames: renamesOf(diff), about });
  const first = judged([]);
  const pending = first.newSuppressions
    .filter((one) => !one.accepted)
    .map(({ suppression }) => suppression.fingerprint);
  const judgement = material.acceptAll && pending.length > 0 ? judged(pending) : first;
  const proved = await fixes(head, sources.head, toFix(judgement), { ...options, scope: changed });
  const complete = withFixes(judgement, proved);
  const files = new Map(head.cloud.stacks.flatMap((stack) => stack.files.map((file) => [file.path, file] as const)));
  const review = plan(complete, diff, threads, {
    commit: material.headSha,
    failOn: config.failOn,
    commentOn: config.commentOn,
    maxComments: config.maxComments,
    canResolve: material.canResolve,
    file: (path) => files.get(path),
    fileUrl: (path, line) => fileUrl(material, path, line),
    ruleUrl: (id) => `${material.rulesUrl}/${id}.md`,
  });
  return { review, pending };
};

/** What the change does to the configuration that later pull requests are held to. */
async function aboutConfiguration(
  { head, base }: ReviewSources,
  changed: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  const paths = CONFIG_PATHS.filter((path) => changed.has(path));
  if (paths.length === 0) return [];
  const [before, after] = await Promise.all([base.read(CONFIG_PATHS), head.read(CONFIG_PATHS)]);
  const first = (files: ReadonlyMap<string, SourceFile | Problem>) => {
    const found = CONFIG_PATHS.map((path) => files.get(path)).find((file) => file !== undefined);
    return isFile(found) ? found : undefined;
  };
  return configFindings(first(before), first(after), rules);
}

/** Every path that the change touches, on either side. */
function changedPaths(diff: Diff): ReadonlySet<string> {
  return new Set(diff.files.flatMap(({ path, previousPath }) => [path, ...(previousPath ? [previousPath] : [])]));
}

function renamesOf(diff: Diff): ReadonlyMap<string, string> {
  return new Map(
    diff.files.flatMap(({ path, previousPath }) => (previousPath === undefined ? [] : [[path, previousPath] as const])),
  );
}

/** The findings that are to be shown with a fix, the worst first. */
function toFix(judgement: Judgement): readonly Finding[] {
  return judgement.findings
    .filter(({ verdict }) => verdict === 'introduced' || verdict === 'escalated')
    .map(({ finding }) => finding)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, MAX_FIXED);
}

function fileUrl({ webUrl, repository, headSha }: ReviewMaterial, path: string, line: number | undefined): string {
  const place = path.split('/').map(encodeURIComponent).join('/');
  return `${webUrl}/${repository.owner}/${repository.repo}/blob/${headSha}/${place}${line === undefined ? '' : `#L${line}`}`;
}
