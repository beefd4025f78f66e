import type { Language } from '#runtimes/engine/language';

/** What is told of JavaScript's code besides calls: fields that are set, values that are dropped, exceptions, answers. */
export const JAVASCRIPT_HOOKS: Partial<Language> = {};
