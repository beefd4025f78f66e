import { mark } from '#runtimes/engine/models';
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

/** `json.dumps(dict(os.environ))`: all variables at once. */
const copied: Observer = (view) =>
  view.arg(0)?.apis.some(({ path }) => path === 'os.environ') ? [mark('secret', 'os.environ', view)] : undefined;

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
  each(
    [
      'aws_lambda_powertools.Logger().inject_lambda_context',
      'aws_lambda_powertools.logging.Logger().inject_lambda_context',
    ],
    injected,
  ),
  each(['traceback.format_exc', 'traceback.format_exception', 'traceback.format_tb'], stack),
];
