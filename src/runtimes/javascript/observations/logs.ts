import { mark } from '#runtimes/engine/models';
import { UNKNOWN } from '#runtimes/engine/value';
import { environmentIn } from '#runtimes/observations/environments';
import { each, type Observer } from '#runtimes/observations/hooks';
import { logged } from '#runtimes/observations/logs';
import { fieldAt, only, replacing, writtenField } from '#runtimes/observations/options';
import { policyWritten } from '#runtimes/observations/policies';

const LEVELS = ['log', 'info', 'warn', 'error', 'fatal', 'critical', 'notice', 'dir', 'trace'];
const LOGGERS = [
  'console',
  '@aws-lambda-powertools/logger.Logger()',
  'pino()',
  'pino.pino()',
  'winston.createLogger()',
  'winston',
  'bunyan.createLogger()',
  'loglevel',
  'log4js.getLogger()',
  'lambda-log',
];

const log: Observer = (view) => {
  if (view.args.list.some(({ apis }) => apis.some(({ path }) => path === 'process.env')))
    view.observe('secret-logged', { details: { secret: 'process.env' } });
  return logged(view);
};

/** `JSON.stringify(process.env)`, `JSON.stringify({ env: process.env })`: all variables at once. */
const stringified: Observer = (view) => {
  const at = environmentIn(view.machine, view.arg(0), 'process.env', view.at);
  return at && [mark('secret', 'process.env', { at })];
};

/** Powertools: https://docs.powertools.aws.dev/lambda/typescript/latest/features/logger/#log-incoming-event */
const injected: Observer = (view) => {
  const options = view.args.list.at(-1) ?? UNKNOWN;
  const field = fieldAt(view.machine, options, ['logEvent']);
  if (!field || only(field.value) !== true) return undefined;
  const written = writtenField(field, 'true');
  view.observe('event-logged', {
    at: written?.at ?? view.at,
    details: { part: 'event', text: 'logEvent' },
    rewrite: written && replacing('Do not log the event', written.value, 'false'),
  });
  return undefined;
};

export const LOGS: readonly Readonly<Record<string, Observer>>[] = [
  each(
    LOGGERS.flatMap((name) => LEVELS.map((level) => `${name}.${level}`)),
    log,
  ),
  each(['JSON.stringify', 'Object.entries', 'Object.values'], stringified),
  { 'JSON.stringify': policyWritten },
  each(
    [
      '@aws-lambda-powertools/logger/middleware.injectLambdaContext',
      '@aws-lambda-powertools/logger.injectLambdaContext',
      '@aws-lambda-powertools/logger.Logger().injectLambdaContext',
    ],
    injected,
  ),
];
