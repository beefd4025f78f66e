import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { imageName, stagesOf } from '#model/docker-image';
import type { Property } from '#model/property';

/** https://docs.docker.com/build/building/best-practices/#pin-base-image-versions */
export const rule = defineRule({
  title: 'Image built from whatever is the latest today',
  why: 'The same commit gives another image tomorrow: a new major version of the runtime or of an extension goes into production with no review and no test, and what ran yesterday cannot be built again.',
  how: 'Name the version that was tested, `public.ecr.aws/lambda/python:3.13`; with `@sha256:…` behind it nobody can exchange what it means.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [9, 22],
  cwe: [1357, 829],
  references: [
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
  ],
  aliases: {
    checkov: ['CKV_DOCKER_7'],
    kics: ['f45ea400'],
    trivy: ['DS-0001'],
    hadolint: ['DL3006', 'DL3007'],
    semgrep: ['avoid-latest-version'],
  },
  subject: 'Docker::Image',
  *check(image) {
    const names = new Set<string>();
    for (const stage of stagesOf(image)) {
      // A bare word may be a directory that the build is given under this name.
      const copied = stage.instructions
        .flatMap((one) => one.at('COPY', 'Flags', 'from'))
        .filter((source) => /[/:]/.test(source.string ?? ''));
      for (const source of [...(stage.from ? [stage.from] : []), ...copied]) {
        if (!isFloating(source, names)) continue;
        const what = source === stage.from ? 'is built on' : 'takes files from';
        yield {
          at: source,
          message: `${code(image.name)} ${what} ${code(source.string ?? '')}, which is another image from one day to the next.`,
        };
      }
      if (stage.name !== undefined) names.add(stage.name);
    }
  },
});

/** An image of a registry without a version; other stages, by name or number, are none. */
function isFloating(source: Property<string>, stages: ReadonlySet<string>): boolean {
  const text = source.string;
  if (text === undefined || stages.has(text.toLowerCase()) || /^\d+$/.test(text)) return false;
  const name = imageName(text);
  return name !== undefined && name.digest === undefined && (name.tag === undefined || name.tag === 'latest');
}
