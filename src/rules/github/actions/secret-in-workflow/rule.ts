import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { secretKind } from '#finding/secret';
import { stepWords } from '#finding/workflow-words';
import type { Property } from '#model/property';
import { isWorkflow, jobsOf, stepsOf, type WorkflowOrAction } from '#model/workflow';

/** https://docs.github.com/en/actions/concepts/security/secrets */
export const rule = defineRule({
  title: 'Secret written into a workflow',
  why: 'The value stands in the repository and its history, where everybody who can read the code reads it, and GitHub does not hide it in logs. Taking it out of the branch does not take it back.',
  how: 'Make it a secret of the repository or, better, of the environment, and read it as `${{ secrets.NAME }}`.',
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [8, 26],
  cwe: [798, 312],
  references: ['OWASP SAS-7', 'https://docs.github.com/en/actions/concepts/security/secrets'],
  aliases: { checkov: ['CKV_SECRET_6'], gitleaks: ['generic-api-key'] },
  subject: ['GitHub::Actions::Workflow', 'GitHub::Actions::Action'],
  *check(resource) {
    for (const { map, where } of mapsOf(resource)) {
      for (const [name, value] of map.entries()) {
        const secret = value.string === undefined ? undefined : secretKind(name, value.string);
        if (!secret) continue;
        yield {
          at: value,
          message: `${code(name)} of ${where} holds what looks like a ${secret.kind}, in plain text. Rotate it: it is in the history now.`,
          confidence: secret.confidence,
        };
      }
    }
  },
});

function mapsOf(resource: WorkflowOrAction): readonly { readonly map: Property; readonly where: string }[] {
  const name = code(resource.name);
  const outer = isWorkflow(resource)
    ? [
        ...resource.at('env').map((map) => ({ map, where: name })),
        ...jobsOf(resource).flatMap((job) =>
          [...job.job.at('env'), ...job.job.at('with'), ...job.job.at('secrets')].map((map) => ({
            map,
            where: `the job ${code(job.name)}`,
          })),
        ),
      ]
    : [];
  const inner = stepsOf(resource).flatMap((one) =>
    [...one.step.at('env'), ...one.step.at('with')].map((map) => ({ map, where: stepWords(one) })),
  );
  return [...outer, ...inner];
}
