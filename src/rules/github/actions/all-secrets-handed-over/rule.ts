import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { excerpt } from '#model/excerpt';
import type { Property } from '#model/property';
import { Text } from '#model/text';
import { jobsOf, usedAction } from '#model/workflow';
import { expressionsIn } from '#model/workflow-expression';

/** https://docs.github.com/en/actions/reference/security/secure-use#use-secrets-for-sensitive-information */
export const rule = defineRule({
  title: 'Every secret of the repository handed over',
  why: 'What gets all secrets at once needs one weakness to lose all of them, those of other environments and services included, and secrets that are added later go along without anybody deciding it. In a JSON text the log no longer hides each of them reliably.',
  how: 'Name the secrets that are needed, one by one: `secrets: { token: ${{ secrets.NAME }} }`, or `env:` of the step that uses them.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 8, 26],
  cwe: [250, 522],
  references: ['https://docs.github.com/en/actions/reference/security/secure-use'],
  pointsAtNoSecret: true,
  aliases: { zizmor: ['overprovisioned-secrets', 'secrets-inherit'] },
  subject: 'GitHub::Actions::Workflow',
  *check(workflow) {
    for (const { at, source } of wholeSecrets(workflow.at('jobs'))) {
      yield {
        at: excerpt(at, source),
        message: `All secrets that ${code(workflow.name)} can read are put into one text here.`,
      };
    }
    for (const { name, job } of jobsOf(workflow)) {
      const [uses] = job.at('uses');
      const called = usedAction(uses);
      if (!called || /^[0-9a-f]{40}$/.test(called.ref)) continue;
      for (const secrets of job.at('secrets')) {
        if (!secrets.is('inherit')) continue;
        yield {
          at: secrets,
          severity: 'low',
          message: `${code(name)} hands all secrets to ${code(uses?.string ?? '')}, a workflow of another repository that can change at any time.`,
        };
      }
    }
  },
});

/** Texts into which all secrets go: `toJSON(secrets)`. */
function wholeSecrets(from: readonly Property[]): { readonly at: Property; readonly source: Text }[] {
  const found: { readonly at: Property; readonly source: Text }[] = [];
  const open: Property[] = [...from];
  for (let one = open.shift(); one; one = open.shift()) {
    if (one.value.kind !== 'set') continue;
    if (one.value.data instanceof Map) open.push(...one.entries().map(([, value]) => value));
    else if (Array.isArray(one.value.data)) open.push(...one.items());
    else
      for (const { source, code: expression, contexts } of expressionsIn(one.text)) {
        if (!contexts.includes('secrets') || !/\btojson\s{0,5}\(\s{0,5}secrets\s{0,5}\)/i.test(expression)) continue;
        found.push({ at: one, source: new Text([{ kind: 'hole', why: source, name: expression }]) });
      }
  }
  return found;
}
