import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { type SecretKind, secretKind } from '#finding/secret';
import { stagesOf } from '#model/docker-image';
import { excerpt } from '#model/excerpt';
import type { Property } from '#model/property';

/** https://docs.docker.com/build/building/secrets/ */
export const rule = defineRule({
  title: 'Secret written into a Dockerfile',
  why: 'The value stands in the repository and its history, and in the configuration of every image that was built: whoever may pull the image reads it with `docker history`. Taking it out of the branch does not take it back.',
  how: 'What the function needs it reads at start from Secrets Manager or Parameter Store; what the build needs comes in with `RUN --mount=type=secret,id=…`.',
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [8, 22],
  cwe: [798, 312],
  references: ['OWASP SAS-7', 'https://docs.docker.com/build/building/secrets/'],
  aliases: { trivy: ['DS-0031'], semgrep: ['secret-in-build-arg'], gitleaks: ['generic-api-key'] },
  subject: 'Docker::Image',
  *check(image) {
    const instructions = stagesOf(image).flatMap((stage) => stage.instructions);
    const maps = [...image.at('ARG'), ...instructions.flatMap((one) => [...one.at('ARG'), ...one.at('ENV')])];
    for (const [name, value] of maps.flatMap((map) => map.entries())) {
      const secret = value.string === undefined ? undefined : secretKind(name, value.string);
      if (!secret) continue;
      yield { at: value, confidence: secret.confidence, message: words(code(name), secret) };
    }
    for (const run of instructions.flatMap((one) => one.at('RUN'))) {
      const found = inCommand(run);
      if (!found) continue;
      yield { at: found.at, confidence: found.secret.confidence, message: words('A command', found.secret) };
    }
  },
});

function words(name: string, { kind }: SecretKind): string {
  return `${name} holds what looks like a ${kind}, in plain text. Rotate it: it is in the history now, and in every image.`;
}

/** A word of a command that has the form of a credential. */
function inCommand(run: Property<string>): { readonly at: Property<string>; readonly secret: SecretKind } | undefined {
  for (const word of (run.string ?? '').split(/[\s"'=:,;]+/)) {
    const secret = word.length < 16 ? undefined : secretKind('', word);
    if (secret?.confidence === 'high') return { at: excerpt(run, word), secret };
  }
  return undefined;
}
