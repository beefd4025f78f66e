import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { jobsOf } from '#model/workflow';
import { type Scopes, scopesNeeded } from '#model/workflow-token';

/** https://docs.github.com/en/actions/tutorials/authenticate-with-github_token */
export const rule = defineRule({
  title: 'Deploying job with a token that may write everything',
  why: 'Every action and every dependency that runs in the job can read the token. With `write-all` it pushes commits and releases, changes packages and approves pull requests: one bad dependency owns the repository, and with it the next deployment.',
  how: 'Name what the job needs under `permissions:`. A deployment mostly needs `contents: read`, and `id-token: write` for OIDC.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 26],
  cwe: [250, 732],
  references: [
    'https://docs.github.com/en/actions/tutorials/authenticate-with-github_token',
    'https://docs.github.com/en/actions/reference/security/secure-use',
  ],
  aliases: { checkov: ['CKV2_GHA_1'], zizmor: ['excessive-permissions'] },
  subject: 'GitHub::Actions::Workflow',
  *check(workflow) {
    const jobs = jobsOf(workflow);
    const own = jobs.flatMap((job) => job.job.at('permissions').map((permissions) => ({ permissions, jobs: [job] })));
    const shared = jobs.filter((job) => job.job.at('permissions').every((one) => one.isAbsent));
    const all = [...workflow.at('permissions').map((permissions) => ({ permissions, jobs: shared })), ...own];
    for (const { permissions, jobs: some } of all) {
      if (!permissions.is('write-all') || some.length === 0) continue;
      const needed = some.map(scopesNeeded);
      const names = some.slice(0, 5).map((job) => code(job.name));
      yield {
        at: permissions,
        message: `Everything that runs in ${names.join(', ')} of ${code(workflow.name)} may push to the repository and change its releases and packages.`,
        ...(needed.every((one) => one !== undefined)
          ? {
              remedy: {
                title: 'Give the token only what the job needs',
                applicability: 'unsafe' as const,
                patches: [permissions.set(Object.assign({}, ...needed) as Scopes)],
              },
            }
          : {}),
      };
    }
  },
});
