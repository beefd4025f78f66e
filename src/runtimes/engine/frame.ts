import type { Frame, Module } from '#runtimes/engine/machine';

/** The frame of code that no function of the repository called: a module's own, or a handler's, which its host calls. */
export function moduleFrame(module: Module, name = ''): Frame {
  return {
    name,
    module,
    self: undefined,
    home: undefined,
    closure: undefined,
    returns: [],
    yields: [],
    caller: undefined,
    depth: 0,
    entry: undefined,
  };
}
