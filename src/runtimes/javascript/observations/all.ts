import type { Language } from '#runtimes/engine/language';
import { CLOUDS, EVERY_CLOUD } from '#runtimes/javascript/observations/clouds';
import { CRASHES } from '#runtimes/javascript/observations/crashes';
import { CRYPTOGRAPHY, CRYPTOGRAPHY_HOOKS } from '#runtimes/javascript/observations/cryptography';
import { EVERY_IDENTITY, IDENTITY, IDENTITY_HOOKS } from '#runtimes/javascript/observations/identity';
import { EVERY_INVOCATION, INVOCATIONS } from '#runtimes/javascript/observations/invocations';
import { LOGS } from '#runtimes/javascript/observations/logs';
import { RESPONSES } from '#runtimes/javascript/observations/responses';
import { EVERY_TOKEN, TOKENS } from '#runtimes/javascript/observations/tokens';
import { EVERY_TRANSPORT, TRANSPORT, TRANSPORT_HOOKS } from '#runtimes/javascript/observations/transport';
import { normal } from '#runtimes/javascript/packages';
import { OBSERVED } from '#runtimes/observations/everywhere';
import { together, watching } from '#runtimes/observations/hooks';
import { givenSecrets } from '#runtimes/observations/made-secrets';
import { xmlSent } from '#runtimes/xml-text';

const ASYNCHRONOUS =
  /^(?:@aws-sdk\/[\w-]+\.\w+\(\)\.(?:send|[a-z]\w+)|@aws-sdk\/lib-dynamodb\.DynamoDBDocumentClient\.from\(\)\.send|aws-sdk\..{1,80}\(\)\.promise|axios(?:\.\w+)?|fetch|node-fetch|fs\/promises\.\w+|fs\.promises\.\w+|pg\.(?:Pool|Client)\(\)\.query)$/;

/** What is seen of JavaScript's code that is wrong by itself, besides what the language's own hooks do. */
export function observing(hooks: Partial<Language>): Partial<Language> {
  return {
    isAsync: (path) => ASYNCHRONOUS.test(path.replaceAll('.default', '')),
    ...hooks,
    ...together([hooks, TRANSPORT_HOOKS, CRYPTOGRAPHY_HOOKS, IDENTITY_HOOKS, ...OBSERVED]),
    called: watching(
      [
        ...TRANSPORT,
        ...CRYPTOGRAPHY,
        ...IDENTITY,
        ...CLOUDS,
        ...LOGS,
        ...RESPONSES,
        ...TOKENS,
        ...INVOCATIONS,
        ...CRASHES,
      ],
      [
        ...EVERY_TRANSPORT,
        ...EVERY_IDENTITY,
        ...EVERY_CLOUD,
        ...EVERY_TOKEN,
        ...EVERY_INVOCATION,
        givenSecrets,
        xmlSent,
      ],
      normal,
    ),
  };
}
