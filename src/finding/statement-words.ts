import { code } from '#finding/markdown';
import type { Statement } from '#model/statement';

/** What a statement allows, for a sentence after "may": ``` call `sqs:SendMessage` ```, ``` call every action of `s3` ```. */
export function allowedPhrase(statement: Statement): string {
  if (statement.notActions.length > 0) return 'do everything but what the statement names';
  const names = statement.actions.map(({ text }) => (text === undefined ? 'unknown actions' : code(String(text))));
  if (statement.actions.some((action) => action.is('*'))) return 'do everything';
  const [only] = statement.actions;
  const service = names.length === 1 ? /^([\w-]{1,40}):\*$/.exec(only?.string ?? '')?.[1] : undefined;
  if (service) return `call every action of ${code(service)}`;
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `call ${shown} and ${names.length - 3} more actions` : `call ${shown}`;
}
