import type { Job, Named, Step } from '#model/documents';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { contextsRead, sourceOf } from '#model/workflow-expression';

/** A workflow, or a composite action that a workflow of the repository uses. */
export type WorkflowOrAction = Resource<'GitHub::Actions::Workflow' | 'GitHub::Actions::Action'>;

/** An event that starts a workflow. */
export interface Trigger {
  readonly event: string;
  /** Its filters, or the event's name where it has none. */
  readonly property: Property<Json>;
}

/** A job with the name that its author gave it. */
export interface NamedJob {
  readonly name: string;
  readonly job: Property<Job>;
}

/** A step; a composite action's steps belong to no job. */
export interface JobStep {
  readonly step: Property<Step>;
  readonly in: NamedJob | undefined;
}

/** Whether a resource is a workflow, as TypeScript understands it. */
export function isWorkflow(resource: WorkflowOrAction): resource is Resource<'GitHub::Actions::Workflow'> {
  return resource.isA('GitHub::Actions::Workflow');
}

/** The events that start the workflow, in whichever of the three forms they are written. */
export function triggersOf(workflow: Resource<'GitHub::Actions::Workflow'>): readonly Trigger[] {
  return workflow.at('on').flatMap((on): Trigger[] => {
    const entries = on.entries();
    if (entries.length > 0)
      return entries.map(([event, property]) => ({ event, property: property as Property<Json> }));
    return on.items().flatMap((item) => (item.string === undefined ? [] : [{ event: item.string, property: item }]));
  });
}

/** The attribute that holds the events of the workflows after which a workflow runs. */
export const UPSTREAM_EVENTS = 'UpstreamEvents';

/** Events that anybody on the internet can raise in a public repository and whose runs have its secrets. */
const OPEN_EVENTS: ReadonlySet<string> = new Set([
  'discussion',
  'discussion_comment',
  'issue_comment',
  'issues',
  'pull_request_target',
  'workflow_run',
]);

/**
 * The events by which a stranger starts the workflow with its secrets at hand; `workflow_run` is one where what runs before is
 * started by a stranger in its turn.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function openTriggers(workflow: Resource<'GitHub::Actions::Workflow'>): readonly Trigger[] {
  const upstream = workflow.attribute(UPSTREAM_EVENTS).flatMap((events) => events.items());
  const follows = upstream.some((event) => event.is('pull_request', ...OPEN_EVENTS));
  return triggersOf(workflow).filter(({ event }) => OPEN_EVENTS.has(event) && (event !== 'workflow_run' || follows));
}

export function jobsOf(workflow: Resource<'GitHub::Actions::Workflow'>): readonly NamedJob[] {
  return workflow
    .at('jobs')
    .flatMap((jobs) => jobs.entries())
    .map(([name, job]) => ({ name, job: job as Property<Job> }));
}

/** Every step of every job, or of a composite action, in order. */
export function stepsOf(resource: WorkflowOrAction): readonly JobStep[] {
  if (isWorkflow(resource)) return jobsOf(resource).flatMap((job) => stepsOfJob(job));
  const action = resource as unknown as Resource<'GitHub::Actions::Action'>;
  return action
    .at('runs', 'steps')
    .flatMap((steps) => steps.items())
    .map((step) => ({ step, in: undefined }));
}

export function stepsOfJob(job: NamedJob): readonly JobStep[] {
  return job.job
    .at('steps')
    .flatMap((steps) => steps.items())
    .map((step) => ({ step, in: job }));
}

/** An action as a step names it: `owner/repository/path@ref`. */
export interface UsedAction {
  readonly owner: string;
  /** `owner/repository` with the path in it, lower case. */
  readonly name: string;
  readonly ref: string;
}

/** What `uses` names; undefined for a local path, a Docker image, and what is known in part. */
export function usedAction(uses: Property | undefined): UsedAction | undefined {
  const text = uses?.string;
  const match = text === undefined ? null : /^([\w.-]{1,100})\/([\w./-]{1,300})@([^\s@]{1,255})$/.exec(text);
  const [, owner, rest, ref] = match ?? [];
  if (owner === undefined || rest === undefined || ref === undefined || owner === '.') return undefined;
  return { owner: owner.toLowerCase(), name: `${owner}/${rest}`.toLowerCase(), ref };
}

/** What a step's `uses` names. */
export function actionOf(step: Property<Step>): UsedAction | undefined {
  const [uses] = step.at('uses');
  return usedAction(uses);
}

/** The permissions that hold in a job: its own, else the workflow's; absent when neither says any. */
export function permissionsIn(
  workflow: Resource<'GitHub::Actions::Workflow'>,
  job: NamedJob,
): readonly Property<Named>[] {
  const own = job.job.at('permissions');
  return own.every((one) => one.isAbsent) ? workflow.at('permissions') : own;
}

/** Words by which a secret is known as a cloud's credential. */
const CLOUD_SECRET = /^(?:AWS|AZURE|ARM|GCP|GCLOUD|GOOGLE|SERVERLESS)_|_AWS_/i;

/** Actions that get credentials of a cloud or deploy with them. */
const CLOUD_ACTIONS: readonly string[] = [
  'aws-actions/',
  'azure/login',
  'azure/functions-action',
  'azure/webapps-deploy',
  'azure/container-apps',
  'google-github-actions/auth',
  'google-github-actions/deploy-',
  'serverless/github-action',
  'pulumi/actions',
  'youyo/aws-cdk',
];

/**
 * Commands that deploy with credentials that are there. `terraform plan` and `sam build` do not.
 * Blanks are counted so that no text takes long.
 */
const DEPLOYS =
  /\b(?:sam\s{1,5}(?:deploy|sync|package|publish)|(?:sls|serverless)\s{1,5}(?:deploy|remove)|cdk\s{1,5}(?:deploy|bootstrap|destroy)|(?:terraform|tofu|terragrunt)\s{1,5}(?:apply|destroy)|aws\s(?:[^\n|;&]{0,200}\s)?(?:cloudformation|lambda|s3|s3api|ecr|ecs|apigateway|dynamodb|ssm|sts|cloudfront|iam|configure)\b|func\s{1,5}azure\s{1,5}functionapp\s{1,5}publish|az\s{1,5}(?:functionapp|deployment|webapp|containerapp)\b|azd\s{1,5}(?:up|deploy|provision)|gcloud\s{1,5}(?:functions|run|app)\s{1,5}deploy|pulumi\s{1,5}up|sst\s{1,5}deploy|chalice\s{1,5}deploy|zappa\s{1,5}(?:deploy|update)|arc\s{1,5}deploy|amplify\s{1,5}p(?:ush|ublish)|copilot\s{1,5}deploy|claudia\s{1,5}(?:create|update))/;

/** Whether a step gets credentials of a cloud, or runs a command that deploys. */
export function stepDeploys(step: Property<Step>): boolean {
  const action = actionOf(step)?.name;
  if (action !== undefined && CLOUD_ACTIONS.some((start) => action.startsWith(start))) return true;
  if ([...step.at('env'), ...step.at('with')].some(hasCloudSecret)) return true;
  return step.at('run').some((run) => run.text !== undefined && DEPLOYS.test(withoutComments(sourceOf(run.text))));
}

/** Whether a map of names hands out a secret that is called like a cloud's. */
export function hasCloudSecret(map: Property): boolean {
  return map
    .entries()
    .some(([, value]) =>
      contextsRead(value).some((one) => one.startsWith('secrets.') && CLOUD_SECRET.test(one.slice(8))),
    );
}

function withoutComments(script: string): string {
  return script.replace(/^[ \t]*#.*$/gm, '');
}

/** Whether a job can get credentials of a cloud: by a step, by `id-token: write`, or by secrets in its environment. */
export function jobDeploys(workflow: Resource<'GitHub::Actions::Workflow'>, job: NamedJob): boolean {
  if (permissionsIn(workflow, job).some(givesIdentity)) return true;
  if (
    [...workflow.at('env'), ...job.job.at('env'), ...job.job.at('with'), ...job.job.at('secrets')].some(hasCloudSecret)
  )
    return true;
  return stepsOfJob(job).some(({ step }) => stepDeploys(step));
}

/** Whether the permissions let a job ask GitHub for a token that clouds believe. */
export function givesIdentity(permissions: Property<Named>): boolean {
  return permissions.is('write-all') || permissions.at('id-token').some((one) => one.is('write'));
}

/** Whether anything of a job or step reads a secret, the token of the run aside. */
export function readsSecrets(part: Property): boolean {
  const stack: Property[] = [part];
  for (let one = stack.pop(); one; one = stack.pop()) {
    const { value } = one;
    if (value.kind !== 'set') continue;
    if (value.data instanceof Map) for (const [, inner] of one.entries()) stack.push(inner);
    else if (Array.isArray(value.data)) for (const item of one.items()) stack.push(item);
    else if (contextsRead(one).some((context) => /^secrets(?!\.GITHUB_TOKEN$)/i.test(context))) return true;
  }
  return false;
}

/** A workflow that deploys: some job of it can get credentials of a cloud. */
export function deploys(workflow: Resource<'GitHub::Actions::Workflow'>): boolean {
  return jobsOf(workflow).some((job) => jobDeploys(workflow, job));
}

/** Whether a composite action deploys. */
export function actionDeploys(action: Resource<'GitHub::Actions::Action'>): boolean {
  return stepsOf(action).some(({ step }) => stepDeploys(step));
}

/**
 * Whether a step's script is known to be run by `bash` or `sh`: by what the step, its job or the workflow says, else by the runner,
 * which is a POSIX system unless it is one of Windows.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
 */
export function runsInPosixShell(resource: WorkflowOrAction, { step, in: named }: JobStep): boolean {
  const said = [
    step.at('shell'),
    named?.job.at('defaults', 'run', 'shell') ?? [],
    isWorkflow(resource) ? resource.at('defaults', 'run', 'shell') : [],
  ].find((shells) => shells.some((shell) => !shell.isAbsent));
  if (said) return said.every((shell) => shell.is('bash', 'sh') || /^(?:bash|sh)\s/.test(shell.string ?? ''));
  const runners = named?.job.at('runs-on').flatMap((runner) => runner.items()) ?? [];
  return (
    runners.length > 0 && runners.every((runner) => runner.string !== undefined && !/windows/i.test(runner.string))
  );
}
