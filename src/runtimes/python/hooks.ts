import type { Language } from '#runtimes/engine/language';
import { answered } from '#runtimes/python/answers';

/** What is told of Python's code besides calls. */
export const PYTHON_HOOKS: Partial<Language> = { answered };
