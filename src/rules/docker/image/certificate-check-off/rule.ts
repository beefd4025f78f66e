import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { stagesOf } from '#model/docker-image';
import { excerpt } from '#model/excerpt';
import { uncheckedDownloads, uncheckedVariable } from '#model/shell';

/** https://docs.docker.com/build/building/best-practices/ */
export const rule = defineRule({
  title: 'Image that trusts any server',
  why: 'Without checking certificates or signatures, everybody on the way to the server, in the build’s network or, for a variable that stays in the image, in the function’s, can answer in its name: with other code to be installed, or as the other side of every call.',
  how: 'Take the option away. For a server with a certificate of its own, add its authority: `NODE_EXTRA_CA_CERTS`, `PIP_CERT`, `--cacert`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12, 22],
  cwe: [295, 494],
  references: ['OWASP SAS-6', 'https://docs.docker.com/build/building/best-practices/'],
  aliases: {
    checkov: [
      'CKV2_DOCKER_2',
      'CKV2_DOCKER_3',
      'CKV2_DOCKER_4',
      'CKV2_DOCKER_5',
      'CKV2_DOCKER_6',
      'CKV2_DOCKER_7',
      'CKV2_DOCKER_8',
      'CKV2_DOCKER_9',
      'CKV2_DOCKER_11',
      'CKV2_DOCKER_12',
      'CKV2_DOCKER_13',
      'CKV2_DOCKER_14',
      'CKV2_DOCKER_16',
    ],
  },
  subject: 'Docker::Image',
  *check(image) {
    for (const { instructions, isShipped } of stagesOf(image)) {
      for (const map of instructions.flatMap((one) => one.at('ENV'))) {
        for (const [name, value] of map.entries()) {
          if (value.string === undefined || !uncheckedVariable(name, value.string)) continue;
          yield {
            at: value,
            message: isShipped
              ? `With ${code(name)} nothing in ${code(image.name)} looks at certificates, the function’s own calls included.`
              : `With ${code(name)} the build of ${code(image.name)} looks at no certificates.`,
            severity: isShipped ? 'high' : 'medium',
            remedy: { title: `Take ${name} away`, applicability: 'unsafe', patches: [value.remove()] },
          };
        }
      }
      for (const run of instructions.flatMap((one) => one.at('RUN'))) {
        const script = run.string ?? '';
        for (const { piece, at, removable } of uncheckedDownloads(script)) {
          // pip asks another host since 2018, so that trusting the old one opens nothing.
          if (/trusted-host[= ]pypi\.python\.org/.test(`${piece}${removable ?? ''}`)) continue;
          const end = at + piece.length;
          yield {
            at: excerpt(run, removable === undefined ? piece : removable.trim(), piece),
            message: `${code(removable?.trim() ?? piece)} lets everybody on the way decide what the build of ${code(image.name)} gets.`,
            ...(removable === undefined
              ? {}
              : {
                  remedy: {
                    title: `Take ${code(removable.trim())} away`,
                    applicability: 'unsafe' as const,
                    patches: [run.set(script.slice(0, end - removable.length) + script.slice(end))],
                  },
                }),
          };
        }
      }
    }
  },
});
