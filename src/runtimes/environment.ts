import type { Language } from '#runtimes/engine/language';
import type { Value } from '#runtimes/engine/value';

/** Variables that decide what programs run, or whom they trust; a time zone or a language is a setting. */
const DECISIVE =
  /^(?:PATH|NODE_OPTIONS|NODE_PATH|NODE_TLS_\w+|NODE_EXTRA_CA_CERTS|LD_\w+|PYTHON\w*|BASH_ENV|SHELL|HOME|IFS|AWS_\w+|\w*_PROXY|\w*_proxy|SSL_CERT_\w+|REQUESTS_CA_BUNDLE|GIT_\w+)$/;

/** Tells of variables that are set from what somebody else decides. @param path of the environment: `process.env` */
export function environmentHooks(path: string): Required<Pick<Language, 'assigned' | 'keyAssigned'>> {
  const isEnvironment = (owner: Value): boolean => owner.apis.some((one) => one.path === path);
  return {
    assigned: (machine, owner, name, value, at, context) => {
      if (isEnvironment(owner) && DECISIVE.test(name))
        machine.reach('environment', value.taints, at, { callee: `${path}.${name}`, call: at, context });
    },
    keyAssigned: (machine, owner, key, _value, at, context) => {
      if (isEnvironment(owner)) machine.reach('environment', key.taints, at, { callee: path, call: at, context });
    },
  };
}
