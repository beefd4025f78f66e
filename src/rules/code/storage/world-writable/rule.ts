import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.python.org/3/library/os.html#os.chmod */
export const rule = defineHandlerRule({
  title: 'File that every process may change',
  why: 'Whatever else runs beside the function, an extension, a layer or a program that it starts, may put something else into the file, which the function then reads or runs.',
  how: 'Give the right to the owner alone: `0o600` for files, `0o700` for programs and directories.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5],
  cwe: [732],
  references: ['https://nodejs.org/api/fs.html#file-modes', 'https://docs.python.org/3/library/os.html#os.chmod'],
  aliases: { semgrep: ['insecure-file-permissions'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'world-writable', {
      message: ({ callee, details: { mode = '' } }) =>
        `${code(callee)} gives the mode ${code(mode)}: every process may change the file.`,
    });
  },
});
