import type { SinkKind } from '#model/handler';

const KINDS: readonly SinkKind[] = [
  'sql',
  'nosql',
  'dynamodb-expression',
  'command',
  'code',
  'module',
  'path',
  'archive',
  'url',
  'redirect',
  'html',
  'mail',
  'template',
  'deserialization',
  'xml',
  'xpath',
  'ldap',
  'log',
  'header',
  'regex',
  'object-key',
  'record',
  'format',
  'csv',
  'prompt',
  'graphql',
  'environment',
  'cloud-resource',
  'allocation',
  'identity',
];

/** A set of kinds of sinks, a bit for each: what a value was made safe for. */
export type Safe = number;

export const NOTHING: Safe = 0;
/** Everything that a known value is: an item of a list of allowed values. */
export const EVERYTHING: Safe = 2 ** KINDS.length - 1;

/** The set of some kinds. */
export function safeFor(...kinds: readonly SinkKind[]): Safe {
  return kinds.reduce((mask, kind) => mask | (1 << KINDS.indexOf(kind)), NOTHING);
}

export function isSafeFor(safe: Safe, kind: SinkKind): boolean {
  return (safe & (1 << KINDS.indexOf(kind))) !== 0;
}

/** What a number, date or truth value can still do: choose an amount, or somebody else's record. */
export const AS_NUMBER: Safe = EVERYTHING & ~safeFor('allocation', 'identity', 'record');

/** What a string that is known to be one, not an object, can no longer do. */
export const AS_TEXT: Safe = safeFor('nosql', 'record');
