import { flowReports, widestOf } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';
import { type Flow, type Handler, REQUEST_TRIGGERS } from '#model/handler';

/** Triggers through which somebody outside sends text, by themselves or through what the function is fed by. */
const SENT: ReadonlySet<string> = new Set([...REQUEST_TRIGGERS, 'queue', 'topic', 'stream', 'event-bus']);

/** What is written to the standard output as it is: there each line is an entry. */
const LINES = /^(?:print|(?:sys|process)\.std(?:out|err)\.write)$/;

/** Formatters of logs that escape line breaks. */
const FORMATTER = /json_?formatter|json_?logger|structlog/i;

/** https://owasp.org/www-community/attacks/Log_Injection */
export const rule = defineHandlerRule({
  title: 'Log entry built from the event',
  why: 'A line break in the value makes what follows look like an entry of its own: whoever reads, counts or exports the log line by line sees events that never happened. Lambda keeps what `console` and `logging` write in one entry, what `print` writes it does not. By itself that harms little, so it is told once for a handler, in the check run, and only of text that callers send.',
  how: "Log objects as JSON (Powertools' Logger, `JSON.stringify`, `json.dumps`, `%r`), which escapes line breaks, or set `LoggingConfig.LogFormat` to `JSON`.",
  severity: 'info',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6, 16],
  cwe: [117],
  references: [
    'OWASP SAS-5',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html',
  ],
  aliases: { codeql: ['log-injection'], sonar: ['S5145'] },
  *check(handler) {
    const [first] = flowReports(handler, 'log', {
      does: 'becomes part of an entry of the log',
      severity: 'info',
      payload: 'shown\n2026-01-01 INFO second entry',
      only: (flow) => isSent(flow) && isPlain(handler, flow),
      more: ({ callee }) => (LINES.test(callee) ? 'Each line of it is an entry of its own there.' : ''),
    });
    if (first) yield { ...first, severity: 'info' };
  },
});

function isSent({ source: { path, triggers } }: Flow): boolean {
  const reach = widestOf(triggers);
  // That the body is logged as a whole is another rule's matter.
  return (
    (reach === 'public' || reach === 'authenticated') &&
    triggers.some(
      ({ reach: one, kind }) => one === reach && (SENT.has(kind) || (kind === 'user-pool' && isFree(path))),
    ) &&
    !(path.length === 1 && path[0] === 'body')
  );
}

/** What who signs up writes as they like; names, numbers and addresses have their form. */
function isFree(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  return (
    path.some((key) => /^(?:clientMetadata|validationData)$/.test(key)) ||
    (path.includes('userAttributes') && !/^(?:sub|email|phone_number|.{1,40}_verified|cognito:.{1,40})$/.test(last))
  );
}

/** Whether the entry is text, not JSON: https://docs.aws.amazon.com/lambda/latest/dg/python-logging.html */
function isPlain({ functions, files }: Handler, { callee }: Flow): boolean {
  if (LINES.test(callee)) return true;
  if (files.some(({ text }) => FORMATTER.test(text))) return false;
  return functions.every((fn) => fn.read(['LoggingConfig', 'LogFormat']).every((format) => format.isNot('JSON')));
}
