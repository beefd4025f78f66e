import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';
import { REQUEST_TRIGGERS } from '#model/handler';

/** Ways in by which people's data comes as well, from one part of an application to the next. */
const HANDED_ON = ['queue', 'topic', 'stream', 'user-pool'];

/** The option of Powertools that logs every event there is, whatever becomes of the function. */
const isSetting = (text: string | undefined): boolean => text === 'log_event' || text === 'logEvent';

const PARTS: Readonly<Record<string, string>> = {
  event: 'The whole event is',
  headers: 'All headers are',
  body: 'The whole body is',
};

/** https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Everything that callers send is written to the log',
  why: 'The event of an API holds headers with tokens and cookies, and bodies with what people entered, and messages and attributes of users hold what was made of it. In the log they stay readable for everyone who may read logs, for as long as logs are kept.',
  how: "Log the fields that you look for later: the request's id, the route, the id of the order.",
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8],
  cwe: [532],
  references: ['OWASP SAS-5', 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    const isFromPeople = handler.triggers.some(({ kind }) => REQUEST_TRIGGERS.includes(kind));
    yield* observationReports(handler, 'event-logged', {
      only: ({ details: { text } }) =>
        isFromPeople || (isSetting(text) && handler.triggers.some(({ kind }) => HANDED_ON.includes(kind))),
      severity: ({ details: { part = '' } }) => (part === 'body' || !isFromPeople ? 'info' : 'low'),
      message: ({ callee, details: { part = '' } }) =>
        `${PARTS[part] ?? 'It is'} written to the log by ${code(apiName(callee))}.`,
    });
  },
});
