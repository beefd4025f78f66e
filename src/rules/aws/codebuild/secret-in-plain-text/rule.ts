import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { secretKind } from '#finding/secret';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';

/** https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.variables */
export const rule = defineRule({
  title: 'Secret written into a build',
  why: 'The value stands in the repository and its history, and in the configuration and console of CodeBuild, where everybody with `codebuild:BatchGetProjects` reads it. Taking it out of the branch does not take it back.',
  how: 'Name it under `env: secrets-manager:` or `parameter-store:` of the build specification; in the project give the variable `Type: SECRETS_MANAGER` or `PARAMETER_STORE`.',
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [8, 26],
  cwe: [798, 312],
  references: ['OWASP SAS-7', 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html'],
  aliases: {
    checkov: ['CKV_SECRET_6'],
    'cdk-nag': ['CodeBuildProjectEnvVarAwsCred'],
    gitleaks: ['generic-api-key'],
  },
  subject: ['AWS::CodeBuild::Project', 'CodeBuild::BuildSpec'],
  *check(resource) {
    for (const { name, value } of variablesOf(resource)) {
      const secret = value.string === undefined ? undefined : secretKind(name, value.string);
      if (!secret) continue;
      const from = value.parameter ? ` as the default of the parameter ${code(value.parameter)}` : '';
      yield {
        at: value,
        message: `${code(name)} of ${code(resource.name)} holds what looks like a ${secret.kind}, in plain text${from}. Rotate it: it is in the history now.`,
        confidence: secret.confidence,
      };
    }
  },
});

function variablesOf(
  resource: Resource<'AWS::CodeBuild::Project' | 'CodeBuild::BuildSpec'>,
): readonly { readonly name: string; readonly value: Property }[] {
  if (resource.isA('CodeBuild::BuildSpec')) {
    const maps = resource.at('env', 'variables');
    return maps.flatMap((map) => map.entries().map(([name, value]) => ({ name, value })));
  }
  const project = resource as unknown as Resource<'AWS::CodeBuild::Project'>;
  return project
    .at('Environment', 'EnvironmentVariables')
    .flatMap((list) => list.items())
    .filter((variable) => variable.at('Type').every((type) => type.isAbsent || type.is('PLAINTEXT')))
    .flatMap((variable) => {
      const [name] = variable.at('Name').flatMap((one) => one.string ?? []);
      return name === undefined ? [] : variable.at('Value').map((value) => ({ name, value }));
    });
}
