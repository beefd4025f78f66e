import type { Model } from '#runtimes/engine/language';
import { all, calls, sink } from '#runtimes/engine/models';
import { UNKNOWN } from '#runtimes/engine/value';
import { each, family } from '#runtimes/javascript/models/family';

/** A timer runs a text as code. In Node it refuses one: only what stands in a page or in a sandbox takes it, so it is not told. */
const timer = calls(0);

/** What runs a text as code: https://nodejs.org/api/vm.html, https://github.com/patriksimek/vm2 */
export const CODE_FAMILIES = {
  ...family('vm', {
    ...each('runInContext runInNewContext runInThisContext compileFunction Script SourceTextModule', sink('code', 0)),
  }),
  ...family('vm2', { run: sink('code', 0), VMScript: sink('code', 0) }),
  ...family('isolated-vm', each('eval evalClosure compileScript compileScriptSync evalSync', sink('code', 0))),
};

const evaluated: Model = all(sink('code', 0), () => UNKNOWN);

export const CODE: Readonly<Record<string, Model>> = {
  eval: evaluated,
  'safe-eval': evaluated,
  notevil: evaluated,
  'node-eval': evaluated,
  // A module that is chosen by its name, of those that are there: https://nodejs.org/api/modules.html#requireid
  require: sink('module', 0),
  import: sink('module', 0),
  'require.resolve': sink('module', 0),
  setTimeout: timer,
  setInterval: timer,
};
