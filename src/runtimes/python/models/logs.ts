import type { Model } from '#runtimes/engine/language';
import { UNKNOWN } from '#runtimes/engine/value';
import { logged } from '#runtimes/lines';

const LEVELS = ['debug', 'info', 'warning', 'warn', 'error', 'exception', 'critical', 'fatal'];
const line = logged();

/** `logging` and libraries with the same calls. Powertools' logger writes JSON, in which no line can be forged. */
export const LOGS: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(
    ['logging', 'logging.getLogger()', 'logging.Logger()', 'loguru.logger', 'chalice.Chalice().log'].flatMap((logger) =>
      LEVELS.map((level) => [`${logger}.${level}`, line] as const),
    ),
  ),
  'logging.log': logged(1),
  'logging.getLogger().log': logged(1),
  'sys.stdout.write': line,
  'sys.stderr.write': line,
  'pprint.pprint': () => UNKNOWN,
};
