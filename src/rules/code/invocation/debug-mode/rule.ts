import { apiName, observationReports, widestOf } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://flask.palletsprojects.com/en/stable/debugging/ */
export const rule = defineHandlerRule({
  title: 'Server that shows its inside to whoever asks',
  why: 'In this mode errors are answered with the stack, source and variables, and the debugger of Flask runs whatever is typed into it.',
  how: 'Switch it off, and on by a variable of the environment where you develop.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [7],
  cwe: [489, 209],
  references: ['https://flask.palletsprojects.com/en/stable/debugging/'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'debug-mode', {
      severity: ({ details: { how } }) =>
        how === 'asked' && widestOf(handler.triggers) === 'public' ? 'high' : 'medium',
      message: ({ callee, details: { option = '', how } }) =>
        how === 'asked'
          ? `Whoever adds ${code(option)} to the request is answered with all of ${code(callee)}: keys and passwords of the function, and the credentials of its role.`
          : `${code(option)} of ${code(apiName(callee))} shows the inside of the application to whoever asks.`,
    });
  },
});
