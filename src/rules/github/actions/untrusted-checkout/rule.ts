import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Step } from '#model/documents';
import { excerpt } from '#model/excerpt';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import {
  actionOf,
  jobDeploys,
  jobsOf,
  type NamedJob,
  openTriggers,
  permissionsIn,
  readsSecrets,
  stepsOfJob,
  type Trigger,
} from '#model/workflow';
import { contextsOf, contextsRead, expressionsIn, sourceOf } from '#model/workflow-expression';

/** https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/ */
export const rule = defineRule({
  title: 'Foreign code runs with the repository’s credentials',
  why: 'Anybody can open a pull request from a fork. These events run the workflow of the base branch with its secrets and a token that may write; checking out what the pull request proposes and then building, testing or installing it runs the stranger’s code with all of them.',
  how: 'Build what a pull request proposes on `pull_request`, which has no secrets, and deploy what was merged; or let an environment with required reviewers stand before the job.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [26],
  cwe: [829, 94],
  references: [
    'https://docs.github.com/en/actions/reference/security/secure-use',
    'https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/',
  ],
  aliases: {
    semgrep: ['pull-request-target-code-checkout', 'workflow-run-target-code-checkout'],
    zizmor: ['dangerous-triggers'],
  },
  subject: 'GitHub::Actions::Workflow',
  *check(workflow) {
    const triggers = openTriggers(workflow).filter((one) => !isFiltered(one));
    if (triggers.length === 0) return;
    for (const job of jobsOf(workflow)) {
      if (isGuarded(workflow, job)) continue;
      const steps = stepsOfJob(job);
      const at = steps.findIndex(({ step }) => checksOutForeign(step, triggers) !== undefined);
      const [place] = steps[at] ? [checksOutForeign(steps[at].step, triggers)] : [];
      if (!place || isGuardedBy(steps[at]?.step.at('if') ?? [])) continue;
      const later = steps.slice(at + 1).map(({ step }) => step);
      if (!later.some((step) => runsCode(step, place.directory)) && place.property.path.at(-1) !== 'run') continue;
      const holds = jobDeploys(workflow, job) || readsSecrets(job.job);
      const behind = job.job.at('environment').some((one) => one.isWritten);
      yield {
        at: place.property,
        message: `On ${code(place.event)} anybody with a fork starts ${code(job.name)}, which checks out their code and goes on to run it${holds ? ' with the credentials that it deploys with' : ''}.`,
        severity: behind || isPowerless(workflow, job, holds) ? 'medium' : holds ? 'critical' : 'high',
        ...(behind ? { confidence: 'medium' as const } : {}),
      };
    }
  },
});

/** Contexts that name what a stranger proposes, by the event that carries them. */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  pull_request_target:
    /^github\.(?:event\.pull_request\.(?:head\.|merge_commit_sha$)|head_ref$|event\.number$|event\.pull_request\.number$)/,
  workflow_run:
    /^github\.event\.workflow_run\.(?:head_sha|head_branch|head_commit\.id|head_repository\.full_name|pull_requests)/,
  issue_comment: /^github\.event\.issue\.number$/,
};

/** Where foreign code comes in. */
interface Place {
  readonly property: Property;
  readonly event: string;
  /** The directory of its own that it is put into. */
  readonly directory: string | undefined;
}

/** The property that makes a step check out what a stranger proposes. */
function checksOutForeign(step: Property<Step>, triggers: readonly Trigger[]): Place | undefined {
  const action = actionOf(step)?.name;
  if (action === 'actions/checkout') {
    const [path] = step.at('with').flatMap((map) => map.entries().filter(([name]) => name === 'path'));
    const directory = path?.[1].string?.replace(/^\.\/|\/$/g, '') || undefined;
    for (const [name, input] of step.at('with').flatMap((map) => map.entries())) {
      if (name !== 'ref' && name !== 'repository') continue;
      const event = eventOf(contextsRead(input), triggers);
      if (event !== undefined && isWhole(input, event)) return { property: input, event, directory };
    }
  }
  for (const run of step.at('run')) {
    const text = run.text === undefined ? '' : sourceOf(run.text);
    const fetched =
      /\bgh\s{1,5}pr\s{1,5}checkout\b[^\n]{0,200}|\bgit\s{1,5}fetch\b[^\n]{0,100}\bpull\/[^\n]{0,200}/.exec(text)?.[0];
    const event = triggers.find((one) => one.event === 'pull_request_target' || one.event === 'issue_comment')?.event;
    if (fetched !== undefined && event !== undefined)
      return { property: excerpt(run, fetched), event, directory: undefined };
  }
  return undefined;
}

function eventOf(contexts: readonly string[], triggers: readonly Trigger[]): string | undefined {
  return triggers.find(({ event }) => contexts.some((context) => FOREIGN[event]?.test(context)))?.event;
}

/** Numbers name a pull request only within `refs/pull/…`. */
function isWhole(input: Property, event: string): boolean {
  const contexts = contextsRead(input);
  const onlyNumbers = contexts.every((context) => context.endsWith('.number'));
  return !onlyNumbers || (event !== 'workflow_run' && sourceOf(input.text ?? '').includes('refs/pull/'));
}

/** Whether a step runs what lies in the workspace, or may do so; of code in a directory of its own only what goes there. */
function runsCode(step: Property<Step>, directory: string | undefined): boolean {
  if (directory === undefined)
    return step.at('run').some((run) => run.isWritten) || step.at('uses').some((uses) => uses.string?.startsWith('./'));
  if (step.at('working-directory').some((one) => isWithin(one.string ?? '', directory))) return true;
  return step.at('run').some((run) => {
    const moves = (run.text === undefined ? '' : sourceOf(run.text)).matchAll(
      /\b(?:cd|pushd|--prefix|-C)[ =]{1,5}(\S{1,200})/g,
    );
    return [...moves].some(([, to = '']) => isWithin(to.replace(/["';&]/g, ''), directory));
  });
}

function isWithin(path: string, directory: string): boolean {
  const clean = path.replace(/^\.\//, '');
  return clean === directory || clean.startsWith(`${directory}/`);
}

/** Whether a job has no secrets, and a token that is known to write nothing: then the caches of the base branch are at stake. */
function isPowerless(workflow: Resource<'GitHub::Actions::Workflow'>, job: NamedJob, holds: boolean): boolean {
  return (
    !holds &&
    permissionsIn(workflow, job).every(
      (one) =>
        one.is('read-all') || (one.kind === 'set' && one.entries().every(([, access]) => access.is('read', 'none'))),
    )
  );
}

/** Filters that only people with rights in the repository can pass: a stranger can close their own pull request, not label it. */
function isFiltered({ event, property }: Trigger): boolean {
  const types = property.value.kind === 'set' ? property.at('types').flatMap((one) => one.items()) : [];
  return (
    event === 'pull_request_target' &&
    types.length > 0 &&
    types.every((type) => type.is('labeled', 'unlabeled', 'assigned', 'milestoned'))
  );
}

/** What a condition asks about to keep strangers out. */
const GUARD =
  /head\.repo|fork|author_association|github\.actor|\.login|triggering_actor|\.event$|head_repository|label|\.merged|sender|head_branch|needs\./;

function isGuarded(workflow: Resource<'GitHub::Actions::Workflow'>, { job }: NamedJob, depth = 0): boolean {
  if (isGuardedBy(job.at('if')) || job.at('if').some((one) => one.isUnknown)) return true;
  if (depth > 5) return true;
  const before = job.at('needs').flatMap((needs) => needs.items());
  return jobsOf(workflow)
    .filter((one) => before.some((name) => name.is(one.name)))
    .some((one) => one.job.at('environment').some((env) => env.isWritten) || isGuarded(workflow, one, depth + 1));
}

function isGuardedBy(conditions: readonly Property[]): boolean {
  return conditions.some(({ text }) => {
    if (text === undefined) return false;
    const source = sourceOf(text);
    const contexts = [...expressionsIn(text).flatMap((one) => one.contexts), ...contextsOf(source)];
    return contexts.some((context) => GUARD.test(context));
  });
}
