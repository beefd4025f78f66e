import type { Language } from '#runtimes/engine/language';
import type { Value } from '#runtimes/engine/value';

/** Tells of variables that are set from what somebody else decides. @param path of the environment: `process.env` */
export function environmentHooks(path: string): Required<Pick<Language, 'assigned' | 'keyAssigned'>> {
  const isEnvironment = (owner: Value): boolean => owner.apis.some((one) => one.path === path);
  return {
    assigned: (machine, owner, name, value, at, context) => {
      if (isEnvironment(owner))
        machine.reach('environment', value.taints, at, { callee: `${path}.${name}`, call: at, context });
    },
    keyAssigned: (machine, owner, key, value, at, context) => {
      if (isEnvironment(owner))
        machine.reach('environment', [...key.taints, ...value.taints], at, { callee: path, call: at, context });
    },
  };
}
