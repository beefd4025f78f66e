import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Property } from '#model/property';
import { isWorkflow, jobsOf, stepsOf, type WorkflowOrAction } from '#model/workflow';

/** https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/ */
export const rule = defineRule({
  title: 'Output of a command can change the environment of later ones',
  why: 'With `ACTIONS_ALLOW_UNSECURE_COMMANDS` every line that any command prints, a file name or the title of an issue included, can set environment variables and the search path of the steps after it: who controls a line of the log runs code in the job. GitHub turned this off in 2020 for that reason (CVE-2020-15228).',
  how: 'Remove the variable, and write to `$GITHUB_ENV` and `$GITHUB_PATH` instead of printing `::set-env` and `::add-path`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [26],
  cwe: [77, 1188],
  references: ['https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/'],
  aliases: {
    checkov: ['CKV_GHA_1'],
    kics: ['60fd272d'],
    semgrep: ['allowed-unsecure-commands'],
    zizmor: ['insecure-commands'],
  },
  subject: ['GitHub::Actions::Workflow', 'GitHub::Actions::Action'],
  *check(resource) {
    for (const [name, value] of environmentsOf(resource).flatMap((map) => map.entries())) {
      if (name !== 'ACTIONS_ALLOW_UNSECURE_COMMANDS' || !value.isTrue) continue;
      yield {
        at: value,
        message: `What commands of ${code(resource.name)} print can set variables and the search path of the steps that deploy.`,
        remedy: { title: 'Forbid it again', applicability: 'unsafe', patches: [value.remove()] },
      };
    }
  },
});

function environmentsOf(resource: WorkflowOrAction): readonly Property[] {
  const outer = isWorkflow(resource)
    ? [...resource.at('env'), ...jobsOf(resource).flatMap(({ job }) => job.at('env'))]
    : [];
  return [...outer, ...stepsOf(resource).flatMap(({ step }) => step.at('env'))];
}
