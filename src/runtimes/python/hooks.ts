import type { Language } from '#runtimes/engine/language';
import { environmentHooks } from '#runtimes/environment';
import { answered } from '#runtimes/python/answers';
import { constructed } from '#runtimes/python/validation';

/** What is told of Python's code besides calls. */
export const PYTHON_HOOKS: Partial<Language> = {
  answered,
  constructed,
  ...environmentHooks('os.environ'),
};
