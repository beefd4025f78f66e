import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { baseRuntime, stagesOf } from '#model/docker-image';
import { lambdaRuntime } from '#model/lambda-runtimes';

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy */
export const rule = defineRule({
  title: 'Base image without security patches',
  why: 'AWS publishes no new base images for a deprecated runtime: every weakness that is found in the language, its libraries or the operating system from then on stays in the image, however often it is built.',
  how: 'Build on the image of a supported runtime, test, and rebuild the dependencies with it. From Node.js 20 and Python 3.12 on the images are Amazon Linux 2023, with `dnf` in place of `yum`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [9, 22, 25],
  cwe: [1104, 1329],
  references: [
    'OWASP SAS-6',
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
  ],
  aliases: {},
  subject: 'Docker::Image',
  *check(image, { today }) {
    const stages = stagesOf(image);
    const runs = stages.flatMap((stage) => stage.instructions.flatMap((one) => one.at('RUN')));
    // `yum` is gone from the newer images, so that a build with it would stop.
    const ports = runs.every((run) => run.isAbsent || (run.string !== undefined && !/\byum\b/.test(run.string)));
    for (const { from, isShipped } of stages) {
      const base = from?.string === undefined ? undefined : baseRuntime(from.string, today);
      const known = base && lambdaRuntime(base.identifier);
      if (!from || !base || !known || known.deprecated > today) continue;
      yield {
        at: from,
        message: `${code(image.name)} is built on ${code(from.string ?? '')}, whose runtime ${code(base.identifier)} gets no security patches since ${known.deprecated}.`,
        severity: isShipped ? 'medium' : 'low',
        ...(base.successor !== undefined && ports
          ? {
              remedy: {
                title: `Build on ${base.successor}`,
                applicability: 'unsafe' as const,
                patches: [from.set(base.successor)],
              },
            }
          : {}),
      };
    }
  },
});
