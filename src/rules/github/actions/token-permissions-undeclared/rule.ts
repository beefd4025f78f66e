import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { jobDeploys, jobsOf, triggersOf } from '#model/workflow';
import { type Scopes, scopesNeeded } from '#model/workflow-token';

/** https://docs.github.com/en/actions/tutorials/authenticate-with-github_token */
export const rule = defineRule({
  title: 'Deploying job with whatever token the repository hands out',
  why: 'Without `permissions:` the token may do what a setting of the repository or the organization says, which in repositories older than February 2023 is to write everything. What the workflow can do then changes with a setting that no review sees.',
  how: 'Write `permissions:` at the top of the workflow, `contents: read` and no more than the jobs need beside it.',
  severity: 'low',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [2, 26],
  cwe: [250, 276],
  references: [
    'https://docs.github.com/en/actions/tutorials/authenticate-with-github_token',
    'https://docs.github.com/en/actions/reference/security/secure-use',
  ],
  aliases: { checkov: ['CKV2_GHA_1'], zizmor: ['excessive-permissions'] },
  subject: 'GitHub::Actions::Workflow',
  *check(workflow) {
    const triggers = triggersOf(workflow);
    // A called workflow has at most what its caller has.
    if (triggers.length === 0 || triggers.every(({ event }) => event === 'workflow_call')) return;
    const jobs = jobsOf(workflow).filter((job) => job.job.at('permissions').every((one) => one.isAbsent));
    const open = jobs.filter((job) => jobDeploys(workflow, job));
    if (open.length === 0) return;
    for (const permissions of workflow.at('permissions')) {
      if (!permissions.isAbsent) continue;
      const needed = jobs.map(scopesNeeded);
      const names = open.slice(0, 5).map((job) => code(job.name));
      yield {
        at: permissions,
        message: `${names.join(', ')} of ${code(workflow.name)} ${names.length > 1 ? 'deploy' : 'deploys'}, and what else ${names.length > 1 ? 'they' : 'it'} may do to the repository is left to its settings.`,
        ...(needed.every((one) => one !== undefined)
          ? {
              remedy: {
                title: 'Declare what the token may do',
                applicability: 'unsafe' as const,
                patches: [permissions.set(Object.assign({}, ...needed) as Scopes)],
              },
            }
          : {}),
      };
    }
  },
});
