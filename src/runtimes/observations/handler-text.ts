import type { Context, Machine } from '#runtimes/engine/machine';
import { unverifiedWebhooks } from '#runtimes/observations/webhooks';

/** Characters that turn the order in which text is shown around: https://trojansource.codes/ */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/;

/** What the texts of the handler's files tell, whatever is run of them. */
export function readThrough(machine: Machine, context: Context): void {
  for (const module of machine.modules.values()) {
    const { file } = module.code;
    const hidden = TURNING.exec(file.text);
    if (hidden)
      machine.observe('hidden-characters', module.at({ start: hidden.index, end: hidden.index + 1 }), context, {
        details: { character: `U+${hidden[0].charCodeAt(0).toString(16).toUpperCase()}` },
      });
  }
  unverifiedWebhooks(machine, context);
}
