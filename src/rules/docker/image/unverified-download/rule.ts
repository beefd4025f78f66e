import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { stagesOf } from '#model/docker-image';
import { excerpt } from '#model/excerpt';
import { downloadsIntoShell } from '#model/shell';

/** https://docs.docker.com/reference/dockerfile/#add---checksum */
export const rule = defineRule({
  title: 'Download that nothing holds to what was reviewed',
  why: 'Whoever controls the server, its domain or, over plain http, the way to it, decides on the day of the build what goes into the image and then runs with the role of the function.',
  how: 'Give `ADD` the file’s `--checksum=sha256:…`; download an installer to a file, compare its hash, then run it; or take the tool from a package manager or an image by its digest.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [9, 22],
  cwe: [494, 829],
  references: ['https://docs.docker.com/reference/dockerfile/#add---checksum'],
  aliases: {},
  subject: 'Docker::Image',
  *check(image) {
    for (const { instructions } of stagesOf(image)) {
      for (const add of instructions.flatMap((one) => one.at('ADD'))) {
        if (!add.at('Flags', 'checksum').every((one) => one.isAbsent)) continue;
        for (const source of add.at('Sources').flatMap((list) => list.items())) {
          const url = source.string ?? '';
          if (!/^https?:\/\//i.test(url)) continue;
          yield {
            at: source,
            message: `${code(image.name)} takes in what ${code(hostOf(url))} answers on the day of the build, whatever that is.`,
            severity: isPlain(url) ? 'medium' : 'low',
          };
        }
      }
      for (const run of instructions.flatMap((one) => one.at('RUN'))) {
        for (const { piece } of downloadsIntoShell(run.string ?? '')) {
          const url = /https?:\/\/[^\s"'`|)\\]{1,300}/i.exec(piece)?.[0];
          const from = url === undefined ? 'a server' : code(hostOf(url));
          yield {
            at: excerpt(run, piece),
            message: `What ${from} answers on the day of the build is run by the shell at once, and ${code(image.name)} keeps what it did.`,
            severity: url !== undefined && isPlain(url) ? 'medium' : 'low',
          };
        }
      }
    }
  },
});

function isPlain(url: string): boolean {
  return /^http:/i.test(url);
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/@\s]{0,200}@)?([^/:\s]{1,253})/i.exec(url)?.[1] ?? 'a server';
}
