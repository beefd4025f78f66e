import type { Step } from '#model/documents';
import type { Property } from '#model/property';
import { actionOf, type NamedJob, stepsOfJob } from '#model/workflow';
import { contextsRead, sourceOf } from '#model/workflow-expression';

/** Scopes of the token that GitHub gives to a job, as `permissions` names them. */
export type Scopes = Readonly<Record<string, 'read' | 'write'>>;

/** Actions that ask the token for nothing but to read the repository. */
const READERS: readonly string[] = [
  'actions/cache',
  'actions/checkout',
  'actions/download-artifact',
  'actions/setup-',
  'actions/upload-artifact',
  'aws-actions/',
  'azure/',
  'docker/setup-',
  'google-github-actions/',
  'hashicorp/setup-terraform',
  'pnpm/action-setup',
  'serverless/github-action',
];

/** Inputs by which an action of a cloud asks for the token that the cloud believes. */
const IDENTITY_INPUTS: readonly string[] = ['role-to-assume', 'client-id', 'workload_identity_provider'];

/** What in a script asks for more than to read. */
const WRITES =
  /\bgh\s|\bgit\s{1,5}(?:push|tag)\b|GITHUB_TOKEN|GH_TOKEN|api\.github\.com|ghcr\.io|npm\s{1,5}publish|semantic-release|\$ACTIONS_ID_TOKEN/;

/**
 * The scopes that a job needs, where every step of it is known to need no more than to read the repository and to be known to
 * a cloud; undefined where a step could use the token for something else.
 */
export function scopesNeeded(job: NamedJob): Scopes | undefined {
  if (job.job.at('uses').some((uses) => !uses.isAbsent)) return undefined;
  const steps = stepsOfJob(job);
  if (steps.length === 0 || !steps.every(({ step }) => isReader(step))) return undefined;
  const asks = steps.some(({ step }) =>
    step.at('with').some((map) => map.entries().some(([name]) => IDENTITY_INPUTS.includes(name))),
  );
  return { ...(asks ? { 'id-token': 'write' as const } : {}), contents: 'read' };
}

function isReader(step: Property<Step>): boolean {
  if (usesToken(step)) return false;
  const action = actionOf(step)?.name;
  if (action !== undefined) return READERS.some((start) => action.startsWith(start));
  return (
    step.at('run').every((run) => run.text !== undefined && !WRITES.test(sourceOf(run.text))) &&
    step.at('uses').every((uses) => uses.isAbsent)
  );
}

function usesToken(step: Property<Step>): boolean {
  return [...step.at('with'), ...step.at('env')]
    .flatMap((map) => map.entries())
    .concat(step.at('run').map((run) => ['run', run]))
    .some(([, value]) => contextsRead(value).some((one) => one === 'github.token' || one === 'secrets.GITHUB_TOKEN'));
}
