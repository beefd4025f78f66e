import { actionCovers } from '#model/action-pattern';
import type { Property } from '#model/property';
import type { Statement } from '#model/statement';
import { Text } from '#model/text';

/**
 * Whether the statement's actions cover an action, whatever its resources and conditions: by `Action`, or by a `NotAction` that
 * leaves the action out. False of what is unknown.
 */
export function speaksOf(statement: Statement, action: string): boolean {
  const named = (properties: readonly Property[]): boolean =>
    properties.some(({ string }) => string !== undefined && actionCovers(string, action));
  if (statement.notActions.length === 0) return named(statement.actions);
  return statement.notActions.every(({ string }) => string !== undefined) && !named(statement.notActions);
}

/** Services whose ARNs have the name of a resource where others have its type: `arn:aws:s3:::uploads/*` is one bucket. */
const NAMED_FIRST: ReadonlySet<string> = new Set(['s3', 'execute-api']);

/**
 * Whether a Resource entry means every resource of a service, or of a type of it, in the account: `*`, `arn:aws:s3:::*`,
 * `arn:aws:iam::123456789012:role/*`.
 */
export function isEveryResource({ text }: Property): boolean {
  return text !== undefined && meansEveryResource(text);
}

/** As `isEveryResource`, of an entry's text. */
export function meansEveryResource(text: string | Text): boolean {
  const parts = text instanceof Text ? text.parts : [text];
  if (parts.some((part) => typeof part === 'object' && part.kind === 'ref')) return false;
  const name = parts.map((part) => (typeof part === 'string' ? part : '\u0000')).join('');
  if (/^\*+$/.test(name)) return true;
  const [arn, , service = '', , , ...rest] = name.split(':');
  const every = NAMED_FIRST.has(service) ? /^\*[*/]*$/ : /^([A-Za-z-]{1,40}[:/])?\*+$/;
  return arn === 'arn' && every.test(rest.join(':'));
}

/** Whether the statement speaks of every resource of its actions' kinds. */
export function isOnEveryResource(statement: Statement): boolean {
  return statement.resources.some(isEveryResource) || statement.notResources.length > 0;
}
