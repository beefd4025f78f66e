import type { Model } from '#runtimes/engine/language';
import { sink } from '#runtimes/engine/models';

/** A program with its arguments: no shell reads them unless it is asked for. */
const spawned: Model = (view) => {
  view.sink('command', 0);
  if (view.constant(view.either('2.shell', '1.shell')) === true) view.sink('command', 1, { deep: true });
  return undefined;
};

/** Node's `child_process`. */
export const PROCESSES: Readonly<Record<string, Model>> = {
  'child_process.exec': sink('command', 0),
  'child_process.execSync': sink('command', 0),
  'child_process.spawn': spawned,
  'child_process.spawnSync': spawned,
  'child_process.execFile': spawned,
  'child_process.execFileSync': spawned,
};
