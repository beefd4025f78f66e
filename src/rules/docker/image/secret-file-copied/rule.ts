import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { stagesOf } from '#model/docker-image';
import { sourceOf } from '#model/workflow-expression';

/** https://docs.docker.com/build/building/secrets/ */
export const rule = defineRule({
  title: 'File with credentials copied into the image',
  why: 'A copied file stays in its layer of the image, also when a later command deletes it. Whoever may pull the image takes the credentials out of it.',
  how: 'Mount it for the one command that needs it: `RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci`; or copy it in an earlier stage only. What the function needs it reads at start from Secrets Manager.',
  severity: 'medium',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [8, 22],
  cwe: [522, 538],
  references: ['https://docs.docker.com/build/building/secrets/'],
  pointsAtNoSecret: true,
  aliases: { trivy: ['DS-0031'] },
  subject: 'Docker::Image',
  *check(image) {
    for (const { isShipped, instructions } of stagesOf(image)) {
      if (!isShipped) continue;
      const commands = instructions
        .flatMap((one) => one.at('RUN'))
        .map((run) => (run.text === undefined ? '' : sourceOf(run.text)));
      for (const source of instructions
        .flatMap((one) => [...one.at('COPY'), ...one.at('ADD')])
        .filter((copy) => copy.at('Flags', 'from').every((from) => from.isAbsent))
        .flatMap((copy) => copy.at('Sources').flatMap((list) => list.items()))) {
        const name = source.string?.split('/').at(-1) ?? '';
        const deleted = CONFIGURATION.test(name) && commands.some((command) => deletes(command, name));
        if (!deleted && !CREDENTIALS.test(source.string ?? '')) continue;
        yield {
          at: source,
          message: deleted
            ? `${code(name)} is deleted again, and stays in the layer of ${code(image.name)} that this instruction makes.`
            : `${code(source.string ?? '')} becomes a part of ${code(image.name)}.`,
        };
      }
    }
  },
});

/** Files that hold nothing but credentials, and those with the settings of a deployment. */
const CREDENTIALS =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.aws(?:\/credentials)?|\.netrc|\.git-credentials|\.pgpass|\.pypirc|\.env(?:\.(?:local|prod|production|staging))?|[\w.-]{0,60}(?:private|secret)[\w-]{0,30}\.(?:key|pem|p12|pfx)|service-account[\w-]{0,30}\.json)\/?$/i;

/** Files of package managers: mostly harmless, but not to those who delete them after use. */
const CONFIGURATION = /^(?:\.npmrc|\.yarnrc|\.yarnrc\.yml|pip\.conf|auth\.json|settings\.xml|nuget\.config)$/i;

function deletes(command: string, name: string): boolean {
  return /\brm\s/.test(command) && command.slice(command.search(/\brm\s/)).includes(name);
}
