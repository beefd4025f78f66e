import type { Model } from '#runtimes/engine/language';
import { UNKNOWN } from '#runtimes/engine/value';

/**
 * Text that is logged as it is. What is logged as a whole (a dictionary, a list) is written with its line ends escaped, and so
 * cannot be mistaken for lines of its own.
 */
export function logged(from = 0): Model {
  return (view) => {
    view.args.list.forEach((value, index) => {
      if (index < from || value.objects.length > 0) return;
      const taints = value.taints.filter(
        (one) => one.path.length > 0 && one.path.at(-1) !== '<json>' && !one.shape?.fields && !one.shape?.rest,
      );
      view.sink('log', index, { value: { ...value, taints } });
    });
    return UNKNOWN;
  };
}

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
