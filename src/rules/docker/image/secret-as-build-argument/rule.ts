import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { secretName } from '#finding/secret-name';
import { stagesOf } from '#model/docker-image';
import type { DockerInstruction } from '#model/documents';
import type { Property } from '#model/property';
import { sourceOf } from '#model/workflow-expression';

/** https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/ */
export const rule = defineRule({
  title: 'Secret handed to the build as an argument',
  why: 'The values of build arguments stay in the history of the image that the commands made which could use them. Whoever may pull the image, another account with access to the registry included, reads them with `docker history`.',
  how: 'Mount it for the one command that needs it: `RUN --mount=type=secret,id=token,env=TOKEN npm ci`, built with `--secret id=token`; or use it in an earlier stage only.',
  severity: 'medium',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [8, 22],
  cwe: [522, 538],
  references: [
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
    'https://docs.docker.com/build/building/secrets/',
  ],
  aliases: { trivy: ['DS-0031'], semgrep: ['secret-in-build-arg'] },
  subject: 'Docker::Image',
  *check(image) {
    for (const stage of stagesOf(image)) {
      if (!stage.isShipped) continue;
      const args = stage.instructions.flatMap((one, index) =>
        one.at('ARG').flatMap((map) => map.entries().map(([name, value]) => ({ name, value, index }))),
      );
      for (const { name, value, index } of args) {
        const kind = secretName(name);
        // A default is either a secret in plain text, which another rule reports, or no secret.
        if (kind === undefined || value.scalar !== null) continue;
        const later = stage.instructions.slice(index + 1);
        const kept = later
          .flatMap((one) => one.at('ENV'))
          .find((map) => map.entries().some(([, set]) => names(set, name)));
        if (!kept && !later.some((one) => one.at('RUN').some((run) => names(run, name)))) continue;
        yield {
          at: value,
          message: kept
            ? `The ${kind} in ${code(name)} is kept in the environment of ${code(image.name)} for good: it is readable in the image, and by everything that runs in the function.`
            : `The ${kind} in ${code(name)} stays readable in the history of ${code(image.name)}.`,
        };
      }
    }
  },
});

/** Whether a text uses a variable. */
function names(of: Property<string> | Property<DockerInstruction>, variable: string): boolean {
  const text = of.text === undefined ? '' : sourceOf(of.text);
  return [...text.matchAll(/\$\{?(\w{1,200})/g)].some((match) => match[1] === variable);
}
