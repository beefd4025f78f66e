import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Property } from '#model/property';
import {
  isWorkflow,
  jobDeploys,
  jobsOf,
  readsSecrets,
  stepsOf,
  stepsOfJob,
  type UsedAction,
  usedAction,
  type WorkflowOrAction,
} from '#model/workflow';

/** https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions */
export const rule = defineRule({
  title: 'Foreign action that can change under the deployment',
  why: 'A tag or branch is whatever its owner, or somebody who took over the owner, says that it is today. In March 2025 every tag of `tj-actions/changed-files` was moved to code that printed the secrets of 23,000 repositories. A commit cannot be moved.',
  how: 'Name the full commit, with the version behind it for people and for Dependabot: `uses: owner/action@<40 hex digits> # v1.2.3`.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [9, 26],
  cwe: [829, 1357],
  references: ['https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions'],
  aliases: {
    kics: ['555ab8f9'],
    semgrep: ['third-party-action-not-pinned-to-commit-sha'],
    zizmor: ['unpinned-uses'],
  },
  subject: ['GitHub::Actions::Workflow', 'GitHub::Actions::Action'],
  *check(resource) {
    const groups = new Map<string, Use[]>();
    for (const use of foreignUses(resource)) {
      const name = `${use.action.name}@${use.action.ref}`;
      groups.set(name, [...(groups.get(name) ?? []), use]);
    }
    for (const [first, ...others] of groups.values()) {
      if (!first) continue;
      const { property, action, where } = first;
      const isBranch = !/^v?\d/.test(action.ref);
      yield {
        at: property,
        message: `${code(property.string ?? '')} runs ${where}, and whoever can move the ${isBranch ? 'branch' : 'tag'} ${code(action.ref)} changes what it does there.`,
        severity: isBranch ? 'medium' : 'low',
        related: others
          .slice(0, 10)
          .map((other) => ({ at: other.property.location, message: `The same action runs ${other.where}.` })),
      };
    }
  },
});

/** GitHub's own, and the clouds' own, whose word the deployment rests on anyway. */
const TRUSTED: ReadonlySet<string> = new Set(['actions', 'github', 'aws-actions', 'azure', 'google-github-actions']);

interface Use {
  readonly property: Property;
  readonly action: UsedAction;
  readonly where: string;
}

/** Actions and workflows of others, named by what can move, where credentials are at hand. */
function foreignUses(resource: WorkflowOrAction): readonly Use[] {
  const uses: { readonly property: Property; readonly where: string }[] = [];
  if (isWorkflow(resource)) {
    for (const job of jobsOf(resource)) {
      if (!jobDeploys(resource, job) && !readsSecrets(job.job)) continue;
      const where = `with the credentials of the job ${code(job.name)}`;
      uses.push(...job.job.at('uses').map((property) => ({ property, where })));
      uses.push(...stepsOfJob(job).flatMap(({ step }) => step.at('uses').map((property) => ({ property, where }))));
    }
  } else {
    const where = 'with the credentials of the jobs that use this action';
    uses.push(...stepsOf(resource).flatMap(({ step }) => step.at('uses').map((property) => ({ property, where }))));
  }
  return uses.flatMap(({ property, where }) => {
    const action = usedAction(property);
    if (!action || TRUSTED.has(action.owner) || /^[0-9a-f]{40}$/.test(action.ref)) return [];
    // It proves where an artifact comes from by the tag that it was called with, and refuses commits.
    if (action.name.startsWith('slsa-framework/slsa-github-generator/')) return [];
    return [{ property, action, where }];
  });
}
