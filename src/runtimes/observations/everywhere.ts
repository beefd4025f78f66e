import type { Language } from '#runtimes/engine/language';
import { answered } from '#runtimes/observations/answers';
import { FAILURES } from '#runtimes/observations/failures';
import { readThrough } from '#runtimes/observations/handler-text';
import { MADE_SECRETS } from '#runtimes/observations/made-secrets';
import { answeredWith, kept, keptField, keptFiles } from '#runtimes/observations/memory';
import { POLICIES } from '#runtimes/observations/policies';
import { shellsWired } from '#runtimes/observations/shells';

/** What is seen in both languages. */
export const OBSERVED: readonly Partial<Language>[] = [
  MADE_SECRETS,
  FAILURES,
  POLICIES,
  { named: kept, assigned: keptField },
  {
    answered: (machine, value, at, context) => {
      answered(machine, value, at, context);
      answeredWith(machine, value, context);
      keptFiles(machine, context);
      readThrough(machine, context);
      shellsWired(machine, context);
    },
  },
];
