import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.exported-variables */
export const rule = defineRule({
  title: 'Secret exported from a build',
  why: 'CodeBuild hides the value of a secret in its logs, but an exported variable is stored with the build and handed to the stages of the pipeline in plain text: `codebuild:BatchGetBuilds` and the pipeline’s history show it.',
  how: 'Export the name of the secret and let the next stage read it with its own role.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8, 26],
  cwe: [200, 522],
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html'],
  pointsAtNoSecret: true,
  aliases: {},
  subject: 'CodeBuild::BuildSpec',
  *check(spec) {
    const stores = [
      ...spec.at('env', 'secrets-manager').map((map) => ({ map, store: 'Secrets Manager' })),
      ...spec.at('env', 'parameter-store').map((map) => ({ map, store: 'Parameter Store' })),
    ];
    const origins = new Map(stores.flatMap(({ map, store }) => map.entries().map(([name]) => [name, store] as const)));
    for (const name of spec.at('env', 'exported-variables').flatMap((list) => list.items())) {
      const store = origins.get(name.string ?? '');
      // Parameter Store holds settings as well: only what is called a secret is taken for one.
      if (store === undefined || (store === 'Parameter Store' && !SECRET.test(name.string ?? ''))) continue;
      yield {
        at: name,
        message: `${code(name.string ?? '')} comes from ${store} and is kept in plain text with every build of ${code(spec.name)}.`,
        remedy: { title: 'Do not export the secret', applicability: 'unsafe', patches: [name.remove()] },
      };
    }
  },
});

const SECRET = /pass(?:word|wd)?|secret|token|(?:api|private|access)_?key|credential/i;
