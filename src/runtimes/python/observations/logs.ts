import { mark } from '#runtimes/engine/models';
import { environmentIn } from '#runtimes/observations/environments';
import { each, type Observer } from '#runtimes/observations/hooks';
import { logged } from '#runtimes/observations/logs';
import { keyword, only, replacing } from '#runtimes/observations/options';
import { policyWritten } from '#runtimes/observations/policies';

const LEVELS = ['info', 'warning', 'warn', 'error', 'exception', 'critical', 'log'];
const LOGGERS = [
  'logging',
  'logging.getLogger()',
  'aws_lambda_powertools.Logger()',
  'aws_lambda_powertools.logging.Logger()',
  'structlog.get_logger()',
  'loguru.logger',
];

const log: Observer = (view) => {
  if (view.all.some(({ apis }) => apis.some(({ path }) => path === 'os.environ')))
    view.observe('secret-logged', { details: { secret: 'os.environ' } });
  return logged(view);
};

/** `json.dumps(dict(os.environ))`, `json.dumps({'env': os.environ})`: all variables at once. */
const copied: Observer = (view) => {
  const at = environmentIn(view.machine, view.arg(0), 'os.environ', view.at);
  return at && [mark('secret', 'os.environ', { at })];
};

/** Pairs of which some are left out by what they are called, other than by `not`. */
const CHOSEN = /^\)?\s{0,20}(?:if\b(?![^\n]{0,200}\bnot\b)|:[^\n]{0,80}\n\s{0,40}if\b)/;

/** `{name: value for name, value in os.environ.items()}`. */
const listed: Observer = (view) => {
  const { file, span } = view.at;
  return CHOSEN.test(file.text.slice(span.end, span.end + 400)) ? undefined : [mark('secret', 'os.environ', view)];
};

/** https://docs.powertools.aws.dev/lambda/python/latest/core/logger/#logging-incoming-event */
const injected: Observer = (view) => {
  const written = keyword(view, 'log_event');
  if (!written || only(view.args.named.get('log_event')) !== true) return undefined;
  const { at } = view.context.frame.module;
  view.observe('event-logged', {
    at: at(written.span),
    details: { part: 'event', text: 'log_event' },
    rewrite: replacing('Do not log the event', at(written.value.span), 'False'),
  });
  return undefined;
};

/** The stack as text: https://docs.python.org/3/library/traceback.html */
const stack: Observer = (view) => [mark('exception', 'traceback', view)];

export const LOGS: readonly Readonly<Record<string, Observer>>[] = [
  each(
    ['builtins.print', 'pprint.pprint', ...LOGGERS.flatMap((name) => LEVELS.map((level) => `${name}.${level}`))],
    log,
  ),
  each(['builtins.dict', 'builtins.str', 'json.dumps'], copied),
  { 'json.dumps': policyWritten },
  each(['os.environ.items', 'os.environ.values', 'os.environ.copy'], listed),
  each(
    [
      'aws_lambda_powertools.Logger().inject_lambda_context',
      'aws_lambda_powertools.logging.Logger().inject_lambda_context',
    ],
    injected,
  ),
  each(['traceback.format_exc', 'traceback.format_exception', 'traceback.format_tb'], stack),
];
