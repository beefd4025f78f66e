import type { Language } from '#runtimes/engine/language';
import { OBSERVED } from '#runtimes/observations/everywhere';
import { each, together, watching } from '#runtimes/observations/hooks';
import { givenSecrets } from '#runtimes/observations/made-secrets';
import { CLOUDS, EVERY_CLOUD, environment } from '#runtimes/python/observations/clouds';
import { COOKIE_HOOKS, COOKIES } from '#runtimes/python/observations/cookies';
import { CRYPTOGRAPHY, CRYPTOGRAPHY_HOOKS } from '#runtimes/python/observations/cryptography';
import { DEBUGGING, DEBUGGING_HOOKS } from '#runtimes/python/observations/debugging';
import { EVERY_IDENTITY, IDENTITY, IDENTITY_HOOKS } from '#runtimes/python/observations/identity';
import { LOGS } from '#runtimes/python/observations/logs';
import { RESPONSES } from '#runtimes/python/observations/responses';
import { EVERY_TRANSPORT, TRANSPORT, TRANSPORT_HOOKS } from '#runtimes/python/observations/transport';
import { xmlSent } from '#runtimes/xml-text';

/** What is seen of Python's code that is wrong by itself, besides what the language's own hooks do. */
export function observing(hooks: Partial<Language>): Partial<Language> {
  return {
    ...hooks,
    ...together([
      hooks,
      TRANSPORT_HOOKS,
      CRYPTOGRAPHY_HOOKS,
      IDENTITY_HOOKS,
      DEBUGGING_HOOKS,
      COOKIE_HOOKS,
      ...OBSERVED,
    ]),
    called: watching(
      [
        ...TRANSPORT,
        ...CRYPTOGRAPHY,
        ...IDENTITY,
        ...CLOUDS,
        ...LOGS,
        ...RESPONSES,
        ...DEBUGGING,
        ...COOKIES,
        each(['os.environ.get', 'os.getenv'], environment),
      ],
      [...EVERY_TRANSPORT, ...EVERY_IDENTITY, ...EVERY_CLOUD, givenSecrets, xmlSent],
    ),
  };
}
