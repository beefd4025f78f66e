import type { Program } from '#runtimes/modules';
import { callsByName } from '#runtimes/operations/dynamic';
import { type OutlinedFunction, outlineOf } from '#runtimes/operations/outline';
import type { FunctionCode } from '#syntax/code/form';

/**
 * Which functions may run although no handler was seen to reach them: those whose names occur in what was reached, or that something
 * else may hold; all, where a function is called by a name that is made at run time.
 */
export class Liveness {
  #live: ReadonlySet<FunctionCode> | undefined;

  constructor(
    readonly program: Program,
    readonly reached: ReadonlySet<FunctionCode>,
  ) {}

  isLive(code: FunctionCode): boolean {
    this.#live ??= this.#find();
    return this.#live.has(code);
  }

  #find(): ReadonlySet<FunctionCode> {
    const modules = [...this.program.modules.values()].filter(({ progress }) => progress === 'done');
    const live = new Set<FunctionCode>();
    const words = new Set<string>();
    const take = (text: string): void => {
      for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
    };
    const waiting: OutlinedFunction[] = [];
    const isAny = modules.some(({ code }) => callsByName(code));
    for (const module of modules) {
      const outline = outlineOf(module.code);
      take(outline.own);
      for (const one of outline.functions.values()) {
        if (this.reached.has(one.code)) {
          live.add(one.code);
          take(module.code.file.slice(bodyOf(one)));
        } else waiting.push(one);
      }
    }
    for (let found = true; found; ) {
      found = false;
      for (const one of waiting) {
        if (live.has(one.code) || !(isAny || this.#mayRun(one, live, words))) continue;
        live.add(one.code);
        take(one.module.file.slice(bodyOf(one)));
        found = true;
      }
    }
    return live;
  }

  #mayRun({ names, parent }: OutlinedFunction, live: ReadonlySet<FunctionCode>, words: ReadonlySet<string>): boolean {
    if (parent && !live.has(parent.code)) return false;
    return names === undefined || names.some((name) => words.has(name));
  }
}

/** A function from its parameters on: its own name stands before. */
function bodyOf({ code }: OutlinedFunction): FunctionCode['span'] {
  const { start, end } = code.span;
  const from = code.nameSpan.start > start ? code.nameSpan.end : start;
  return { start: Math.min(Math.max(from, start), end), end };
}
