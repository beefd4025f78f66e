import type { Language } from '#runtimes/engine/language';
import { answered } from '#runtimes/python/answers';
import { constructed } from '#runtimes/python/validation';

/** What is told of Python's code besides calls. */
export const PYTHON_HOOKS: Partial<Language> = {
  answered,
  constructed,
  assigned: (machine, owner, name, value, at, context) => {
    if (owner.apis.some(({ path }) => path === 'os.environ'))
      machine.reach('environment', value.taints, at, { callee: `os.environ[${name}]`, call: at, context });
  },
};
